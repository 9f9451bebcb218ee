import { expect, test } from "vitest";
import { openReal } from "../real.ts";

const { say, dispatch } = await openReal();
const origin = { platform: "slack", via: "command", workspace: "T1", channel: "C1", asker: "U1" } as const;

test.each(dispatch.commands.map(({ name }) => name).filter((name) => !["ask", "casebook"].includes(name)))(
  "help behind or before %s is the help for it, however it is said",
  async (name) => {
    for (const line of [
      `${name} help`,
      `${name} ?`,
      `${name} --help`,
      `${name} -h`,
      `casebook ${name} help`,
      `help ${name}`,
    ])
      expect(await say(line), line).toMatchObject({ ok: true, command: "casebook", line: `casebook help ${name}` });
  },
);

test.each(["help", "?", "ask help", "casebook", "casebook ?", "casebook --help", "@casebook help"])(
  "“%s” is the help for all",
  async (line) => {
    expect(await say(line)).toMatchObject({ ok: true, title: "What you can ask the casebook" });
  },
);

test("help is for the asker alone, also behind a command that everyone sees", () => {
  expect(dispatch.isPublic(dispatch.read("meeting start", origin))).toBe(true);
  expect(dispatch.isPublic(dispatch.read("meeting help", origin))).toBe(false);
});

test("an option given by name may ask for help, too", async () => {
  const given = { command: "case", words: [], named: { study: "help" }, rest: "", share: false, page: 1, origin };
  expect(await dispatch.run(given)).toMatchObject({ line: "casebook help case" });
});

test("what another option says is no call for help", async () => {
  const given = {
    command: "ask",
    words: [],
    named: { question: "help", about: "cost" },
    rest: "",
    share: false,
    page: 1,
  };
  expect((await dispatch.run({ ...given, origin })).command).toBe("ask");
});

test.each([
  ["find help partners", "find"],
  ["ask who can help?", "ask"],
  ["help partners sell", "ask"],
  ["gaps file help", "gaps"],
])("“%s” is %s's own", async (line, command) => {
  expect((await say(line)).command).toBe(command);
});

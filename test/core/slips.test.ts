import { expect, test } from "vitest";
import { openReal } from "../real.ts";

const { say, store } = await openReal();
const textOf = async (line: string) => JSON.stringify((await say(line)).parts);

test.each([
  ["cse hugging-face sources", "case hugging-face sources"],
  ["cas solana glance", "case solana glance"],
  ["rio 5 people 3h a week each", "roi 5 people 3h a week each"],
  ["fnd churn", "find churn"],
  ["CST 7B 1T H100", "cost 7B 1T H100"],
  ["rol head of partnerships", "role head of partnerships"],
  ["aks why did solana crash?", "ask why did solana crash?"],
])("a question that finds nothing and begins with a slip, “%s”, is offered as “%s”", async (typed, meant) => {
  const reply = await say(typed);
  expect(reply).toMatchObject({ ok: false, command: "ask", title: "The casebook does not say" });
  expect(reply.parts[0]).toEqual({ kind: "text", text: ["Or did you mean ", { kind: "code", text: meant }, "?"] });
  expect(reply.parts[1]).toEqual({ kind: "buttons", buttons: [{ label: meant, line: meant }] });
  expect(await say(meant)).toMatchObject({ ok: true });
});

test.each([
  ["a name, where the command would make nothing of the rest", "rob smith of openai"],
  ["a place", "rio de janeiro office"],
  ["one word alone", "fnd"],
])("%s is offered as no command", async (_, line) => {
  expect(await textOf(line)).not.toMatch(/did you mean .{0,30}(?:roi|find|gaps|rate)/i);
});

test.each([
  ["gaps", "aps file why bananas bend"],
  ["rate", "rte yes hugging-face#glance/3"],
])("a slip in %s, which would change something, is offered as no command and changes nothing", async (name, line) => {
  expect(await textOf(line)).not.toMatch(new RegExp(`did you mean .{0,30}${name}`, "i"));
  const { gaps } = await store();
  expect(await gaps.open()).toEqual([]);
});

test("a question that is answered stays as it is, however it begins", async () => {
  for (const line of ["hug tokens", "why did solana crash?", "fine tuning cost"]) {
    expect(await say(line)).toMatchObject({ ok: true, command: "ask" });
    expect(await textOf(line)).not.toContain("Or did you mean");
  }
});

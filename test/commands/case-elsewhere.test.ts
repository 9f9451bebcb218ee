import { expect, test } from "vitest";
import type { Reply } from "#core/reply.ts";
import { openReal } from "../real.ts";

const { say } = await openReal();
const textOf = ({ parts }: Reply) => JSON.stringify(parts);

test.each([
  ["case openai funding", "ask openai funding"],
  ["case openai pricing", "ask openai pricing"],
  ["case mistral team", "ask mistral ai team"],
  ["case openai anthropic", "compare openai anthropic"],
])("“%s” lists the sections there are and offers “%s”, which works", async (line, offered) => {
  const refused = await say(line);
  expect(refused.ok).toBe(false);
  expect(textOf(refused)).toContain("Key takeaways · At a glance");
  expect(textOf(refused)).toContain(offered);
  expect(await say(offered)).toMatchObject({ ok: true });
});

test("a section nearly typed is offered before others", async () => {
  expect(textOf(await say("case openai risk-list"))).toContain("case openai risks");
});

test.each(["case open source", "case open source models", "case the open source theme", "case study:open-source"])(
  "“%s” opens the theme that the list of studies offers",
  async (line) => {
    expect(await say(line)).toMatchObject({ ok: true, title: "Case studies · Theme: open source" });
  },
);

test("a theme's word behind a study's name is still a part of that study", async () => {
  expect(textOf(await say("case openai regulation"))).toContain("section of OpenAI");
});

test.each(["case google", "case nvidia", "brief google"])(
  "“%s” names the studies there are, and finds where else it is spoken of",
  async (line) => {
    const refused = await say(line);
    const [, name] = line.split(" ");
    expect(refused.ok).toBe(false);
    for (const study of ["Anthropic", "Mistral AI", "Solana"]) expect(textOf(refused)).toContain(study);
    expect(textOf(refused)).toContain(`find ${name}`);
    expect(await say(`find ${name}`)).toMatchObject({ ok: true });
  },
);

test("what is spoken of nowhere is not offered to be found", async () => {
  expect(textOf(await say("case xyzzy"))).not.toContain("find xyzzy");
});

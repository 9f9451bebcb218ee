import { expect, test } from "vitest";
import type { Reply } from "#core/reply.ts";
import { openReal } from "../real.ts";

const { say } = await openReal();
const textOf = ({ parts }: Reply) => JSON.stringify(parts);

test.each([
  ["case openai funding", "openai funding", "openai"],
  ["case openai investors", "openai investors", "openai"],
  ["case openai customers", "openai customers", "openai"],
  ["case openai competitors", "openai competitors", "openai"],
  ["case openai team", "openai team", "openai"],
  ["case openai pricing", "openai pricing", "openai"],
  ["case mistral pricing", "mistral ai pricing", "mistral"],
  ["case hf ceo", "hugging face ceo", "hugging-face"],
])("“%s” is no section, and is answered as “%s” with a menu of the sections", async (line, question, study) => {
  const reply = await say(line);
  const asked = await say(`ask ${question}`);
  expect(reply).toMatchObject({ ok: true, title: asked.title, sources: asked.sources });
  expect(reply.data).toEqual(asked.data);
  expect(textOf(reply)).toContain(`"case ${study} lessons"`);
});

test.each(["case openai anthropic", "case openai claude"])(
  "“%s” names two studies, which are offered side by side",
  async (line) => {
    const refused = await say(line);
    expect(refused.ok).toBe(false);
    expect(textOf(refused)).toContain("Anthropic is a study of its own. Compare the two");
    expect(textOf(refused)).toContain("compare openai anthropic");
    expect(textOf(refused)).not.toContain("What is not known");
  },
);

test("a section that is none and asks nothing lists the sections there are", async () => {
  const refused = await say("case openai xyzzy");
  expect(refused.ok).toBe(false);
  expect(textOf(refused)).toContain("Key takeaways · At a glance");
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
  expect(await say("case openai regulation")).toMatchObject({ ok: true, title: "openai regulation" });
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

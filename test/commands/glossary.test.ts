import { expect, test } from "vitest";
import { openReal } from "../real.ts";

const { say } = await openReal();

test.each(["glossary IPO", "glossary KPI", "glossary MAU", "glossary ARPU", "glossary what does IPO stand for?"])(
  "“%s”: a missing acronym is called missing, and no other one is offered for its sound",
  async (line) => {
    const reply = await say(line);
    const said = JSON.stringify(reply.parts);
    expect(reply.ok).toBe(false);
    expect(said).toMatch(/There is no term called “[A-Z]+”/);
    expect(said).not.toContain("Did you mean");
  },
);

test("a missing term may be asked about or filed, and both buttons work", async () => {
  const reply = await say("glossary IPO");
  const buttons = reply.parts.flatMap((part) => (part.kind === "buttons" ? part.buttons : []));
  expect(buttons.map(({ label }) => label)).toEqual(expect.arrayContaining(["Ask the casebook", "File this gap"]));
  for (const button of buttons.filter(({ label }) => label === "File this gap"))
    expect((await say("line" in button ? button.line : "")).title).toMatch(/filed|noted|already/i);
});

test("a misspelt term is still led to the right one", async () => {
  expect(JSON.stringify(await say("glossary co-sel"))).toContain("co-sell");
  expect((await say("glossary attach rat")).ok).toBe(true);
});

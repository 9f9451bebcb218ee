import { expect, test } from "vitest";
import { barely, nameAsked, nameTurnedTo, turnedTo, withoutEnd } from "../../src/room/lead.ts";
import { faster, growth } from "../growth.ts";

test("what leads over to a question and what ends it are left out", () => {
  expect(turnedTo("and OpenAI then?")).toBe("OpenAI");
  expect(turnedTo("who founded OpenAI?")).toBeUndefined();
  expect(barely("And the Second one, please?")).toBe("the second one");
});

test("a text that is too long to follow on is not looked through", () => {
  expect(barely(`and a${" ".repeat(11_900)}b`)).toBe("");
});

test("a name is told from what stands around it, and one that is not turned to outright is not direct", () => {
  expect(nameTurnedTo("and OpenAI's then?")).toEqual({ name: "OpenAI", direct: true });
  expect(nameTurnedTo("what about the OpenAI?")).toEqual({ name: "OpenAI", direct: true });
  expect(nameTurnedTo("and at OpenAI?")).toEqual({ name: "OpenAI", direct: false });
  expect(nameTurnedTo("OpenAI as well?")).toEqual({ name: "OpenAI", direct: false });
  expect(nameTurnedTo("who founded OpenAI?")).toBeUndefined();
  expect(nameTurnedTo(`and at ${"x".repeat(12_000)}`)).toBeUndefined();
});

test.each([
  "no, I meant OpenAI",
  "sorry, OpenAI",
  "OpenAI I mean",
  "wait: openai!",
  "No, OpenAI, not Mistral",
  "oh, openai's",
  "sorry, what about OpenAI?",
])("“%s” turns to the name that it corrects to", (said) => {
  expect(nameTurnedTo(said)?.name).toMatch(/^openai$/i);
});

test("a name alone is asked for with a question mark", () => {
  expect(nameAsked("OpenAI's?")).toBe("OpenAI");
  expect(nameAsked("OpenAI")).toBeUndefined();
});

test.each([
  ["theirs  too?", "theirs"],
  ["why ?, too", "why ?"],
  ["why then, please ?!", "why"],
  ["why , ?", "why ,"],
  ["too late", "too late"],
])("“%s” without its end is “%s”", (question, rest) => {
  expect(withoutEnd(question)).toBe(rest);
});

test("the work of leaving out an end grows as the text does", async () => {
  for (const piece of [" ", " too", "?", ", "]) {
    const leaveOut = (length: number) => withoutEnd(`you${piece.repeat(length / piece.length)}x`);
    expect(await growth(leaveOut, 10_000), piece).toBeLessThan(faster);
  }
});

import { expect, test } from "vitest";
import { barely, turnedTo } from "../../src/room/lead.ts";

test("what leads over to a question and what ends it are left out", () => {
  expect(turnedTo("and OpenAI then?")).toBe("OpenAI");
  expect(turnedTo("who founded OpenAI?")).toBeUndefined();
  expect(barely("And the Second one, please?")).toBe("the second one");
});

test("a text that is too long to follow on is not looked through", () => {
  expect(barely(`and a${" ".repeat(11_900)}b`)).toBe("");
});

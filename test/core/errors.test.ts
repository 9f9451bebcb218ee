import { expect, test } from "vitest";
import { framesOf, withoutWords } from "#core/errors.ts";

test("an error without its words keeps its kind and its place, and nothing of what it quotes", () => {
  const error = new TypeError("cannot read\n    who founded zebra?\nof nothing");
  const bare = withoutWords(error, "a command failed");
  expect([bare.name, bare.message]).toEqual(["TypeError", "a command failed"]);
  expect(bare.stack).toMatch(/^TypeError: a command failed\n {4}at .*errors\.test\.ts:\d+/);
  expect(bare.stack).not.toContain("zebra");
});

test("what is thrown and is no error has a kind and no place", () => {
  expect(withoutWords("who founded zebra?", "a command failed")).toMatchObject({
    name: "string",
    stack: "string: a command failed",
  });
  expect(framesOf({ stack: "    at home" })).toEqual([]);
});

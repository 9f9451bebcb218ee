import { expect, test } from "vitest";
import { createLibrary } from "#content/library.ts";
import { goneBack } from "#room/gone-back.ts";
import { entry, noRecords } from "./entry.ts";

const library = createLibrary(
  [entry("openai", "OpenAI", []), entry("cro", "Chief Revenue Officer", ["cro"], "role")],
  noRecords,
  "test",
);

test.each([
  "back to OpenAI",
  "let's go back to openai.",
  "ok, can we switch to OpenAI?",
  "return to the OpenAI case",
  "back to my first question about OpenAI",
])("“%s” turns to that entry", (said) => {
  expect(goneBack(said, library)).toEqual({ question: "OpenAI", about: "openai", sure: true });
});

test.each(["OpenAI", "back to funding", "back to opneai", "why did it go back to OpenAI?", "we are back", "back to"])(
  "“%s” goes back to no entry",
  (said) => {
    expect(goneBack(said, library)).toBeUndefined();
  },
);

import { expect, test } from "vitest";
import { createLibrary } from "#content/library.ts";
import { askedOfThing } from "#room/thing-asked.ts";
import { entry, noRecords } from "./entry.ts";

const library = createLibrary([entry("solana", "Solana", [])], noRecords, "test");

test.each([
  ["who holds it?", "what is WLD's price?", "who holds WLD?"],
  ["who paid its founders?", "how much was Tabular?", "who paid Tabular's founders?"],
])("“%s” behind “%s” asks “%s”", (question, asked, meant) => {
  expect(askedOfThing(question, asked, library)).toBe(meant);
});

test.each([
  ["who holds it?", "what is Solana's price?"],
  ["is it true that it fell?", "who founded WLD?"],
  ["is it possible?", "what is WLD's price?"],
  ["what does Solana do with it?", "what is WLD's price?"],
  ["who founded them?", "what is WLD's price?"],
])("“%s” behind “%s” stays as it is", (question, asked) => {
  expect(askedOfThing(question, asked, library)).toBeUndefined();
});

import { expect, test } from "vitest";
import { byName, namesIn } from "#calc/aliases.ts";
import { optionNamed } from "#calc/cost-line/words.ts";
import { roiOptionNamed } from "#calc/roi-line/options.ts";

const aliases = { people: "users staff", costs: "" } as const;

test("an option is found by its own name and by each alias", () => {
  expect(namesIn(aliases, "people")).toEqual(["people", "users", "staff"]);
  expect([...byName(["people", "costs"], aliases).keys()]).toEqual(["people", "users", "staff", "costs"]);
});

test("no name means no option", () => {
  expect([optionNamed(""), roiOptionNamed("")]).toEqual([undefined, undefined]);
  expect([optionNamed("ctx"), roiOptionNamed("headcount")]).toEqual(["context", "people"]);
});

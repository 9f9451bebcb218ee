import fc from "fast-check";
import { expect, test } from "vitest";
import type { KeptPassage } from "#core/content-history.ts";
import { compareContent } from "#digest/content-changes.ts";

const row = (id: string, text: string, title = ""): KeptPassage => ({
  ...{ id, text, title, entry: id.split("#")[0] ?? "", section: (id.split("#")[1] ?? "").split("/")[0] ?? "" },
});

test("a figure that was edited is told as it was", () => {
  const was = [row("a#metrics/1", "$4B", "Valuation"), row("a#metrics/2", "200", "People")];
  const is = [row("a#metrics/1", "$5B", "Valuation"), row("a#metrics/2", "200", "People")];
  expect(compareContent(was, is, 7).changes).toEqual([{ at: 7, id: "a#metrics/1", kind: "changed", was: "$4B" }]);
});

test("a row put in front changes nothing for the rows behind it, which keep being known under their new ids", () => {
  const was = [row("a#lessons/1", "one"), row("a#lessons/2", "two")];
  const is = [row("a#lessons/1", "zero"), row("a#lessons/2", "one"), row("a#lessons/3", "two")];
  const { changes, moved } = compareContent(was, is, 0);
  expect(changes).toEqual([{ at: 0, id: "a#lessons/1", kind: "new" }]);
  expect([...moved]).toEqual([
    ["a#lessons/1", "a#lessons/2"],
    ["a#lessons/2", "a#lessons/3"],
  ]);
});

test("a titled row that moved and was edited is told as changed, under its new id", () => {
  const was = [row("a#metrics/1", "$4B", "Valuation"), row("a#metrics/2", "200", "People")];
  const is = [row("a#metrics/1", "200", "People"), row("a#metrics/2", "$5B", "Valuation")];
  const { changes, moved } = compareContent(was, is, 7);
  expect(changes).toEqual([{ at: 7, id: "a#metrics/2", kind: "changed", was: "$4B" }]);
  expect(Object.fromEntries(moved)).toEqual({ "a#metrics/1": "a#metrics/2", "a#metrics/2": "a#metrics/1" });
});

test("a new entry is told once, not row by row", () => {
  const { changes } = compareContent([row("a#x/1", "one")], [row("a#x/1", "one"), row("b#x/1", "two")], 0);
  expect(changes).toEqual([{ at: 0, id: "b", kind: "new-entry" }]);
});

test("a row that is gone is told with its words", () => {
  const { changes } = compareContent([row("a#x/1", "one"), row("a#x/2", "two")], [row("a#x/1", "one")], 0);
  expect(changes).toEqual([{ at: 0, id: "a#x/2", kind: "removed", was: "two" }]);
});

const texts = fc.array(fc.constantFrom("one", "two", "three", "four", "five"), { maxLength: 6 });

test("shuffled rows are no change, and every other difference is told", () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const rows = (all: readonly string[]) => all.map((text, i) => row(`a#x/${i + 1}`, text));
      const { changes } = compareContent(rows(before), rows(after), 0);
      const spare = [...before];
      const added = after.filter((text) => {
        const i = spare.indexOf(text);
        if (i >= 0) spare.splice(i, 1);
        return i < 0;
      });
      // What is not among the rows before is new or changed; what is left over is removed or was changed.
      const told = changes.filter(({ kind }) => kind !== "new-entry");
      if (before.length > 0) expect(told.filter(({ kind }) => kind !== "removed")).toHaveLength(added.length);
      expect(told.filter(({ kind }) => kind === "removed" || kind === "changed")).toHaveLength(spare.length);
    }),
  );
});

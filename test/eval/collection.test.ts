import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { evalCollection, gainOf, readCollection } from "../../eval/collection.ts";

const lines = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).join("\n");

function collection(judgements: string): string {
  const folder = mkdtempSync(join(tmpdir(), "collection-"));
  mkdirSync(join(folder, "qrels"));
  writeFileSync(
    join(folder, "corpus.jsonl"),
    lines([
      { _id: "1", title: "Tides", text: "The moon raises the tides of the sea." },
      { _id: "2", text: "Bakers raise dough with yeast." },
    ]),
  );
  writeFileSync(
    join(folder, "queries.jsonl"),
    lines([
      { _id: "a", text: "what raises the tides?" },
      { _id: "b", text: "nobody judged this" },
    ]),
  );
  writeFileSync(join(folder, "qrels", "test.tsv"), `query-id\tcorpus-id\tscore\n${judgements}`);
  return folder;
}

test("a collection is read with its judgements; queries without any are left out, and so are passages judged 0", () => {
  const { passages, queries } = readCollection(collection("a\t1\t2\na\t2\t0\n"));
  expect(passages).toEqual([
    { id: "1", title: "Tides", text: "The moon raises the tides of the sea." },
    { id: "2", title: "", text: "Bakers raise dough with yeast." },
  ]);
  expect(queries).toEqual([{ text: "what raises the tides?", relevant: new Map([["1", 2]]) }]);
});

test("a judgement that is no number is refused", () => {
  expect(() => readCollection(collection("a\t1\tgood\n"))).toThrow();
});

test("gain is 1 for the ideal order, less the later the answer comes, and 0 without it", () => {
  const relevant = new Map([
    ["x", 2],
    ["y", 1],
  ]);
  expect(gainOf(["x", "y"], relevant)).toBe(1);
  expect(gainOf(["y", "x"], relevant)).toBeCloseTo((1 + 2 / Math.log2(3)) / (2 + 1 / Math.log2(3)));
  expect(gainOf(["z"], relevant)).toBe(0);
  expect(gainOf([..."abcdefghij", "x"], new Map([["x", 1]]))).toBe(0);
});

test("each engine's row tells its gain, hits and time", () => {
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  evalCollection(collection("a\t1\t1\n"));
  const printed = log.mock.calls.map(([line]) => String(line));
  log.mockRestore();
  expect(printed[0]).toMatch(/^2 passages, 1 queries/);
  for (const engine of ["MiniSearch as it comes", "with prefix and fuzzy", "the retrieval core"])
    expect(printed.find((line) => line.startsWith(engine))).toMatch(/ 1\.000 +1\.000 +1\.000 +\d+\.\d\d$/);
});

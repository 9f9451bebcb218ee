import { readFileSync } from "node:fs";
import { join } from "node:path";
import MiniSearch from "minisearch";
import { z } from "zod";
import { createIndex, search } from "#search/index.ts";
import { percentile } from "./score.ts";

const passage = z.object({ _id: z.string(), title: z.string().default(""), text: z.string() });
const query = z.object({ _id: z.string(), text: z.string() });

/** A public collection: its passages, and for each query what answers it, with how well (1 and more). */
type Collection = {
  readonly passages: readonly { readonly id: string; readonly title: string; readonly text: string }[];
  readonly queries: readonly { readonly text: string; readonly relevant: ReadonlyMap<string, number> }[];
};

/**
 * Reads a collection in the layout of BEIR (Thakur et al. 2021): `corpus.jsonl`, `queries.jsonl`, and `qrels/test.tsv`
 * with a heading. Queries without a judgement are left out. Throws for a line that is not of that form.
 */
export function readCollection(folder: string): Collection {
  const linesOf = (file: string) =>
    readFileSync(join(folder, file), "utf8")
      .split("\n")
      .filter((line) => line.trim() !== "");
  const judged = new Map<string, Map<string, number>>();
  for (const line of linesOf("qrels/test.tsv").slice(1)) {
    const [of, id, grade] = z.tuple([z.string(), z.string(), z.coerce.number()]).parse(line.trim().split("\t"));
    if (grade > 0) judged.set(of, (judged.get(of) ?? new Map<string, number>()).set(id, grade));
  }
  return {
    passages: linesOf("corpus.jsonl").map((line) => {
      const { _id, title, text } = passage.parse(JSON.parse(line));
      return { id: _id, title, text };
    }),
    queries: linesOf("queries.jsonl").flatMap((line) => {
      const { _id, text } = query.parse(JSON.parse(line));
      const relevant = judged.get(_id);
      return relevant ? [{ text, relevant }] : [];
    }),
  };
}

/** The ids that an engine finds for a query, best first, ten at most. */
type Find = (text: string) => readonly string[];

const engines: Readonly<Record<string, (passages: Collection["passages"]) => Find>> = {
  "MiniSearch as it comes": (passages) => plain(passages, {}),
  "with prefix and fuzzy": (passages) => plain(passages, { prefix: true, fuzzy: 0.2 }),
  "the retrieval core": (passages) => {
    const index = createIndex(passages);
    return (text) => search(index, text, { limit: 10 }).map(({ id }) => id);
  },
};

function plain(passages: Collection["passages"], options: { prefix?: boolean; fuzzy?: number }): Find {
  const index = new MiniSearch({ fields: ["title", "text"] });
  index.addAll([...passages]);
  return (text) =>
    index
      .search(text, options)
      .slice(0, 10)
      .map(({ id }) => z.string().parse(id));
}

/** Normalised discounted cumulative gain of the first ten (Järvelin and Kekäläinen 2002), 0 to 1. */
export function gainOf(found: readonly string[], relevant: ReadonlyMap<string, number>): number {
  const sum = (grades: readonly number[]) => grades.reduce((total, grade, i) => total + grade / Math.log2(i + 2), 0);
  const ideal = [...relevant.values()].sort((a, b) => b - a).slice(0, 10);
  return sum(found.slice(0, 10).map((id) => relevant.get(id) ?? 0)) / sum(ideal);
}

/** Asks each engine a collection's queries and prints nDCG@10, hit@1, hit@3 and the time of a query. */
export function evalCollection(folder: string): void {
  const { passages, queries } = readCollection(folder);
  console.log(`${passages.length} passages, ${queries.length} queries\n`);
  const columns = ["nDCG@10", "hit@1", "hit@3", "p50 ms"];
  console.log(`${"".padEnd(24)}${columns.map((name) => name.padStart(9)).join("")}`);
  for (const [name, open] of Object.entries(engines)) {
    const find = open(passages);
    const times: number[] = [];
    const asked = queries.map(({ text, relevant }) => {
      const start = performance.now();
      const found = find(text);
      times.push(performance.now() - start);
      const within = (place: number) => (found.slice(0, place).some((id) => relevant.has(id)) ? 1 : 0);
      return [gainOf(found, relevant), within(1), within(3)] as const;
    });
    const mean = (which: 0 | 1 | 2) => asked.reduce((total, one) => total + one[which], 0) / (asked.length || 1);
    const shown = [mean(0).toFixed(3), mean(1).toFixed(3), mean(2).toFixed(3), percentile(times, 0.5).toFixed(2)];
    console.log(`${name.padEnd(24)}${shown.map((value) => value.padStart(9)).join("")}`);
  }
}

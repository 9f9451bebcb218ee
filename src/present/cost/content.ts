import { type Assumption, numberOf, type Used, wordOf, wordsOf } from "#calc/assumption.ts";
import type { CostRows } from "#calc/cost/estimate.ts";
import { type PublishedRun, readRuns } from "#calc/cost/runs.ts";
import type { Vocabulary } from "#calc/cost-line/vocabulary.ts";
import type { Library } from "#content/library.ts";
import { onceEach } from "#core/once-each.ts";

/** What a training cost is made of, taken from a library. */
export type CostContent = {
  readonly rows: CostRows;
  readonly models: readonly Assumption[];
  readonly runs: readonly PublishedRun[];
  /** What models were pretrained on, by id, and the row that says so. */
  readonly published: ReadonlyMap<string, { readonly tokens: number; readonly row: Used }>;
  readonly vocabulary: Vocabulary;
};

/** The rows of the calculator's content files. Throws when a file is missing: a fault of the content. */
export const costContent = onceEach((library: Library): CostContent => {
  const rowsOf = (id: string) => {
    const file = library.records.assumptions.get(id);
    if (!file) throw new Error(`content/assumptions/${id}.yaml is missing`);
    return file.rows;
  };
  const rows: CostRows = {
    gpus: rowsOf("gpus"),
    rates: rowsOf("gpu-rates"),
    training: rowsOf("training"),
    energy: rowsOf("energy"),
  };
  const models = rowsOf("models");
  const runs = rowsOf("training-runs");
  return {
    rows,
    models,
    runs: readRuns(runs, rows.gpus),
    published: new Map([...publishedIn("models", models), ...publishedIn("training-runs", runs)]),
    vocabulary: { gpus: rows.gpus.map(named), models: models.map(named), providers: providersIn(rows.rates) },
  };
});

/** Pretraining tokens that the rows of a file state, by the row's id, which is the model's. */
function publishedIn(entry: string, rows: readonly Assumption[]) {
  return rows.flatMap((row) => {
    const tokens = numberOf(row, "tokens");
    if (tokens === undefined || (wordOf(row, "method") ?? "pretrain") !== "pretrain") return [];
    return [[row.id, { tokens, row: { entry, row } }] as const];
  });
}

const named = (row: Assumption) => ({ id: row.id, names: [row.name, ...row.aliases] });

function providersIn(rates: readonly Assumption[]) {
  const row = rates.find((candidate) => candidate.id === "provider-names");
  return Object.keys(row?.attributes ?? {}).map((id) => ({ id, names: row ? wordsOf(row, id) : [] }));
}

/** A provider's name as it writes itself. */
export function providerName(id: string, content: CostContent): string {
  return content.vocabulary.providers.find((provider) => provider.id === id)?.names[0] ?? id;
}

import type { Assumption } from "#calc/assumption.ts";
import { wordsOf } from "#calc/assumption.ts";
import type { CostRows } from "#calc/cost/estimate.ts";
import { type PublishedRun, readRuns } from "#calc/cost/runs.ts";
import type { Vocabulary } from "#calc/cost-line/vocabulary.ts";
import type { Library } from "#content/library.ts";

/** What a training cost is made of, taken from a library. */
export type CostContent = {
  readonly rows: CostRows;
  readonly models: readonly Assumption[];
  readonly runs: readonly PublishedRun[];
  readonly vocabulary: Vocabulary;
};

const opened = new WeakMap<Library, CostContent>();

/** The rows of the calculator's content files. Throws when a file is missing: a fault of the content. */
export function costContent(library: Library): CostContent {
  const known = opened.get(library);
  if (known) return known;
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
  const content: CostContent = {
    rows,
    models,
    runs: readRuns(rowsOf("training-runs"), rows.gpus),
    vocabulary: { gpus: rows.gpus.map(named), models: models.map(named), providers: providersIn(rows.rates) },
  };
  opened.set(library, content);
  return content;
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

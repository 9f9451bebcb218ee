import { readFileSync } from "node:fs";
import type { Assumption } from "#calc/assumption.ts";
import type { CostRows } from "#calc/cost/estimate.ts";
import type { Training } from "#calc/cost/training.ts";
import type { Vocabulary } from "#calc/cost-line/vocabulary.ts";
import { parseFile } from "#content/parse-file.ts";
import { assumptionsSchema } from "#content/schema/assumptions.ts";

/** The rows of one of the content's own assumption files. */
export function rowsOf(id: string): readonly Assumption[] {
  const file = `content/assumptions/${id}.yaml`;
  const result = parseFile(file, readFileSync(file, "utf8"), assumptionsSchema);
  if ("problems" in result) throw new Error(JSON.stringify(result.problems[0]));
  return result.parsed.data.rows;
}

export const costRows: CostRows = {
  gpus: rowsOf("gpus"),
  rates: rowsOf("gpu-rates"),
  training: rowsOf("training"),
  energy: rowsOf("energy"),
};

export function gpuNamed(id: string): Assumption {
  const gpu = costRows.gpus.find((row) => row.id === id);
  if (!gpu) throw new Error(`no GPU ${id}`);
  return gpu;
}

/** Dense BF16 pretraining. */
export function pretraining(params: number, tokens: number, more: Partial<Training> = {}): Training {
  return { method: "pretrain", paramsTotal: params, paramsActive: params, tokens, precision: "bf16", ...more };
}

const named = (row: Assumption) => ({ id: row.id, names: [row.name, ...row.aliases] });

export const vocabulary: Vocabulary = {
  gpus: costRows.gpus.map(named),
  models: rowsOf("models").map(named),
  providers: [
    { id: "aws", names: ["AWS", "amazon"] },
    { id: "lambda", names: ["Lambda", "lambda labs"] },
  ],
};

import type { Assumption } from "#calc/assumption.ts";
import { clip } from "#core/clip.ts";
import { resolveName } from "#core/nearest.ts";
import { refuse, type Typed } from "./asked.ts";
import type { CostContent } from "./content.ts";

/** The accelerator meant when none is named. Throws when no row is marked so: a fault of the content. */
export function defaultGpu({ rows }: CostContent): Assumption {
  const gpu = rows.gpus.find(({ attributes }) => attributes.default === true);
  if (!gpu) throw new Error("content/assumptions/gpus.yaml has no row with the attribute default");
  return gpu;
}

/** The accelerators that others are set against. */
export function comparedGpus({ rows }: CostContent): readonly Assumption[] {
  return rows.gpus.filter(({ attributes }) => attributes.compared === true);
}

/** The accelerator named. Undefined when none is; refuses an unknown one with the nearest. */
export function readGpu(typed: Typed, content: CostContent): Assumption | undefined {
  const text = typed.gpu?.trim();
  if (!text) return undefined;
  const found = resolveName(
    text,
    content.rows.gpus.map((row) => ({ value: row, names: [row.id, row.name, ...row.aliases] })),
  );
  if (found.match && found.how !== "typo") return found.match;
  const nearest = found.match ? [found.match] : found.nearest;
  throw unknownGpu(text, typed, content, nearest[0]);
}

/** Refuses a word that was meant as an accelerator. */
export function unknownGpu(text: string, typed: Typed, content: CostContent, nearest?: Assumption) {
  const known = comparedGpus(content).map((row) => row.name);
  const says = nearest ? ` Did you mean ${nearest.name}?` : "";
  return refuse(
    `There is no GPU “${clip(text, 40)}” in the casebook.${says} It knows ${content.rows.gpus.length}, such as ${known.join(", ")}.`,
    typed,
    { gpu: (nearest ?? defaultGpu(content)).id },
    ["gpu"],
  );
}

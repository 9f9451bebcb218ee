import type { Kind } from "../vocabulary/lexicon.ts";
import type { Unit } from "./units.ts";

/** Words that say that a definition or a comparison is wanted, and nothing of what. */
const forms =
  /^(?:mean|means|meant|meaning|define|defined|definition|explain|differ|difference|differences|compare|compared|comparison|versus|vs)$/;

/** The units that say what is asked, and not only in which form. */
export function withoutForm(units: readonly Unit[], kinds: readonly Kind[]): readonly Unit[] {
  const isForm = kinds.includes("definition") || kinds.includes("comparison");
  // "What objections will they raise" has nothing to do with money.
  const isVoiced = units.some(({ text }) => /\b(?:objections?|concerns?|questions?|issues?|doubts?)$/.test(text));
  const rest = units.filter(({ text }) => !(isForm && forms.test(text)) && !(isVoiced && voicing.test(text)));
  return rest.length > 0 ? rest : units;
}

const voicing = /^(?:rais(?:e|ed|es|ing)|voic(?:e|ed|es|ing)|brings? up)$/;

import { plainNumbers } from "../notation.ts";
import { type LineRange, lineRange, type SaidRange } from "../ranges.ts";
import { isSame, type Said, scan } from "../scan.ts";
import { inDigits } from "../spelled.ts";
import { rolesInLine, rolesInProse } from "./roles.ts";
import { rulesFor } from "./rules.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { type CostOption, fineTuning, plainWords } from "./words.ts";

/** What a line of free words says about a training run. */
export type CostLine = {
  /** Options as text, by name. */
  readonly options: Readonly<Record<string, string>>;
  /** Words that mean nothing here, as typed; a range is among them. */
  readonly unknown: readonly string[];
  /** The first range that stands for one number: "7-13B". */
  readonly range: LineRange | undefined;
  /** Options that the line gives two different values; the first one stands. */
  readonly conflicts: readonly { readonly option: string; readonly values: readonly [string, string] }[];
  /** Numbers whose role was guessed from the others: "300B" as "tokens". */
  readonly guessed: readonly { readonly text: string; readonly option: string }[];
};

/**
 * Reads `70b params, 15t tokens on 1024 h100s` in any order. `given` holds what was given by name and so is settled.
 * Never throws; takes time linear in the line's length.
 */
export function readCostLine(
  line: string,
  vocabulary: Vocabulary,
  given: Readonly<Record<string, string>> = {},
): CostLine {
  return read(line, vocabulary, given, rolesInLine);
}

/** The same of a sentence, most of whose words and some of whose numbers are about something else. */
export function readCostProse(sentence: string, vocabulary: Vocabulary): CostLine {
  // A colon and a space end a part of a sentence; behind a key they would give it a value.
  return read(sentence.replace(/:\s/g, ", ").replace(plainWords, " "), vocabulary, {}, rolesInProse);
}

function read(
  line: string,
  vocabulary: Vocabulary,
  given: Readonly<Record<string, string>>,
  rolesOf: typeof rolesInLine,
): CostLine {
  const options: Record<string, string> = {};
  const unknown: string[] = [];
  const conflicts: CostLine["conflicts"][number][] = [];
  const bare: string[] = [];
  const ranges: SaidRange[] = [];
  const plain = plainNumbers(inDigits(line));
  let timeUnit = "";
  const set = (option: string, value: string) => {
    const before = options[option] ?? given[option];
    if (before === undefined || before === fineTuning) options[option] = value;
    else if (value !== fineTuning && !isSame(before, value)) conflicts.push({ option, values: [before, value] });
  };
  const hear = (said: Said<CostOption>) => {
    if (said.kind === "options") for (const [option, value] of Object.entries(said.options)) set(option, value);
    else if (said.kind === "bare") bare.push(said.text);
    else if (said.kind === "time-unit") timeUnit ||= said.text;
    else if (said.kind === "unknown") unknown.push(said.text);
    else if (said.kind === "range") ranges.push(said);
  };
  scan(plain, rulesFor(vocabulary), hear);
  const deadline = options.deadline ?? given.deadline;
  if (timeUnit && deadline && /^[\d.,]+$/.test(deadline)) options.deadline = `${deadline} ${timeUnit}`;
  if (options.method === fineTuning) options.method = "sft";
  if (options.method?.endsWith("lora") && /^(?:nv|mx)?(?:fp|int)?-?4(?:[\s-]?bit)?$/i.test(options.precision ?? "")) {
    options.method = "qlora";
    delete options.precision;
  }
  const roles = rolesOf(bare, { ...given, ...options });
  for (const { text, option } of roles.guessed) options[option] = text;
  return {
    options,
    unknown: [...unknown, ...ranges.map(({ text }) => text), ...roles.left],
    range: lineRange(plain, ranges),
    conflicts,
    guessed: roles.guessed,
  };
}

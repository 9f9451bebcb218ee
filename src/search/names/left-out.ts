import type { Names } from "./names.ts";

/** Words behind which companies are named that are left out. */
const leavingOut =
  /\b(?:besides|except(?: for)?|excluding|apart from|aside from|other than|not counting|but not|leaving out)\b/;

/** How, why or when something is so with somebody else as well: "how does Visa hedge, besides Solana?" leaves nobody out. */
const asksHow = /^(?:so |and |but )?(?:in (?:what|which) ways?|how (?!many|much)|why|when|where)\b/;

/** The companies that a question leaves out, by id: "besides OpenAI and Mistral, who …"; none that it asks about elsewhere. */
export function leftOut(
  words: readonly string[],
  names: Pick<Names, "companiesIn" | "withoutCompanies">,
): ReadonlySet<string> {
  const line = words.join(" ");
  const at = leavingOut.exec(line);
  if (!at || asksHow.test(line)) return new Set();
  const behind = line
    .slice(at.index + at[0].length)
    .trim()
    .split(" ");
  const rest = names.withoutCompanies(behind).find((word) => !/^(?:and|or|the)$/.test(word));
  const run = rest === undefined ? behind : behind.slice(0, behind.indexOf(rest));
  const left = [...line.slice(0, at.index).trim().split(" "), ...behind.slice(run.length)];
  return names.companiesIn(run).difference(names.companiesIn(left));
}

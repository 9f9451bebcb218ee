/** Words that end the thing asked for: "what discount | did they give", "what share | of sales". */
const ends = new Set(
  "do does did is are was were has have had will would can could should might must of for in on at from with to by per as a an the and or if when how why who where".split(
    " ",
  ),
);
const asks = /^(?:what|which|whose|many|much)$/;
const longest = 4;

/**
 * The word that says what is asked for: "discount" in "what discount did they give", "tickets" in "how many support
 * tickets are open", the last one where only a few words are put side by side. Nothing when it is not put so.
 */
export function headOf(words: readonly string[]): string | undefined {
  const from = words.findIndex((word) => asks.test(word));
  if (from < 0) {
    const bare = words.length > 1 && words.length <= longest + 1 && !words.some((word) => ends.has(word));
    return bare ? words.at(-1) : undefined;
  }
  const rest = words.slice(from + 1, from + 2 + longest);
  const to = rest.findIndex((word) => ends.has(word));
  return to > 0 ? rest[to - 1] : undefined;
}

const facts =
  "valuation|revenues?|turnover|headcount|employees|founders?|ceo|investors|funding(?: rounds?)?|headquarters|hq|competitors|rivals|partnerships|partners|customers|ipo|profits?|business model|market cap";
const name = "([\\p{L}\\p{N}.-]+(?: (?:ai|labs?|ml|inc|[\\p{L}\\p{N}.-]+))?)";
const subjects: readonly RegExp[] = [
  new RegExp(
    `\\b(?:does|did|do|was|is|has) ${name} (?:founded|started|based|worth|valued|raised?|have|had|make|earn|pay|charge|employ|partner|grant|own|run)\\b`,
    "u",
  ),
  new RegExp(`^(?:so |and )?(?:(?:what|who|where) (?:is|are|was|were) )?${name} (?:${facts})$`, "u"),
  new RegExp(`^(?:so |and )?who (?:founded|started|created|owns|leads) ${name}$`, "u"),
  new RegExp(`\\b(?:${facts}) (?:of|at) ${name}$`, "u"),
];

/** Whom a fact is asked about, where the question is put like "who founded X" or "how many partners does X have". */
export function subjectOf(words: readonly string[]): readonly string[] {
  const line = words.join(" ");
  for (const pattern of subjects) {
    const subject = pattern.exec(line)?.[1];
    if (subject) return subject.split(" ");
  }
  return [];
}

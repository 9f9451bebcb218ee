/** What the words before a change say of nothing: "and", "what if we used". */
const beside =
  /\b(?:as|about|if|instead|then|but|so|ok|okay|suppose|make|made|only|just|cheaper|faster|slower|more|less|were|was|had|used|went|go|try|happens|same|again|now|too|also|change|set|switch|them|they|you|lets?)\b|\blet's\b|\bones?(?=\W*$)/gi;

/** A question of something else, though it names a card or a method: "what is LoRA?", "how much is an H100?" */
const asksElse =
  /^(?:(?:and|but|so|ok|okay)[\s,]+)*(?:what(?:['’]?s| is| are| does| do)|how (?:much|many) (?:is|are|does|do)|who|why|when|where|which|explain|define|tell|show)\b(?! (?:it|that|this|the (?:cost|costs|price|total|bill)|about|if|we|i)\b)/i;

/** A year is no number of anything: "in 2024?" */
const inYear = /\b(?:in|by|since|until|till|during) (?:19|20)\d\d[?!.\s]*$/i;

/** Letters; what is longer asks something of its own. */
const longest = 100;

/** The words by which a question may change a calculation, without what leads them in. Undefined where it asks something else. */
export const wordsOfChange = (question: string): string | undefined =>
  question.length > longest || asksElse.test(question) || inYear.test(question)
    ? undefined
    : question
        .replace(/[?!.\s]+$/, "")
        .replace(beside, " ")
        .replace(/\s+/g, " ")
        .trim();

const factors = { double: 2, twice: 2, triple: 3, thrice: 3, quadruple: 4, half: 0.5, halve: 0.5, quarter: 0.25 };
const factorNamed: ReadonlyMap<string, number> = new Map(Object.entries(factors));
const times = new RegExp(
  `^(?:(?:and|what|how|with|on|for|to|use|using|at|a) )*(?:(${Object.keys(factors).join("|")})|(\\d{1,3}(?:\\.\\d)?) ?(?:x|×|times))(?: (?:the|many|much|of|our|my|number|amount))* ([a-z-]{3,20})$`,
  "i",
);

/** Of what a change wants how many times as much: "double the tokens", "half as many GPUs", "10x the tokens". */
export function timesSaid(words: string): { readonly factor: number; readonly of: string } | undefined {
  const [, named = "", figure, of] = times.exec(words) ?? [];
  const factor = figure === undefined ? factorNamed.get(named.toLowerCase()) : Number(figure);
  return factor && of ? { factor, of: of.toLowerCase() } : undefined;
}

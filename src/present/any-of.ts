/** A pattern of any of some words, each whole, in either letter case: `anyOf("was|were")`. */
export const anyOf = (words: string): RegExp => new RegExp(String.raw`\b(?:${words})\b`, "i");

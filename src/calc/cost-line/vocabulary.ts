/** Something with an id and the names people type for it. */
type Named = { readonly id: string; readonly names: readonly string[] };

/** Names of the content that a cost line may hold. */
export type Vocabulary = {
  readonly gpus: readonly Named[];
  readonly models: readonly Named[];
  readonly providers: readonly Named[];
};

/** A regex source that fits any of the names with loose separators, and the id that a typed name means. */
export function nameRule(things: readonly Named[]): { source: string; idOf: (typed: string) => string } {
  const ids = new Map(things.flatMap(({ id, names }) => [id, ...names].map((name) => [squeeze(name), id] as const)));
  const names = [...new Set(things.flatMap(({ id, names: others }) => [id, ...others]))];
  const longestFirst = names.sort((a, b) => b.length - a.length).map(loose);
  return {
    source: longestFirst.length > 0 ? `(?:${longestFirst.join("|")})` : "(?!)",
    idOf: (typed) => ids.get(squeeze(typed)) ?? typed,
  };
}

/** A regex source that fits the first words of names: "h100" of "H100 SXM". */
export function firstWords(things: readonly Named[]): string {
  return anyOf(things.flatMap(({ id, names }) => [id, ...names].map((name) => /^[a-z0-9]+/i.exec(name)?.[0])));
}

/** A regex source that fits the families of names, such as "llama": what they begin is a name, not a number. */
export function families(things: readonly Named[]): string {
  return anyOf(things.map(({ id }) => /^[a-z]{3,}/.exec(id)?.[0]));
}

function anyOf(words: readonly (string | undefined)[]): string {
  const distinct = new Set(words.flatMap((word) => (word ? [word.toLowerCase()] : [])));
  return distinct.size > 0 ? `(?:${[...distinct].sort((a, b) => b.length - a.length).join("|")})` : "(?!)";
}

/** "llama 3.1 8b" also fits `Llama-3.1-8B` and `llama3.1_8b`. */
function loose(name: string): string {
  return name
    .toLowerCase()
    .split(/[\s_.-]+/)
    .map((piece) => piece.replace(/[*+?^${}()|[\]\\]/g, "\\$&"))
    .join(String.raw`[\s_.-]{0,2}`);
}

const squeeze = (name: string): string => name.toLowerCase().replace(/[\s_.-]+/g, "");

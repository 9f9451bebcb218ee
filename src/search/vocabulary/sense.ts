import { stem, wordsOf } from "../words/tokens.ts";
import type { Lexicon } from "./lexicon.ts";

/** Words with what they mean: stems, and the vocabulary's groups among them. */
export type Sense = { readonly stems: ReadonlySet<string>; readonly concepts: ReadonlySet<number> };

/** What a text says and means. */
export function senseOf(text: string, lexicon: Lexicon): Sense {
  return senseOfStems(wordsOf(text).map(stem), lexicon);
}

/** The same for the stems of some words, stop words among them. */
export function senseOfStems(stems: readonly string[], lexicon: Lexicon): Sense {
  const concepts = new Set<number>();
  for (const match of lexicon.scan(stems)) for (const concept of match.concepts) concepts.add(concept);
  return { stems: new Set(stems), concepts };
}

/** Reads some stems once; gives what those from one place to before another mean. */
export function sensesOf(stems: readonly string[], lexicon: Lexicon): (from: number, to: number) => Sense {
  const matches = lexicon.scan(stems).filter(({ concepts }) => concepts.length > 0);
  return (from, to) => {
    const concepts = new Set<number>();
    for (const match of matches)
      if (match.from >= from && match.from + match.length <= to)
        for (const concept of match.concepts) concepts.add(concept);
    return { stems: new Set(from === 0 && to === stems.length ? stems : stems.slice(from, to)), concepts };
  };
}

/** True when all these stems stand in some words. */
export function holds({ stems: held }: Sense, stems: readonly string[]): boolean {
  for (const term of stems) if (!held.has(term)) return false;
  return true;
}

/** True when one of these groups of words stands in some words. */
export function means({ concepts: held }: Sense, concepts: readonly number[]): boolean {
  for (const concept of concepts) if (held.has(concept)) return true;
  return false;
}

/** What tells these texts apart: the sense of each without what another shares. */
export function sensesApart(texts: readonly string[], lexicon: Lexicon): Sense[] {
  const senses = texts.map((text) => senseOf(text, lexicon));
  return senses.map(({ stems, concepts }, i) => {
    const others = senses.filter((_, other) => other !== i);
    return {
      stems: new Set([...stems].filter((term) => others.every((other) => !other.stems.has(term)))),
      concepts: new Set([...concepts].filter((concept) => others.every((other) => !other.concepts.has(concept)))),
    };
  });
}

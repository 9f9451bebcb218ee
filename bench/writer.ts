import { randomFrom } from "#calc/random.ts";

/** Makes text that looks like a library's own. */
export type Writer = {
  /** Sentences of about this many words, half to one and a half times. */
  text(words: number): string;
  /** A name that was not given before. */
  name(): string;
  /** A month from 2015 to 2026. */
  date(): string;
  /** A whole number from 1 up to this. */
  number(most: number): number;
  oneOf<T>(list: readonly T[]): T;
};

/** Words that the model text does not know: how often one stands, and how many there are. */
const strange = { share: 0.04, kinds: 60_000 };
const syllables =
  "ba ce di fo gu ha ke li mo nu pa re si to vu za bri cho dra fle gra kno pli qua sto tri var wen xel yor".split(" ");

/**
 * Learns which word follows which from some texts, so that frequent words stay frequent and phrases recur, and mints a
 * few words of its own, the later the rarer. The same texts and seed give the same text.
 */
export function createWriter(models: readonly string[], seed: number): Writer {
  const random = randomFrom(seed);
  const oneOf = <T>(list: readonly T[]): T => {
    const found = list[Math.floor(random() * list.length)];
    if (found === undefined) throw new Error("nothing to choose from");
    return found;
  };
  const words = models.map((text) => text.match(/[\p{L}\p{N}$€%.-]*[\p{L}\p{N}]/gu) ?? []);
  const following = new Map<string, string[]>();
  for (const text of words)
    for (const [i, word] of text.entries()) {
      const next = text[i + 1];
      const list = following.get(word);
      if (next && list) list.push(next);
      else if (next) following.set(word, [next]);
    }
  const all = words.flat();
  const minted = (number: number, count: number): string =>
    Array.from(
      { length: count },
      (_, i) => syllables[Math.floor(number / syllables.length ** i) % syllables.length],
    ).join("");
  const large = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  let names = 0;
  return {
    text: (length) => {
      const count = Math.max(1, Math.round(length * (0.5 + random())));
      let word = oneOf(all);
      const written = Array.from({ length: count }, () => {
        word = oneOf(following.get(word) ?? all);
        return random() < strange.share ? minted(Math.floor(strange.kinds * random() ** 3), 4) : word;
      });
      const sentence = 16;
      return Array.from(
        { length: Math.ceil(count / sentence) },
        (_, i) => `${large(written.slice(i * sentence, (i + 1) * sentence).join(" "))}${length > 8 ? "." : ""}`,
      ).join(" ");
    },
    name: () => `${large(minted(++names * 7919, 3))} ${large(minted(names * 104_729, 2))}`,
    date: () => `${2015 + Math.floor(random() * 12)}-${String(1 + Math.floor(random() * 10)).padStart(2, "0")}`,
    number: (most) => 1 + Math.floor(random() * most),
    oneOf,
  };
}

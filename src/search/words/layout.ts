const cyrillic = "йцукенгшщзхъфывапролджэячсмитьбюёіїє";
const latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`s]'";
const keys = new Map([...cyrillic].map((letter, i) => [letter, latin[i] ?? letter]));

const least = 3;

/**
 * A question typed with the keyboard left on a Cyrillic layout ("цщкв" for "word"), letter by letter as the same keys
 * give it in Latin; the text unchanged when that makes no words. `knows`: true for a word the library has.
 */
export function retype(text: string, knows: (word: string) => boolean): string {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const foreign = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  if (foreign < least || foreign < letters * 0.6) return text;
  const typed = [...text.toLowerCase()].map((letter) => keys.get(letter) ?? letter).join("");
  const words = typed.match(/[a-z]{2,}/g) ?? [];
  const met = words.filter(knows).length;
  return words.length > 0 && met >= words.length / 2 ? typed : text;
}

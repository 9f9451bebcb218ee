import { isStopWord, wordsOf } from "../words/tokens.ts";

/**
 * Small words of a language, and a few that questions of its speakers are full of; without accents. `shared`: English,
 * names or short forms have them too, so that few of them say nothing. None is a small word of English.
 */
type SmallWords = { readonly own: ReadonlySet<string>; readonly shared: ReadonlySet<string> };

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

const languages = {
  german: {
    own: words(`wer wie wann warum wieso welche welcher welches welchen wieviel wieviele sind wurde wurden und nicht viel
      viele auf uber bei ein eine einen einem einer haben macht gibt kann ich wir fur zum zur oder verdient geld
      kostet gegrundet grundete`),
    shared: words("die hat der den das dem des von mit ist wo es sie"),
  },
  french: {
    own: words(`qui quel quelle quels quelles combien pourquoi avec dans sont les leur leurs cette aux quand quoi fait
      nous vous ils je fonde vaut gagne coute`),
    shared: words("comment de la le des du et est en un une sur que pour par pas ou il elle ses ces"),
  },
  spanish: {
    own: words(`quien quienes cual cuales cuanto cuanta cuantos cuantas donde cuando porque que esta estan tiene tienen
      gana cuesta empresa fundo`),
    shared: words("como el la los las de del en y con por para es son se su sus un una al lo hay"),
  },
  portuguese: {
    own: words("quem onde quanto quantos quantas qual quais quando porque que nao sao pela pelo voce tem ganha fundou"),
    shared: words("como o os de da dos das em e com por para na um uma se"),
  },
  italian: {
    own: words("perche quando quanto quanti quale quali dove cosa sono gli della delle degli nella fondato guadagna"),
    shared: words("chi che ha fa il la lo le di del dei da e con un una si come nel"),
  },
  dutch: {
    own: words(`wie waarom hoeveel welke wanneer zijn het voor naar niet ook wordt worden heeft hebben verdient geld
      kost opgericht`),
    shared: words("wat hoe waar de en van met op een uit te ze er bij aan"),
  },
  other: { own: words("hvem hvor hvad hvorfor varfor grundade"), shared: words("vem vad er og och") },
} satisfies Record<string, SmallWords>;

/** A language that is not English; `other` for those that are told apart from it alone. */
export type Language = keyof typeof languages;

/** Small words of English that are others' too, and speak for neither. */
const neutral = words("a an am do i in is me no of on so was");

/** So many shared words are no chance: "comment OpenAI gagne-t-il de l'argent". */
const manyShared = 3;

/** "l'argent", "d'OpenAI". */
const elided = /(?<![\p{L}\p{N}])(?:[ldnjs]|qu)['’](?=\p{L}{2})/giu;

/**
 * The language that a text is in, where that is not English: another script, or small words of it that outnumber the English ones by far.
 * Names alone are none: "Mistral?"
 */
export function languageOf(text: string): Language | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters > 0 && latin < letters / 2) return "other";
  const said = wordsOf(text);
  const english = said.filter((word) => isStopWord(word) && !neutral.has(word)).length;
  if (english === 0 && inAnotherScript(text)) return "other";
  let found: { readonly language: Language; readonly count: number } | undefined;
  for (const language of names) {
    const { own, shared }: SmallWords = languages[language];
    const owned = said.filter((word) => own.has(word)).length;
    const lent = said.filter((word) => shared.has(word)).length + (language === "french" ? elisions(text) : 0);
    const count = owned + lent;
    const isSpoken = (owned > 0 || lent >= manyShared) && count > 3 * english;
    if (isSpoken && count > (found?.count ?? 0)) found = { language, count };
  }
  return found?.language;
}

/** Beside names, however long, two words of another script speak for it, or one where nothing else is a word. */
function inAnotherScript(text: string): boolean {
  const words = text.match(otherScript) ?? [];
  if (words.length === 1 && /^\P{L}*\p{Script=Latin}/u.test(text) && ownName.test(words[0] ?? "")) return false;
  const weight = words.reduce((sum, word) => sum + (spaceless.test(word) ? word.length / 2 : 1), 0);
  return weight >= 2 || (weight >= 1 && !/(?<!\p{L})\p{Ll}\p{Script=Latin}/u.test(text));
}

const otherScript = /(?:(?!\p{Script=Latin})[\p{L}\p{M}]){2,}/gu;
/** A firm's name as it writes it itself, behind the one that it has here: none of these asks, or is what is asked of a firm. */
const ownName =
  /^(?:(?![谁誰什么怎何吗呢哪几多的了是价價值额額收险險资資竞競创創略客伴式润市立])[\p{Script=Han}\p{Script=Katakana}ー]){2,8}$/u;
/** Written without blanks: two letters are a word. */
const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

const elisions = (text: string): number => text.match(elided)?.length ?? 0;

const names: readonly Language[] = ["german", "french", "spanish", "portuguese", "italian", "dutch", "other"];

import type { Entry, Passage } from "#content/entry.ts";
import type { Library } from "#content/library.ts";
import type { Steps } from "#core/steps.ts";
import type { EngineName } from "../engine/engine.ts";
import { restoreTerms, type SavedTerms, saveTerms, type Terms, termSteps, termsOf } from "../index.ts";
import { type Topics, topicSteps } from "../meaning/latent.ts";
import { type Learnt, learnSteps } from "../question/library-reader.ts";
import { createLexicon, type Lexicon } from "../vocabulary/lexicon.ts";

/** What is worked out of a library once; an index opens on it in a fraction of the time. */
export type Learned = { readonly terms: Terms; readonly topics: Topics; readonly reader: Learnt };

/** The same as plain data. */
export type SavedLearned = Omit<Learned, "terms"> & { readonly terms: SavedTerms };

export const saveLearned = ({ terms, ...rest }: Learned): SavedLearned => ({ ...rest, terms: saveTerms(terms) });

/** Throws for what another version of MiniSearch saved in another form. */
export const restoreLearned = ({ terms, ...rest }: SavedLearned): Learned => ({ ...rest, terms: restoreTerms(terms) });

/** Works out of a library all that takes long, passage by passage. */
export function* learnedSteps(library: Library, engine?: EngineName): Steps<Learned> {
  const lexicon = createLexicon(library.records.vocabulary);
  const terms = yield* termSteps(documentsIn(rowsOf(library), lexicon), { engine });
  const topics = yield* topicSteps(library.passages, ({ id }) => id, termsAbout);
  return { terms, topics, reader: yield* learnSteps(library, terms, lexicon) };
}

/** A passage with its entry. */
export type Row = { readonly passage: Passage; readonly entry: Entry };

/** Every passage with its entry, in the order of the library. */
export function rowsOf(library: Library): Row[] {
  return library.passages.map((passage) => {
    const entry = library.entry(passage.entry);
    if (!entry) throw new Error(`${passage.id} is of no entry`);
    return { passage, entry };
  });
}

/** Passages as they are indexed: under their entry's name, their own names and the ways people ask for them. */
export const documentsIn = (rows: readonly Row[], lexicon: Lexicon) =>
  rows.map(({ passage, entry }) => ({
    id: passage.id,
    title: [entry.title, passage.title, ...passage.aliases, ...passage.asked, lexicon.hint(passage.id)].join(" · "),
    text: [passage.text, ...passage.also.map((rival) => rival.text)].join(" "),
  }));

/** The terms of what a passage says and is asked by. */
function termsAbout({ title, text, aliases, asked }: Passage): string[] {
  return [title, text, ...aliases, ...asked].flatMap((words) => termsOf(words));
}

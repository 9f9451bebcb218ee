import type { Entry, Kind, Passage } from "#content/entry.ts";
import type { Library } from "#content/library.ts";
import { atOnce, type Steps } from "#core/steps.ts";
import type { EngineName } from "../engine/engine.ts";
import { type Index, openIndex, search } from "../index.ts";
import { type Topic, topicReader } from "../meaning/latent.ts";
import { openReader } from "../question/library-reader.ts";
import type { Question } from "../question/question.ts";
import type { Reader } from "../question/reader.ts";
import { createFacets, type FacetRows, type FacetsAnswered } from "../vocabulary/facets.ts";
import { createLexicon } from "../vocabulary/lexicon.ts";
import { isStopWord, stem, wordsOf } from "../words/tokens.ts";
import { documentsIn, type Learned, learnedSteps, type Row, rowsOf } from "./learned.ts";
import { createMayName, type MayName } from "./may-name.ts";
import { createMeaningRows, type PassageMeanings } from "./meaning-rows.ts";
import type { ReadPassage } from "./read-passage.ts";
import { createReader } from "./reading.ts";
import { type NamedSection, sectionSteps } from "./sections.ts";
import { isOpenPoint } from "./untold.ts";

/** What a search may be narrowed to. */
type Facets = { readonly kind?: Kind; readonly niche?: string; readonly entry?: string };

export type PassageHit = { readonly passage: Passage; readonly entry: Entry; readonly score: number };

/** The library, ready to be searched. */
export type SearchIndex = {
  readonly library: Library;
  readonly index: Index;
  /** What questions are read with: vocabulary, names, spelling. */
  readonly reader: Reader;
  /** A passage read for answering; remembered. */
  read(passage: Passage, entry: Entry): ReadPassage;
  /** The facets that a passage answers. */
  facetsOf(passage: Passage, entry: Entry): FacetsAnswered;
  /** The rows of an entry by the facets that they answer; remembered. */
  facetRows(entry: Entry): FacetRows;
  /** Sections, but those of studies, whose names hold much of a question; the best first, at most three. */
  sectionsNamed(question: Question): readonly NamedSection[];
  /** Every passage with its entry, by its number in the index. */
  readonly rows: readonly Row[];
  /** A passage's number in the index, from 0. Throws for one of another library. */
  documentOf(passage: Passage): number;
  /** The same of all passages of an entry. */
  documentsOf(entry: Entry): readonly number[];
  /** Which passages, by their numbers, may name a company. */
  readonly mayName: MayName;
  /** How near a passage, by its number, is to a meaning: 0 to 1. */
  meaningAt(document: number, meaning: Topic): number;
  /** True when a word stands somewhere in the library. */
  knows(word: string): boolean;
};

/** Indexes every passage under its entry's name and its own title. About 0.2 s per thousand passages. */
export function createSearchIndex(library: Library, engine?: EngineName): SearchIndex {
  return atOnce(searchIndexSteps(library, engine));
}

/** The same as {@link createSearchIndex}, passage by passage. */
export function* searchIndexSteps(library: Library, engine?: EngineName): Steps<SearchIndex> {
  return yield* openSteps(library, yield* learnedSteps(library, engine));
}

/** The index of a library that this was learned of, passage by passage. `meant`: what its passages mean, where that is known. */
export function* openSteps(
  library: Library,
  { terms, topics, reader: learnt }: Learned,
  meant?: PassageMeanings,
): Steps<SearchIndex> {
  const lexicon = createLexicon(library.records.vocabulary);
  const rows = rowsOf(library);
  const index = openIndex(documentsIn(rows, lexicon), terms);
  yield;
  const numbers = new Map(library.passages.map((passage, i) => [passage, i]));
  const ofEntry = Map.groupBy(rows.keys(), (document) => rows[document]?.entry);
  const reader = openReader(library, terms, lexicon, topicReader(topics), learnt);
  const facets = createFacets(lexicon);
  const { meaningAt, waysOf } = createMeaningRows(library.passages, reader.meanings, meant);
  const documentOf = (passage: Passage): number => {
    const number = numbers.get(passage);
    if (number === undefined) throw new Error(`${passage.id} is not in this index`);
    return number;
  };
  const { read, contextOf } = createReader(lexicon, {
    names: reader.names,
    topicOf: reader.topicOf,
    waysOf: (passage) => waysOf(documentOf(passage)),
    weightOf: reader.weightOf,
    facetsOf: facets.of,
  });
  return {
    library,
    index,
    reader,
    read,
    facetsOf: facets.of,
    facetRows: facets.rowsOf,
    rows,
    documentOf,
    documentsOf: (entry) => ofEntry.get(entry) ?? [],
    mayName: createMayName(index, reader.names),
    meaningAt,
    sectionsNamed: yield* sectionSteps(library, contextOf),
    knows: (word) => wordsOf(word).some((piece) => isStopWord(piece) || index.dictionary.counts.has(stem(piece))),
  };
}

/** Passages for free words, best first, within the facets. Deterministic. */
export function findPassages(
  { library, index }: SearchIndex,
  query: string,
  facets: Facets = {},
  limit = 100,
  typing = false,
): PassageHit[] {
  const wanted = (passage: Passage, entry: Entry) =>
    (!facets.kind || passage.kind === facets.kind) &&
    (!facets.niche || entry.niche === facets.niche) &&
    (!facets.entry || entry.id === facets.entry);
  const lookUp = (id: string) => {
    const passage = library.passage(id);
    const entry = passage && library.entry(passage.entry);
    return passage && entry ? { passage, entry } : undefined;
  };
  const narrowed = (id: string) => {
    const found = lookUp(id);
    return found !== undefined && wanted(found.passage, found.entry);
  };
  const where = Object.keys(facets).length > 0 ? narrowed : undefined;
  const hits = search(index, query, { limit, where, typing }).flatMap(({ id, score }) => {
    const found = lookUp(id);
    return found ? [{ ...found, score }] : [];
  });
  // What is not known is said behind all that is.
  const isOpen = ({ passage }: PassageHit) => isOpenPoint(passage);
  return [...hits.filter((hit) => !isOpen(hit)), ...hits.filter(isOpen)];
}

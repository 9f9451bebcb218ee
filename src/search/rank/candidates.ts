import type { Entry, Passage } from "#content/entry.ts";
import type { Matches } from "../engine/engine.ts";
import type { SearchIndex } from "../passages/search-index.ts";
import type { Question } from "../question/question.ts";
import { isStopWord } from "../words/tokens.ts";

export type Candidates = {
  /** The passages' numbers in the index. */
  readonly documents: readonly number[];
  /** BM25 with synonyms of each of them, relative to the best candidate. */
  readonly engine: Float64Array;
};

/** Passages looked at beside those of the entries named. */
const depth = 40;

/** Results of the engine among which they are: of those that hold a company's name, not all speak of it. */
const looked = 80;

/** What a synonym counts beside the word that was typed. */
const synonymBoost = 0.4;

/** Every passage that may answer: all of the entries named, those `asked` for, and the best of the rest by BM25 with synonyms. */
export function findCandidates(search: SearchIndex, question: Question, asked: readonly Passage[] = []): Candidates {
  return search.index.engine.match(expanded(search, question), (matches) => among(matches, search, question, asked));
}

function among(matches: Matches, search: SearchIndex, question: Question, asked: readonly Passage[]): Candidates {
  const { library, rows, documentOf, documentsOf } = search;
  const documents: number[] = [];
  const taken = new Uint8Array(rows.length);
  let highest = 1e-9;
  const takeAt = (document: number): void => {
    if (taken[document]) return;
    taken[document] = 1;
    highest = Math.max(highest, matches.scoreAt(document));
    documents.push(document);
  };
  const take = (passage: Passage): void => takeAt(documentOf(passage));
  for (const entry of [...question.companies, ...question.others]) documentsOf(entry).forEach(takeAt);
  for (const role of question.others.filter((entry) => entry.kind === "role"))
    for (const entry of library.ofKind("salaries"))
      for (const passage of entry.sections.find(({ id }) => id === role.id)?.passages ?? []) take(passage);
  for (const { passages } of search.sectionsNamed(question)) passages.forEach(take);
  asked.forEach(take);
  const { mayName, speaks } = namingOf(search, question);
  let more = depth;
  for (const { id } of matches.best(looked, (_, document) => mayName(document) && !taken[document])) {
    if (more === 0) break;
    const passage = library.passage(id);
    const entry = passage && library.entry(passage.entry);
    if (!passage || !entry || !speaks(passage, entry)) continue;
    take(passage);
    more--;
  }
  return { documents, engine: Float64Array.from(documents, (document) => matches.scoreAt(document) / highest) };
}

/**
 * A question about companies is answered by rows that speak of one of them; only those are read that may name one.
 */
function namingOf({ mayName, read }: SearchIndex, { companies, viaPart }: Question) {
  if (companies.length === 0 || viaPart) return { mayName: () => true, speaks: () => true };
  const perCompany = companies.map(mayName);
  return {
    mayName: (document: number) => perCompany.some((mayBe) => mayBe(document)),
    speaks: (passage: Passage, entry: Entry) => {
      const spoken = read(passage, entry).companies();
      return companies.some((company) => spoken.has(company.id));
    },
  };
}

/**
 * The question's terms and the single-word members of their groups, each with its boost. A company's own rows are all
 * read anyway, so that its synonyms need not be looked for.
 */
function expanded({ index, reader }: SearchIndex, { units, companies, viaPart }: Question): Map<string, number> {
  const terms = new Map<string, number>();
  const add = (term: string, boost: number) => {
    if (isStopWord(term) || !index.dictionary.counts.has(term)) return;
    terms.set(term, Math.max(terms.get(term) ?? 0, boost));
  };
  for (const unit of units) {
    for (const term of unit.stems) add(term, Math.max(0.3, unit.weight));
    if (companies.length > 0 && !viaPart) continue;
    for (const concept of unit.concepts)
      for (const member of reader.lexicon.members(concept)) add(member, synonymBoost * Math.max(0.3, unit.weight));
  }
  return terms;
}

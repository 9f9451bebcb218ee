import { z } from "zod";
import type { Passage } from "#content/entry.ts";
import { clip } from "#core/clip.ts";
import { type Context, defineCommand } from "#core/command.ts";
import { formatWord } from "#core/line.ts";
import { fold, resolveName } from "#core/nearest.ts";
import { Refusal } from "#core/refusal.ts";
import { type Answer, strong } from "#core/reply.ts";
import { matching } from "#present/choices.ts";
import { itemOf, sourcesOf, statementOf } from "#present/cite.ts";
import { unknownName } from "#present/unknown.ts";
import { findPassages } from "#search/passages/search-index.ts";

const termsIn = ({ library }: Context): readonly Passage[] =>
  library.ofKind("glossary").flatMap((entry) => entry.sections.flatMap((section) => section.passages));
const idOf = (passage: Passage): string => passage.id.split("/").at(-1) ?? passage.id;

export const glossaryCommand = defineCommand({
  name: "glossary",
  summary: "What a term means",
  examples: ["glossary co-sell", "glossary", "glossary MFU"],
  visibility: "private",
  ownWords: true,
  pure: true,
  options: z.object({ term: z.string().optional().describe("The term; leave it out for all of them") }),
  positional: ["term"],
  complete: {
    term: (typed, context) =>
      matching(
        typed,
        termsIn(context).map((passage) => ({ name: passage.title, value: idOf(passage) })),
      ),
  },
  run: ({ term }, context) => {
    const terms = termsIn(context);
    const name = (term ?? "")
      .trim()
      .replace(/^(?:what (?:is|are|does)|define|meaning of|definition of)\s+(?:an? |the )?/i, "")
      .replace(/\s+(?:mean|stand for)(?=\W*$)|[?!.\s]+$/gi, "");
    const wanted = fold(name);
    if (!wanted) return allTerms(terms, context);
    const found = resolveName(
      wanted,
      terms.map((passage) => ({ value: passage, names: [idOf(passage), passage.title, ...passage.aliases] })),
    );
    if (found.match) return oneTerm(found.match, terms, context);
    throw unknownTerm(name, found.nearest, mentioning(wanted, context), context);
  },
});

/** Terms whose text has the very words. */
function mentioning(wanted: string, { search }: Context): Passage[] {
  const has = ({ text }: Passage) => ` ${fold(text)} `.includes(` ${wanted} `);
  return findPassages(search, wanted, { kind: "glossary" }, 3).flatMap(({ passage }) =>
    has(passage) ? [passage] : [],
  );
}

/** Refuses a term that is missing: what is near, where it is mentioned, and whom to ask instead. */
function unknownTerm(typed: string, near: readonly Passage[], mentioned: readonly Passage[], { commands }: Context) {
  const ways = (terms: readonly Passage[]) =>
    terms.map((term) => ({ label: term.title, line: `glossary ${idOf(term)}` }));
  const question = formatWord(`what does ${clip(typed.replaceAll('"', ""), 100)} mean?`);
  const elsewhere = [
    { command: "ask", label: "Ask the casebook", line: `ask question:${question}` },
    { command: "gaps", label: "File this gap", line: `gaps file question:${question}` },
  ].filter(({ command }) => commands.some(({ name }) => name === command));
  const refusal = unknownName("term", typed, ways(near), "glossary co-sell");
  const others = mentioned.filter((term) => !near.includes(term));
  const under = others.map(({ title }) => title).join(", ");
  return new Refusal([...refusal.says, under && ` It is mentioned under ${under}.`], {
    ...refusal.details,
    buttons: [...(refusal.details.buttons ?? []), ...ways(others), ...elsewhere],
  });
}

function oneTerm(passage: Passage, terms: readonly Passage[], { library, now }: Context): Answer {
  const record = library.records.glossary?.terms.find((candidate) => candidate.id === idOf(passage));
  const seeAlso = (record?.seeAlso ?? []).flatMap((id) => terms.find((other) => idOf(other) === id) ?? []);
  return {
    title: passage.title,
    parts: [
      { kind: "text", ...statementOf(passage, now) },
      ...(passage.aliases.length > 0 ? [{ kind: "text" as const, text: [`Also: ${passage.aliases.join(", ")}`] }] : []),
      ...(seeAlso.length > 0
        ? [
            {
              kind: "buttons" as const,
              buttons: seeAlso
                .slice(0, 5)
                .map((other) => ({ label: clip(other.title, 75), line: `glossary ${idOf(other)}` })),
            },
          ]
        : []),
    ],
    sources: sourcesOf(library, [passage]),
    data: {
      term: { ...itemOf(passage), id: passage.id, aliases: passage.aliases, group: record?.group },
      seeAlso: seeAlso.map((other) => ({ id: other.id, title: other.title })),
    },
  };
}

function allTerms(terms: readonly Passage[], { library }: Context): Answer {
  const groups = Map.groupBy(library.records.glossary?.terms ?? [], (term) => term.group);
  return {
    title: `Glossary: ${terms.length} terms`,
    parts: [
      ...[...groups].map(([group, of]) => ({
        kind: "text" as const,
        text: [strong(group), `: ${of.map((term) => term.term).join(", ")}`],
      })),
      { kind: "text", text: ["Ask for one by its name."] },
    ],
    data: { terms: terms.map((passage) => ({ id: passage.id, title: passage.title })) },
  };
}

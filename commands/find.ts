import { z } from "zod";
import { type Kind, kinds } from "#content/entry.ts";
import { namedNiches, niches } from "#content/niches.ts";
import { clip } from "#core/clip.ts";
import { defineCommand } from "#core/command.ts";
import { resolveName } from "#core/nearest.ts";
import { Refusal } from "#core/refusal.ts";
import { paragraph, strong, text } from "#core/reply.ts";
import { completeEntry, matching } from "#present/choices.ts";
import { sourcesOf, statementOf } from "#present/cite.ts";
import { openLine } from "#present/open-line.ts";
import { findPassages, type PassageHit } from "#search/passages/search-index.ts";
import { snippet, termsOf } from "#search/words/snippet.ts";
import { saysNoneOf } from "#search/words/unsaid.ts";

const shown = 10;
/** Letters of a query that are looked at; one letter may stand for eighteen. */
const longestQuery = 200;
const nicheWords = niches.map(({ aliases: [word] }) => word);

export const findCommand = defineCommand({
  name: "find",
  summary: "Search the casebook's text",
  examples: ["find network effects", "find hyperscaler partnership kind:case-study", "find revenue study:hugging-face"],
  visibility: "private",
  ownWords: true,
  storeless: true,
  options: z.object({
    query: z.string().trim().min(1).describe("Words to look for"),
    kind: z.string().optional().describe("Only one kind: case-study, playbook, role, glossary …"),
    niche: z
      .string()
      .optional()
      .describe(`Only one niche: ${nicheWords.join(" or ")}`),
    study: z.string().optional().describe("Only one study or other entry"),
  }),
  positional: ["query"],
  complete: {
    study: completeEntry(...kinds),
    kind: (typed) =>
      matching(
        typed,
        kinds.map((kind) => ({ name: kind.replace("-", " "), value: kind })),
      ),
    niche: (typed) =>
      matching(
        typed,
        niches.map(({ name, aliases: [value] }) => ({ name, value })),
      ),
  },
  run: ({ query: typed, kind, niche, study }, { library, search, now }) => {
    const query = typed.slice(0, longestQuery);
    const wanted = termsOf(query);
    const entry = study ? library.find(study) : undefined;
    if (study && !entry?.match) {
      const nearest = entry && "nearest" in entry ? entry.nearest : [];
      throw new Refusal(`There is no entry called “${clip(study, 60)}” to search in.`, {
        examples: nearest.map((other) => `find ${query} study:${other.id}`).slice(0, 2),
      });
    }
    const facets = {
      ...(entry?.match ? { entry: entry.match.id } : {}),
      ...(kind ? { kind: kindNamed(kind) } : {}),
      ...(niche ? { niche: nicheNamed(niche) } : {}),
    };
    const found = findPassages(search, query, facets, 200, true);
    // A row that people ask for by these words, and that says none of them, stands behind those that do.
    const unsaid = new Set(found.filter((hit) => saysNoneOf(wanted, textsOf(hit))));
    const hits = [...found.filter((hit) => !unsaid.has(hit)), ...unsaid];
    const top = hits.slice(0, shown);
    const data = {
      query,
      total: hits.length,
      hits: hits.slice(0, 50).map(({ passage, entry: of, score }) => ({
        id: passage.id,
        study: of.id,
        section: passage.section,
        title: passage.title || of.title,
        snippet: snippet(passage.text, wanted),
        score,
      })),
    };
    if (top.length === 0) {
      throw new Refusal(`Nothing in the casebook matches “${clip(query, 80)}”${describe(facets)}.`, {
        examples: ["find network effects", "casebook help"],
        data,
      });
    }
    return {
      title: `${hits.length === 200 ? "200 or more" : hits.length} ${hits.length === 1 ? "passage" : "passages"} for “${clip(query, 80)}”${describe(facets)}`,
      parts: [
        ...(unsaid.size === hits.length
          ? [paragraph(text`No row says ${strong(clip(query, 80))}; these answer what people ask with it:`)]
          : []),
        {
          kind: "list",
          items: top.map((hit) => {
            const { passage, entry: of } = hit;
            const said = statementOf({ ...passage, also: [] }, now, [
              strong(`${of.title} · ${passage.title || sectionTitle(of, passage.section)}`),
              ": ",
              snippet(passage.text, wanted),
            ]);
            return unsaid.has(hit) ? { ...said, notes: [...(said.notes ?? []), "found by what people ask"] } : said;
          }),
        },
        {
          kind: "select",
          placeholder: "Open where it stands",
          options: top.map(({ passage, entry: of }) => ({
            label: clip(`${of.title} · ${passage.title || sectionTitle(of, passage.section)}`, 75),
            line: openLine(of, passage),
          })),
        },
      ],
      sources: sourcesOf(
        library,
        top.map(({ passage }) => ({ ...passage, also: [] })),
      ),
      data,
    };
  },
});

/** What a reader may see of a row and where it stands. */
const textsOf = ({ passage, entry }: PassageHit): string[] => [
  entry.title,
  ...entry.aliases,
  sectionTitle(entry, passage.section),
  passage.title,
  passage.text,
  ...passage.aliases,
  ...passage.also.map((rival) => rival.text),
];

function sectionTitle(entry: { sections: readonly { id: string; title: string }[] }, id: string): string {
  return entry.sections.find((section) => section.id === id)?.title ?? id;
}

function kindNamed(typed: string): Kind {
  const wanted = typed
    .toLowerCase()
    .replace(/[\s_]+/g, "-")
    .replace(/ies$/, "y")
    .replace(/([^s])s$/, "$1");
  const found = kinds.find(
    (kind) =>
      kind === wanted ||
      kind.replace(/s$/, "") === wanted ||
      kind.startsWith(wanted) ||
      (wanted === "study" && kind === "case-study"),
  );
  if (!found)
    throw new Refusal(`“${clip(typed, 40)}” is no kind of entry. There are: ${kinds.join(", ")}.`, {
      examples: ["find hyperscaler kind:case-study"],
    });
  return found;
}

function nicheNamed(typed: string): string {
  const found = resolveName(typed, namedNiches);
  if (!found.match)
    throw new Refusal(`“${clip(typed, 40)}” is no niche. There are: ${nicheWords.join(", ")}.`, {
      examples: ["find grants niche:web3"],
    });
  return found.match.name;
}

function describe(facets: { kind?: string; niche?: string; entry?: string }): string {
  const parts = [facets.kind, facets.niche, facets.entry].filter(Boolean);
  return parts.length > 0 ? ` in ${parts.join(", ")}` : "";
}

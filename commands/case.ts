import { createHash } from "node:crypto";
import { z } from "zod";
import type { Entry } from "#content/entry.ts";
import { findSection } from "#content/library.ts";
import { clip } from "#core/clip.ts";
import { type Context, defineCommand } from "#core/command.ts";
import { type Resolution, resolveName } from "#core/nearest.ts";
import { type Answer, link, type Part, paragraph, strong, text } from "#core/reply.ts";
import { completeEntry, completeSection } from "#present/choices.ts";
import { itemOf, sourceKey, sourcesOf, statementOf } from "#present/cite.ts";
import { formatDate } from "#present/dates.ts";
import { readNameAndPart } from "#present/read-name.ts";
import { sectionParts, sectionSelect } from "#present/section.ts";
import { unknownName } from "#present/unknown.ts";

/** Sections every study has beside its own. */
const extraSections = [
  { id: "sources", title: "Sources", names: ["sources", "source", "references", "links"] },
  { id: "related", title: "Related studies", names: ["related", "see also", "similar", "related studies"] },
];

export const caseCommand = defineCommand({
  name: "case",
  summary: "Open a case study, or one section of it",
  examples: ["case hugging-face lessons", "case", "case hugging-face", "case solana risks", "case openai timeline"],
  visibility: "private",
  pure: true,
  options: z.object({
    study: z.string().optional().describe("A company, such as hugging-face; leave it out for the list"),
    section: z.string().optional().describe("A section: lessons, risks, timeline, metrics, faq, sources …"),
  }),
  positional: ["study", "section"],
  read: ({ words, named }, { library }) => {
    if (words.length === 0) return {};
    if (named.study) return { section: words.join(" ") };
    if (/^random$/i.test(words[0] ?? "")) return { study: "random", section: words.slice(1).join(" ") };
    const { name, part } = readNameAndPart(words, library, ["case-study"], (entry, typed) =>
      sectionNamed(entry, typed),
    );
    return part ? { study: name, section: part } : { study: name };
  },
  complete: {
    study: completeEntry("case-study"),
    section: completeSection(
      "study",
      ["case-study"],
      extraSections.map(({ id, title }) => ({ name: title, value: id })),
    ),
  },
  run: ({ study, section }, context) => {
    if (!study?.trim()) return listStudies(context, undefined);
    if (/^random$/i.test(study.trim())) return showAny(section, context);
    const found = context.library.find(study, ["case-study"]);
    if (found.match)
      return section?.trim() ? showSection(found.match, section, context) : showOverview(found.match, context);
    const group = groupNamed(study, context);
    if (group) return listStudies(context, group);
    throw unknownName(
      "case study",
      study,
      found.nearest.map((entry) => ({
        label: entry.title,
        line: ["case", entry.id, section].filter(Boolean).join(" "),
      })),
      "case hugging-face lessons",
    );
  },
});

/** A study by chance, another one each hour, so that its pages belong together. */
function showAny(section: string | undefined, context: Context): Answer {
  const studies = context.library.ofKind("case-study");
  const hour = createHash("sha256").update(context.now.toISOString().slice(0, 13)).digest().readUInt32BE();
  const entry = studies[hour % studies.length];
  if (!entry) return listStudies(context, undefined);
  return section?.trim() ? showSection(entry, section, context) : showOverview(entry, context);
}

function sectionNamed(entry: Entry, typed: string): Resolution<string> {
  const names = [
    ...entry.sections.map((section) => ({ value: section.id, names: [section.id, section.title, ...section.aliases] })),
    ...extraSections.map(({ id, names: others }) => ({ value: id, names: others })),
  ];
  return resolveName(typed, names);
}

type Group = { readonly title: string; readonly holds: (entry: Entry) => boolean };

/** A niche or theme by the name typed. */
function groupNamed(typed: string, { library }: Context): Group | undefined {
  const studies = library.ofKind("case-study");
  const niches = [...new Set(studies.map((entry) => entry.niche))].map((niche) => ({
    value: { title: niche, holds: (entry: Entry) => entry.niche === niche },
    names: [
      niche,
      ...niche.split(" & "),
      ...(niche.startsWith("AI") ? ["ai", "ml"] : ["web3", "blockchain", "crypto"]),
    ],
  }));
  const themes = [...new Set(studies.flatMap((entry) => entry.themes))].map((theme) => ({
    value: { title: `Theme: ${theme.replace(/-/g, " ")}`, holds: (entry: Entry) => entry.themes.includes(theme) },
    names: [theme],
  }));
  return resolveName<Group>(typed, [...niches, ...themes]).match;
}

function listStudies({ library }: Context, group: Group | undefined): Answer {
  const studies = library.ofKind("case-study").filter((entry) => group?.holds(entry) ?? true);
  const niches = [...new Set(studies.map((entry) => entry.niche))].sort();
  const themes = [...new Set(studies.flatMap((entry) => entry.themes))].sort();
  const listed = niches.flatMap((niche): Part[] => [
    { kind: "heading", text: niche },
    {
      kind: "list",
      items: studies
        .filter((entry) => entry.niche === niche)
        .map((entry) => ({ text: [strong(entry.title), `: ${entry.summary}`], asOf: entry.updated })),
    },
  ]);
  return {
    title: group ? `Case studies · ${group.title}` : `Case studies: ${studies.length} by niche`,
    parts: [
      ...listed,
      {
        kind: "select",
        placeholder: "Open a study",
        options: studies.map((entry) => ({ label: clip(entry.title, 75), line: `case ${entry.id}` })),
      },
      ...(themes.length > 0 && !group
        ? [
            {
              kind: "select" as const,
              placeholder: "By theme",
              options: themes.map((theme) => ({ label: theme.replace(/-/g, " "), line: `case ${theme}` })),
            },
          ]
        : []),
    ],
    data: {
      studies: studies.map(({ id, title, niche, themes: of, summary, short }) => ({
        id,
        title,
        niche,
        themes: of,
        summary,
        short,
      })),
    },
  };
}

function showOverview(entry: Entry, context: Context): Answer {
  const summary = findSection(entry, "summary").match;
  const glance =
    entry.sections
      .find((section) => section.id === "glance")
      ?.passages.filter((passage) => /^(founded|valuation|status)/i.test(passage.title)) ?? [];
  const has = (id: string) => entry.sections.some((section) => section.id === id);
  const quick = ["lessons", "risks", "partnerships"].filter(has);
  return {
    title: entry.title,
    parts: [
      ...(summary ? sectionParts(summary, context.now) : [paragraph(entry.summary)]),
      ...(glance.length > 0
        ? [
            {
              kind: "fields" as const,
              fields: glance.map((passage) => ({ label: passage.title, value: statementOf(passage, context.now) })),
            },
          ]
        : []),
      ...(entry.short ? [paragraph("A short entry so far: summary and sources only.")] : []),
      sectionSelect("case", entry, extraSections),
      ...(quick.length > 0
        ? [
            {
              kind: "buttons" as const,
              buttons: quick.map((id) => ({
                label: `${id[0]?.toUpperCase()}${id.slice(1)}`,
                line: `case ${entry.id} ${id}`,
              })),
            },
          ]
        : []),
    ],
    sources: sourcesOf(context.library, [...(summary?.passages ?? []), ...glance]),
    data: {
      study: entry.id,
      section: "summary",
      items: (summary?.passages ?? []).map(itemOf),
      sections: [...entry.sections, ...extraSections].map(({ id, title }) => ({ id, title })),
    },
  };
}

function showSection(entry: Entry, typed: string, context: Context): Answer {
  const found = sectionNamed(entry, typed);
  if (found.match === undefined) {
    throw unknownName(
      `section of ${entry.title}`,
      typed,
      found.nearest.map((id) => ({ label: id.replace(/-/g, " "), line: `case ${entry.id} ${id}` })),
      `case ${entry.id} ${entry.sections[0]?.id ?? "sources"}`,
      { study: entry.id },
    );
  }
  if (found.match === "sources") return showSources(entry);
  if (found.match === "related") return showRelated(entry, context);
  const section = entry.sections.find((candidate) => candidate.id === found.match);
  if (!section) return showOverview(entry, context);
  return {
    title: `${entry.title} · ${section.title}`,
    parts: [...sectionParts(section, context.now), sectionSelect("case", entry, extraSections)],
    sources: sourcesOf(context.library, section.passages),
    data: { study: entry.id, section: section.id, items: section.passages.map(itemOf) },
  };
}

function showSources(entry: Entry): Answer {
  const items = entry.sources.map((source) => ({
    text: text`${link(source.title, source.url)}, ${source.publisher ?? "publisher not stated"}${source.asOf ? `, ${formatDate(source.asOf)}` : ", undated"}`,
    ...(source.asOf ? { asOf: source.asOf } : {}),
    ...(source.secondHand ? { notes: ["second-hand"] } : {}),
  }));
  return {
    title: `${entry.title} · Sources`,
    parts: [{ kind: "list", ordered: true, items }, sectionSelect("case", entry, extraSections)],
    data: {
      study: entry.id,
      section: "sources",
      items: entry.sources.map((source) => ({
        id: sourceKey(entry.id, source.id),
        text: source.title,
        url: source.url,
        asOf: source.asOf,
        sources: [sourceKey(entry.id, source.id)],
      })),
    },
  };
}

function showRelated(entry: Entry, { library }: Context): Answer {
  const related = entry.related.flatMap((id) => library.entry(id) ?? []);
  const others = library
    .ofKind("case-study")
    .filter((other) => other.id !== entry.id && !entry.related.includes(other.id));
  const row = (other: Entry) => ({
    text: [strong(other.title), `: ${other.summary}`],
    id: other.id,
    asOf: other.updated,
  });
  return {
    title: `${entry.title} · Related studies`,
    parts: [
      ...(related.length > 0
        ? [{ kind: "list" as const, items: related.map(row) }]
        : [paragraph("No related entries are named yet.")]),
      ...(related.length > 0
        ? [
            {
              kind: "select" as const,
              placeholder: "Open one",
              options: related.map((other) => ({ label: clip(other.title, 75), line: lineFor(other) })),
            },
          ]
        : []),
      ...(others.length > 0 ? [paragraph(`Other studies: ${others.map((other) => other.title).join(", ")}.`)] : []),
    ],
    data: {
      study: entry.id,
      section: "related",
      items: related.map((other) => ({ id: other.id, text: other.summary, asOf: other.updated, sources: [] })),
    },
  };
}

const commandFor: Partial<Record<Entry["kind"], string>> = {
  playbook: "playbook",
  role: "role",
  comparison: "compare",
  checklist: "checklist",
  idea: "idea",
};

function lineFor(entry: Entry): string {
  return `${commandFor[entry.kind] ?? "case"} ${entry.id}`;
}

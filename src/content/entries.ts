import type { z } from "zod";
import type { Entry, Kind, Section } from "./entry.ts";
import type { ParsedFile } from "./parse-file.ts";
import type { ProseSection } from "./prose.ts";
import type {
  AssumptionsFile,
  CaseStudyFile,
  ChecklistFile,
  ComparisonFile,
  GlossaryFile,
  IdeaFile,
  PlaybookFile,
  RoleFile,
  SalariesFile,
  StatisticsFile,
  sourceSchema,
  ToolsFile,
} from "./schema.ts";
import { type Row, type SectionShape, sectionBuilder } from "./section-builder.ts";

type SourceRow = z.infer<typeof sourceSchema>;
type Common = {
  title: string;
  summary: string;
  aliases: string[];
  related: string[];
  themes: string[];
  updated: string;
  sources: SourceRow[];
};
type Build = (shape: SectionShape, rows: readonly Row[]) => Section;

/** An entry from its parsed file and sections; empty sections are left out. */
function entryOf(
  kind: Kind,
  id: string,
  parsed: ParsedFile<Common>,
  sections: readonly Section[],
  more: Partial<Entry> = {},
): Entry {
  const { title, summary, aliases, related, themes, updated, sources } = parsed.data;
  return {
    id,
    kind,
    title,
    niche: "",
    themes,
    summary,
    aliases,
    related,
    updated,
    short: false,
    unknown: [],
    sections: sections.filter((section) => section.passages.length > 0),
    sources: sources.map(({ id: source, title: name, publisher, date, url, secondHand }) => ({
      id: source,
      title: name,
      publisher,
      secondHand,
      ...(url ? { url } : {}),
      ...(date === "undated" ? {} : { asOf: date }),
    })),
    file: parsed.file,
    ...more,
  };
}

/** Rows of a list whose items are `{ text }` or `{ title, text }`. */
function rows<T extends Row["fact"] & { text: string; title?: string }>(field: string, items: readonly T[]): Row[] {
  return items.map((item, i) => ({
    text: item.text,
    fact: item,
    path: [field, i],
    ...(item.title ? { title: item.title } : {}),
  }));
}

function questions<T extends Row["fact"] & { question: string; answer: string }>(
  field: string,
  items: readonly T[],
): Row[] {
  return items.map((item, i) => ({ title: item.question, text: item.answer, fact: item, path: [field, i] }));
}

function figures<T extends Row["fact"] & { name: string; value: string; text: string }>(
  field: string,
  items: readonly T[],
): Row[] {
  return items.map((item, i) => ({
    title: item.name,
    text: `${item.value}. ${item.text}`,
    fact: item,
    path: [field, i],
  }));
}

function prose(build: Build, sections: readonly ProseSection[]): Section[] {
  return sections.map((section) =>
    build(
      { id: slugOf(section.heading), title: section.heading, form: "prose" },
      section.paragraphs.map((paragraph) => ({
        title: section.heading,
        text: paragraph.text,
        fact: paragraph,
        path: [],
      })),
    ),
  );
}

/** Kebab-case of a heading. */
export function slugOf(heading: string): string {
  return heading
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

export function caseStudyEntry(id: string, parsed: ParsedFile<CaseStudyFile>, body: readonly ProseSection[]): Entry {
  const build = sectionBuilder("case-study", id, parsed);
  const file = parsed.data;
  const summary: Row[] =
    file.quickAnswer.length > 0
      ? rows("quickAnswer", file.quickAnswer)
      : [
          {
            text: file.summary,
            fact: { asOf: file.updated, sources: file.summarySources ?? file.sources.map((s) => s.id) },
            path: ["summary"],
          },
        ];
  return entryOf(
    "case-study",
    id,
    parsed,
    [
      build(
        {
          id: "summary",
          title: "Quick answer",
          aliases: ["quick answer", "overview", "tldr", "about", "what"],
          form: "prose",
        },
        summary,
      ),
      build(
        {
          id: "takeaways",
          title: "Key takeaways",
          aliases: ["key takeaways", "takeaway", "main points"],
          form: "list",
        },
        rows("takeaways", file.takeaways),
      ),
      build(
        {
          id: "glance",
          title: "At a glance",
          aliases: ["at a glance", "facts", "profile", "snapshot"],
          form: "fields",
          ages: true,
        },
        file.glance.map((row, i) => ({ title: row.label, text: row.value, fact: row, path: ["glance", i] })),
      ),
      build(
        { id: "why", title: "Why it matters", aliases: ["why it matters", "matters", "importance"], form: "prose" },
        rows("whyItMatters", file.whyItMatters),
      ),
      build(
        {
          id: "timeline",
          title: "Timeline",
          aliases: ["history", "dates", "chronology", "milestones"],
          form: "timeline",
        },
        file.timeline.map((row, i) => ({
          title: row.title,
          text: row.text,
          fact: { ...row, asOf: row.date },
          path: ["timeline", i],
        })),
      ),
      ...prose(build, body),
      build(
        {
          id: "metrics",
          title: "Key metrics",
          aliases: ["key metrics", "numbers", "figures", "metric", "kpis"],
          form: "fields",
          ages: true,
        },
        figures("metrics", file.metrics),
      ),
      build(
        {
          id: "partnerships",
          title: "Partnerships",
          aliases: ["partners", "partner", "deals", "alliances"],
          form: "list",
          ages: true,
        },
        file.partnerships.map((row, i) => ({
          title: row.partner,
          text: `${row.kind}, since ${row.since}: ${row.terms}`,
          fact: row,
          path: ["partnerships", i],
        })),
      ),
      build(
        {
          id: "lessons",
          title: "Strategic lessons",
          aliases: ["strategic lessons", "lesson", "learnings", "what we learn"],
          form: "list",
        },
        rows("lessons", file.lessons),
      ),
      build(
        {
          id: "risks",
          title: "Counterpoints and risks",
          aliases: ["counterpoints", "risk", "counterpoints and risks", "criticism", "weaknesses"],
          form: "list",
        },
        rows("risks", file.risks),
      ),
      build(
        {
          id: "faq",
          title: "Frequently asked questions",
          aliases: ["questions", "frequently asked questions", "q and a", "faqs"],
          form: "faq",
        },
        questions("faq", file.faq),
      ),
    ],
    { niche: file.niche, short: file.short, unknown: file.unknown },
  );
}

export function playbookEntry(id: string, parsed: ParsedFile<PlaybookFile>, body: readonly ProseSection[]): Entry {
  const build = sectionBuilder("playbook", id, parsed);
  const file = parsed.data;
  return entryOf("playbook", id, parsed, [
    ...file.stages.map((stage, i) => {
      const row = (title: string, text: string): Row => ({ title, text, fact: stage, path: ["stages", i] });
      return build({ id: stage.id, title: stage.title, form: "list", aliases: [`stage ${i + 1}`, `${i + 1}`] }, [
        row("What to do", stage.text),
        row("Owner", stage.owner),
        row("Weeks", stage.weeks),
        ...stage.deliverables.map((deliverable) => row("Deliverable", deliverable)),
        row("Exit test", stage.exitTest),
      ]);
    }),
    ...prose(build, body),
    build(
      {
        id: "metrics",
        title: "Metrics and benchmarks",
        aliases: ["benchmarks", "numbers", "kpis"],
        form: "fields",
        ages: true,
      },
      figures("metrics", file.metrics),
    ),
    build(
      { id: "pitfalls", title: "Pitfalls", aliases: ["mistakes", "risks"], form: "list" },
      rows("pitfalls", file.pitfalls),
    ),
    ...file.templates.map((template, i) =>
      build(
        { id: template.id, title: template.title, form: "list", aliases: ["template"] },
        template.items.map((item) => ({ title: template.title, text: item, fact: template, path: ["templates", i] })),
      ),
    ),
    build(
      { id: "faq", title: "Frequently asked questions", aliases: ["questions"], form: "faq" },
      questions("faq", file.faq),
    ),
  ]);
}

export function roleEntry(id: string, parsed: ParsedFile<RoleFile>, body: readonly ProseSection[]): Entry {
  const build = sectionBuilder("role", id, parsed);
  const file = parsed.data;
  return entryOf("role", id, parsed, [
    build(
      { id: "owns", title: "What the role owns", aliases: ["responsibilities", "ownership", "does"], form: "list" },
      rows("owns", file.owns),
    ),
    build(
      {
        id: "kpis",
        title: "How it is measured",
        aliases: ["kpi", "metrics", "measures", "targets"],
        form: "fields",
        ages: true,
      },
      figures("kpis", file.kpis),
    ),
    build(
      {
        id: "reports-to",
        title: "Reports to",
        aliases: ["reports", "boss", "manager", "reporting line"],
        form: "list",
      },
      rows("reportsTo", file.reportsTo),
    ),
    build(
      { id: "team", title: "Team", aliases: ["reports directly", "direct reports"], form: "list" },
      rows("team", file.team),
    ),
    build(
      {
        id: "first-90-days",
        title: "First 90 days",
        aliases: ["90 days", "onboarding", "first ninety days", "ramp"],
        form: "list",
      },
      rows("firstNinetyDays", file.firstNinetyDays),
    ),
    build(
      {
        id: "interview",
        title: "Interview questions",
        aliases: ["interview questions", "questions", "hiring"],
        form: "faq",
      },
      questions("interviewQuestions", file.interviewQuestions),
    ),
    build(
      { id: "career", title: "Career path", aliases: ["career path", "progression", "next role"], form: "list" },
      rows("careerPath", file.careerPath),
    ),
    ...prose(build, body),
    build({ id: "faq", title: "Frequently asked questions", aliases: [], form: "faq" }, questions("faq", file.faq)),
  ]);
}

export function comparisonEntry(id: string, parsed: ParsedFile<ComparisonFile>, body: readonly ProseSection[]): Entry {
  const build = sectionBuilder("comparison", id, parsed);
  const file = parsed.data;
  const titleOf = (subject: string) => file.subjects.find((candidate) => candidate.id === subject)?.title ?? subject;
  return entryOf("comparison", id, parsed, [
    build(
      { id: "rows", title: "Side by side", aliases: ["table", "comparison"], form: "table" },
      file.rows.flatMap((row, i) =>
        row.cells.map((cell, j) => ({
          id: `${slugOf(row.aspect)}-${cell.subject}`,
          title: `${row.aspect}: ${titleOf(cell.subject)}`,
          text: cell.text,
          fact: cell,
          path: ["rows", i, "cells", j],
        })),
      ),
    ),
    build(
      { id: "verdicts", title: "Verdict by situation", aliases: ["verdict", "which one", "when"], form: "list" },
      file.verdicts.map((verdict, i) => ({
        title: verdict.situation,
        text: verdict.text,
        fact: verdict,
        path: ["verdicts", i],
      })),
    ),
    ...prose(build, body),
  ]);
}

export function checklistEntry(id: string, parsed: ParsedFile<ChecklistFile>, body: readonly ProseSection[]): Entry {
  const build = sectionBuilder("checklist", id, parsed);
  const groups = Map.groupBy(parsed.data.items.entries(), ([, item]) => item.group);
  return entryOf("checklist", id, parsed, [
    ...[...groups].map(([group, items]) =>
      build(
        { id: slugOf(group), title: group, form: "list" },
        items.map(([i, item]) => ({ title: group, text: item.text, fact: item, path: ["items", i] })),
      ),
    ),
    ...prose(build, body),
  ]);
}

export function ideaEntry(id: string, parsed: ParsedFile<IdeaFile>, body: readonly ProseSection[]): Entry {
  const build = sectionBuilder("idea", id, parsed);
  const file = parsed.data;
  return entryOf("idea", id, parsed, [
    build({ id: "play", title: "The play", form: "prose" }, rows("play", file.play)),
    build({ id: "example", title: "An example", aliases: ["examples"], form: "prose" }, rows("example", file.example)),
    build({ id: "steps", title: "Steps", form: "list" }, rows("steps", file.steps)),
    build(
      { id: "watch-for", title: "What to watch for", aliases: ["risks", "counter-example"], form: "list" },
      rows("watchFor", file.watchFor),
    ),
    ...prose(build, body),
  ]);
}

export function glossaryEntry(id: string, parsed: ParsedFile<GlossaryFile>): Entry {
  const build = sectionBuilder("glossary", id, parsed);
  return entryOf("glossary", id, parsed, [
    build(
      { id: "terms", title: "Terms", form: "list" },
      parsed.data.terms.map((term, i) => ({
        id: term.id,
        title: term.term,
        text: term.text,
        aliases: term.aliases,
        fact: term,
        path: ["terms", i],
      })),
    ),
  ]);
}

export function statisticsEntry(id: string, parsed: ParsedFile<StatisticsFile>): Entry {
  const build = sectionBuilder("statistics", id, parsed);
  const topics = Map.groupBy(parsed.data.statistics.entries(), ([, row]) => row.topic);
  return entryOf(
    "statistics",
    id,
    parsed,
    [...topics].map(([topic, items]) =>
      build(
        { id: slugOf(topic), title: topic, form: "fields", ages: true },
        items.map(([i, row]) => ({
          id: row.id,
          title: row.title,
          text: `${row.value}. ${row.text}`,
          fact: row,
          path: ["statistics", i],
        })),
      ),
    ),
  );
}

export function toolsEntry(id: string, parsed: ParsedFile<ToolsFile>): Entry {
  const build = sectionBuilder("tools", id, parsed);
  return entryOf("tools", id, parsed, [
    build(
      { id: "tools", title: "Tools", form: "list" },
      parsed.data.tools.map((tool, i) => ({
        id: tool.id,
        title: tool.title,
        text: tool.text,
        aliases: [tool.command],
        fact: tool,
        path: ["tools", i],
      })),
    ),
  ]);
}

export function salariesEntry(id: string, parsed: ParsedFile<SalariesFile>): Entry {
  const build = sectionBuilder("salaries", id, parsed);
  const byRole = Map.groupBy(parsed.data.rows.entries(), ([, row]) => row.role);
  return entryOf(
    "salaries",
    id,
    parsed,
    [...byRole].map(([role, items]) =>
      build(
        { id: role, title: wordsOf(role), form: "list", ages: true },
        items.map(([i, row]) => ({
          id: row.id,
          title: `${wordsOf(row.role)} pay, ${row.city}${row.level ? ` (${row.level})` : ""}`,
          text: payInWords(row),
          fact: row,
          path: ["rows", i],
        })),
      ),
    ),
  );
}

/** A salary row in one line: "base 180,000–200,000 USD, on-target earnings 300,000–400,000 USD a year; …". */
export function payInWords(row: SalariesFile["rows"][number]): string {
  const money = (label: string, amount: { low: number; high: number } | undefined) =>
    amount
      ? `${label} ${amount.low.toLocaleString("en-US")}${amount.high === amount.low ? "" : `–${amount.high.toLocaleString("en-US")}`} ${row.currency}`
      : undefined;
  const parts = [
    money("base salary", row.base),
    money("variable", row.variable),
    money("on-target earnings", row.ote),
  ].filter(Boolean);
  const rest = [
    row.equity && `equity ${row.equity}`,
    row.note,
    row.derived && `derived: ${row.derived}`,
    row.sample && `sample: ${row.sample}`,
  ].filter(Boolean);
  return [parts.length > 0 ? `${parts.join(", ")} a year` : "", ...rest].filter(Boolean).join("; ");
}

function wordsOf(slug: string): string {
  return slug
    .replace(/-/g, " ")
    .replace(/\b(vp)\b/g, "VP")
    .replace(/^./, (first) => first.toUpperCase());
}

export function assumptionsEntry(id: string, parsed: ParsedFile<AssumptionsFile>): Entry {
  const build = sectionBuilder("assumptions", id, parsed);
  const groups = Map.groupBy(parsed.data.rows.entries(), ([, row]) => row.group);
  return entryOf(
    "assumptions",
    id,
    parsed,
    [...groups].map(([group, items]) =>
      build(
        { id: group, title: wordsOf(group), form: "fields", ages: true },
        items.map(([i, row]) => ({
          id: row.id,
          title: row.name,
          text: `${row.value} ${row.unit}. ${row.text}`,
          aliases: row.aliases,
          fact: row,
          path: ["rows", i],
        })),
      ),
    ),
  );
}

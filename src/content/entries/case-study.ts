import type { Entry } from "../entry.ts";
import type { ParsedFile } from "../parse-file.ts";
import type { ProseSection } from "../prose.ts";
import type { CaseStudyFile } from "../schema/case-study.ts";
import { type Row, sectionBuilder } from "../section-builder.ts";
import { entryOf, figures, prose, questions, rows } from "./common.ts";

/** A case study as an entry. Its quick answer is the summary where the file gives none; the body's sections stand behind the timeline. */
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
        {
          id: "why",
          title: "Why it matters",
          aliases: ["why it matters", "why it matters for partnership operators", "matters", "importance"],
          form: "prose",
        },
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
      ...prose(build, body, file.asked),
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
          aliases: ["frequently asked questions", "q and a", "faqs"],
          form: "faq",
        },
        questions("faq", file.faq),
      ),
      build(
        { id: "objections", title: "Likely objections", aliases: ["objection", "pushback"], form: "list" },
        rows("objections", file.objections),
      ),
      build(
        { id: "questions", title: "Questions to ask them", aliases: ["questions to ask"], form: "list" },
        rows("questions", file.questions),
      ),
      build(
        {
          id: "unknown",
          title: "What is not known",
          aliases: ["not known", "unknowns", "gaps", "open points", "what no source says"],
          form: "list",
        },
        file.unknown.map((text, i) => ({
          text,
          fact: { asOf: file.updated, sources: [], secondHand: false },
          path: ["unknown", i],
        })),
      ),
    ],
    { niche: file.niche, short: file.short },
  );
}

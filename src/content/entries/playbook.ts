import type { Entry } from "../entry.ts";
import type { ParsedFile } from "../parse-file.ts";
import type { ProseSection } from "../prose.ts";
import type { PlaybookFile } from "../schema/playbook.ts";
import { type Row, sectionBuilder } from "../section-builder.ts";
import { entryOf, figures, prose, questions, rows } from "./common.ts";

/** A playbook as an entry: a section for each stage, found by its number too, then the body, metrics, pitfalls, templates and questions. */
export function playbookEntry(id: string, parsed: ParsedFile<PlaybookFile>, body: readonly ProseSection[]): Entry {
  const build = sectionBuilder("playbook", id, parsed);
  const file = parsed.data;
  return entryOf("playbook", id, parsed, [
    ...file.stages.map((stage, i) => {
      // What people say for a stage they say for its work, not for each of its owners and weeks.
      const { asked } = stage;
      const row = (title: string, text: string, ways: readonly string[] = []): Row => ({
        title,
        text,
        fact: { ...stage, asked: ways },
        path: ["stages", i],
      });
      return build({ id: stage.id, title: stage.title, form: "list", aliases: [`stage ${i + 1}`, `${i + 1}`] }, [
        row("What to do", stage.text, asked),
        row("Owner", stage.owner),
        row("Weeks", stage.weeks),
        ...stage.deliverables.map((deliverable) => row("Deliverable", deliverable)),
        row("Exit test", stage.exitTest),
      ]);
    }),
    ...prose(build, body, file.asked),
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

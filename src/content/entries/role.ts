import type { Entry } from "../entry.ts";
import type { ParsedFile } from "../parse-file.ts";
import type { ProseSection } from "../prose.ts";
import type { RoleFile } from "../schema/role.ts";
import { sectionBuilder } from "../section-builder.ts";
import { entryOf, figures, prose, questions, rows } from "./common.ts";

/** A role as an entry: what it owns, how it is measured, whom it works with, its first ninety days, then the body. */
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
    ...prose(build, body, file.asked),
    build({ id: "faq", title: "Frequently asked questions", aliases: [], form: "faq" }, questions("faq", file.faq)),
  ]);
}

import { createHash } from "node:crypto";
import { z } from "zod";
import type { Entry } from "#content/entry.ts";
import { type Context, defineCommand } from "#core/command.ts";
import type { Answer } from "#core/reply.ts";
import { groupInFront, groupNamed } from "#present/case/groups.ts";
import { listStudies } from "#present/case/list.ts";
import { showOverview } from "#present/case/overview.ts";
import { noStudy } from "#present/case/refuse.ts";
import { showSection } from "#present/case/section.ts";
import { extraSections, studySection } from "#present/case/sections.ts";
import { completeEntry, completeSection } from "#present/choices.ts";
import { readNameAndPart } from "#present/read-name.ts";
import { askLine, findLine } from "#search/answer/elsewhere.ts";

/** Words that are looked at for a group. */
const mostWords = 8;

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
    const group = groupInFront(words.slice(0, mostWords), library);
    if (group) return { study: group };
    const { name, part } = readNameAndPart(words, library, ["case-study"], studySection);
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
    if (!study?.trim()) return listStudies(context.library);
    if (/^random$/i.test(study.trim())) return showAny(section, context);
    const found = context.library.find(study, ["case-study"]);
    if (found.match)
      return section?.trim()
        ? showSection(found.match, section, context, () => waysOn(found.match, section, context))
        : showOverview(found.match, context);
    const group = groupNamed(study, context.library);
    if (group) return listStudies(context.library, group);
    throw noStudy(study, (id) => ["case", id, section].filter(Boolean).join(" "), context.library, [
      findLine(context.search, study),
    ]);
  },
});

/** What a section that is none may have been: a second company to compare with, or a question. */
function waysOn(entry: Entry, section: string, { library, search }: Context): (string | undefined)[] {
  const second = library.find(section, ["case-study"]).match;
  return second && second !== entry
    ? [`compare ${entry.id} ${second.id}`]
    : [askLine(search, `${entry.title} ${section}`)];
}

/** A study by chance, another one each hour, so that its pages belong together. */
function showAny(section: string | undefined, context: Context): Answer {
  const studies = context.library.ofKind("case-study");
  const hour = createHash("sha256").update(context.now.toISOString().slice(0, 13)).digest().readUInt32BE();
  const entry = studies[hour % studies.length];
  if (!entry) return listStudies(context.library);
  return section?.trim() ? showSection(entry, section, context) : showOverview(entry, context);
}

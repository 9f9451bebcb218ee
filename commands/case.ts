import { createHash } from "node:crypto";
import { z } from "zod";
import type { Entry } from "#content/entry.ts";
import { joins } from "#core/asked-instead.ts";
import { type Context, defineCommand } from "#core/command.ts";
import { fold } from "#core/nearest.ts";
import type { Answer } from "#core/reply.ts";
import { runCommand } from "#present/ask/run-command.ts";
import { groupInFront, groupNamed } from "#present/case/groups.ts";
import { listStudies } from "#present/case/list.ts";
import { showOverview } from "#present/case/overview.ts";
import { noSection, noStudy, twoStudies } from "#present/case/refuse.ts";
import { showSection } from "#present/case/section.ts";
import { extraSections, studySection } from "#present/case/sections.ts";
import { completeEntry, completeSection } from "#present/choices.ts";
import { readNameAndPart } from "#present/read-name.ts";
import { sectionSelect } from "#present/section.ts";
import { answerQuestion } from "#search/answer/answer.ts";
import { findLine } from "#search/answer/elsewhere.ts";

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
      return section?.trim() ? showPart(found.match, section, context) : showOverview(found.match, context);
    const group = groupNamed(study, context.library);
    if (group) return listStudies(context.library, group);
    throw noStudy(study, (id) => ["case", id, section].filter(Boolean).join(" "), context.library, [
      findLine(context.search, study),
    ]);
  },
});

/** A section by its name; where the study has none so called, another study to compare with, or what `ask` answers. */
async function showPart(entry: Entry, typed: string, context: Context): Promise<Answer> {
  if (studySection(entry, typed).match !== undefined) return showSection(entry, typed, context);
  const second = context.library.find(typed, ["case-study"]).match;
  if (second && second !== entry) throw twoStudies(entry, second);
  const question = fold(`${entry.title} ${typed}`);
  const { answered, why } = answerQuestion(context.search, question, entry);
  // "case for partnering with Mistral" is a phrase, and asked as a whole.
  const isPhrase = typed.split(/\s+/).some(joins);
  const answer = answered && !isPhrase && why.missing.length === 0 && (await runCommand("ask", [question], context));
  if (!answer) throw noSection(entry, typed, answered ? [`ask ${question}`] : []);
  return { ...answer, parts: [...answer.parts, sectionSelect("case", entry, extraSections)] };
}

/** A study by chance, another one each hour, so that its pages belong together. */
function showAny(section: string | undefined, context: Context): Answer | Promise<Answer> {
  const studies = context.library.ofKind("case-study");
  const hour = createHash("sha256").update(context.now.toISOString().slice(0, 13)).digest().readUInt32BE();
  const entry = studies[hour % studies.length];
  if (!entry) return listStudies(context.library);
  return section?.trim() ? showPart(entry, section, context) : showOverview(entry, context);
}

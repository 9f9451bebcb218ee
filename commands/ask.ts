import { z } from "zod";
import { type Entry, kinds } from "#content/entry.ts";
import { clip } from "#core/clip.ts";
import { type Context, defineCommand } from "#core/command.ts";
import { isYes } from "#core/is-yes.ts";
import { formatWord } from "#core/line.ts";
import { once } from "#core/once.ts";
import { Refusal } from "#core/refusal.ts";
import type { Answer, Button } from "#core/reply.ts";
import { calculatorAnswer } from "#present/ask/calculator.ts";
import { answerData, foundData, rowText } from "#present/ask/data.ts";
import { decline } from "#present/ask/decline.ts";
import { answerOfItself } from "#present/ask/itself.ts";
import { allButton, listedParts, shownOf } from "#present/ask/listed.ts";
import { refuse } from "#present/ask/refuse.ts";
import {
  alone,
  answerPart,
  caveat,
  openButton,
  openParts,
  otherParts,
  rowTitles,
  silentParts,
  tellsMore,
  whyButton,
  whyParts,
} from "#present/ask/say.ts";
import { compareButton, sidesAnswer } from "#present/ask/side-by-side.ts";
import { completeEntry } from "#present/choices.ts";
import { sourcesOf } from "#present/cite.ts";
import { unknownName } from "#present/unknown.ts";
import { fileLine } from "#room/buttons.ts";
import { answerQuestion } from "#search/answer/answer.ts";
import type { Answered } from "#search/answer/answered.ts";
import { isOfOwnFirm } from "#search/confidence/beyond.ts";
import { languageOf } from "#search/manners/language.ts";
import type { OffLimits } from "#search/manners/manners.ts";
import { sentencesAsking } from "#search/question/long.ts";

export const askCommand = defineCommand({
  name: "ask",
  summary: "Ask a question; the answer comes from the casebook, with source and date",
  examples: [
    "ask why did hugging face leave the chatbot business?",
    "ask who founded hugging face?",
    "ask which company has the highest valuation?",
    "ask where are they based? about:hugging-face",
  ],
  visibility: "private",
  ownWords: true,
  storeless: true,
  options: z.object({
    question: z.string().optional().describe("Your question, in your own words"),
    about: z.string().optional().describe("The company or entry it is about, when the question says only “they”"),
    why: z.string().optional().describe("yes: say why this answer was chosen"),
  }),
  positional: ["question"],
  complete: { about: completeEntry(...kinds) },
  run: async ({ question = "", about, why }, context) => {
    const asked = question.trim();
    if (!/[^\s?!]/.test(asked))
      throw new Refusal("Ask me anything about the companies, roles and playbooks in the casebook.", {
        examples: ["ask why did hugging face leave the chatbot business?"],
      });
    const subject = about?.trim() ? subjectNamed(about, asked, context) : undefined;
    const lookUp = once(() => answerQuestion(context.search, asked, subject));
    const own = await answerOfItself(asked, subject, context, () => lookUp().answered);
    if (own) return own;
    const found = lookUp();
    if (found.off) return turnAway(found, found.off, context);
    const reckoned = await calculatorAnswer(asked, sentencesAsking(asked), found, context);
    if (reckoned) return reckoned;
    const line = lineOf(found.question.text, subject?.id);
    if (!found.answered) return isOurs(found) ? turnAway(found, "ours", context) : no(found, context);
    return found.sides.length > 1 ? sidesAnswer(found, line, context) : say(found, line, isYes(why), context);
  },
});

/** The entry that a question is said to be about. */
function subjectNamed(typed: string, asked: string, { library }: Context): Entry {
  const found = library.find(typed);
  if (found.match) return found.match;
  const nearest = found.nearest.map(({ id, title }) => ({ label: title, line: lineOf(asked, id) }));
  throw unknownName("entry", typed, nearest, "ask where are they based? about:hugging-face");
}

/** The line that asks the same again; what stands in quotes stays as it was typed. */
function lineOf(question: string, about: string | undefined): string {
  const words = clip(question, 300).split(/\s+/).map(formatWord).join(" ");
  return `ask ${words}${about ? ` about:${about}` : ""}`;
}

/** What answers the question: the passages, or the rows wanted together, with the way to more. */
function say(found: Answered, line: string, why: boolean, { library, now }: Context): Answer {
  const { question, answers, list, confidence } = found;
  const [best, ...others] = answers;
  const titleOf = rowTitles(list?.passages ?? [], library);
  const rows = list ? shownOf(list).shown : [];
  const whole = list && best && list.passages.some(({ id }) => id === best.passage.id);
  const listed = list ? listedParts(list, now, titleOf) : [];
  const beside = others.filter(({ passage }) => !list?.passages.includes(passage));
  const further = best && !whole ? beside.filter((other) => tellsMore(other, best)) : beside;
  const quoted = [...(best && !whole ? [best.passage] : []), ...further.map(alone)];
  const opens = [allButton(list) ?? (best && openButton(best))].flatMap((button) => button ?? []);
  const compares = compareButton(found.question.companies);
  const buttons: Button[] = [
    ...(found.each.length > 0 ? [...compares, ...opens] : [...opens, ...compares]),
    ...(why ? [] : [whyButton(line)]),
  ];
  return {
    title: clip(question.text, 120),
    parts: [
      ...(whole ? listed : [...(best ? [answerPart(best, now)] : []), ...listed]),
      ...caveat(confidence),
      ...openParts(found.open),
      ...silentParts(found.each.flatMap(({ entry, answer }) => (answer ? [] : [entry]))),
      ...otherParts(further, now),
      ...(why ? whyParts(confidence, found.why) : []),
      { kind: "buttons", buttons },
    ],
    sources: sourcesOf(library, [...rows, ...quoted]),
    data: {
      ...foundData(found),
      answers: answers.map((said, i) =>
        answerData(
          said,
          whole && i === 0
            ? list.passages.map((passage) => rowText(passage)).join("\n")
            : rowText(said.passage, said.cut),
        ),
      ),
      ...(found.each.length > 0
        ? {
            each: found.each.map(({ entry, answer }) => ({
              study: entry.id,
              ...(answer && { id: answer.passage.id }),
            })),
          }
        : {}),
      ...(list
        ? {
            across: list.entry === undefined,
            list: { title: list.title, items: list.passages.map(({ id, title, text }) => ({ id, title, text })) },
          }
        : {}),
    },
  };
}

/** An honest no, with the entries that come nearest or may be meant, if any. */
function no(found: Answered, { library, commands, now }: Context): Answer {
  const which = found.which.map(({ id, title }) => ({
    label: clip(title, 75),
    line: lineOf(found.question.text, id),
  }));
  const canFile = commands.some(({ name }) => name === "gaps");
  return decline({
    question: found.question.text,
    confidence: found.confidence,
    kind: found.kind,
    subjects: found.subjects,
    nearest: found.nearest,
    matched: found.why.matched,
    missing: found.why.missing,
    doubt: found.doubt,
    untold: found.untold,
    which,
    uncounted: found.uncounted,
    fileLine: canFile ? fileLine(clip(found.question.text, 300)) : undefined,
    library,
    now,
  });
}

/** What no row answers, and no library could: it is the asker's own firm's. */
const isOurs = ({ doubt, untold, question }: Answered): boolean =>
  doubt === "beyond" && !untold && isOfOwnFirm(question);

/** A polite no to what is not looked up. */
function turnAway(found: Answered, reason: OffLimits, { library }: Context): Answer {
  const { question, nearest, subjects } = found;
  const language = reason === "language" ? languageOf(question.text) : undefined;
  return refuse({ reason, question: question.text, nearest, subjects, language, library });
}

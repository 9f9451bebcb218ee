import { z } from "zod";
import { type Entry, kinds, type Passage } from "#content/entry.ts";
import { clip } from "#core/clip.ts";
import { type Context, defineCommand } from "#core/command.ts";
import { isYes } from "#core/is-yes.ts";
import { formatWord } from "#core/line.ts";
import { once } from "#core/once.ts";
import { Refusal } from "#core/refusal.ts";
import type { Answer, Button, Part } from "#core/reply.ts";
import { reckoningOf } from "#present/ask/calculator.ts";
import { decline } from "#present/ask/decline.ts";
import { answerOfItself } from "#present/ask/itself.ts";
import { allButton, listedParts, shownOf } from "#present/ask/listed.ts";
import { refuse } from "#present/ask/refuse.ts";
import { ranData, runCommand } from "#present/ask/run-command.ts";
import {
  alone,
  answerData,
  answerPart,
  caveat,
  openButton,
  openParts,
  otherParts,
  rowText,
  rowTitles,
  silentParts,
  tellsMore,
  whyParts,
} from "#present/ask/say.ts";
import { sideBySide } from "#present/ask/side-by-side.ts";
import { completeEntry } from "#present/choices.ts";
import { sourcesOf } from "#present/cite.ts";
import { unknownName } from "#present/unknown.ts";
import { fileLine } from "#room/buttons.ts";
import { answerQuestion } from "#search/answer/answer.ts";
import type { Answered } from "#search/answer/answered.ts";
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
    if (!/[\p{L}\p{N}]/u.test(asked))
      throw new Refusal("Ask me anything about the companies, roles and playbooks in the casebook.", {
        examples: ["ask why did hugging face leave the chatbot business?"],
      });
    const subject = about?.trim() ? subjectNamed(about, asked, context) : undefined;
    const lookUp = once(() => answerQuestion(context.search, asked, subject));
    const own = await answerOfItself(asked, subject, context, () => lookUp().answered);
    if (own) return own;
    const found = lookUp();
    if (found.off) return turnAway(found, found.off, context);
    const reckoned = await runCalculator(asked, found, context);
    if (reckoned) return reckoned;
    const line = lineOf(found.question.text, subject?.id);
    if (!found.answered) return no(found, line, context);
    return found.sides.length > 1 ? compared(found, line, context) : say(found, line, isYes(why), context);
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
    ...(why ? [] : [{ label: "Why this answer", line: `${line} why:yes` }]),
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
      ...dataOf(found),
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

/** Companies asked about together can be seen side by side. */
function compareButton(companies: readonly Entry[]): Button[] {
  return companies.length > 1
    ? [{ label: "Compare in full", line: `compare ${companies.map(({ id }) => id).join(" ")}` }]
    : [];
}

function dataOf({ question, answered, confidence, kind, subjects, nearest, why }: Answered) {
  return {
    question: question.text,
    answered,
    confidence,
    kind,
    subjects: subjects.map(({ id }) => id),
    nearest: nearest.map(({ id, title }) => ({ id, title })),
    why: { matched: why.matched, missing: why.missing, signs: why.signs ?? {} },
  };
}

const figures: ReadonlySet<string> = new Set(["glance", "metrics"]);

function compared(found: Answered, line: string, { library, now }: Context): Answer {
  const { sides, question } = found;
  const passages = sides.flatMap((side) => side.passages.filter((passage) => passage !== undefined));
  // Best first, as in every reply.
  const placeOf = (row: Passage) => {
    const place = found.answers.findIndex(({ passage }) => passage === row);
    return place < 0 ? found.answers.length : place;
  };
  const others = found.answers.filter(({ passage }) => !passages.includes(passage));
  // Figures of one name say it all; beside what is told in words another row may help.
  const further = passages.every(({ section }) => figures.has(section)) ? [] : others.slice(0, 1);
  return {
    title: clip(question.text, 120),
    parts: [
      ...sideBySide(sides, now),
      ...otherParts(further, now),
      {
        kind: "buttons",
        buttons: [
          ...compareButton(sides.map(({ entry }) => entry)),
          { label: "Why this answer", line: `${line} why:yes` },
        ],
      },
    ],
    sources: sourcesOf(library, [...passages, ...further.map(alone)]),
    data: {
      ...dataOf(found),
      answers: [
        ...sides
          .flatMap(({ entry, passages: [passage] }) => (passage ? [{ entry, passage }] : []))
          .toSorted((a, b) => placeOf(a.passage) - placeOf(b.passage))
          .map((side) => answerData(side, rowText(side.passage))),
        ...further.map((said) => answerData(said, rowText(said.passage, said.cut))),
      ],
    },
  };
}

function no(found: Answered, line: string, { library, commands, now }: Context): Answer {
  const nearest = found.nearest.length > 0 ? found.nearest : library.ofKind("case-study").slice(0, 3);
  const which = found.which.map((entry) => ({ label: clip(entry.title, 75), line: `${line} about:${entry.id}` }));
  const canFile = commands.some(({ name }) => name === "gaps");
  return decline({
    question: found.question.text,
    confidence: found.confidence,
    kind: found.kind,
    subjects: found.subjects,
    nearest,
    matched: found.why.matched,
    missing: found.why.missing,
    doubt: found.doubt,
    untold: found.untold,
    which,
    fileLine: canFile ? fileLine(clip(found.question.text, 300)) : undefined,
    library,
    now,
  });
}

/** "How much to train a 7B model?" is the calculator's to answer, where it is and the question gives its numbers. */
async function runCalculator(asked: string, found: Answered, context: Context): Promise<Answer | undefined> {
  const reckoning = reckoningOf(asked, sentencesAsking(asked), context.library);
  if (!reckoning) return undefined;
  const { command, words, notes } = reckoning;
  const data = { ...dataOf(found), ...ranData, kind: "cost", runs: `${command} ${words}`, notes };
  try {
    const answer = await runCommand(command, words.split(" "), context);
    if (!answer) return undefined;
    const [first, ...parts] = answer.parts;
    const noted = notes.map((note): Part => ({ kind: "text", text: [note] }));
    return {
      ...answer,
      parts: [...(first ? [first] : []), ...noted, ...parts],
      data: { ...data, result: answer.data },
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const refused = { ...data, answered: false, refused: command, result: error.details.data };
    throw new Refusal(error.says, { ...error.details, data: refused });
  }
}

function turnAway(found: Answered, reason: OffLimits, { library }: Context): Answer {
  const { question, nearest, subjects } = found;
  const language = reason === "language" ? languageOf(question.text) : undefined;
  return refuse({ reason, question: question.text, nearest, subjects, language, library });
}

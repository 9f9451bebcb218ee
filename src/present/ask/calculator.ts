import type { Library } from "#content/library.ts";
import { clip } from "#core/clip.ts";
import type { Context } from "#core/command.ts";
import { Refusal } from "#core/refusal.ts";
import { type Answer, paragraph } from "#core/reply.ts";
import { costTyped } from "../cost/bare.ts";
import { costContent } from "../cost/content.ts";
import { costAsked } from "../cost/question.ts";
import { roiTyped } from "../roi/bare.ts";
import { roiAsked } from "../roi/question.ts";
import { type Found, foundData } from "./data.ts";
import { ranData, runCommand } from "./run-command.ts";

/** A calculator's command line that a question amounts to, and what of the question is not in it. */
type Reckoning = {
  readonly command: "cost" | "roi";
  readonly words: string;
  /** Sentences for the asker. */
  readonly notes: readonly string[];
};

/** A longer text tells of much else: only the question in it is read for numbers. */
const longestRead = 600;

/**
 * The calculation that a text asks for with its numbers; undefined for what is to be looked up. `question` is the part
 * that asks: "we have 64 H100s, how long would a 7B take" asks in its second half, and says with what in its first. A text
 * that is nothing but their numbers asks, too.
 */
export function reckoningOf(text: string, question: string, library: Library): Reckoning | undefined {
  const told = text.length > longestRead ? question : text;
  const content = () => costContent(library);
  const cost = costAsked(told, question, content) ?? costTyped(text, content);
  const asked = cost ?? roiAsked(told, question) ?? roiTyped(text);
  return asked && { command: cost ? "cost" : "roi", words: asked.words, notes: notesOn(asked) };
}

type Asked = NonNullable<ReturnType<typeof costAsked> | ReturnType<typeof roiAsked>>;

function notesOn({ left, conflicts }: Asked): string[] {
  const quoted = left.map((word) => `“${clip(word, 40)}”`);
  return [
    ...conflicts.map(
      ({ option, values: [taken, other] }) =>
        `Two values are given for ${option}: this counts ${clip(taken, 40)}, not ${clip(other, 40)}.`,
    ),
    ...(quoted.length > 0
      ? [`I could not place ${quoted.join(", ")}, so this does not count ${quoted.length > 1 ? "them" : "it"}.`]
      : []),
  ];
}

/**
 * What a calculator answers to a text, where it is and the text gives its numbers: "how much to train a 7B model?".
 * `question`: as above; `found`: what was looked up for it.
 * @throws Refusal of the calculator, with what was looked up
 */
export async function calculatorAnswer(
  text: string,
  question: string,
  found: Found,
  context: Context,
): Promise<Answer | undefined> {
  const reckoning = reckoningOf(text, question, context.library);
  if (!reckoning) return undefined;
  const { command, words, notes } = reckoning;
  const data = { ...foundData(found), ...ranData, kind: "cost", runs: `${command} ${words}`, notes };
  try {
    const answer = await runCommand(command, words.split(" "), context);
    if (!answer) return undefined;
    const [first, ...parts] = answer.parts;
    return {
      ...answer,
      parts: [...(first ? [first] : []), ...notes.map((note) => paragraph(note)), ...parts],
      data: { ...data, result: answer.data },
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const refused = { ...data, answered: false, refused: command, result: error.details.data };
    throw new Refusal(error.says, { ...error.details, data: refused });
  }
}

import type { Entry } from "#content/entry.ts";
import type { Context } from "#core/command.ts";
import { Refusal } from "#core/refusal.ts";
import type { Answer } from "#core/reply.ts";
import { briefingOf, browsingOf, ideasAsked, stageAsked } from "./browse.ts";
import { coverageOf, sayCoverage } from "./coverage.ts";
import { meetingDeed } from "./meeting-words.ts";
import { ranData, runCommand } from "./run-command.ts";
import { sayUsage, usageOf } from "./usage.ts";

/**
 * Answers what is asked of the casebook itself and not of what it tells: how something is done ("how do I start a
 * meeting?"), what it covers ("is Cohere in the casebook?"), its own parts ("which companies do you know?", "brief me on
 * Solana"). Undefined for any other question. `about`: the entry that a talk is on. `isAnswered`: whether a look-up answers
 * the question, which is asked before anything is said to stand nowhere.
 */
export async function answerOfItself(
  question: string,
  about: Entry | undefined,
  context: Context,
  isAnswered: () => boolean,
): Promise<Answer | undefined> {
  const { library, commands } = context;
  const deed = meetingDeed(question, library);
  const usage = usageOf(question, commands, about !== undefined) ?? (deed && { shows: deed });
  const used = usage && (await sayUsage(usage, question, context));
  if (used) return used;
  const coverage = coverageOf(question, library, about !== undefined);
  const maySay = coverage && "missing" in coverage && (coverage.rows.length === 0 || coverage.person);
  if (maySay && isAnswered()) return undefined;
  if (coverage && !("runs" in coverage)) return sayCoverage(coverage, question, library);
  const line =
    coverage?.runs ??
    browsingOf(question) ??
    ideasAsked(question) ??
    stageAsked(question, library) ??
    briefingOf(question, library);
  return line === undefined ? undefined : await ran(line, question, context);
}

/** What another command's line answers to a question; undefined where there is no such command, or it finds nothing. */
async function ran(line: string, question: string, context: Context): Promise<Answer | undefined> {
  const [command = "", ...words] = line.split(" ");
  try {
    const answer = await runCommand(command, words, context);
    const data = { question, ...ranData, kind: "list", subjects: [], nearest: [], runs: line, result: answer?.data };
    return answer && { ...answer, data };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return undefined;
  }
}

import { z } from "zod";
import { readAnswers } from "#calc/readiness/answers.ts";
import { highestAnswer, readScorecard, type Scorecard, scoreAnswers } from "#calc/readiness/scorecard.ts";
import { clip } from "#core/clip.ts";
import { defineCommand } from "#core/command.ts";
import { fold, resolveName } from "#core/nearest.ts";
import { Refusal } from "#core/refusal.ts";
import { type Part, paragraph } from "#core/reply.ts";
import { askQuestion, lineOf, stopped } from "#present/readiness/ask.ts";
import { readinessHistory } from "#present/readiness/history.ts";
import { keeper } from "#present/readiness/keeper.ts";
import { readinessResult } from "#present/readiness/result.ts";
import { readinessTeam } from "#present/readiness/team.ts";

export const readinessCommand = defineCommand({
  name: "readiness",
  summary: "Enterprise AI readiness scorecard: twelve questions, a score, three next steps",
  examples: [
    "readiness",
    "readiness 3 2 4",
    "readiness 3 2 1 2 2 1 3 2 1 2 1 1",
    "readiness 321221321211 change:4",
    "readiness history",
    "readiness team",
    "readiness new",
  ],
  visibility: "private",
  options: z.object({
    answers: z.string().optional().describe("Answers so far, 0 to 4 each: 3 2 4; or new, history, team"),
    change: z.string().optional().describe("Number of a question to answer again"),
  }),
  positional: ["answers"],
  run: async ({ answers: typed = "", change }, context) => {
    const file = context.library.records.assumptions.get("readiness");
    if (!file) throw new Error("content/assumptions/readiness.yaml is missing");
    const card = readScorecard(file.rows);
    const kept = keeper(card, context);
    const asked = fold(typed).replace(/^(?:(?:for|of) )?(?:(?:my|our|the) )?/, "");
    if (/^team(?: (?:results?|scores?|readiness))?$/.test(asked))
      return readinessTeam(await kept.team(), card, context);
    if (/^(?:history|past (?:results|scores))$/.test(asked)) return readinessHistory(await kept.history(), card);
    if (/^(?:stop|pause|later|quit)$/.test(asked)) return stopped((await kept.resume()).answers, card);
    if (!change?.trim() && /^(?:|go|go on|resume|continue)$/.test(asked)) {
      const { answers: before, note } = await kept.resume();
      return before.length < card.questions.length
        ? askQuestion(card, before, context, note ? { note } : {})
        : result(before, context.shared ? [] : [paragraph(note)]);
    }
    const [, before = typed, place = change ?? ""] = changing.exec(typed) ?? [];
    const answers = checkedAnswers(before, card);
    if (place.trim()) return askQuestion(card, answers, context, { changing: changedPlace(place, answers) });
    const parts = await kept.keep(answers);
    return answers.length < card.questions.length ? askQuestion(card, answers, context) : result(answers, parts);

    function result(of: readonly number[], parts: readonly Part[]) {
      return readinessResult(scoreAnswers(of, card), of, card, file?.rows ?? [], context, parts);
    }
  },
});

/** "3 2 1 change question 2" */
const changing = /^(.*?)\s*\bchange:?\s+(?:(?:question|answer|no)\s+)?(\d{1,2})$/i;

/** What can be said in place of answers. */
const ways = ["team", "history", "new", "stop"].map((way) => ({ value: way, names: [way] }));

/** Words people put before their answers, or instead of them. */
const opening =
  /^(?:start over|start again|begin again|restart|reset|start|begin|go|resume|continue|new|again|my answers(?: are)?|answers?|score)\b[\s:]*/i;

function checkedAnswers(typed: string, card: Scorecard): readonly number[] {
  const total = card.questions.length;
  const read = readAnswers(typed.trim().replace(opening, ""), highestAnswer);
  if ("wrong" in read) {
    const way = resolveName(typed, ways);
    if (way.match)
      throw new Refusal(`“${clip(typed, 40)}” is no answer. Did you mean readiness ${way.match}?`, {
        examples: [`readiness ${way.match}`],
        buttons: [{ label: `readiness ${way.match}`, line: `readiness ${way.match}` }],
        data: { error: "answers", answers: [] },
      });
    const line = lineOf(read.before.slice(0, total));
    throw new Refusal(`“${clip(read.wrong, 40)}” is no answer: each is a number from 0 to ${highestAnswer}.`, {
      examples: [line, "readiness 3 2 1 2 2 1 3 2 1 2 1 1"],
      ...(read.before.length > 0
        ? { understood: `the first ${read.before.length} of ${total}: ${read.before.join(" ")}` }
        : {}),
      buttons: [{ label: read.before.length > 0 ? "Go on from there" : "Start", line }],
      data: { error: "answers", answers: read.before },
    });
  }
  if (read.answers.length > total) {
    const line = lineOf(read.answers.slice(0, total));
    throw new Refusal(`There are ${total} questions, and this line has ${read.answers.length} answers.`, {
      examples: [line],
      buttons: [{ label: `Score the first ${total}`, line }],
      data: { error: "answers", answers: read.answers },
    });
  }
  return read.answers;
}

/** The place, from 0, of a question to answer again; it must have been answered. */
function changedPlace(change: string, answers: readonly number[]): number {
  const number = /^\d{1,2}$/.test(change.trim()) ? Number(change) : 0;
  if (number >= 1 && number <= answers.length) return number - 1;
  throw new Refusal(
    answers.length > 0
      ? `There is no answer ${clip(change, 20)} to change; this line has ${answers.length}.`
      : "There is no answer to change yet.",
    {
      examples: [answers.length > 0 ? `${lineOf(answers)} change:1` : "readiness"],
      data: { error: "change", answers },
    },
  );
}

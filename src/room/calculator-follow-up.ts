import type { Library } from "#content/library.ts";
import type { Dispatch } from "#core/adapter.ts";
import type { Invocation } from "#core/invocation.ts";
import { statementsOf } from "#core/parts.ts";
import type { Reply } from "#core/reply.ts";
import { reckoningOf } from "#present/ask/calculator.ts";
import { costChanged } from "#present/cost/changed.ts";
import { costContent } from "#present/cost/content.ts";
import { roiChanged } from "#present/roi/changed.ts";
import type { Granted } from "./last-answer.ts";
import { barely } from "./lead.ts";
import { answerOf } from "./other-form.ts";
import { formOfLine } from "./wish.ts";

type Parts = Pick<Dispatch, "run" | "read" | "commands">;

/**
 * What a few words ask of a calculation that was the last answer: the same with one thing changed ("on A100s?", "over 5
 * years"), or how it comes about ("why so expensive?"). Undefined for anything else, and behind any other answer.
 */
export async function ofCalculation(
  question: string,
  last: string,
  invocation: Invocation,
  dispatch: Parts,
  library: Library,
): Promise<Granted | undefined> {
  const line = reckonedLine(last, invocation, dispatch, library);
  // Who says all of a calculation asks anew.
  if (line === undefined || reckoningOf(question, question, library)) return undefined;
  const changed = /^cost\b/.test(line) ? costChanged(line, question, costContent(library)) : roiChanged(line, question);
  if (changed) return { line: changed };
  return asksHow.test(barely(question))
    ? { reply: reckoningShown(await answerOf(last, invocation, dispatch, library)) }
    : undefined;
}

/** The calculator's line behind the last answer, which may have been asked in words. */
function reckonedLine(line: string, { origin }: Invocation, { read }: Parts, library: Library): string | undefined {
  const meant = formOfLine(read(line, origin))?.line ?? line;
  const { command, named, words } = read(meant, origin);
  if (command === "cost" || command === "roi") return meant;
  const asked = command === "ask" ? (named.question ?? words.join(" ")) : "";
  const reckoning = asked ? reckoningOf(asked, asked, library) : undefined;
  return reckoning && `${reckoning.command} ${reckoning.words}`;
}

const asksHow =
  /^(?:why(?: (?:is|are|does) (?:it|that|this)(?: cost)?)?(?: so| that| this)*(?: (?:expensive|costly|dear|cheap|much|many|high|low|long|slow|little))?|how (?:so|come)|how (?:did|do) you (?:get|calculate|compute|reckon|work out|arrive at) (?:that|this|it)|how (?:is|was) (?:that|this|it) (?:calculated|computed|reckoned|worked out)|what (?:drives|makes) (?:it|that|this|the (?:cost|price))(?: so (?:expensive|high|much))?|(?:show|explain) (?:me )?(?:the )?(?:math|maths|calculation|reasoning|working|breakdown))$/;

const telling: ReadonlySet<string> = new Set(["fields", "heading", "list", "buttons"]);

/** What a calculation is made of, without its charts and forms, with what changes it. */
function reckoningShown(answer: Reply): Reply {
  const parts = answer.parts.filter(({ kind }, i) => i === 0 || telling.has(kind));
  const cited = new Set(parts.flatMap(statementsOf).flatMap(({ cites = [] }) => cites));
  return { ...answer, parts, sources: answer.sources.filter(({ id }) => cited.has(id)) };
}

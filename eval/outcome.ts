import { z } from "zod";
import type { Dispatch } from "#core/adapter.ts";
import type { Reply } from "#core/reply.ts";
import { type Given, rankOf } from "./accepts.ts";
import { type Answerable, isAnswerable, type Question } from "./question.ts";

/** What became of one question. */
export type Outcome = {
  readonly question: Question;
  /** Said no, or had nothing to say. */
  readonly refused: boolean;
  /** Place of the first right answer, from 1; nothing when none was right, and for what has no answer. */
  readonly rank: number | undefined;
  readonly given: readonly Given[];
  /** Command line that answered in the passages' place. */
  readonly ran: string | undefined;
  readonly milliseconds: number;
};

const rowSchema = z.object({ id: z.string(), text: z.string() });

const askedSchema = z.object({
  answers: z.array(rowSchema).catch([]),
  /** The row of a no that says that nobody knows. */
  untold: rowSchema.optional().catch(undefined),
  /** The line of another command whose result is the answer. */
  runs: z.string().optional().catch(undefined),
});

const origin = { platform: "terminal", via: "command" } as const;

/** Title and text of a passage in the library, so that a rule holds however the answer is cut. */
export type Show = (id: string) => string | undefined;

/** Asks a question as a person would, by the command line, and judges the reply. */
export async function askQuestion(dispatch: Dispatch, show: Show, question: Question): Promise<Outcome> {
  const line = `ask ${question.ask}${question.about ? ` about:${question.about}` : ""}`;
  const start = performance.now();
  const reply = await dispatch.run(dispatch.read(line, origin));
  return judge(question, reply, show, performance.now() - start);
}

/** What became of a question, read from its reply. */
export function judge(question: Question, reply: Reply, show: Show, milliseconds: number): Outcome {
  const data = askedSchema.safeParse(reply.data).data;
  const ran = data?.runs ?? (reply.command === "ask" ? undefined : reply.line);
  const rows = data?.untold ? [data.untold] : (data?.answers ?? []);
  const given = rows.map(({ id, text }) => ({ id, shown: show(id) ?? text }));
  const rank = isAnswerable(question) ? placeOf(question, given, ran) : undefined;
  // A no that shows the row which was wanted, since that row says that nobody knows, is an answer.
  const refused = (!reply.ok && rank === undefined) || (given.length === 0 && ran === undefined);
  return { question, refused, rank, given, ran, milliseconds };
}

function placeOf(question: Answerable, given: readonly Given[], ran: string | undefined): number | undefined {
  if (ran !== undefined && question.runs && new RegExp(question.runs, "i").test(ran)) return 1;
  const direct = rankOf(question.answers ?? [], given);
  const aligned = question.sides && placeOfSides(question.sides, given);
  return direct === undefined ? aligned : Math.min(direct, aligned ?? direct);
}

/** A comparison stands when every side is among the first three; its place is that of the side met first. */
function placeOfSides(sides: readonly (readonly string[])[], given: readonly Given[]): number | undefined {
  const ranks = sides.map((side) => rankOf(side, given.slice(0, 3)) ?? Number.POSITIVE_INFINITY);
  return Math.max(...ranks) <= 3 ? Math.min(...ranks) : undefined;
}

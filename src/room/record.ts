import type { AnyCommand } from "#core/command.ts";
import type { Invocation, Origin } from "#core/invocation.ts";
import { roomOf } from "#core/origin.ts";
import { statementsOf } from "#core/parts.ts";
import { plain, type Reply } from "#core/reply.ts";
import type { Asked } from "#core/room.ts";
import { type AskedData, asksBack, isKept, mayBeOpen } from "./asked.ts";
import type { Recalled } from "./memory.ts";
import { rowLineOf } from "./row-line.ts";
import { caveatsOf, lineOf } from "./short.ts";

/** `isOpen`: everyone there sees the reply. */
type Recorded = {
  readonly question: string;
  readonly asked: AskedData;
  readonly reply: Reply;
  readonly isOpen: boolean;
};

/** Whether what all can read there can be read by all of the channel; Discord does not tell which threads are private. */
const isChannels = ({ platform, direct, thread }: Origin): boolean => !direct && !(platform === "discord" && thread);

/** Counts a question that nothing answers as a gap, and keeps what a meeting asks for its recap. */
export async function recordAsked(
  { store, meeting }: Recalled,
  { origin }: Invocation,
  { question, asked, reply, isOpen }: Recorded,
  at: number,
): Promise<void> {
  if (!store || !isKept(asked)) return;
  const isGap = !asked.answered && !asked.refused && !asked.beyond && !asksBack(reply);
  if (isGap && (origin.channel || meeting))
    await store.gaps.count(question, roomOf(origin), at, isOpen && isChannels(origin));
  if (!meeting) return;
  const refused = mayBeOpen(asked) ? "" : (asked.refused ?? "");
  const said = { question, ...answerKept(asked, reply), refused, asker: origin.asker ?? "" };
  await store.meetings.add(meeting.id, said, at);
}

/** Keeps for a meeting's recap what was looked up in it by a command that somebody typed. */
export async function recordLookedUp(
  { store, meeting }: Recalled,
  { origin }: Invocation,
  reply: Reply,
  at: number,
): Promise<void> {
  if (!store || !meeting || origin.via === "click") return;
  const shown = { question: `/${reply.line}`, ...answerShown(reply), asker: origin.asker ?? "" };
  await store.meetings.add(meeting.id, shown, at);
}

/** True for a command that only shows something, so that its line shows it again; what it keeps for somebody, such as a scorecard, is theirs alone. */
export const shows = (command: string, commands: readonly AnyCommand[]): boolean =>
  commands.some(({ name, pure, storeless }) => name === command && (pure || storeless));

/** True for what is shown of the casebook's content, not of the bot itself. */
export const isLookedUp = ({ sources }: Reply): boolean => sources.length > 0;

/** What a meeting keeps of an answer: the line that was said, with what it says of itself, and the passages it came from. */
function answerKept(asked: AskedData, reply: Reply): Pick<Asked, "answer" | "passage"> {
  if (!asked.answered) return { answer: "", passage: "" };
  const line = lineOf(reply) ?? rowLineOf(reply, asked.question);
  const caveats = line && asked.runs === undefined ? caveatsOf(reply, line).flatMap(statementsOf) : [];
  const said = line ? [line, ...caveats].map(({ text }) => plain(text)).join(" ") : reply.title;
  return { answer: said, passage: passagesSaid(asked, reply).join(" ") };
}

/** Ids of the passages behind a line: of companies that were asked one by one, or stand side by side, one of each. */
function passagesSaid({ answers, each }: AskedData, { parts }: Reply): string[] {
  if (each) return each.flatMap(({ id }) => id ?? []);
  const isWide = parts.some(({ kind }) => kind === "table");
  const firsts = answers.filter(({ study }, i) => answers.findIndex((other) => other.study === study) === i);
  return (isWide ? firsts : answers.slice(0, 1)).map(({ id }) => id);
}

/** Of what a command showed: its first line, of several rows side by side its title alone. */
function answerShown(reply: Reply): Pick<Asked, "answer" | "passage"> {
  const isWide = reply.parts.some((part) => part.kind === "table" && part.rows.length > 1);
  const line = isWide ? undefined : (lineOf(reply) ?? rowLineOf(reply));
  const passage = reply.parts.flatMap(statementsOf).flatMap(({ id }) => id ?? [])[0] ?? "";
  return { answer: line ? plain(line.text) : reply.title, passage };
}

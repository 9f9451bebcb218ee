import type { Entry } from "#content/entry.ts";
import type { Library } from "#content/library.ts";
import type { Dispatch } from "#core/adapter.ts";
import type { Invocation } from "#core/invocation.ts";
import type { Button, Reply } from "#core/reply.ts";
import type { Meeting } from "#core/room.ts";
import { holdsSecret } from "#core/secrets.ts";
import { within } from "#core/within.ts";
import { type AskedData, askedOf, asksBack, mayBeOpen, offeringOnly, subjectsOf } from "./asked.ts";
import { fileLine, rateButtons, renewButtons } from "./buttons.ts";
import { entriesNamed } from "./entries-named.ts";
import { meantLine } from "./meant-line.ts";
import { sayAskedSoFar } from "./meeting/asked-so-far.ts";
import { createMemory, type MemoryParts, type Recalled } from "./memory.ts";
import { partShown } from "./part-shown.ts";
import { isLookedUp, recordAsked, recordLookedUp, shows } from "./record.ts";
import { sayOfTalk } from "./say-of-talk.ts";
import { shorten, withOpenPoint } from "./short.ts";
import { subjectAnswered, withSubject } from "./subject.ts";
import { talkWordOf } from "./talk-word.ts";
import { spokenOf, turnsTo } from "./turned-to.ts";
import { createUnderstanding, type Understood } from "./understand.ts";
import { wishOf } from "./wish.ts";

export type RoomParts = Omit<MemoryParts, "now" | "isPublic"> & {
  readonly now?: () => number;
  readonly onFailure?: (error: unknown) => void;
};

/** Longest time an answer waits for what is remembered, in milliseconds. */
const patience = 1500;

/**
 * A dispatch that knows the room: questions follow on from what was said in their conversation, answers can be rated
 * and gaps filed, and in a meeting answers are one line each and kept for the recap. What cannot be remembered is told
 * to `onFailure` and never costs the answer.
 */
export function withRoom(dispatch: Dispatch, { now = Date.now, onFailure, ...parts }: RoomParts): Dispatch {
  const isPublic = (invocation: Invocation) => invocation.origin.via === "mention" || dispatch.isPublic(invocation);
  /** Slack shows what was not answered to its asker alone. */
  const isHeard = (invocation: Invocation, reply: Reply) =>
    invocation.origin.via === "mention" || (reply.ok && dispatch.isPublic(invocation));
  const { recall, remember, forget } = createMemory({ ...parts, now, isPublic });
  const understand = createUnderstanding(dispatch);

  const attempt = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await within(patience, work(), "the store took too long");
    } catch (error) {
      onFailure?.(error);
      return undefined;
    }
  };

  const ask = async (invocation: Invocation): Promise<Reply> => {
    const { origin } = invocation;
    const typed = typedIn(invocation);
    const room = await attempt(() => recall(invocation));
    const word = invocation.named.about
      ? undefined
      : talkWordOf(typed, { isMeeting: room?.meeting !== undefined, isAnswered: Boolean(room?.talk?.line) });
    if (word === "over" && room) await attempt(() => forget(room, origin));
    if (word) return sayOfTalk(word, invocation, room?.meeting !== undefined);
    const asksAsked = room?.meeting && wishOf(typed) === "talk" && /\b(?:questions?|ask(?:ed)?)\b/i.test(typed);
    const questions = asksAsked && (await attempt(async () => room.store?.meetings.questions(room.meeting?.id ?? "")));
    if (questions) return sayAskedSoFar(questions, invocation);
    const library = parts.library(origin);
    const studies = studiesOf(room?.meeting, library);
    const thisYear = new Date(now()).getUTCFullYear();
    const seen = { library, talk: room?.talk, close: room?.conversation?.close ?? false, studies, thisYear };
    const understood = await understand(invocation, typed, seen);
    if ("line" in understood) return run({ ...dispatch.read(understood.line, origin), share: invocation.share });
    if (!("question" in understood)) {
      const { reply } = understood;
      const shown = partShown(reply, dispatch.read(reply.line, origin), room?.talk, library);
      if (room && shown) await attempt(() => remember(room, origin, shown));
      return reply;
    }
    const reply = offeringOnly(understood.reply, studies);
    const asked = askedOf(reply);
    return asked ? kept(invocation, room, { ...understood, reply }, asked) : reply;
  };

  /** An answer as the room shows it, once what is to be remembered of it is. */
  const kept = async (
    invocation: Invocation,
    room: Recalled | undefined,
    { reply, question, about }: Understood,
    asked: AskedData,
  ): Promise<Reply> => {
    // What somebody says in despair is theirs: nothing of it is kept or read back.
    if (asked.refused === "despair") return reply;
    const { origin, share, page } = invocation;
    const library = parts.library(origin);
    // Kept without its conversation, a question must say what it is about.
    const subject = about ? subjectAnswered(library.find(about).match, asked) : undefined;
    const named = entriesNamed(question, library).map(({ entry }) => entry.id);
    const spoken = spokenOf(named, subject, library);
    const isLeftOut = subject && spoken?.includes(subject.id) && !named.includes(subject.id);
    const whole = isLeftOut && question !== subject.title ? withSubject(question, subject.title) : question;
    // Sharing or paging an answer is not asking again; but what is shared in a thread goes on for all.
    const again = origin.via === "click" && (share || page > 1);
    if (room && (!again || (share && room.conversation?.shared)))
      await attempt(async () => {
        const turned = () => turnsTo(reply, question, room.talk, library);
        const ids = spoken ?? turned();
        const line = asked.refused || isPassedOver(reply, asked, invocation, library) ? "" : reply.line;
        await Promise.all([
          remember(room, origin, { ids, question, line }),
          ...(again
            ? []
            : [
                recordAsked(
                  room,
                  invocation,
                  { question: whole, asked, reply, isOpen: isHeard(invocation, reply) },
                  now(),
                ),
              ]),
        ]);
      });
    return renewButtons(room?.meeting ? inOneLine(reply, asked) : reply, buttonsFor(asked, whole, reply));
  };

  const run = async (invocation: Invocation): Promise<Reply> => {
    const { origin } = invocation;
    if (origin.platform === "schedule" || holdsSecret(invocation)) return dispatch.run(invocation);
    if (invocation.command === "ask") return ask(invocation);
    const leans = ["compare", "meeting", "salary"].includes(invocation.command);
    const before = leans ? await attempt(() => recall(invocation)) : undefined;
    const meant = before && (await attempt(() => meantLine(invocation, before, parts.library(origin), now())));
    const reply = await dispatch.run(meant ?? invocation);
    // What a command refused may have been answered as the question that it was.
    const asked = askedOf(reply);
    if (asked) {
      const room = await attempt(() => recall(invocation));
      const offered = offeringOnly(reply, studiesOf(room?.meeting, parts.library(origin)));
      return kept(invocation, room, { reply: offered, question: asked.question }, asked);
    }
    const ids = subjectsOf(reply);
    const isAgain = reply.ok && shows(reply.command, dispatch.commands);
    const isShown = isAgain && isLookedUp(reply);
    if (ids.length > 0 || isAgain)
      await attempt(async () => {
        const room = await recall(invocation);
        await Promise.all([
          remember(room, origin, { ids, question: "", line: isAgain ? reply.line : "" }),
          ...(isShown ? [recordLookedUp(room, invocation, reply, now())] : []),
        ]);
      });
    return reply;
  };

  return { ...dispatch, run };
}

const typedIn = ({ named, words }: Invocation): string => (named.question ?? words.join(" ")).trim();

/** A no to a follow-up that quotes nothing: the answer before it stays the last one, to choose a row of. */
const isPassedOver = (reply: Reply, { answered }: AskedData, invocation: Invocation, library: Library): boolean =>
  !answered &&
  !asksBack(reply) &&
  reply.sources.length === 0 &&
  entriesNamed(typedIn(invocation), library).length === 0;

/** Companies that a meeting is about. */
function studiesOf(meeting: Meeting | undefined, library: Library): Entry[] {
  const entries = meeting?.studies.flatMap((id) => library.entry(id) ?? []) ?? [];
  return entries.filter(({ kind }) => kind === "case-study");
}

/** An answer as a meeting wants it, but a question back and what the bot shows of itself; what stays open is said to be. */
function inOneLine(reply: Reply, asked: AskedData): Reply {
  if (asksBack(reply) || (reply.ok && asked.refused !== undefined)) return reply;
  return asked.answered || !mayBeOpen(asked) ? shorten(reply) : withOpenPoint(shorten(reply));
}

function buttonsFor({ answered, answers, refused }: AskedData, question: string, reply: Reply): Button[] {
  const [best] = answers;
  if (!answered) return refused || asksBack(reply) ? [] : [{ label: "File this gap", line: fileLine(question) }];
  return best ? rateButtons(best.id, question) : [];
}

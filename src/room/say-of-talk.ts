import type { Invocation } from "#core/invocation.ts";
import { type Button, code, paragraph, type Reply, type Text, text } from "#core/reply.ts";
import { saying } from "./saying.ts";
import type { TalkWord } from "./talk-word.ts";

type Says = { readonly title: string; readonly says: Text | string; readonly buttons?: readonly Button[] };

const answers: Record<TalkWord, Says> = {
  over: {
    title: "A fresh start",
    says: text`What we talked about here is forgotten, so name the company in your next question. ${code("casebook forget-me")} deletes what else is kept of you.`,
  },
  currency: {
    title: "Figures stay as they were published",
    says: "I give every figure in its source's own currency and convert none: rates change from day to day, and a converted figure would be nobody's. “source?” shows the day that it holds for.",
  },
  remind: {
    title: "I set no reminders",
    says: "What I can do is post a digest here by the clock: what is new in the casebook, on the days and at the hour you choose.",
    buttons: [{ label: "Set up a digest", line: "digest subscribe" }],
  },
  post: {
    title: "I post nothing elsewhere",
    says: text`I speak where I am asked. The button Share under a reply that only you see shows it to everybody here, as ${code("share:yes")} behind a question does; ask in the other channel, and the answer stands there.`,
  },
  summary: {
    title: "I do not read along",
    says: "I hear only what is said to me, so I cannot sum up a conversation. In a meeting I keep every question, and the recap at its end has the answers, the open points and their owners.",
    buttons: [{ label: "Start a meeting", line: "meeting start" }],
  },
  layout: {
    title: "One form for all",
    says: text`I show each answer as it stands in the casebook, and in no other layout. “shorter” gives it in a line, “more” all around it, and ${code("compare openai anthropic")} is a table.`,
  },
  language: {
    title: "I speak English alone",
    says: "The casebook is written in English, and I quote it word for word, so I translate nothing.",
  },
  opinion: {
    title: "That is yours to judge",
    says: "I quote what is known, and weigh nothing for your company. “more” shows what stands around the last answer; “what are the lessons?” and “what are the risks?” ask what the casebook makes of a company.",
  },
};

/** The same while a meeting runs. */
const inMeeting: Partial<Record<TalkWord, Says>> = {
  over: {
    title: "The meeting goes on",
    says: "The last question is forgotten, and “they” are the companies of the meeting again. What was asked stays in its recap.",
  },
  summary: {
    title: "The recap has it",
    says: "I hear only what is said to me. The recap has every question of this meeting with its answer, the open points and their owners; it comes when the meeting ends.",
    buttons: [
      { label: "How it stands", line: "meeting status" },
      { label: "Notes so far", line: "meeting export" },
    ],
  },
};

/** What the bot can do for words about the talk itself, in a short reply. */
export function sayOfTalk(word: TalkWord, invocation: Invocation, isMeeting: boolean): Reply {
  const { title, says, buttons = [] } = (isMeeting ? inMeeting[word] : undefined) ?? answers[word];
  return saying(
    invocation,
    title,
    paragraph(says),
    ...(buttons.length > 0 ? [{ kind: "buttons" as const, buttons: [...buttons] }] : []),
  );
}

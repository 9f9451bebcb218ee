import { z } from "zod";
import type { Library } from "#content/library.ts";
import { clip } from "#core/clip.ts";
import { defineCommand } from "#core/command.ts";
import { formatWord } from "#core/line.ts";
import { fold } from "#core/nearest.ts";
import { roomOf } from "#core/origin.ts";
import { Refusal } from "#core/refusal.ts";
import { type Answer, paragraph } from "#core/reply.ts";
import { rateLine } from "#room/buttons.ts";

const reasons = ["wrong", "out of date", "not what I asked", "incomplete", "hard to read"];
const passageId = /^([\w-]{1,100})#([\w/.-]{1,200})$/;

/** A row of a section that is there, of any edition: content may have changed since the answer was given. */
function isRow(id: string, library: Library): boolean {
  const [, entry = "", row = ""] = passageId.exec(id) ?? [];
  return library.entry(entry)?.sections.some((section) => row.startsWith(`${section.id}/`)) ?? false;
}

const yes = new Set(["yes", "y", "helpful", "good", "up"]);
const no = new Set(["no", "n", "not helpful", "bad", "down"]);

export const rateCommand = defineCommand({
  name: "rate",
  summary: "Say whether an answer helped; the buttons under every answer do it for you",
  examples: ["rate yes hugging-face#glance/3 who founded hugging face?"],
  visibility: "private",
  unscheduled: true,
  aside: true,
  personal: true,
  options: z.object({
    helpful: z.string().optional().describe("yes or no"),
    passage: z.string().optional().describe("The id of the passage that was the answer"),
    question: z.string().optional().describe("The question it answered"),
    reason: z.string().optional().describe("What was wrong with it"),
  }),
  positional: ["helpful", "passage", "question"],
  run: async ({ helpful = "", passage: id = "", question = "", reason = "" }, { origin, now, store, library }) => {
    const verdict = fold(helpful);
    if (!yes.has(verdict) && !no.has(verdict)) throw new Refusal("Did the answer help? Say yes or no.");
    if (!passageId.test(id)) throw new Refusal("Which answer? Press a button under it, or give its passage's id.");
    if (!isRow(id, library))
      throw new Refusal(`No answer here comes from “${clip(id, 60)}”. Press a button under an answer, or give its id.`);
    const rating = {
      ...roomOf(origin),
      asker: origin.asker ?? "",
      question: question.trim(),
      passage: id,
      helpful: yes.has(verdict),
      reason: clip(reason.trim(), 300),
    };
    await (await store()).feedback.rate(rating, now.getTime());
    const { helpful: helped, reason: kept } = rating;
    const data = { helpful: helped, passage: id, question: rating.question, reason: kept };
    if (helped) return { title: "Thank you", parts: [paragraph("Good to know that it helped.")], data };
    if (kept)
      return { title: "Thank you", parts: [paragraph(`Noted: ${kept}. Whoever keeps the casebook sees it.`)], data };
    return { ...askWhy(id, rating.question), data };
  },
});

/** Noted already; the reason may follow. */
function askWhy(passage: string, question: string): Omit<Answer, "data"> {
  const line = rateLine(false, passage, question);
  return {
    title: "Noted, thank you",
    parts: [
      paragraph("What was wrong? Whoever keeps the casebook sees it with the question, not with your name."),
      {
        kind: "select",
        placeholder: "What was wrong with it?",
        options: reasons.map((reason) => ({
          label: `${reason[0]?.toUpperCase()}${reason.slice(1)}`,
          line: `${line} reason:${formatWord(reason)}`,
        })),
      },
      {
        kind: "form",
        label: "In your own words",
        title: "What was wrong with it?",
        line,
        fields: [{ name: "reason", label: "What was wrong", required: true }],
      },
    ],
  };
}

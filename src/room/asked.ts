import { z } from "zod";
import type { Entry } from "#content/entry.ts";
import { clip } from "#core/clip.ts";
import { onceEachFrozen } from "#core/once-each.ts";
import type { Button, Part, Reply } from "#core/reply.ts";

const askedSchema = z.object({
  question: z.string(),
  answered: z.boolean(),
  confidence: z.number().catch(0),
  /** Why the question is none that the casebook should answer: it is no gap then. */
  refused: z.string().optional(),
  /** True where only the asker's own people, the hour or somebody in private can answer: nobody is asked to write that. */
  beyond: z.boolean().catch(false),
  kind: z.string().optional().catch(undefined),
  subjects: z.array(z.string()).optional().catch(undefined),
  /** True when it answers for all studies. */
  across: z.boolean().catch(false),
  /** The rows of a list that answers, of which a reply shows the first. */
  list: z
    .object({ items: z.array(z.unknown()) })
    .transform(({ items }) => items.length)
    .optional()
    .catch(undefined),
  /** The row of each company that was asked by itself; one that does not tell it has none. */
  each: z
    .array(z.object({ study: z.string(), id: z.string().optional() }))
    .optional()
    .catch(undefined),
  /** The words of the question that were found, and those that were not. */
  why: z
    .object({ matched: z.array(z.string()), missing: z.array(z.string()) })
    .optional()
    .catch(undefined),
  /** The command line that the question ran instead. */
  runs: z.string().optional().catch(undefined),
  answers: z.array(z.object({ id: z.string(), study: z.string(), text: z.string().catch("") })).catch([]),
});
/** What the room reads of an answer to a question. */
export type AskedData = z.infer<typeof askedSchema>;

/** The typed result of `ask`; undefined for any other. */
export const readAsked = (data: unknown): AskedData | undefined => askedSchema.safeParse(data).data;

/** The typed result of `ask`; undefined for any other reply. */
export const askedOf = onceEachFrozen(({ command, data }: Reply): AskedData | undefined =>
  command === "ask" ? readAsked(data) : undefined,
);

/**
 * True for what a meeting leaves open where the casebook does not answer it: somebody in the room may, also of their own
 * firm, and of the news of a company.
 */
export const mayBeOpen = ({ refused, subjects = [] }: AskedData): boolean =>
  refused === undefined || refused === "ours" || (refused === "news" && subjects.length > 0);

/** Why a question is not looked up that was asked all the same: no word to the bot itself, and nobody's private matter. */
const turnedAway = ["general", "news", "advice-to-trade", "wrongdoing", "writing", "errand", "language"];

/** True for a question that a meeting keeps for its recap. */
export const isKept = (asked: AskedData): boolean => mayBeOpen(asked) || turnedAway.includes(asked.refused ?? "");

const shownSchema = z.union([
  z.object({ study: z.string() }).transform(({ study }) => [study]),
  z.object({ role: z.string() }).transform(({ role }) => [role]),
  z.object({ playbook: z.string() }).transform(({ playbook }) => [playbook]),
  z.object({ subjects: z.array(z.string()) }).transform(({ subjects }) => subjects),
]);

/** Ids of the entries a reply is about: what was asked about, else where the answer stands, else the entry shown. */
export const subjectsOf = onceEachFrozen((reply: Reply): readonly string[] => {
  const asked = askedOf(reply);
  if (asked) return asked.subjects?.length ? asked.subjects : asked.answers.slice(0, 1).map(({ study }) => study);
  const shown = reply.ok ? shownSchema.safeParse(reply.data) : undefined;
  return shown?.data ?? [];
});

const choice = /^(ask .*) about:\S+$/;

/** The line that a button would ask again of one entry, without that entry. */
const lineAgain = (button: Button): string | undefined =>
  "line" in button ? choice.exec(button.line)?.[1] : undefined;

/** The lines that a question back offers, each asking again of one entry. */
export function choicesOf({ ok, parts }: Pick<Reply, "ok" | "parts">): string[] {
  const buttons = ok ? [] : parts.flatMap((part) => (part.kind === "buttons" ? part.buttons : []));
  return buttons.flatMap((button) => ("line" in button && lineAgain(button) ? [button.line] : []));
}

/** True when a question is answered with a question: which of these do you mean? */
export const asksBack = (reply: Reply): boolean => choicesOf(reply).length > 0;

/** A question back that offers these entries and no others; as it was when there are none of them. */
export function offeringOnly(reply: Reply, entries: readonly Entry[]): Reply {
  if (entries.length === 0 || !asksBack(reply)) return reply;
  const parts = reply.parts.map((part): Part => {
    if (part.kind !== "buttons") return part;
    const [line] = part.buttons.flatMap((button) => lineAgain(button) ?? []);
    if (!line) return part;
    const offered = entries.map(({ id, title }) => ({ label: clip(title, 75), line: `${line} about:${id}` }));
    return { ...part, buttons: [...offered, ...part.buttons.filter((button) => !lineAgain(button))] };
  });
  return { ...reply, parts };
}

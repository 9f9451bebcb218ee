import { z } from "zod";
import { longestLine } from "#core/parse.ts";
import { chartSchema } from "#core/reply.ts";

const where = z.enum(["channel", "direct"]);
const words = z.string().max(longestLine);
/** The message that was clicked on, as the browser drew it. */
const on = z.object({ where, id: z.string().max(40), alone: z.boolean(), thread: z.string().max(40).optional() });
export type On = z.infer<typeof on>;

/** Something done in the browser. `element`, `form` and `state` are the platform's own shapes, as they were drawn. */
export const actSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("say"), line: words.min(1), where }),
  z.object({ kind: z.literal("click"), on: on.optional(), element: z.looseObject({}) }),
  z.object({ kind: z.literal("submit"), on: on.optional(), form: z.looseObject({}), state: z.unknown() }),
  z.object({ kind: z.literal("home") }),
]);
export type Act = z.infer<typeof actSchema>;

/** The day it is taken to be, so that ages and digests can be seen as of then. */
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .transform((value) => new Date(`${value}T09:00:00Z`))
  .refine((date) => !Number.isNaN(date.getTime()))
  .optional();

export const turnSchema = z.object({ side: z.enum(["slack", "discord"]), act: actSchema, today: day });
export const replaySchema = z.object({ payload: z.looseObject({}), today: day });
export const completeSchema = z.object({ line: words });

const mostDrawn = { letters: 300, categories: 100, series: 20 } as const;

/** A chart to draw. It is drawn on the thread that answers everybody, so it is no larger than one of ours. */
export const drawnSchema = chartSchema.refine(
  ({ title, unit, categories, series }) =>
    [title, unit, ...categories, ...series.map(({ name }) => name)].every((text) => text.length <= mostDrawn.letters) &&
    categories.length <= mostDrawn.categories &&
    series.length <= mostDrawn.series &&
    series.every(({ values, low = [], high = [] }) =>
      [values, low, high].every((numbers) => numbers.length <= mostDrawn.categories),
    ),
);

/** What a line means in a message box: a slash command with its text, or words said to the bot. */
export function readTyped(line: string, commands: readonly string[]): { command?: string; text: string } {
  const typed = line.trim();
  const [, slash = "", name = "", rest = ""] = /^(\/?)(\S*)\s*([\s\S]*)$/.exec(typed) ?? [];
  const known = commands.find((command) => command === name.toLowerCase());
  if (known) return { command: known, text: rest };
  if (slash) return { command: "casebook", text: typed.slice(1) };
  return { text: typed.replace(/^@casebook[,:]?\s*/i, "") };
}

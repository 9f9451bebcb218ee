import { z } from "zod";
import { formatWord } from "#core/line.ts";
import { cleanText } from "#core/parse.ts";
import { originOf, type Said } from "./origin.ts";

const id = z.string().min(1);
const team = z.object({ id }).nullish();

/** What a form's modal remembers of where it was opened. */
export const openedFromSchema = z.object({
  line: z.string(),
  surface: z.enum(["ephemeral", "direct", "public", "home"]),
  channel: z.string().optional(),
  thread: z.string().optional(),
  responseUrl: z.url().optional(),
});
export type OpenedFrom = z.infer<typeof openedFromSchema>;

const submissionSchema = z.object({
  user: z.object({ id, team_id: id.optional(), username: z.string().optional() }),
  team,
  view: z.object({
    private_metadata: z.string(),
    state: z.object({
      values: z.record(
        z.string(),
        z.record(
          z.string(),
          z.object({ value: z.string().nullish(), selected_option: z.object({ value: z.string() }).nullish() }),
        ),
      ),
    }),
  }),
});

/** A submitted form: the line it stands for, the answers by field name, and where it was opened. */
export type Submission = {
  readonly openedFrom: OpenedFrom;
  /** `picked`: from a list, so that a long value may be a key. */
  readonly answers: readonly { readonly name: string; readonly value: string; readonly picked: boolean }[];
  readonly origin: Said["origin"];
};

/** Reads a submitted form; nothing when it is none of ours. */
export function decodeSubmission(body: unknown): Submission | undefined {
  const parsed = submissionSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { user, team: of, view } = parsed.data;
  const openedFrom = openedFromSchema.safeParse(parseJson(view.private_metadata));
  if (!openedFrom.success) return undefined;
  const answers = Object.entries(view.state.values).flatMap(([block, inputs]) => {
    const [input] = Object.values(inputs);
    const value = (input?.selected_option?.value ?? input?.value ?? "").trim();
    return value ? [{ name: fieldName(block), value, picked: Boolean(input?.selected_option) }] : [];
  });
  return {
    openedFrom: openedFrom.data,
    answers,
    origin: originOf("form", {
      workspace: of?.id ?? user.team_id,
      channel: openedFrom.data.channel,
      thread: openedFrom.data.thread,
      asker: user.id,
      name: user.username,
    }),
  };
}

/** The line of a form with its answers behind it, quoted where they hold spaces. */
export function formLine(line: string, answers: readonly { readonly name: string; readonly value: string }[]): string {
  return [line, ...answers.map(({ name, value }) => `${name}=${formatWord(cleanText(value))}`)].join(" ");
}

/** block_id of a form's field, and back: the position keeps it unique, the name is what is typed. */
export const fieldBlock = (position: number, name: string): string => `${position}:${name}`;
const fieldName = (block: string): string => block.slice(block.indexOf(":") + 1);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import { z } from "zod";
import { clip } from "./clip.ts";
import type { Invocation } from "./invocation.ts";
import { formatLine } from "./line.ts";
import type { Part, Reply } from "./reply.ts";

/** Words that join a command's name to what stands behind it, as no option does: "cost of …", "brief me on …". */
const joints: ReadonlySet<string> = new Set(
  "of for in on at to from with about against between behind per me us is are was were do does did should".split(" "),
);

/** Whether a word joins a command's name to what stands behind it, so that the whole reads as a phrase. */
export const joins = (word = ""): boolean => joints.has(word.toLowerCase());

/** Letters of a line that is asked as a question; what is longer is no slip of a command. */
const longest = 300;

/** A typed line as the question that it may have been, its command's name being the first word of it. */
export function questionTyped({ command, words, named, rest, ...line }: Invocation): Invocation | undefined {
  const { via } = line.origin;
  if (command === "ask" || via === "click" || via === "form" || via === "schedule") return undefined;
  if (words.length === 0 || Object.keys(named).length > 0 || rest.length > longest) return undefined;
  return { ...line, command: "ask", words: [command, ...words], named, rest: `${command} ${rest}` };
}

/** What `ask` tells of an answer: the words that it leaves out, and the line that it ran instead. */
const answeredSchema = z.looseObject({
  answered: z.literal(true),
  runs: z.string().optional(),
  why: z.looseObject({ missing: z.array(z.string()) }).optional(),
});

/** How an answer to the line as a question stands to what the command refused. */
export type Fit = "instead" | "beside" | "none";

/**
 * Whether the answer takes the refusal's place: when it leaves out none of the words but the command's own name, and the
 * line reads as a phrase. Another that leaves out none at all may be offered beside it. A command that refused some words
 * drops them when a question runs it, which is meant only where the name is a noun: "roi of …". A word that the command
 * takes for its first option begins no phrase: "salary cro in euros".
 */
export function fitOf(reply: Reply, { command, words }: Invocation, takes: (word: string) => boolean): Fit {
  const { data } = answeredSchema.safeParse(reply.data);
  const missing = data?.why?.missing ?? [];
  if (!reply.ok || !data || missing.some((word) => word !== command)) return "none";
  const [first = "", second] = words;
  if (joins(first)) return "instead";
  if (data.runs?.split(" ")[0] === command || takes(first)) return "none";
  if (joins(second) && /^\p{L}/u.test(first)) return "instead";
  return missing.length === 0 ? "beside" : "none";
}

/** A refusal's parts with the question among its buttons, behind what was nearly typed. */
export function offering(question: Invocation, parts: readonly Part[]): Part[] {
  const line = formatLine(question);
  const button = { label: clip(line, 60), line };
  const at = parts.findIndex(({ kind }) => kind === "buttons");
  const offered = parts[at];
  if (offered?.kind !== "buttons") return [...parts, { kind: "buttons", buttons: [button] }];
  return parts.with(at, { ...offered, buttons: [...offered.buttons, button] });
}

const failure = z.looseObject({ error: z.literal("internal") });

/** Whether it is no refusal: the command failed on our side. */
export const isFailure = ({ data }: Reply): boolean => failure.safeParse(data).success;

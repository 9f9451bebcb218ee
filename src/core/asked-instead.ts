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

/** What `ask` tells of an answer: how sure it is, the words that it found and leaves out, and the line that it ran instead. */
const answeredSchema = z.looseObject({
  answered: z.literal(true),
  confidence: z.number(),
  runs: z.string().optional(),
  why: z.looseObject({ matched: z.array(z.string()), missing: z.array(z.string()) }).optional(),
});

/** How an answer to the line as a question stands to what the command refused. */
type Fit = "instead" | "beside" | "none";

/** From this confidence on an answer stands for what was meant. */
const sure = 0.7;

const clockTime = /^\d{1,2}(?::\d\d(?:[ap]m)?|[ap]m)$/i;

/** An amount is a calculator's: whoever writes one wants it counted, and a slip in it pointed out. */
const isAmount = (word: string): boolean => /^[$€£]?\d/.test(word) && !clockTime.test(word);

/** The refused command: whether it only answers, and whether it takes a word for its first option. */
type Refusing = { readonly answers: boolean; readonly takes: (word: string) => boolean };

/**
 * Whether the answer takes the refusal's place: when it is sure, leaves out no word but the command's own name, finds
 * another, and the line reads as a phrase. Of a command that changes something the question is only offered, and so is one
 * that is no phrase. A word that the command takes for its first option begins none: "salary cro in euros".
 */
export function fitOf(reply: Reply, { command, words }: Invocation, { answers, takes }: Refusing): Fit {
  const { data } = answeredSchema.safeParse(reply.data);
  if (!reply.ok || !data || words.some(isAmount)) return "none";
  const { matched = words, missing = [] } = data.why ?? {};
  const isOther = (word: string) => word !== command;
  if (missing.some(isOther) || !matched.some(isOther)) return "none";
  const [first = "", second] = words;
  const isPhrase = joins(first) || (joins(second) && /^\p{L}/u.test(first));
  const isItself = data.runs?.split(" ")[0] === command;
  if (isPhrase && data.confidence < sure) return "none";
  if (isPhrase && answers && (joins(first) || !(isItself || takes(first)))) return "instead";
  return !isItself && (isPhrase || missing.length === 0) && !takes(first) ? "beside" : "none";
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

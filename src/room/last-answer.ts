import type { Library } from "#content/library.ts";
import type { Dispatch } from "#core/adapter.ts";
import { clip } from "#core/clip.ts";
import type { Invocation } from "#core/invocation.ts";
import { type Button, type Part, paragraph, type Reply } from "#core/reply.ts";
import type { Talk } from "#core/room.ts";
import { openLine } from "#present/open-line.ts";
import { choicesOf } from "./asked.ts";
import { furtherOn, openingOf } from "./more-form.ts";
import { answerOf, formed, formOf } from "./other-form.ts";
import { saying } from "./saying.ts";
import { atPlace, formOfLine, type Wish } from "./wish.ts";

/** What is asked of the last answer: a reply, or the line that gives it. */
export type Granted = { readonly reply: Reply } | { readonly line: string };

/** Grants a wish by giving the last answer again, or says why it cannot. */
export async function granted(
  wanted: Wish,
  invocation: Invocation,
  { talk, library }: { readonly talk: Talk | undefined; readonly library: Library },
  dispatch: Pick<Dispatch, "run" | "read" | "commands">,
): Promise<Granted> {
  if (wanted === "talk") return { reply: saying(invocation, ...spokenOf(talk, library)) };
  if (!talk?.line) return { reply: { ...saying(invocation, ...nothingYet), ok: false } };
  const wish = wanted === "next" ? placeBehind(talk.line, dispatch, invocation) : wanted;
  if (wish === "last") return { reply: { ...saying(invocation, ...noneBehind), ok: false } };
  if (wish === "again") return { line: talk.line };
  const isOfRows = wish === "more" || typeof wish === "object";
  const line = isOfRows ? withoutPlace(talk.line, dispatch, invocation) : talk.line;
  const last = await answerOf(line, invocation, dispatch, library);
  if (wish === "more") {
    const further = await furtherOn(last, invocation, dispatch, library);
    return further ? { reply: formed(further, wish, last, invocation) } : moreOf(last, invocation, library);
  }
  const side = typeof wish === "object" ? sideOf(last, wish.place, talk, library) : undefined;
  return side ? { line: side } : { reply: formOf(wish, last, invocation) };
}

/** The line of an answer of which one row was shown: another place is counted in the whole of it. */
function withoutPlace(line: string, { read }: Pick<Dispatch, "read">, { origin }: Invocation): string {
  const form = formOfLine(read(line, origin));
  return form && typeof form.wish === "object" ? form.line : line;
}

/** The place behind the row that a line shows, if that is not the last; without one it is the one behind the answer itself. */
function placeBehind(line: string, { read }: Pick<Dispatch, "read">, { origin }: Invocation) {
  const wish = formOfLine(read(line, origin))?.wish;
  if (typeof wish !== "object") return { place: 2 };
  return wish.place < 0 ? "last" : { place: wish.place + 1 };
}

const noneBehind = [
  "That was the last one",
  paragraph("Nothing comes behind it. “The first one” shows the first again, and “more” all around it."),
] as const;

const nothingYet = [
  "There is no answer to go by yet",
  paragraph(
    "I see no answer in this conversation, or it was too long ago. Ask a whole question first, such as “who founded Solana?”; then “source?”, “shorter” and “more” are about its answer.",
  ),
] as const;

function spokenOf(
  { subjects, spoken, question, line }: Partial<Talk> = {},
  library: Library,
): readonly [string, Part, ...Part[]] {
  const entries = [...new Set([...(subjects ?? []), ...(spoken ?? [])])].flatMap((id) => library.entry(id) ?? []);
  if (entries.length === 0 && !line) return nothingYet;
  const names = entries.map(({ title }) => title).join(", ");
  const about = names ? `We spoke of ${names}. ` : "";
  const asked = question ? `The last question was “${clip(question, 200)}”. ` : "";
  const kept =
    about || asked ? "I keep no more of a talk than that" : "I keep the last answer of this talk, and no more";
  const buttons: Button[] = line ? [{ label: "The last answer again", line }] : [];
  return [
    "What we talked about",
    paragraph(`${about}${asked}${kept}; a meeting keeps every question.`),
    ...(buttons.length > 0 ? [{ kind: "buttons" as const, buttons }] : []),
  ];
}

/** The entry that an answer stands in, opened where it stands; of any other answer what leads on from it. */
function moreOf(reply: Reply, invocation: Invocation, library: Library): Granted {
  const way = openingOf(reply, library);
  if (way) return { line: way };
  const ways = reply.parts.flatMap((part): Part[] => {
    if (part.kind === "select") return [part];
    const buttons = part.kind === "buttons" ? part.buttons.filter((button) => !isOwn(button)) : [];
    return buttons.length > 0 ? [{ kind: "buttons", buttons }] : [];
  });
  const pages = "I have no more to add to that answer; where it has several pages, its own buttons turn them.";
  const says = ways.length > 0 ? "This leads on from it:" : "Ask for a part by its name, such as “their risks”.";
  return { reply: saying(invocation, "What leads on from there", paragraph(`${pages} ${says}`), ...ways) };
}

/** A button that asks, rates or files, and opens nothing. */
const isOwn = (button: Button): boolean => "line" in button && /^(?:ask|rate|gaps|casebook) /.test(button.line);

/** What a choice of a question back asks, or the line that opens a side of a comparison. */
function sideOf(reply: Reply, place: number, { subjects }: Talk, library: Library): string | undefined {
  const isTable = reply.parts.some(({ kind }) => kind === "table");
  const side = isTable ? library.entry(atPlace(subjects, place) ?? "") : undefined;
  return atPlace(choicesOf(reply), place) ?? (side && openLine(side));
}

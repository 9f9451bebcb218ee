import type { Library } from "#content/library.ts";
import type { Dispatch } from "#core/adapter.ts";
import { clip } from "#core/clip.ts";
import type { Invocation } from "#core/invocation.ts";
import { formatLine } from "#core/line.ts";
import { statementsOf } from "#core/parts.ts";
import { type Button, type Part, paragraph, plain, type Reply, type Statement } from "#core/reply.ts";
import type { Talk } from "#core/room.ts";
import { formatDate } from "#present/dates.ts";
import { openLine } from "#present/open-line.ts";
import { choicesOf } from "./asked.ts";
import { shorten } from "./short.ts";
import type { Wish } from "./wish.ts";

/** What is asked of the last answer: a reply, or the line that gives it. */
export type Granted = { readonly reply: Reply } | { readonly line: string };

/** Grants a wish by giving the last answer again, or says why it cannot. */
export async function granted(
  wish: Wish,
  invocation: Invocation,
  { talk, library }: { readonly talk: Talk | undefined; readonly library: Library },
  dispatch: Pick<Dispatch, "run" | "read">,
): Promise<Granted> {
  const { origin, share } = invocation;
  if (wish === "talk") return { reply: saying(invocation, ...spokenOf(talk, library)) };
  if (!talk?.line) return { reply: { ...saying(invocation, ...nothingYet), ok: false } };
  const last = await dispatch.run({ ...dispatch.read(talk.line, origin), share, page: 1 });
  if (wish === "more") return moreOf(last, invocation);
  if (wish === "shorter") return { reply: shorter(last) };
  if (wish === "sources") return { reply: sourced(last) };
  return rowOf(last, wish.place, invocation, talk, library);
}

function saying(invocation: Invocation, title: string, says: Part, ...more: readonly Part[]): Reply {
  const { command, share } = invocation;
  const line = formatLine(invocation);
  return { ok: true, command, line, title, parts: [says, ...more], sources: [], data: {}, page: 1, shared: share };
}

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
  const buttons: Button[] = line ? [{ label: "The last answer again", line }] : [];
  return [
    "What we talked about",
    paragraph(`${about}${asked}I keep no more of a talk than that; a meeting keeps every question.`),
    ...(buttons.length > 0 ? [{ kind: "buttons" as const, buttons }] : []),
  ];
}

/** What a part says with a source. */
const claimsIn = (part: Part): Statement[] => statementsOf(part).filter(({ cites = [] }) => cites.length > 0);

/** As many sources as one can take in. */
const mostSources = 10;

/** Where the main claims of an answer come from, and as of when they hold. */
function sourced(reply: Reply): Reply {
  const main = reply.parts.map(claimsIn).find((claims) => claims.length > 0);
  if (!main) {
    const says = reply.ok
      ? "The last answer cites no source: it is of the bot itself, or reckoned."
      : "The last answer was a no, so it has no source.";
    return { ...reply, title: "No source to show", parts: [paragraph(says)], sources: [] };
  }
  const cited = new Set(main.flatMap(({ cites = [] }) => cites));
  const sources = reply.sources.filter(({ id }) => cited.has(id)).slice(0, mostSources);
  const days = main.flatMap(({ asOf }) => asOf ?? []).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  const held =
    first === undefined || last === undefined
      ? "The answer is not dated."
      : first === last
        ? `The answer holds as of ${formatDate(last)}.`
        : `What it says is dated from ${formatDate(first)} to ${formatDate(last)}.`;
  const newest = sources
    .flatMap(({ asOf }) => asOf ?? [])
    .toSorted()
    .at(-1);
  const left = cited.size - sources.length;
  return {
    ...reply,
    title: clip(`Where that comes from: ${reply.title}`, 150),
    parts: [
      paragraph(
        [
          held,
          newest ? ` Its newest source is of ${formatDate(newest)}.` : "",
          left > 0 ? ` The first ${sources.length} of ${cited.size} sources:` : "",
        ].filter(Boolean),
        { cites: sources.map(({ id }) => id) },
      ),
      ...reply.parts.filter((part) => part.kind === "buttons").slice(0, 1),
    ],
    sources,
  };
}

function shorter(reply: Reply): Reply {
  const short = shorten(reply);
  if (plainOf(short) !== plainOf(reply)) return short;
  return { ...reply, parts: [paragraph("That is as short as it gets:"), ...reply.parts] };
}

const plainOf = ({ parts }: Reply): string =>
  parts
    .flatMap(statementsOf)
    .map(({ text: said }) => plain(said))
    .join("\n");

/** The entry that an answer stands in, opened where it stands. */
function moreOf(reply: Reply, invocation: Invocation): Granted {
  const buttons = reply.parts.flatMap((part) => (part.kind === "buttons" ? part.buttons : []));
  const [way] = buttons.flatMap((button) => ("line" in button && !ownLines.test(button.line) ? [button.line] : []));
  if (way && reply.command === "ask") return { line: way };
  const says = "That was all I have there. Ask for a part by its name, such as “their risks” or “their partners”.";
  return { reply: saying(invocation, "No more to show", paragraph(says)) };
}

/** Buttons that ask, rate or file, and open nothing. */
const ownLines = /^(?:ask|rate|gaps|casebook) /;

/** One row of an answer by its place; of a question back what that choice asks, of a comparison that side. */
function rowOf(reply: Reply, place: number, invocation: Invocation, { subjects }: Talk, library: Library): Granted {
  const choice = choicesOf(reply)[place - 1];
  if (choice) return { line: choice };
  const isTable = reply.parts.some(({ kind }) => kind === "table");
  const side = isTable ? library.entry(subjects[place - 1] ?? "") : undefined;
  if (side) return { line: openLine(side) };
  const rows = isTable
    ? []
    : reply.parts.flatMap((part) => (part.kind === "text" ? claimsIn(part) : statementsOf(part)));
  const row = rows[place - 1];
  if (!row) {
    const count = rows.length === 1 ? "one row" : rows.length === 0 ? "no rows" : `${rows.length} rows`;
    const says = `The last answer has ${count} to choose from. Ask for what you want by its name.`;
    return { reply: { ...saying(invocation, "There is no such row", paragraph(says)), ok: false } };
  }
  const cited = new Set(row.cites);
  const sources = reply.sources.filter(({ id }) => cited.has(id));
  return { reply: { ...reply, parts: [{ kind: "quote", ...row }], sources } };
}

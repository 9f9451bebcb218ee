import type { Library } from "#content/library.ts";
import type { Dispatch } from "#core/adapter.ts";
import { clip } from "#core/clip.ts";
import type { Invocation } from "#core/invocation.ts";
import { statementsOf } from "#core/parts.ts";
import { type Part, paragraph, plain, type Reply, type Statement, strong } from "#core/reply.ts";
import { formatDate } from "#present/dates.ts";
import { furtherOn } from "./more-form.ts";
import { shows } from "./record.ts";
import { saying } from "./saying.ts";
import { shorten } from "./short.ts";
import { atPlace, type FormWish, formLine, formOfLine } from "./wish.ts";

type Parts = Pick<Dispatch, "run" | "read" | "commands">;

/** The answer of a line in another form; undefined for a line that does more than show something, or has no such form. */
export async function inOtherForm(
  { wish, line }: { readonly wish: FormWish; readonly line: string },
  invocation: Invocation,
  dispatch: Parts,
  library: Library,
): Promise<{ readonly reply: Reply } | undefined> {
  if (!shows(dispatch.read(line, invocation.origin).command, dispatch.commands)) return undefined;
  const answer = await answerOf(line, invocation, dispatch, library);
  if (wish !== "more") return { reply: formOf(wish, answer, invocation) };
  const further = await furtherOn(answer, invocation, dispatch, library);
  return further && { reply: formed(further, wish, answer, invocation) };
}

/** What a line answers, which may itself ask for another form of an answer: "source?" of the second row. */
export async function answerOf(
  line: string,
  invocation: Invocation,
  dispatch: Parts,
  library: Library,
): Promise<Reply> {
  const { origin, share } = invocation;
  const meant = { ...dispatch.read(line, origin), share, page: 1 };
  const form = formOfLine(meant);
  const formed = form && (await inOtherForm(form, invocation, dispatch, library));
  return formed ? formed.reply : dispatch.run(meant);
}

/** An answer in another form, with a line that gives that form again. */
export function formOf(wish: Exclude<FormWish, "more">, answer: Reply, invocation: Invocation): Reply {
  const form =
    wish === "shorter" ? shorter(answer) : wish === "sources" ? sourced(answer) : rowOf(answer, wish.place, invocation);
  return formed(form, wish, answer, invocation);
}

/** A form of an answer with the line that gives it again. */
export const formed = (form: Reply, wish: FormWish, answer: Reply, { page }: Invocation): Reply => ({
  ...form,
  line: formLine(wish, answer.line),
  page,
});

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
      : last.startsWith(first)
        ? // A year holds any day of it.
          `The answer holds as of ${formatDate(first)}.`
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

/** The rows of a part that one may choose from, each with its label. */
function rowsIn(part: Part): readonly Statement[] {
  if (part.kind === "text") return claimsIn(part);
  if (part.kind !== "fields") return statementsOf(part);
  return part.fields.map(({ label, value }) => ({ ...value, text: [strong(label), ": ", ...value.text] }));
}

/** One row of an answer by its place. */
function rowOf(reply: Reply, place: number, invocation: Invocation): Reply {
  const isTable = reply.parts.some(({ kind }) => kind === "table");
  const rows = isTable ? [] : reply.parts.flatMap(rowsIn);
  const row = atPlace(rows, place);
  if (!row) {
    const count = rows.length === 1 ? "one row" : rows.length === 0 ? "no rows" : `${rows.length} rows`;
    const says = `The last answer has ${count} to choose from. Ask for what you want by its name.`;
    return { ...saying(invocation, "There is no such row", paragraph(says)), ok: false };
  }
  const cited = new Set(row.cites);
  const sources = reply.sources.filter(({ id }) => cited.has(id));
  return { ...reply, parts: [{ kind: "quote", ...row }], sources };
}

import type { Library } from "#content/library.ts";
import type { Dispatch } from "#core/adapter.ts";
import { clip } from "#core/clip.ts";
import type { Invocation } from "#core/invocation.ts";
import { statementsOf } from "#core/parts.ts";
import type { Part, Reply } from "#core/reply.ts";
import { openLine } from "#present/open-line.ts";
import { type AskedData, askedOf } from "./asked.ts";

/** The line by which an answer to a question opens the entry it stands in; what a question ran stands in none. */
export function openingOf(reply: Reply, library: Library): string | undefined {
  const asked = askedOf(reply);
  if (!asked || asked.runs !== undefined) return undefined;
  const opening = asked.answers.flatMap(({ study }) => library.entry(study) ?? []).map((entry) => openLine(entry));
  return reply.parts
    .flatMap((part) => (part.kind === "buttons" ? part.buttons : []))
    .flatMap((button) => ("line" in button ? [button.line] : []))
    .find((line) => opening.some((opens) => line === opens || line.startsWith(`${opens} `)));
}

/** Rows of a section of many that are shown behind the one that answered. */
const mostFurther = 5;

/** A row that answered by itself out of a section that goes from one thing to the next. */
const isOneOfMany = ({ list, answers: [best] }: AskedData, library: Library): boolean =>
  list === undefined && library.passage(best?.id ?? "")?.section === "faq";

/**
 * What comes after an answer that is one question of many: what else the casebook has on it, and the next questions of its
 * section. Undefined for an answer whose whole section is on the same thing.
 */
export async function furtherOn(
  answer: Reply,
  invocation: Invocation,
  dispatch: Pick<Dispatch, "run" | "read">,
  library: Library,
): Promise<Reply | undefined> {
  const asked = askedOf(answer);
  const way = openingOf(answer, library);
  if (!asked || !way || !isOneOfMany(asked, library)) return undefined;
  const { origin } = invocation;
  const section = await dispatch.run({ ...dispatch.read(way, origin), page: 1 });
  const told = answer.parts.slice(1).filter(({ kind }) => kind === "heading" || kind === "list");
  const shown = new Set([...told.flatMap(statementsOf).map(({ id }) => id), asked.answers[0]?.id]);
  const at = section.parts.findIndex((part) => "id" in part && part.id === asked.answers[0]?.id);
  const next = section.parts
    .slice(at + 1)
    .filter((part) => part.kind === "text" && part.id !== undefined && !shown.has(part.id))
    .slice(0, mostFurther);
  const parts: Part[] = [
    ...told,
    ...(next.length > 0 ? [{ kind: "heading" as const, text: section.title }, ...next] : []),
  ];
  if (parts.length === 0) return undefined;
  const cited = new Set(parts.flatMap(statementsOf).flatMap(({ cites = [] }) => cites));
  const sources = [...answer.sources, ...section.sources].filter(
    ({ id }, i, all) => cited.has(id) && all.findIndex((source) => source.id === id) === i,
  );
  const buttons = [{ label: clip(`All of ${section.title}`, 75), line: way }];
  return {
    ...answer,
    title: clip(`More on: ${answer.title}`, 150),
    parts: [...parts, { kind: "buttons", buttons }],
    sources,
    data: {},
  };
}

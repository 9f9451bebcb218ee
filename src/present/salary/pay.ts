import type { Entry, Passage } from "#content/entry.ts";
import type { SalariesFile } from "#content/schema/assumptions.ts";
import type { Context } from "#core/command.ts";
import { fold } from "#core/nearest.ts";
import { type Answer, type Part, paragraph, strong } from "#core/reply.ts";
import { sourceKey, sourcesOf, statementOf } from "../cite.ts";
import { unknownName } from "../unknown.ts";
import { narrowed } from "./narrowed.ts";
import type { Place } from "./place.ts";

type Row = SalariesFile["rows"][number];

/** What a role is paid, in a place if one is given; a place without a figure is told, with the nearest figures. */
export function payOf(role: string, city: string | undefined, context: Context): Answer {
  const found = context.library.find(role, ["role"]);
  if (!found.match) {
    const ways = (roles: readonly Entry[]) => roles.map(({ id, title }) => ({ label: title, line: `salary ${id}` }));
    throw unknownName("role", role, ways(found.nearest), "salary vp-sales", {}, ways(context.library.ofKind("role")));
  }
  return showPay(found.match.id, found.match.title, city, context);
}

function showPay(role: string, title: string, city: string | undefined, context: Context): Answer {
  const all = (context.library.records.salaries?.rows ?? []).filter((row) => row.role === role);
  const { places, rows, said } = narrowed(city ?? "", all, role, context.library);
  const missing = places.filter(({ name }) => !rows.some((row) => fold(row.city) === fold(name)));
  const nearest = rows.length > 0 ? [] : all;
  const shown = passagesOf(rows.length > 0 ? rows : nearest, context);
  const noneThere = missing.map((place) => gapOf(role, place, context) ?? `No figure for ${title} ${place.said}.`);
  const none = noneThere.join(" ") || (said ? `No figure for ${title} ${said}.` : `No pay figure for ${title} yet.`);
  const others = places.length > 0 ? " The nearest figures, for other places:" : " The figures there are:";
  const parts: Part[] = [
    ...(rows.length > 0 && missing.length === 0 ? [] : [paragraph([strong(none), nearest.length > 0 ? others : ""])]),
    ...(shown.length > 0
      ? [
          {
            kind: "list" as const,
            items: shown.map(({ row, passage }) =>
              statementOf(passage, context.now, [
                strong(`${row.city}${row.level ? `, ${row.level}` : ""}`),
                `: ${passage.text}`,
                ` (${row.confidence})`,
              ]),
            ),
          },
        ]
      : []),
    {
      kind: "select",
      placeholder: "Another role",
      options: context.library.ofKind("role").map((entry) => ({ label: entry.title, line: `salary ${entry.id}` })),
    },
    { kind: "buttons", buttons: [{ label: "About the role", line: `role ${role}` }] },
  ];
  return {
    title: `${title} · pay${said ? ` ${said}` : ""}`,
    parts,
    sources: sourcesOf(
      context.library,
      shown.map(({ passage }) => passage),
    ),
    data: {
      role,
      city: places.length > 0 ? places.map(({ name }) => name).join(", ") : null,
      rows: rows.map(dataOf),
      nearest: nearest.map(dataOf),
    },
  };
}

/** What is known of why a role has no figure for a place. */
function gapOf(role: string, place: Place, { library }: Context): string | undefined {
  return library.records.salaries?.gaps.find((gap) => gap.role === role && fold(gap.city) === fold(place.name))?.text;
}

function dataOf(row: Row) {
  const { id, city, level, base, variable, ote, equity, currency, asOf, sources, confidence, sample, derived } = row;
  return {
    id,
    city,
    level,
    base: base ?? null,
    variable: variable ?? null,
    ote: ote ?? null,
    equity,
    currency,
    asOf,
    source: sourceKey("salaries", sources[0] ?? ""),
    sources: sources.map((source) => sourceKey("salaries", source)),
    confidence,
    sample,
    derived: derived !== undefined,
    how: derived,
  };
}

function passagesOf(rows: readonly Row[], { library }: Context): { row: Row; passage: Passage }[] {
  return rows.flatMap((row) => {
    const passage = library.passage(`salaries#${row.role}/${row.id}`);
    return passage ? [{ row, passage }] : [];
  });
}

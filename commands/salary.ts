import { z } from "zod";
import type { Passage } from "#content/entry.ts";
import type { SalariesFile } from "#content/schema.ts";
import { type Context, defineCommand } from "#core/command.ts";
import { fold, resolveName } from "#core/nearest.ts";
import { type Answer, type Part, paragraph, strong } from "#core/reply.ts";
import { completeEntry, matching } from "#present/choices.ts";
import { sourceKey, sourcesOf, statementOf } from "#present/cite.ts";
import { readNameAndPart } from "#present/read-name.ts";
import { unknownName } from "#present/unknown.ts";

type Row = SalariesFile["rows"][number];

const citiesIn = ({ library }: Context): string[] =>
  [...new Set((library.records.salaries?.rows ?? []).map((row) => row.city))].sort();

export const salaryCommand = defineCommand({
  name: "salary",
  summary: "Pay by role and city, with date and source, or an honest gap",
  examples: ["salary vp-sales", "salary", "salary cro", "salary vp-partnerships london"],
  visibility: "private",
  pure: true,
  options: z.object({
    role: z.string().optional().describe("A role, such as vp-partnerships; leave it out for the list"),
    city: z.string().optional().describe("A city or country, such as New York"),
  }),
  positional: ["role", "city"],
  read: ({ words }, context) => {
    if (words.length === 0) return {};
    const { name, part } = readNameAndPart(words, context.library, ["role"], (_, typed) => cityNamed(typed, context));
    const city = part.replace(/^\s*(?:in|at)\s+/i, "");
    return city ? { role: name, city } : { role: name };
  },
  complete: {
    role: completeEntry("role"),
    city: (typed, context) =>
      matching(
        typed,
        citiesIn(context).map((city) => ({ name: city, value: city })),
      ),
  },
  run: ({ role, city }, context) => {
    if (!role?.trim()) return listRoles(context);
    const found = context.library.find(role, ["role"]);
    if (!found.match)
      throw unknownName(
        "role",
        role,
        found.nearest.map((entry) => ({ label: entry.title, line: `salary ${entry.id}` })),
        "salary vp-sales",
      );
    return showPay(found.match.id, found.match.title, city, context);
  },
});

function cityNamed(typed: string, context: Context) {
  return resolveName(
    typed,
    citiesIn(context).map((city) => ({ value: city, names: [city] })),
  );
}

/** A place as typed, written as a name: "new delhi" is "New Delhi". */
const capitalised = (place: string): string => place.replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase());

function showPay(role: string, title: string, city: string | undefined, context: Context): Answer {
  const all = (context.library.records.salaries?.rows ?? []).filter((row) => row.role === role);
  const meant = city ? (cityNamed(city, context).match ?? capitalised(city)) : undefined;
  const rows = meant ? all.filter((row) => fold(row.city) === fold(meant)) : all;
  const gap = meant
    ? context.library.records.salaries?.gaps.find(
        (candidate) => candidate.role === role && fold(candidate.city) === fold(meant),
      )
    : undefined;
  const nearest = rows.length > 0 ? [] : all;
  const shown = passagesOf(rows.length > 0 ? rows : nearest, context);
  const place = rows[0]?.city ?? gap?.city ?? meant;
  const none = meant ? (gap?.text ?? `No figure for ${title} in ${place}.`) : `No pay figure for ${title} yet.`;
  const parts: Part[] = [
    ...(rows.length > 0
      ? []
      : [paragraph([strong(none), nearest.length > 0 ? " The nearest figures, for other places:" : ""])]),
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
    title: `${title} · pay${place && meant ? ` in ${place}` : ""}`,
    parts,
    sources: sourcesOf(
      context.library,
      shown.map(({ passage }) => passage),
    ),
    data: { role, city: (meant && place) ?? null, rows: rows.map(dataOf), nearest: nearest.map(dataOf) },
  };
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

function listRoles({ library }: Context): Answer {
  const rows = library.records.salaries?.rows ?? [];
  const roles = library
    .ofKind("role")
    .map((entry) => ({ entry, figures: rows.filter((row) => row.role === entry.id) }));
  return {
    title: `Pay: ${rows.length} figures for ${roles.length} roles`,
    parts: [
      {
        kind: "list",
        items: roles.map(({ entry, figures }) => ({
          text: [
            strong(entry.title),
            `: ${figures.length > 0 ? [...new Set(figures.map((row) => row.city))].join(", ") : "no figure yet"}`,
          ],
        })),
      },
      {
        kind: "select",
        placeholder: "Open a role's pay",
        options: roles.map(({ entry }) => ({ label: entry.title, line: `salary ${entry.id}` })),
      },
    ],
    data: {
      roles: roles.map(({ entry, figures }) => ({
        role: entry.id,
        cities: [...new Set(figures.map((row) => row.city))],
      })),
    },
  };
}

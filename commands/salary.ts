import { z } from "zod";
import { type Context, defineCommand } from "#core/command.ts";
import type { Resolution } from "#core/nearest.ts";
import { type Answer, strong } from "#core/reply.ts";
import { completeEntry, matching } from "#present/choices.ts";
import { readNameAndPart } from "#present/read-name.ts";
import { payOf } from "#present/salary/pay.ts";
import { citiesIn, placeNamed } from "#present/salary/place.ts";

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
        citiesIn(context.library).map((city) => ({ name: city, value: city })),
      ),
  },
  run: ({ role, city }, context) => {
    if (!role?.trim()) return listRoles(context);
    return payOf(role, city, context);
  },
});

function cityNamed(typed: string, { library }: Context): Resolution<string> {
  const found = placeNamed(typed, library);
  return found.match
    ? { match: found.match.name, how: found.how }
    : { match: undefined, nearest: found.nearest.map(({ name }) => name) };
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

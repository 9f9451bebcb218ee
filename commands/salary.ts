import { z } from "zod";
import type { Entry } from "#content/entry.ts";
import { type Context, defineCommand } from "#core/command.ts";
import { formatWord } from "#core/line.ts";
import { fold, type Resolution } from "#core/nearest.ts";
import { Refusal } from "#core/refusal.ts";
import { type Answer, paragraph, strong } from "#core/reply.ts";
import { completeEntry, matching } from "#present/choices.ts";
import { readNameAndPart } from "#present/read-name.ts";
import { payOf } from "#present/salary/pay.ts";
import { citiesIn, type Place, placeMeant, placeNamed } from "#present/salary/place.ts";

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
    const asked = words.filter((word) => !asking.test(word));
    if (asked.length === 0) return {};
    const { name, part } = readNameAndPart(asked, context.library, ["role"], (_, typed) => cityNamed(typed, context));
    const city = part.replace(/^\s*(?:in|at)\s+/i, "");
    if (city) return { role: name, city };
    // A place alone asks for every role there.
    const isPlace = cityNamed(name, context).match !== undefined && !context.library.find(name, ["role"]).match;
    return isPlace ? { city: name } : { role: name };
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
    if (!role?.trim()) return listRoles(context, city?.trim() ? placeMeant(city, context.library) : undefined);
    const second = roleBeside(city, context);
    if (second) throw oneRole(role, second);
    return payOf(role, city, context);
  },
});

/** Words of a question around the role: "how much does a VP sales make". */
const asking =
  /^(?:how|much|what|whats|what's|does|do|is|are|an?|earns?|makes?|gets?|paid|pays?|salary|salaries)[?]?$/i;

/** Another role where a place stands: "vp-sales and cro". */
function roleBeside(city: string | undefined, { library }: Context): Entry | undefined {
  const name = city?.replace(/^(?:and|or|vs\.?|versus|&|,)\s+|\s+(?:and|or|vs\.?|versus|&|,)$/gi, "");
  if (!name || name === city) return undefined;
  return library.find(name, ["role"]).match;
}

function oneRole(role: string, second: Entry): Refusal {
  const compare = `compare ${role} ${second.id}`;
  return new Refusal("Pay is told of one role at a time; compare sets roles side by side.", {
    examples: [`salary ${role}`, `salary ${second.id}`, compare],
    buttons: [`salary ${role}`, `salary ${second.id}`, compare].map((line) => ({ label: line, line })),
    data: { error: "roles", roles: [role, second.id] },
  });
}

function cityNamed(typed: string, { library }: Context): Resolution<string> {
  const found = placeNamed(typed, library);
  return found.match
    ? { match: found.match.name, how: found.how }
    : { match: undefined, nearest: found.nearest.map(({ name }) => name) };
}

/** Roles with what there is of each: the places, or how many figures for the one place asked for. */
function listRoles({ library }: Context, place?: Place): Answer {
  const all = library.records.salaries?.rows ?? [];
  const there = place ? all.filter((row) => fold(row.city) === fold(place.name)) : [];
  const rows = there.length > 0 ? there : all;
  const roles = library
    .ofKind("role")
    .map((entry) => ({ entry, figures: rows.filter((row) => row.role === entry.id) }));
  const citiesOf = (figures: typeof rows) => [...new Set(figures.map((row) => row.city))];
  return {
    title: place ? `Pay ${place.said}` : `Pay: ${all.length} figures for ${roles.length} roles`,
    parts: [
      ...(place && there.length === 0
        ? [paragraph([strong(`No figure ${place.said} yet.`), " The places that have one:"])]
        : []),
      {
        kind: "list",
        items: roles.map(({ entry, figures }) => {
          const found = there.length > 0 ? howMany(figures.length) : citiesOf(figures).join(", ");
          return { text: [strong(entry.title), `: ${figures.length > 0 ? found : "no figure yet"}`] };
        }),
      },
      {
        kind: "select",
        placeholder: "Open a role's pay",
        options: roles.map(({ entry }) => ({
          label: entry.title,
          line: ["salary", entry.id, ...(there[0] ? [formatWord(there[0].city)] : [])].join(" "),
        })),
      },
    ],
    data: {
      ...(place ? { city: place.name } : {}),
      roles: roles.map(({ entry, figures }) => ({ role: entry.id, cities: citiesOf(figures) })),
    },
  };
}

const howMany = (figures: number): string => `${figures} ${figures === 1 ? "figure" : "figures"}`;

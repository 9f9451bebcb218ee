import { z } from "zod";
import type { Kind } from "#content/entry.ts";
import { clip } from "#core/clip.ts";
import { type Context, defineCommand } from "#core/command.ts";
import { resolveName } from "#core/nearest.ts";
import { type Answer, type Button, code, strong } from "#core/reply.ts";
import { matching } from "#present/choices.ts";
import { sourcesOf, statementOf } from "#present/cite.ts";
import { openLine } from "#present/open-line.ts";
import { unknownName } from "#present/unknown.ts";

type Hub = {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly kinds: readonly Kind[];
  readonly names: readonly string[];
};

const hubs: readonly Hub[] = [
  {
    id: "studies",
    title: "Case studies",
    says: "Companies, how they partner and what to learn",
    kinds: ["case-study"],
    names: ["cases", "companies"],
  },
  { id: "tools", title: "Tools", says: "Calculators to argue with", kinds: ["tools"], names: ["calculators"] },
  {
    id: "resources",
    title: "Resources",
    says: "Ideas, checklists, glossary and statistics",
    kinds: ["idea", "checklist", "glossary", "statistics"],
    names: ["ideas", "checklists"],
  },
  {
    id: "playbooks",
    title: "Playbooks",
    says: "Stage by stage, with owners and exit tests",
    kinds: ["playbook"],
    names: [],
  },
  { id: "roles", title: "Roles", says: "What partnership and revenue roles own", kinds: ["role"], names: ["jobs"] },
  {
    id: "salaries",
    title: "Salaries",
    says: "Pay by role and city, dated",
    kinds: ["salaries"],
    names: ["pay", "salary"],
  },
  {
    id: "compare",
    title: "Compare",
    says: "Roles and strategies side by side",
    kinds: ["comparison"],
    names: ["comparisons"],
  },
];

export const hubCommand = defineCommand({
  name: "hub",
  summary: "Browse: tools, resources, playbooks, roles, salaries, compare",
  examples: ["hub", "hub tools", "hub resources"],
  visibility: "private",
  pure: true,
  options: z.object({ name: z.string().optional().describe("Which hub; leave it out for all") }),
  positional: ["name"],
  complete: {
    name: (typed) =>
      matching(
        typed,
        hubs.map(({ id, title }) => ({ name: title, value: id })),
      ),
  },
  run: ({ name }, context) => {
    if (!name?.trim()) return allHubs(context);
    const found = resolveName(
      name,
      hubs.map((hub) => ({ value: hub, names: [hub.id, hub.title, ...hub.names] })),
    );
    if (!found.match) throw unknownName("hub", name, ways(found.nearest), "hub tools", {}, ways(filledHubs(context)));
    return found.match.id === "tools" ? tools(context) : oneHub(found.match, context);
  },
});

const ways = (some: readonly Hub[]) => some.map(({ id, title }) => ({ label: title, line: `hub ${id}` }));

/** Entries that stand in a hub. */
const entriesIn = ({ kinds }: Hub, { library }: Context) => library.entries.filter(({ kind }) => kinds.includes(kind));

const filledHubs = (context: Context): Hub[] => hubs.filter((hub) => entriesIn(hub, context).length > 0);

function allHubs(context: Context): Answer {
  const filled = filledHubs(context);
  return {
    title: "Browse the casebook",
    parts: [
      { kind: "list", items: filled.map((hub) => ({ text: [strong(hub.title), `: ${hub.says}.`] })) },
      {
        kind: "select",
        placeholder: "Open a hub",
        options: filled.map((hub) => ({ label: hub.title, line: `hub ${hub.id}`, description: clip(hub.says, 75) })),
      },
    ],
    data: { hubs: filled.map((hub) => ({ id: hub.id, title: hub.title, entries: entriesIn(hub, context).length })) },
  };
}

function oneHub(hub: Hub, context: Context): Answer {
  const { library } = context;
  const entries = entriesIn(hub, context);
  const whole: Partial<Record<Kind, Button>> = {
    glossary: { label: "Glossary", line: "glossary" },
    statistics: { label: "Statistics", line: "stat" },
    salaries: { label: "All pay figures", line: "salary" },
  };
  const buttons = hub.kinds.flatMap((kind) => (library.ofKind(kind).length > 0 ? (whole[kind] ?? []) : []));
  const openable = entries.filter((entry) => !whole[entry.kind]);
  return {
    title: hub.title,
    parts: [
      ...(entries.length > 0
        ? [
            {
              kind: "list" as const,
              items: entries.map((entry) => ({
                text: [strong(entry.title), `: ${entry.summary}`],
                asOf: entry.updated,
                id: entry.id,
              })),
            },
          ]
        : []),
      ...(openable.length > 0
        ? [
            {
              kind: "select" as const,
              placeholder: "Open one",
              options: openable.map((entry) => ({ label: clip(entry.title, 75), line: openLine(entry) })),
            },
          ]
        : []),
      ...(buttons.length > 0 ? [{ kind: "buttons" as const, buttons }] : []),
    ],
    data: { hub: hub.id, entries: entries.map(({ id, kind, title, summary }) => ({ id, kind, title, summary })) },
  };
}

/** Introduces the calculators whose command there is. */
function tools({ library, now, commands }: Context): Answer {
  const runs = (line: string) => commands.some((command) => command.name === line.split(" ")[0]);
  const shown = (library.records.tools?.tools ?? [])
    .filter((tool) => runs(tool.command))
    .flatMap((tool) => {
      const passage = library.passage(`tools#tools/${tool.id}`);
      return passage ? [{ tool, passage }] : [];
    });
  return {
    title: "Tools",
    parts: [
      ...(shown.length > 0
        ? [
            {
              kind: "list" as const,
              items: shown.map(({ tool, passage }) =>
                statementOf(passage, now, [strong(passage.title), `: ${passage.text} Try `, code(tool.command)]),
              ),
            },
            {
              kind: "buttons" as const,
              buttons: shown.map(({ tool }) => ({ label: clip(tool.title, 75), line: tool.command })),
            },
          ]
        : []),
    ],
    sources: sourcesOf(
      library,
      shown.map(({ passage }) => passage),
    ),
    data: { hub: "tools", tools: shown.map(({ tool: { id, title, command } }) => ({ id, title, command })) },
  };
}

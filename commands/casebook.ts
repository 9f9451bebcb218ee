import { z } from "zod";
import { clip } from "#core/clip.ts";
import { type Context, defineCommand } from "#core/command.ts";
import { resolveName } from "#core/nearest.ts";
import { personOf } from "#core/origin.ts";
import { Refusal } from "#core/refusal.ts";
import { type Answer, code, paragraph, strong } from "#core/reply.ts";
import { refusals } from "#present/ask/refusals.ts";
import { matching } from "#present/choices.ts";
import { eitherOf } from "#present/unknown.ts";

const topics = ["help", "status", "privacy", "forget-me"] as const;

export const casebookCommand = defineCommand({
  name: "casebook",
  summary: "Help, status, and every other command behind one name",
  examples: ["casebook help", "casebook status", "casebook help case", "casebook case hugging-face lessons"],
  visibility: "private",
  unscheduled: true,
  keeps: topics,
  options: z.object({ topic: z.string().optional().describe("help, status, privacy, forget-me, or any command line") }),
  positional: ["topic"],
  complete: {
    topic: (typed, { commands }) =>
      matching(
        typed,
        [...topics, ...commands.map((command) => command.name)].map((name) => ({ name, value: name })),
      ),
  },
  run: ({ topic = "" }, context) => {
    const [first = "help", second] = topic.toLowerCase().split(/\s+/).filter(Boolean);
    if (first === "status") return status(context);
    if (first === "privacy") return privacy();
    if (first === "forget-me") return forget(context);
    if (first !== "help") throw unknownTopic(first, context);
    return second ? helpFor(second.replace(/^\//, ""), context) : help(context);
  },
});

function unknownTopic(typed: string, { commands }: Context): Refusal {
  const found = resolveName(
    typed,
    topics.map((topic) => ({ value: topic, names: [topic] })),
  );
  const nearest = found.match ? [found.match] : found.nearest;
  const others = commands.map(({ name }) => name).filter((name) => name !== "casebook");
  const ways =
    nearest.length > 0
      ? `Did you mean ${eitherOf(nearest)}?`
      : `Behind casebook stand ${topics.join(", ")}, and every command: ${others.join(", ")}.`;
  const lines = (nearest.length > 0 ? nearest : ["help", "status"]).map((topic) => `casebook ${topic}`);
  return new Refusal(`There is no command “${clip(typed, 40)}”. ${ways}`, {
    examples: lines.slice(0, 1),
    buttons: lines.map((line) => ({ label: line, line })),
    data: { error: "unknown-name", typed: clip(typed, 200), nearest: nearest.map((topic) => `casebook ${topic}`) },
  });
}

function help({ commands, origin }: Context): Answer {
  return {
    title: "What you can ask the casebook",
    parts: [
      paragraph("Ask a question in your own words, or use a command."),
      paragraph(
        "The reply to a slash command is for you alone, until you press Share or put share:yes at the end. A mention is answered where you mention me, for everyone there to read; so is meeting, which is for the whole room.",
      ),
      ...(origin.platform === "slack"
        ? [paragraph("Slack takes no commands inside a thread: mention me there, or use a message's menu.")]
        : []),
      {
        kind: "list",
        items: commands.map((command) => ({
          text: [strong(command.name), `: ${command.summary}. Try `, code(command.examples[0])],
        })),
      },
      {
        kind: "select",
        placeholder: "Help for one command",
        options: commands.map((command) => ({ label: command.name, line: `casebook help ${command.name}` })),
      },
      {
        kind: "buttons",
        buttons: [
          { label: "Case studies", line: "case" },
          { label: "Status", line: "casebook status" },
        ],
      },
    ],
    data: { commands: commands.map(({ name, summary, examples }) => ({ name, summary, examples })) },
  };
}

function helpFor(name: string, { commands }: Context): Answer {
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) throw new Refusal(`There is no command “${name.slice(0, 40)}”.`, { examples: ["casebook help"] });
  const options = Object.entries(command.options.shape).map(([option, schema]) => ({ option, says: describe(schema) }));
  return {
    title: `${command.name}: ${command.summary}`,
    parts: [
      ...(options.length > 0
        ? [
            {
              kind: "fields" as const,
              fields: options.map(({ option, says }) => ({ label: option, value: { text: [says || "text"] } })),
            },
          ]
        : []),
      { kind: "list", items: command.examples.map((example) => ({ text: [code(example)] })) },
      { kind: "buttons", buttons: [{ label: "Try it", line: command.examples[0] }] },
    ],
    data: { name: command.name, summary: command.summary, examples: command.examples, options },
  };
}

function privacy(): Answer {
  const { title, says } = refusals.stored;
  return {
    title,
    parts: [
      paragraph(says),
      { kind: "buttons", buttons: [{ label: "Forget me", line: "casebook forget-me", style: "danger" }] },
    ],
    data: { deletes: "casebook forget-me" },
    personal: true,
  };
}

async function forget({ origin, store }: Context): Promise<Answer> {
  const person = personOf(origin);
  if (!person)
    throw new Refusal("Nobody is named here, so nothing is kept under your name.", { examples: ["casebook help"] });
  const deleted = await (await store()).retention.forget(person);
  return {
    title: "You are forgotten",
    parts: [
      paragraph(
        deleted === 0
          ? "Nothing was kept under your name here."
          : `Deleted ${deleted === 1 ? "one thing" : `${deleted} things`} kept under your name: talks, ratings, filed gaps, questions in meetings, scorecards.`,
      ),
    ],
    data: { deleted },
    personal: true,
  };
}

function describe(schema: unknown): string {
  return schema instanceof z.ZodType ? (schema.description ?? "") : "";
}

function status({ library, status: { version, loadedAt, problems }, now }: Context): Answer {
  const kinds = Map.groupBy(library.entries, (entry) => entry.kind);
  const ages = library.passages.map((passage) => passage.asOf).sort();
  const minutes = Math.round((now.getTime() - loadedAt.getTime()) / 60_000);
  const field = (label: string, value: string) => ({ label, value: { text: [value] } });
  return {
    title: "Casebook status",
    parts: [
      {
        kind: "fields",
        fields: [
          field(
            "Entries",
            `${library.entries.length} (${[...kinds].map(([kind, entries]) => `${kind} ${entries.length}`).join(", ")})`,
          ),
          field("Passages", library.passages.length.toLocaleString("en-US")),
          field("Newest fact", ages.at(-1) ?? "none"),
          field("Content version", library.version),
          field(
            "Loaded",
            `${loadedAt.toISOString().slice(0, 16).replace("T", " ")} UTC (${minutes < 1 ? "just now" : `${minutes} min ago`})`,
          ),
          field("Casebook version", version),
        ],
      },
      ...(problems.length > 0
        ? [
            paragraph("The newest edit was refused; the last good library is serving:"),
            { kind: "list" as const, items: problems.slice(0, 20).map((problem) => ({ text: [code(problem)] })) },
          ]
        : [paragraph("No problems.")]),
    ],
    data: {
      entries: library.entries.length,
      passages: library.passages.length,
      content: library.version,
      loadedAt: loadedAt.toISOString(),
      version,
      problems,
    },
  };
}

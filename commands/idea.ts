import { clip } from "#core/clip.ts";
import type { Context } from "#core/command.ts";
import { fold } from "#core/nearest.ts";
import { type Answer, strong } from "#core/reply.ts";
import { entryCommand } from "#present/entry-command.ts";
import { byWholeWords } from "#present/whole-words.ts";
import { findPassages } from "#search/passages/search-index.ts";

/** `idea` also takes a topic: a theme, or words that the plays are searched for. */
export const ideaCommand = entryCommand({
  name: "idea",
  kind: "idea",
  noun: "idea",
  partNoun: "part",
  summary: "Partnership plays, each with an example from the studies",
  examples: ["idea", "idea marketplace", "idea developer platform"],
  whole: true,
  instead: ({ name = "", part = "" }, context) => {
    const topic = [name, part].filter(Boolean).join(" ");
    if (!topic || byWholeWords(context.library).find(name, ["idea"]).match) return undefined;
    const found = ideasAbout(topic, context);
    return found.length > 0 ? listed(topic, found) : undefined;
  },
});

type Idea = Context["library"]["entries"][number];

function ideasAbout(topic: string, { library, search }: Context): Idea[] {
  const wanted = fold(topic);
  const themed = library.ofKind("idea").filter((entry) => entry.themes.some((theme) => fold(theme) === wanted));
  const hits = findPassages(search, topic, { kind: "idea" }, 30).map((hit) => hit.entry);
  return [...new Set([...themed, ...hits])].slice(0, 6);
}

function listed(topic: string, ideas: readonly Idea[]): Answer {
  return {
    title: `Ideas about “${clip(topic, 60)}”`,
    parts: [
      {
        kind: "list",
        items: ideas.map((entry) => ({
          text: [strong(entry.title), `: ${entry.summary}`],
          asOf: entry.updated,
          id: entry.id,
        })),
      },
      {
        kind: "select",
        placeholder: "Open an idea",
        options: ideas.map((entry) => ({ label: clip(entry.title, 75), line: `idea ${entry.id}` })),
      },
    ],
    data: { topic, ideas: ideas.map(({ id, title, summary }) => ({ id, title, summary })) },
  };
}

import { z } from "zod";
import type { Passage, Section } from "#content/entry.ts";
import { clip } from "#core/clip.ts";
import { type Context, defineCommand } from "#core/command.ts";
import { resolveName } from "#core/nearest.ts";
import { type Answer, strong } from "#core/reply.ts";
import { matching } from "#present/choices.ts";
import { itemOf, sourcesOf, statementOf } from "#present/cite.ts";
import { unknownName } from "#present/unknown.ts";
import { findPassages, type PassageHit } from "#search/passages/search-index.ts";

const topicsIn = ({ library }: Context): readonly Section[] =>
  library.ofKind("statistics").flatMap((entry) => entry.sections);

export const statCommand = defineCommand({
  name: "stat",
  summary: "Statistics with date and source, by topic",
  examples: ["stat", "stat partner revenue", "stat AI adoption"],
  visibility: "private",
  ownWords: true,
  pure: true,
  options: z.object({ topic: z.string().optional().describe("A topic or words; leave it out for the topics") }),
  positional: ["topic"],
  complete: {
    topic: (typed, context) =>
      matching(
        typed,
        topicsIn(context).map((section) => ({ name: section.title, value: section.id })),
      ),
  },
  run: ({ topic }, context) => {
    const topics = topicsIn(context);
    if (!topic?.trim()) return listTopics(topics);
    const found = resolveName(
      topic,
      topics.map((section) => ({ value: section, names: [section.id, section.title] })),
    );
    if (found.match) return show(found.match.title, found.match.passages, topics, context);
    const hits = findPassages(context.search, topic, { kind: "statistics" }, 6, true);
    if (hits.length > 0) return show(`“${clip(topic, 60)}”`, nearBest(hits), topics, context);
    throw unknownName(
      "statistic",
      topic,
      found.nearest.map((section) => ({ label: section.title, line: `stat ${section.id}` })),
      "stat",
    );
  },
});

/** Passages that score at least half of the best: the rest shares a common word only. */
function nearBest(hits: readonly PassageHit[]): Passage[] {
  const best = hits[0]?.score ?? 0;
  return hits.filter((hit) => hit.score >= best / 2).map((hit) => hit.passage);
}

const selectTopic = (topics: readonly Section[]) => ({
  kind: "select" as const,
  placeholder: "Another topic",
  options: topics.map((section) => ({
    label: clip(section.title, 75),
    line: `stat ${section.id}`,
    description: `${section.passages.length} figures`,
  })),
});

function listTopics(topics: readonly Section[]): Answer {
  const total = topics.reduce((sum, section) => sum + section.passages.length, 0);
  return {
    title: `${total} statistics in ${topics.length} topics`,
    parts: [
      {
        kind: "list",
        items: topics.map((section) => ({ text: [strong(section.title), `: ${section.passages.length}`] })),
      },
      ...(topics.length > 0 ? [selectTopic(topics)] : []),
    ],
    data: { topics: topics.map(({ id, title, passages }) => ({ id, title, count: passages.length })) },
  };
}

function show(
  title: string,
  passages: readonly Passage[],
  topics: readonly Section[],
  { library, now }: Context,
): Answer {
  return {
    title: `Statistics · ${title}`,
    parts: [
      {
        kind: "list",
        items: passages.map((passage) => statementOf(passage, now, [strong(passage.title), ": ", passage.text])),
      },
      selectTopic(topics),
    ],
    sources: sourcesOf(library, passages),
    data: { topic: title, items: passages.map(itemOf) },
  };
}

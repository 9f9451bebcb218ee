import type { Talk, Threads } from "#core/room.ts";

/** Talks that are kept in memory alone, and gone with the process. */
export function passingTalks(): Threads {
  const talks = new Map<string, Talk & { readonly at: number }>();
  return {
    recall: async (key, since) => {
      const talk = talks.get(key);
      return talk && talk.at >= since ? talk : undefined;
    },
    remember: async (key, { subjects, question, spoken, line }, at) => {
      talks.set(key, { subjects, question, ...(spoken && { spoken }), ...(line && { line }), at });
    },
  };
}

import type { Library } from "#content/library.ts";
import { recapMarkdown } from "#room/meeting/notes.ts";
import { recapOf } from "#room/meeting/recap.ts";

/** What people type to get out of a block, or to ring somebody. */
const mischief = ["```", "@everyone", "<!channel>", "<@&123456789012345678>", "`x`", "# head", "]"];

/** The notes of a meeting in which so many questions were asked, every second one answered with words of the library. */
export function notesOf(library: Library, questions: number): string {
  const meeting = {
    ...{ id: "m1", platform: "slack", workspace: "T1", channel: "C1", thread: "" },
    ...{ studies: ["hugging-face"], startedAt: 0, endedAt: 3_600_000 },
  };
  const asked = Array.from({ length: questions }, (_, i) => {
    const passage = i % 2 ? library.passages[(i * 31) % library.passages.length] : undefined;
    return {
      ...{
        id: `q${i}`,
        question: `what of ${mischief[i % mischief.length]} in number ${i}?`,
        refused: "",
        owner: "",
        at: i,
      },
      ...(passage ? { answer: passage.text, passage: passage.id } : { answer: "", passage: "" }),
    };
  });
  return recapMarkdown(recapOf(meeting, asked, library));
}

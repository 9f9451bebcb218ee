import type { Library } from "#content/library.ts";
import type { Invocation } from "#core/invocation.ts";
import { statementsOf } from "#core/parts.ts";
import type { Reply } from "#core/reply.ts";
import type { Talk } from "#core/room.ts";
import type { Said } from "./memory.ts";
import { formOfLine } from "./wish.ts";

/** What is remembered of a part of the last answer, a row or what follows it: "source?" is about that then. */
export function partShown(reply: Reply, line: Invocation, talk: Talk | undefined, library: Library): Said | undefined {
  const wish = formOfLine(line)?.wish;
  if (!reply.ok || !(wish === "more" || typeof wish === "object")) return undefined;
  const [row] = reply.parts.flatMap(statementsOf);
  const entry = library.passage(row?.id ?? "")?.entry;
  const isOfTalk = wish === "more" || !entry || talk?.subjects.includes(entry);
  return { ids: isOfTalk ? [] : [entry], question: "", line: reply.line };
}

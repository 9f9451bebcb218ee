import type { Library } from "#content/library.ts";
import type { Dispatch } from "#core/adapter.ts";
import type { Invocation } from "#core/invocation.ts";
import { choicesOf } from "./asked.ts";
import { subjectKinds } from "./entries-named.ts";
import { turnedTo, withoutEnd } from "./lead.ts";

const around = /^(?:(?:the|i mean|i meant|about|of|for) )+| one$/gi;

/** The choice of a question back that somebody types, and does not press: "Hugging Face" behind "Which company do you mean?" */
export async function chosenOf(
  typed: string,
  line: string,
  { origin }: Invocation,
  { run, read }: Pick<Dispatch, "run" | "read">,
  library: Library,
): Promise<string | undefined> {
  const name = (turnedTo(typed) ?? withoutEnd(typed)).replace(around, "");
  const found = name.length > longest ? undefined : library.find(name, subjectKinds);
  const last = read(line, origin);
  if (!found?.match || found.how !== "exact" || last.command !== "ask" || last.named.about) return undefined;
  const { id } = found.match;
  return choicesOf(await run(last)).find((choice) => choice.endsWith(` about:${id}`));
}

/** Letters of a name. */
const longest = 60;

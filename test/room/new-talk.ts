import type { Origin } from "#core/invocation.ts";
import { plain, type Reply } from "#core/reply.ts";
import { openReal } from "../real.ts";

const { dispatch } = await openReal();

let talks = 0;

/** A direct message of its own, in which one line follows another. Throws when nothing is said. */
export function newTalk() {
  const origin: Origin = {
    ...{ platform: "playground", via: "direct", direct: true, workspace: "T1", channel: `D${++talks}`, asker: "U1" },
  };
  const say = (line: string) => dispatch.run(dispatch.read(line, origin));
  const after = async (...lines: string[]) => {
    let last: Reply | undefined;
    for (const line of lines) last = await say(line);
    if (!last) throw new Error("nothing was said");
    return last;
  };
  return { say, after };
}

/** What a reply says in paragraphs and quotes. */
export const texts = ({ parts }: Reply) =>
  parts.flatMap((part) => (part.kind === "text" || part.kind === "quote" ? [plain(part.text)] : [])).join("\n");

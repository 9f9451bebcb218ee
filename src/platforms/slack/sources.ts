import type { types } from "@slack/bolt";
import { codePoints } from "#core/clip.ts";
import { hostOf } from "#core/host.ts";
import { onceEach } from "#core/once-each.ts";
import type { Page } from "#core/paginate.ts";
import type { Source } from "#core/reply.ts";
import { limits } from "./limits.ts";
import { leaves, lines, linkLeaf, richText } from "./rich-text.ts";
import { escapeMrkdwn, isMrkdwnSafe, labelWithHost, sourceWords } from "./text.ts";

type Numbered = Page["sources"][number];

/** The page's sources, numbered as in the whole reply: small where mrkdwn shows their letters as they are. */
export function sourceBlocks(sources: readonly Numbered[]): types.KnownBlock[] {
  if (sources.length === 0) return [];
  const small = sources.map(contextLine);
  if (small.every((line) => line !== undefined)) return contextBlocks(small);
  const full = sources.map(({ number, source }) => [
    ...leaves([`[${number}] `]),
    ...titleLeaves(source),
    ...leaves([`, ${sourceWords(source).rest}`]),
  ]);
  return [richText(lines([leaves([{ kind: "strong", text: "Sources" }]), ...full]))];
}

function titleLeaves(source: Source) {
  const { title } = sourceWords(source);
  return source.url ? linkLeaf(title, source.url) : leaves([title]);
}

/** One source in mrkdwn, when its letters survive that. */
function contextLine({ number, source }: Numbered): string | undefined {
  const words = mrkdwnWords(source);
  const line = `[${number}] ${words}`;
  return words !== undefined && codePoints(line) <= limits.textObject / 2 ? line : undefined;
}

const mrkdwnWords = onceEach((source: Source): string | undefined => {
  const { title, rest } = sourceWords(source);
  const host = source.url ? hostOf(source.url) : undefined;
  const named = host ? labelWithHost(title, host) : title;
  const linked = source.url && host ? `<${mrkdwnAddress(source.url)}|${escapeMrkdwn(named)}>` : escapeMrkdwn(named);
  return isMrkdwnSafe(`${named}, ${rest}`) && !named.includes("|") ? `${linked}, ${escapeMrkdwn(rest)}` : undefined;
});

/** An address that cannot end its own link. */
function mrkdwnAddress(url: string): string {
  return escapeMrkdwn(new URL(url).href.replace(/\|/g, "%7C").replace(/</g, "%3C").replace(/>/g, "%3E"));
}

function contextBlocks(sourceLines: readonly string[]): types.ContextBlock[] {
  const texts: string[] = ["Sources"];
  let length = codePoints("Sources");
  for (const line of sourceLines) {
    const more = codePoints(line);
    if (length + 1 + more <= limits.textObject) {
      texts[texts.length - 1] = `${texts.at(-1)}\n${line}`;
      length += 1 + more;
    } else {
      texts.push(line);
      length = more;
    }
  }
  return texts.map((text) => ({ type: "context", elements: [{ type: "mrkdwn", text, verbatim: true }] }));
}

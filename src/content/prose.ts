import type { Nodes, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import type { Problem } from "./problem.ts";

/** A `##` heading of a body with its cited paragraphs. */
export type ProseSection = {
  readonly heading: string;
  readonly paragraphs: readonly {
    readonly text: string;
    readonly sources: readonly string[];
    readonly asOf: string;
    readonly line: number;
  }[];
};

/** `[@source-id @other-id, 2023-08]` at the end of a paragraph. */
const citation = /\s*\[((?:@[a-z0-9-]+[\s,;]*)+?),?\s*(\d{4}(?:-\d{2}(?:-\d{2})?)?)\]\.?\s*$/;

/**
 * The sections of a Markdown body. Each paragraph and list item must end with its citation; markup is dropped, since
 * content puts nothing on a screen but letters.
 */
export function parseProse(
  file: string,
  body: string,
  bodyLine: number,
): { sections: ProseSection[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const sections: { heading: string; paragraphs: ProseSection["paragraphs"][number][] }[] = [];
  const complain = (node: Nodes, text: string) =>
    problems.push({ file, line: lineOf(node), field: sections.at(-1)?.heading ?? "", text });
  const lineOf = (node: Nodes) => (node.position?.start.line ?? 1) + bodyLine - 1;

  for (const node of blocksOf(
    fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }).children,
  )) {
    if (node.type === "heading") {
      if (node.depth !== 2) complain(node, `heading of level ${node.depth}, expected ##`);
      else sections.push({ heading: lettersOf(node).trim(), paragraphs: [] });
      continue;
    }
    const section = sections.at(-1);
    if (node.type !== "paragraph") complain(node, `${node.type} in the body, expected headings, paragraphs and lists`);
    else if (!section) complain(node, "text before the first heading, expected a ## heading above it");
    else {
      const letters = lettersOf(node).replace(/\s+/g, " ").trim();
      const found = citation.exec(letters);
      if (!found) complain(node, `paragraph without a citation, expected it to end with [@source-id, 2023-08]`);
      else
        section.paragraphs.push({
          text: letters.slice(0, found.index),
          sources: [...(found[1] ?? "").matchAll(/@([a-z0-9-]+)/g)].map((match) => match[1] ?? ""),
          asOf: found[2] ?? "",
          line: lineOf(node),
        });
    }
  }
  for (const section of sections) {
    if (section.paragraphs.length === 0 && problems.length === 0)
      problems.push({
        file,
        line: bodyLine,
        field: section.heading,
        text: "a heading with nothing below it, expected at least one paragraph",
      });
  }
  return { sections, problems };
}

function blocksOf(nodes: readonly RootContent[]): RootContent[] {
  return nodes.flatMap((node) =>
    node.type === "list" ? node.children.flatMap((item) => blocksOf(item.children)) : [node],
  );
}

function lettersOf(node: Nodes): string {
  if ("value" in node) return node.value;
  if (node.type === "break") return " ";
  return "children" in node ? node.children.map(lettersOf).join("") : "";
}

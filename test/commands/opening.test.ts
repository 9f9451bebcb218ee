import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeTemplate } from "#content/template.ts";
import type { Part } from "#core/reply.ts";
import { folderWith } from "../content/small-library.ts";
import { openReal } from "../real.ts";

const glossary = `title: Terms
summary: Words of the trade.
related: []
updated: 2026-01-02
sources:
  - { id: blog, title: Our words, publisher: Acme, date: 2025-02-03 }
terms:
  - { id: moat, term: Moat, group: Strategy, text: What keeps rivals out., asOf: 2025, sources: [blog] }
`;

async function edit(path: string, ...changes: readonly (readonly [string, string])[]): Promise<void> {
  let text = await readFile(path, "utf8");
  for (const [from, to] of changes) text = text.replace(from, to);
  await writeFile(path, text);
}

/** A library where everything is related to other kinds of entries. */
async function openMixed() {
  const folder = await folderWith({ "resources/glossary.yaml": glossary });
  for (const kind of ["case-study", "playbook", "comparison", "checklist", "idea"])
    await writeTemplate(folder, kind, `a-${kind}`);
  const related = ["related: []", "related: [glossary, a-checklist, a-idea]"] as const;
  await edit(join(folder, "case-studies/a-case-study.md"), related);
  await edit(join(folder, "playbooks/a-playbook.md"), related);
  await edit(
    join(folder, "comparisons/a-comparison.md"),
    ["title: First side }", "title: First side, entry: a-idea }"],
    ["title: Second side }", "title: Second side, entry: a-checklist }"],
  );
  await edit(join(folder, "resources/checklists/a-checklist.md"), ["aliases: []", "aliases: [first meeting]"]);
  return openReal({ CONTENT_DIR: folder });
}

const { say } = await openMixed();

function linesOf(parts: readonly Part[]): string[] {
  return parts.flatMap((part) =>
    part.kind === "select"
      ? part.options.map((option) => option.line)
      : part.kind === "buttons"
        ? part.buttons.flatMap((button) => ("line" in button ? [button.line] : []))
        : [],
  );
}

test.each([
  ["case a-case-study related", ["glossary", "checklist a-checklist", "idea a-idea"]],
  ["playbook a-playbook", ["glossary", "checklist a-checklist", "idea a-idea"]],
  ["compare a-comparison", ["idea a-idea", "checklist a-checklist"]],
])("“%s” opens each entry beside it with the command of its kind", async (line, lines) => {
  const offered = linesOf((await say(line)).parts);
  expect(offered.filter((each) => !each.startsWith(line))).toEqual(lines);
  for (const each of lines) expect((await say(each)).ok, each).toBe(true);
});

test("a brief offers the checklist that is called so for a first meeting", async () => {
  const { parts } = await say("brief a-case-study");
  expect(linesOf(parts)).toEqual(["case a-case-study", "checklist a-checklist"]);
});

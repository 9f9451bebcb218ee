import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { dayOf } from "#core/day.ts";
import { niches } from "./niches.ts";

const head = (title: string, today: string, extra = "") => `---
title: ${title}
${extra}summary: What ${title} teaches, in a sentence or two.
aliases: []
related: []
themes: []
updated: ${today}
`;

const tail = (today: string) => `sources:
  - { id: first-source, title: Title of the page, publisher: Who published it, date: undated, accessed: ${today} }
---

## A section with a point of view

What a reader could use in the meeting. [@first-source, ${today}]
`;

const fact = (today: string) => `asOf: ${today}, sources: [first-source]`;

const templates: Record<string, { folder: string; text: (title: string, today: string) => string }> = {
  "case-study": {
    folder: "case-studies",
    text: (title, today) => `${head(title, today, `niche: ${niches[0].name}\n`)}quickAnswer:
  - { text: What it is and why it matters., ${fact(today)} }
takeaways:
  - { text: The first thing to remember., ${fact(today)} }
glance:
  - { label: Founded, value: ${today.slice(0, 4)}, ${fact(today)}, reviewBy: never }
whyItMatters:
  - { text: What a partnership operator learns from it., ${fact(today)} }
timeline:
  - { date: ${today}, title: First event, text: What happened., sources: [first-source] }
metrics:
  - { name: A figure, value: "1", text: What it counts., ${fact(today)} }
partnerships:
  - { partner: A partner, since: ${today}, kind: technology, terms: What each side gets., ${fact(today)} }
lessons:
  - { title: The lesson, text: Its evidence and its use., ${fact(today)} }
risks:
  - { title: The risk, text: What speaks for it., ${fact(today)} }
faq:
  - { question: "Who founded ${title}?", answer: The answer., ${fact(today)} }
unknown: []
${tail(today)}`,
  },
  playbook: {
    folder: "playbooks",
    text: (title, today) => `${head(title, today)}stages:
  - id: first-stage
    title: First stage
    owner: Head of partnerships
    weeks: 1-4
    text: What to do.
    deliverables: [The first deliverable]
    exitTest: How you know it is done.
    asOf: ${today}
    sources: [first-source]
${tail(today)}`,
  },
  role: {
    folder: "roles",
    text: (title, today) => `${head(title, today)}owns:
  - { text: What the role owns., ${fact(today)} }
${tail(today)}`,
  },
  comparison: {
    folder: "comparisons",
    text: (title, today) => `${head(title, today)}subjects:
  - { id: first-side, title: First side }
  - { id: second-side, title: Second side }
rows:
${["Goal", "Cost", "Speed"]
  .map(
    (aspect) => `  - aspect: ${aspect}
    cells:
      - { subject: first-side, text: How it is here., ${fact(today)} }
      - { subject: second-side, text: How it is there., ${fact(today)} }`,
  )
  .join("\n")}
verdicts:
  - { situation: When time is short, text: Which one and why., ${fact(today)} }
${tail(today)}`,
  },
  checklist: {
    folder: "resources/checklists",
    text: (title, today) => `${head(title, today)}items:
  - { group: Before, text: The first thing to check., ${fact(today)} }
${tail(today)}`,
  },
  idea: {
    folder: "resources/ideas",
    text: (title, today) => `${head(title, today)}play:
  - { text: What the play is., ${fact(today)} }
example:
  - { text: Who did it and what came of it., ${fact(today)} }
${tail(today)}`,
  },
};

/** Writes a template that passes the checks; never over an existing file. The message is for the author. */
export async function writeTemplate(
  directory: string,
  kind: string,
  id: string,
  now = new Date(),
): Promise<{ ok: boolean; message: string }> {
  const template = Object.hasOwn(templates, kind) ? templates[kind] : undefined;
  if (!template)
    return { ok: false, message: `no kind "${kind}", expected one of ${Object.keys(templates).join(", ")}` };
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
    return { ok: false, message: `"${id}" is no identifier, expected kebab-case, such as acme-robotics` };
  const title = id.replace(/-/g, " ").replace(/\b\w/g, (letter) => letter.toUpperCase());
  const path = join(directory, template.folder, `${id}.md`);
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(path, template.text(title, dayOf(now)), { flag: "wx" });
  } catch {
    return { ok: false, message: `${path} is there already or cannot be written` };
  }
  return { ok: true, message: `${path} written; fill it in, then run: npm run content` };
}

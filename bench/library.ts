import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { dump } from "js-yaml";
import { loadLibrary } from "#content/load.ts";
import { createWriter, type Writer } from "./writer.ts";

/** Passages of a generated study, idea and checklist; a twentieth each of ideas and checklists. */
const sizes = { study: 120, idea: 14, checklist: 20 };

/**
 * Writes a content folder of about this many passages: the real content, and studies, ideas and checklists in the real
 * content's words, which follow each other as they do there. The same seed gives the same bytes; a folder that is
 * already there is left as it is. Gives the folder.
 */
export async function writeLargeLibrary(parent: string, passages: number, seed = 1): Promise<string> {
  const folder = join(parent, `library-${passages}-${seed}`);
  const done = join(folder, ".complete");
  if (await readFile(done).catch(() => undefined)) return folder;
  await rm(folder, { recursive: true, force: true });
  await cp("content", folder, { recursive: true });
  const { library } = await loadLibrary(folder);
  if (!library) throw new Error("the real content does not load: npm run content");
  const writer = createWriter(
    library.passages.map(({ text }) => withoutClaims(text)),
    seed,
  );
  const more = Math.max(0, passages - library.passages.length);
  const each = more / 20;
  const batches = [
    { below: "case-studies", count: (18 * each) / sizes.study, make: studyOf },
    { below: "resources/ideas", count: each / sizes.idea, make: ideaOf },
    { below: "resources/checklists", count: each / sizes.checklist, make: checklistOf },
  ] as const;
  for (const { below, count, make } of batches) {
    await mkdir(join(folder, below), { recursive: true });
    for (let i = 0; i < Math.round(count); i++) {
      const name = writer.name();
      await writeFile(
        join(folder, below, `${name.toLowerCase().replaceAll(" ", "-")}.md`),
        markdown(make(writer, name)),
      );
    }
  }
  await writeFile(done, "");
  return folder;
}

/** The words by which a study would contradict its own figures, which the checks refuse. */
const withoutClaims = (text: string): string =>
  text.replace(/\b(?:founded|valued|valuation)\b/gi, "started").replace(/\b(?:employees|staff|people)\b/gi, "workers");

type Written = { readonly front: Readonly<Record<string, unknown>>; readonly body: string };

const markdown = ({ front, body }: Written): string => `---\n${dump(front)}---\n\n${body}`;
const many = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
const source = (name: string) => ({
  id: "report",
  title: `Report on ${name}`,
  publisher: "Generated",
  date: "2026-03",
});

function studyOf(writer: Writer, name: string): Written {
  const fact = () => ({ asOf: writer.date(), sources: ["report"] });
  const row = (length = 40) => ({ text: writer.text(length), ...fact() });
  const titled = () => ({ title: writer.text(5), ...row(45) });
  const year = writer.date().slice(0, 4);
  const front = {
    title: name,
    niche: writer.oneOf(["AI & Machine Learning", "Blockchain & Web3"]),
    summary: writer.text(25),
    themes: ["open-source", "enterprise-sales"],
    updated: "2026-11-01",
    quickAnswer: many(4, () => row()),
    takeaways: many(6, () => row(30)),
    glance: [
      { label: "Founded", value: year, ...fact() },
      { label: "Headquarters", value: writer.name(), ...fact() },
      { label: "Founders", value: `${writer.name()} and ${writer.name()}`, ...fact() },
      { label: "Valuation", value: `$${writer.number(900)} million`, ...fact() },
      { label: "Employees", value: `about ${writer.number(9000)}`, ...fact() },
      ...many(5, () => ({ label: writer.text(2), value: writer.text(6), ...fact() })),
    ],
    whyItMatters: many(3, () => row()),
    timeline: many(20, () => ({
      date: writer.date(),
      title: writer.text(4),
      text: writer.text(25),
      sources: ["report"],
    })),
    metrics: many(8, () => ({ name: writer.text(3), value: `${writer.number(500)}`, ...row(20) })),
    partnerships: many(10, () => ({
      partner: writer.name(),
      since: writer.date(),
      kind: writer.text(2),
      terms: writer.text(25),
      ...fact(),
    })),
    lessons: many(6, titled),
    risks: many(6, titled),
    faq: many(20, () => ({
      question: `${writer.oneOf(["Why", "How", "When", "What"])} ${writer.text(7)}?`,
      answer: writer.text(40),
      ...fact(),
    })),
    objections: many(5, titled),
    questions: many(5, () => row(15)),
    sources: [source(name)],
  };
  const body = many(
    3,
    () =>
      `## ${writer.text(4)} ${writer.name()}\n\n${many(5, () => `${writer.text(60)} [@report, 2026-03]\n`).join("\n")}`,
  );
  return { front, body: body.join("\n") };
}

function ideaOf(writer: Writer, name: string): Written {
  const row = () => ({ text: writer.text(35), asOf: "2026-03", sources: ["report"] });
  const front = {
    title: name,
    summary: writer.text(20),
    updated: "2026-11-01",
    play: many(3, row),
    example: many(4, row),
    steps: many(4, row),
    watchFor: many(3, row),
    sources: [source(name)],
  };
  return { front, body: "" };
}

function checklistOf(writer: Writer, name: string): Written {
  const items = many(4, () => writer.name()).flatMap((group) =>
    many(5, () => ({ group, text: writer.text(20), asOf: "2026-03", sources: ["report"] })),
  );
  return {
    front: { title: name, summary: writer.text(20), updated: "2026-11-01", items, sources: [source(name)] },
    body: "",
  };
}

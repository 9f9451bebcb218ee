import type { z } from "zod";
import type { Entry, Kind, Section } from "../entry.ts";
import type { ParsedFile } from "../parse-file.ts";
import type { ProseSection } from "../prose.ts";
import type { sourceSchema } from "../schema/fields.ts";
import type { Row, SectionShape } from "../section-builder.ts";

type SourceRow = z.infer<typeof sourceSchema>;

type Common = {
  title: string;
  summary: string;
  aliases: string[];
  related: string[];
  themes: string[];
  updated: string;
  sources: SourceRow[];
};

/** Makes a section of its rows; what is the same in every section of an entry is known to it. */
type Build = (shape: SectionShape, rows: readonly Row[]) => Section;

/** An entry from its parsed file and sections; empty sections are left out. */
export function entryOf(
  kind: Kind,
  id: string,
  parsed: ParsedFile<Common>,
  sections: readonly Section[],
  more: Partial<Entry> = {},
): Entry {
  const { title, summary, aliases, related, themes, updated, sources } = parsed.data;
  return {
    id,
    kind,
    title,
    niche: "",
    themes,
    summary,
    aliases,
    related,
    relatedLine: parsed.lineOf(["related"]),
    updated,
    short: false,
    sections: sections.filter((section) => section.passages.length > 0),
    sources: sources.map(({ id: source, title: name, publisher, date, url, secondHand }) => ({
      id: source,
      title: name,
      publisher,
      secondHand,
      ...(url ? { url } : {}),
      ...(date === "undated" ? {} : { asOf: date }),
    })),
    file: parsed.file,
    ...more,
  };
}

/** Rows of a list whose items are `{ text }` or `{ title, text }`. */
export function rows<T extends Row["fact"] & { text: string; title?: string }>(
  field: string,
  items: readonly T[],
): Row[] {
  return items.map((item, i) => ({
    text: item.text,
    fact: item,
    path: [field, i],
    ...(item.title ? { title: item.title } : {}),
  }));
}

/** Rows of a list whose items are questions with their answers. */
export function questions<T extends Row["fact"] & { question: string; answer: string }>(
  field: string,
  items: readonly T[],
): Row[] {
  return items.map((item, i) => ({ title: item.question, text: item.answer, fact: item, path: [field, i] }));
}

/** Rows of a list whose items are figures: their text begins with the value. */
export function figures<T extends Row["fact"] & { name: string; value: string; text: string }>(
  field: string,
  items: readonly T[],
): Row[] {
  return items.map((item, i) => ({
    title: item.name,
    text: `${item.value}. ${item.text}`,
    fact: item,
    path: [field, i],
  }));
}

/** The places of the body that `asked` may name: each section, and each paragraph of it. */
export function placesIn(sections: readonly ProseSection[]): ReadonlySet<string> {
  return new Set(
    sections.flatMap(({ heading, paragraphs }) => {
      const id = slugOf(heading);
      return [id, ...paragraphs.map((_, i) => `${id}/${i + 1}`)];
    }),
  );
}

/** Sections of a file's body, a row for each paragraph, with the questions that `asked` leads to it or to its section. */
export function prose(
  build: Build,
  sections: readonly ProseSection[],
  asked: Readonly<Record<string, readonly string[]>>,
): Section[] {
  const askedOf = (place: string) => (Object.hasOwn(asked, place) ? (asked[place] ?? []) : []);
  return sections.map((section) => {
    const id = slugOf(section.heading);
    return build(
      { id, title: section.heading, form: "prose" },
      section.paragraphs.map((paragraph, i) => ({
        title: section.heading,
        text: paragraph.text,
        fact: { ...paragraph, asked: [...askedOf(`${id}/${i + 1}`), ...askedOf(id)] },
        path: [],
        line: paragraph.line,
      })),
    );
  });
}

/** Kebab-case of a heading. */
export function slugOf(heading: string): string {
  return heading
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** A slug as words for people: `vp-sales` → `VP sales`. */
export function wordsOf(slug: string): string {
  return slug
    .replace(/-/g, " ")
    .replace(/\b(vp)\b/g, "VP")
    .replace(/^./, (first) => first.toUpperCase());
}

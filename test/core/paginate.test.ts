import fc from "fast-check";
import { expect, test } from "vitest";
import { type Page, pageOf, paginate } from "#core/paginate.ts";
import { type Part, plain, type Reply, type Statement } from "#core/reply.ts";
import { arbitraryReply } from "./arbitrary-reply.ts";

const reply = (parts: Part[], more: Partial<Reply> = {}): Reply => ({
  ok: true,
  command: "case",
  line: "case x",
  title: "T",
  parts,
  sources: [],
  data: {},
  page: 1,
  shared: false,
  ...more,
});

function statements(part: Part): Statement[] {
  if (part.kind === "text" || part.kind === "quote") return [part];
  if (part.kind === "list") return part.items;
  if (part.kind === "fields") return part.fields.map((field) => field.value);
  if (part.kind === "table") return part.rows.flat();
  return [];
}

const letters = (parts: readonly Part[]) =>
  parts
    .flatMap((part) => (part.kind === "document" ? part.text : statements(part).map(({ text }) => plain(text))))
    .join("")
    .replace(/\s/g, "");
const size = (page: Page) =>
  letters(page.parts).length +
  page.sources.reduce((sum, { source }) => sum + source.title.length + (source.url?.length ?? 0), 0);
const upTo = (limit: number) => (page: Page) => size(page) <= limit;

test("a reply that fits is one page without neighbours", () => {
  const [page, ...others] = paginate(reply([{ kind: "text", text: ["short"] }]), upTo(100));
  expect(others).toEqual([]);
  expect(page).toMatchObject({ page: 1, pages: 1, title: "T" });
  expect(page).not.toHaveProperty("next");
});

test("a long list goes on over pages, each naming its neighbours' lines", () => {
  const items = Array.from({ length: 10 }, (_, i) => ({ text: [`item ${i} ${"x".repeat(20)}`] }));
  const pages = paginate(reply([{ kind: "list", items }]), upTo(60));
  expect(pages.length).toBe(5);
  expect(pages[0]).toMatchObject({ next: "case x page:2" });
  expect(pages[1]).toMatchObject({ previous: "case x page:1", next: "case x page:3" });
  expect(pages.at(-1)).not.toHaveProperty("next");
});

test("a numbered item keeps its number over pages, and the rest of one that was cut has none", () => {
  const items = ["First one.", "A sentence. ".repeat(8), "First one."].map((said) => ({ text: [said] }));
  const pages = paginate(reply([{ kind: "list", ordered: true, items }]), upTo(45));
  const lists = pages.flatMap(({ parts }) => parts.filter((part) => part.kind === "list"));
  expect(lists.flatMap(({ places }) => places ?? []).filter((place) => place > 0)).toEqual([1, 2, 3]);
  expect(lists.map(({ places }) => places)).toContainEqual([0]);
  for (const { items: shown, places } of lists) expect(places).toHaveLength(shown.length);
});

test("a paragraph too long for a page is cut between sentences", () => {
  const pages = paginate(
    reply([{ kind: "text", text: ["First sentence here. Second sentence here. Third sentence here. Fourth one."] }]),
    upTo(40),
  );
  for (const page of pages) expect(letters(page.parts)).toMatch(/\.$/);
});

const documentOf = (text: string): Part => ({ kind: "document", name: "notes.md", text });
const textOf = ({ parts }: Page) => parts.map((part) => (part.kind === "document" ? part.text : "")).join("");

test("a document goes on line by line, and only a line too long for a page is cut", () => {
  const lines = Array.from({ length: 9 }, (_, i) => `${i} ${"x".repeat(20)}\n`);
  const pages = paginate(reply([documentOf(lines.join(""))]), upTo(65));
  expect(pages.map(textOf)).toEqual([0, 3, 6].map((from) => lines.slice(from, from + 3).join("")));
  expect(paginate(reply([documentOf("y".repeat(100))]), upTo(65)).map(textOf)).toEqual([
    "y".repeat(50),
    "y".repeat(50),
  ]);
});

test("over all pages a document is the same text, blank lines included", () => {
  const line = fc.oneof(fc.constantFrom("", " ", "```", "x".repeat(200)), fc.string({ unit: "binary" }));
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 300 }), fc.integer({ min: 10, max: 500 }), (lines, limit) => {
      const text = `${lines.join("\n")}\n`;
      expect(
        paginate(reply([documentOf(text)]), upTo(limit))
          .map(textOf)
          .join(""),
      ).toBe(text);
    }),
    { numRuns: 100 },
  );
});

test("buttons are on every page", () => {
  const items = Array.from({ length: 6 }, () => ({ text: ["x".repeat(30)] }));
  const pages = paginate(
    reply([
      { kind: "list", items },
      { kind: "buttons", buttons: [{ label: "Risks", line: "case x risks" }] },
    ]),
    upTo(60),
  );
  expect(pages.length).toBeGreaterThan(1);
  for (const page of pages) expect(page.parts.at(-1)).toMatchObject({ kind: "buttons" });
});

test("each page carries the sources that its statements cite, under their number in the whole", () => {
  const sources = [
    { id: "a", title: "A" },
    { id: "b", title: "B" },
  ];
  const items = [
    { text: ["x".repeat(50)], cites: ["a"] },
    { text: ["y".repeat(50)], cites: ["b"] },
  ];
  const pages = paginate(reply([{ kind: "list", items }], { sources }), upTo(60));
  expect(pages.map((page) => page.sources)).toEqual([
    [{ number: 1, source: sources[0] }],
    [{ number: 2, source: sources[1] }],
  ]);
});

test("a page past the last gives the last", () => {
  expect(pageOf(reply([{ kind: "text", text: ["short"] }], { page: 9 }), upTo(100)).page).toBe(1);
});

test("there is no page before the first", () => {
  const nowhere = reply([{ kind: "text", text: ["short"] }], { page: 0 });
  expect(() => pageOf(nowhere, upTo(100))).toThrow("has no page 0");
});

test("over all pages every letter and every source of any reply is there, and every page fits", () => {
  fc.assert(
    fc.property(arbitraryReply, (value) => {
      const pages = paginate(value, upTo(1500));
      for (const page of pages) expect(size(page)).toBeLessThanOrEqual(1500);
      expect(pages.map((page) => letters(page.parts)).join("")).toBe(letters(value.parts));
      const shown = new Set(pages.flatMap((page) => page.sources.map(({ source }) => source.id)));
      expect([...shown].sort()).toEqual(value.sources.map((source) => source.id).sort());
    }),
    { numRuns: 200 },
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import type { Chart, Reply } from "#core/reply.ts";
import { renderText } from "#platforms/terminal/render.ts";
import { clean, columnsOf, styleFor, wrap } from "#platforms/terminal/style.ts";
import { arbitraryReply } from "../../core/arbitrary-reply.ts";

const piped = styleFor({}, {});
const screen = styleFor({ isTTY: true, columns: 60 }, {});
const reply: Reply = {
  ok: true,
  command: "case",
  line: "case x",
  title: "Title",
  parts: [
    { kind: "text", text: ["Plain ", { kind: "strong", text: "strong" }, "."], asOf: "2023-08", cites: ["s1"] },
    { kind: "buttons", buttons: [{ label: "Risks", line: "case x risks" }] },
  ],
  sources: [{ id: "s1", title: "A source", publisher: "Press", asOf: "2023-08-24", url: "https://example.com/a" }],
  data: {},
  page: 1,
  shared: false,
};

test("a reply for a pipe is plain text with date, number and source", () => {
  expect(renderText(reply, piped)).toBe(
    [
      "Title",
      "Plain strong. (Aug 2023; [1])",
      "→ Risks: case x risks",
      "Sources\n[1] A source, Press, 24 Aug 2023 https://example.com/a",
    ].join("\n\n"),
  );
});

test("colours are for terminals, and NO_COLOR and dumb terminals get none", () => {
  expect(renderText(reply, screen)).toContain("\u001b[1mTitle\u001b[22m");
  expect(styleFor({ isTTY: true }, { NO_COLOR: "1" }).strong("x")).toBe("x");
  expect(styleFor({ isTTY: true }, { TERM: "dumb" }).strong("x")).toBe("x");
  expect(styleFor({}, {}).strong("x")).toBe("x");
});

test("lines fit the terminal, wide letters counted twice", () => {
  for (const line of wrap("漢字かな 漢字かな 漢字かな and words that go on", 20, "• ", "  ").split("\n"))
    expect(columnsOf(line)).toBeLessThanOrEqual(20);
});

test("a document is printed line by line as it is, on a narrow terminal too, to be copied or sent to a file", () => {
  const text = `# Notes\n\n- \`a\` ${"word ".repeat(30)}\n  indented\n`;
  const noted = { ...reply, parts: [{ kind: "document" as const, name: "notes.md", text }], sources: [] };
  expect(renderText(noted, piped)).toBe(`Title\n\n${text.trimEnd()}`);
  expect(renderText(noted, screen)).toContain(text.trimEnd());
});

test("numbers of a chart too small or large for words are shown in powers of ten", () => {
  const chart: Chart = {
    kind: "chart",
    type: "bar",
    title: "T",
    unit: "x",
    alt: "",
    categories: ["a", "b", "c", "d"],
    series: [{ name: "S", values: [0, 2.5e-7, 1500, 3e20] }],
  };
  const drawn = renderText({ ...reply, parts: [chart] }, piped);
  for (const line of ["a  0", "b █ 2.5e-7", "c █ 1.5K", `d ${"█".repeat(24)} 3.0e+20`]) expect(drawn).toContain(line);
});

test("content cannot steer the terminal", () => {
  expect(clean("a\u001b[2Jb\u0007c\u009b31md\u202ee")).toBe("a[2Jbc31mde");
});

test("every letter and source of any reply is printed, and nothing that steers", () => {
  fc.assert(
    fc.property(arbitraryReply, (value) => {
      const output = renderText(value, piped);
      expect(output).not.toMatch(/[^\P{Cc}\n]/u);
      for (const source of value.sources) expect(output).toContain(clean(source.title));
    }),
    { numRuns: 150 },
  );
});

import { expect, test } from "vitest";
import { type Part, plain, type Reply, strong } from "#core/reply.ts";
import { lineOf, rowLineOf, shorten } from "#room/short.ts";

const source = { id: "a/1", title: "A" };
const reply = (...parts: Part[]): Reply => ({
  ok: true,
  command: "ask",
  line: "ask x",
  title: "x",
  parts,
  sources: [source, { id: "a/2", title: "B" }],
  data: {},
  page: 1,
  shared: false,
});
const said = (...parts: Part[]) => plain(lineOf(reply(...parts))?.text ?? ["nothing"]);

test("a quoted passage becomes one line that keeps its date and sources, and other sources go", () => {
  const short = shorten(
    reply(
      { kind: "quote", text: [strong("Solana · Founded"), "\n", "2017"], asOf: "2024", cites: ["a/1"], id: "s#g/1" },
      { kind: "heading", text: "Also in the casebook" },
      { kind: "list", items: [{ text: ["more"], cites: ["a/2"] }] },
      {
        kind: "buttons",
        buttons: [
          { label: "Open", line: "case solana" },
          { label: "Other", line: "case x" },
        ],
      },
    ),
  );
  expect(short.parts).toEqual([
    { kind: "text", text: [strong("Solana · Founded"), ": ", "2017"], asOf: "2024", cites: ["a/1"], id: "s#g/1" },
    { kind: "buttons", buttons: [{ label: "Open", line: "case solana" }] },
  ]);
  expect(short.sources).toEqual([source]);
});

test("what an answer says of itself stays beside its line, what else it quotes goes", () => {
  const answer: Part = { kind: "text", text: ["It grew."], cites: ["a/1"], id: "s#g/1" };
  const caveat: Part = { kind: "text", text: ["This may be about something else."] };
  const other: Part = { kind: "text", text: ["It shrank."], cites: ["a/2"], id: "s#g/2" };
  expect(shorten(reply(answer, caveat, other)).parts).toEqual([answer, caveat]);
  // A line of no passage's has no caveats: what follows is more of the same.
  expect(shorten(reply(caveat, { kind: "text", text: ["More of it."] })).parts).toEqual([caveat]);
  // A refusal says its sentence alone.
  expect(shorten({ ...reply(answer, caveat), ok: false }).parts).toEqual([answer]);
});

test("a no that quotes a row is one line with the row in it", () => {
  const says: Part = { kind: "text", text: ["No source answers this:"] };
  const row: Part = {
    kind: "quote",
    text: [strong("Pay · Abroad?"), "\n", "Not found."],
    asOf: "2026",
    cites: ["a/1"],
  };
  const short = shorten({ ...reply(says, row), ok: false });
  expect(short.parts).toEqual([
    {
      kind: "text",
      text: ["No source answers this:", " ", strong("Pay · Abroad?"), " ", "Not found."],
      asOf: "2026",
      cites: ["a/1"],
    },
  ]);
  expect(short.sources).toEqual([source]);
});

test("a heading that asks is followed by its answer without a colon", () => {
  expect(said({ kind: "quote", text: [strong("Solana · Who pays?"), "\n", "Validators."] })).toBe(
    "Solana · Who pays? Validators.",
  );
});

test("a list is said in one line, and what does not fit is counted", () => {
  expect(said({ kind: "list", items: [{ text: ["one"] }, { text: ["two"] }] })).toBe("one; two");
  expect(said({ kind: "list", items: [{ text: ["One."] }, { text: ["Two."] }] })).toBe("One. Two.");
  const many = Array.from({ length: 40 }, (_, i) => ({ text: [`investor number ${i}`] }));
  expect(said({ kind: "list", items: many })).toMatch(/; investor number 1; .* \(and \d+ more\)$/);
});

test("a list too long for a line is said by the names its rows begin with", () => {
  const items = ["Money", "Law", "Rivals"].map((name) => ({ text: [strong(name), ": ", "because ".repeat(30)] }));
  expect(said({ kind: "list", items })).toBe("Money; Law; Rivals");
});

test("what every study says of a thing is said shortly beside its name, however long", () => {
  const items = ["Dove", "Jay", "Owl"].map((name) => ({
    text: [strong(name), ": ", `Private; ${"because ".repeat(30)}`],
  }));
  const across = { question: "who is public?", answered: true, across: true };
  const line = lineOf({ ...reply({ kind: "list", items }), data: across });
  expect(plain(line?.text ?? [])).toBe("Dove: Private; Jay: Private; Owl: Private");
});

test("rows are said with their labels, and a row's sources stay with it", () => {
  const rows: Part = {
    kind: "fields",
    fields: [
      { label: "Founded", value: { text: ["2016"], cites: ["a/1"] } },
      { label: "Seat", value: { text: ["New York"], cites: ["a/2"] } },
    ],
  };
  expect(said(rows)).toBe("Founded: 2016; Seat: New York");
  expect(lineOf(reply(rows))?.cites).toEqual(["a/1", "a/2"]);
});

test("a table stays a table", () => {
  const table = reply({ kind: "table", columns: ["a"], rows: [[{ text: ["1"] }]] });
  expect(lineOf(table)).toBeUndefined();
  expect(shorten(table)).toBe(table);
});

test("tables side by side are told in one line, under the row's name where all sides have the same", () => {
  const side = (column: string, label: string, cell: string): Part => ({
    kind: "table",
    columns: ["", column],
    rows: [[{ text: [strong(label)] }, { text: [cell] }]],
  });
  const told = (label: string) =>
    rowLineOf({ parts: [side("OpenAI", label, "about 4,500, with a plan"), side("Mistral", label, "about 1,000")] });
  expect(told("Employees")).toBe("Employees: OpenAI about 4,500; Mistral about 1,000");
  expect(told(" ")).toBe("OpenAI about 4,500; Mistral about 1,000");
  expect(rowLineOf({ parts: [] })).toBeUndefined();
});

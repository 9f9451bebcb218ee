import { expect, test } from "vitest";
import { type Part, plain, type Reply, strong, type Text } from "#core/reply.ts";
import { rowLineOf } from "#room/row-line.ts";
import { lineOf, shorten } from "#room/short.ts";

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

test("a question in a heading is not said again: it was asked", () => {
  expect(said({ kind: "quote", text: [strong("Solana · Who pays?"), "\n", "Validators."] })).toBe(
    "Solana: Validators.",
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

const side = (column: string, label: string, cell: string | Text): Part => ({
  kind: "table",
  columns: ["", column],
  rows: [[{ text: [strong(label)] }, { text: typeof cell === "string" ? [cell] : cell, cites: [`${column}/1`] }]],
});
const toldBy = (question: string, ...parts: Part[]) => plain(rowLineOf({ parts }, question)?.text ?? []);

test("of tables side by side the part that names the post asked for is told, and nobody else in its stead", () => {
  const founders = side("Mistral", "Founders", "Arthur M. (CEO, from DeepMind), Timothée L. (CTO) and Guillaume L.");
  const others = side("OpenAI", "Founders", "Sam A. (CEO), Greg B. and others");
  expect(toldBy("who is the CTO of both?", founders, others)).toBe(
    "Founders: Mistral Timothée L. (CTO); OpenAI not said",
  );
  expect(toldBy("who is their CEO?", founders, others)).toBe(
    "Founders: Mistral Arthur M. (CEO, from DeepMind); OpenAI Sam A. (CEO)",
  );
});

test("a cell is told without the name of its row, or the question in it", () => {
  expect(
    toldBy("revenue?", side("OpenAI", "Revenue", [strong("Annualised revenue (run-rate)"), ": ", "above $40B"])),
  ).toBe("Revenue: OpenAI above $40B");
  expect(toldBy("risks?", side("OpenAI", " ", [strong("What is its biggest risk?"), " ", "Money: losses rise"]))).toBe(
    "OpenAI: Money: losses rise",
  );
});

test("a table that answers is one line in a meeting, with a source of each side", () => {
  const asked = { question: "who is their CEO?", answered: true };
  const tables = [side("A", "Founders", "Ann (CEO), Al"), side("B", "Founders", "Bo (CEO), Bea")];
  const short = shorten({ ...reply(...tables), data: asked, sources: [{ id: "A/1", title: "A" }] });
  expect(short.parts).toEqual([{ kind: "text", text: ["Founders: A Ann (CEO); B Bo (CEO)"], cites: ["A/1", "B/1"] }]);
  expect(short.sources).toEqual([{ id: "A/1", title: "A" }]);
});

test("of a long answer the sentences that tell what was asked are said", () => {
  const row = `Founded in ${"a town by a river, ".repeat(8)}long ago. Ann is the CEO. ${"The board has many members. ".repeat(4)}`;
  const quote: Part = { kind: "quote", text: [strong("A · Who runs A?"), "\n", row], cites: ["a/1"] };
  const line = (question: string) => plain(lineOf({ ...reply(quote), data: { question, answered: true } })?.text ?? []);
  expect(line("who is its CEO?")).toBe("A: Ann is the CEO.");
  expect(line("how was it founded?")).toMatch(
    /^A: Founded in .* long ago\. Ann is the CEO\.( The board has many members\.)? …$/,
  );
  expect(line("how was it founded?").length).toBeLessThan(260);
});

test("of a long answer the price is said that is asked for, and what is cut is marked", () => {
  const row = `Its model is free collaboration, ${"with help for all, ".repeat(8)}and more. A seat is $9 a month. ${"Much else is free. ".repeat(6)}`;
  const quote: Part = { kind: "quote", text: [strong("A · The paid layer"), "\n", row], cites: ["a/1"] };
  const line = (question: string) => plain(lineOf({ ...reply(quote), data: { question, answered: true } })?.text ?? []);
  expect(line("what do they charge?")).toMatch(/^A · The paid layer: A seat is \$9 a month\..* …$/);
  expect(line("what is their model?")).toMatch(/^A · The paid layer: Its model is .* …$/);
  const years = `In 2024 it sold seats. ${"It grew and grew and grew and grew. ".repeat(8)}In 2024 it sold use, too.`;
  const both: Part = { kind: "quote", text: [strong("A · Sales"), "\n", years], cites: ["a/1"] };
  const asked = { question: "sales in 2024?", answered: true };
  expect(plain(lineOf({ ...reply(both), data: asked })?.text ?? [])).toBe("A · Sales: In 2024 it sold seats. …");
});

test("a line names the first rows of a list, says how many more answer, and cites few", () => {
  const items = Array.from({ length: 6 }, (_, i) => ({
    text: [strong(`Partner ${i}`), ": ", "because ".repeat(30)],
    cites: [`a/${i}`, `b/${i}`],
  }));
  const rows: Part[] = [
    { kind: "list", items },
    { kind: "text", text: ["… and 5 more."] },
  ];
  const data = { question: "who are the partners?", answered: true, list: { items: Array(11).fill({}) } };
  const short = shorten({ ...reply(...rows), data });
  expect(short.parts).toEqual([
    {
      kind: "text",
      text: [expect.anything(), ...Array(8).fill(expect.anything()), " (and 6 more)"],
      cites: ["a/0", "a/1", "a/2"],
    },
  ]);
});

test("of several that were asked one by one each has its clauses in the line, as far as they fit", () => {
  const row = (id: string, told: string): Part => ({
    kind: "quote",
    ...{ id, text: [strong(`${id} · How does ${id} earn?`), "\n", told], cites: [`${id}/1`, `${id}/2`] },
  });
  const each = ["A", "B", "C"].map((study) => ({ study, ...(study === "C" ? {} : { id: study }) }));
  const line = (question: string, a: string) =>
    plain(
      lineOf({ ...reply(row("B", "By fees."), row("A", a)), data: { question, answered: true, each } })?.text ?? [],
    );
  expect(line("how do they earn?", "By seats. By use.")).toBe("A: By seats. By use. B: By fees.");
  const long = `By seats, by use (of the API, ${"and of more, ".repeat(12)}) and by fees`;
  expect(line("how do they earn?", long)).toBe("A: By seats … B: By fees.");
  expect(line("who are the CEOs of A and B?", "Al, Ann (CEO)")).toBe("A: Ann (CEO). B: not said.");
});

test("tables side by side are told in one line, under the row's name where all sides have the same", () => {
  const told = (label: string) =>
    toldBy("how many?", side("OpenAI", label, "about 4,500, with a plan"), side("Mistral", label, "about 1,000"));
  expect(told("Employees")).toBe("Employees: OpenAI about 4,500; Mistral about 1,000");
  expect(told(" ")).toBe("OpenAI: about 4,500; Mistral: about 1,000");
  expect(rowLineOf({ parts: [] }, "")).toBeUndefined();
});

test("a row that lists names is told with all of them, or with how many more there are", () => {
  const founders = side("Mistral", "Founders", "Arthur M. (CEO, from DeepMind), Timothée L. (CTO) and Guillaume L.");
  expect(toldBy("who founded it?", founders)).toBe("Founders: Mistral Arthur M., Timothée L., Guillaume L");
  const investors =
    "Microsoft (27%, in 2025), Amazon, Nvidia, SoftBank, Thrive Capital, Andreessen Horowitz, MGX and Dragoneer; a foundation held 26%";
  expect(toldBy("who invested?", side("OpenAI", "Main investors", investors))).toBe(
    "Main investors: OpenAI Microsoft, Amazon, Nvidia, SoftBank, Thrive Capital and 3 more",
  );
  const few = "Ann (CEO), Bo Lee and Cy, both from Meta; advisers include Di";
  expect(toldBy("who founded it?", side("A", "Founders", few))).toBe("Founders: A Ann, Bo Lee, Cy");
  expect(toldBy("who founded it?", side("A", "Founders", "Ann, Bo and others"))).toBe("Founders: A Ann, Bo and others");
  expect(toldBy("what?", side("A", "Product", "Usage of a data and AI platform"))).toBe(
    "Product: A Usage of a data and AI platform",
  );
  expect(toldBy("what?", side("A", "Product", "Data and AI platform, sold by use"))).toBe(
    "Product: A Data and AI platform",
  );
  expect(toldBy("where?", side("A", "Seat", "Rome, Zug (Elsewhere: Bern (2024), second-hand)"))).toBe(
    "Seat: A Rome, Zug",
  );
  const raised = "about $58B to October 2025, then $122B committed in March 2026";
  expect(toldBy("how much?", side("A", "Raised", raised))).toBe(`Raised: A ${raised}`);
  expect(toldBy("revenue in 2023?", side("A", "Revenue", "more than $40B"))).toBe("Revenue: A not said");
  expect(toldBy("where?", side("OpenAI", "Seat", "San Francisco, in an old mill"))).toBe("Seat: OpenAI San Francisco");
});

test("a text that leads on to rows stands before the first of them, and no colon dangles", () => {
  const lead: Part = { kind: "text", text: [strong("No figure for Paris."), " The nearest figures:"] };
  const rows: Part = { kind: "list", items: [{ text: ["US: 90,000"], cites: ["a/1"] }, { text: ["UK: 80,000"] }] };
  const short = shorten(reply(lead, rows));
  expect(short.parts.flatMap((part) => (part.kind === "text" ? [plain(part.text)] : []))).toEqual([
    "No figure for Paris. The nearest figures: US: 90,000; UK: 80,000",
  ]);
  expect(short.sources).toEqual([source]);
});

import { expect, test } from "vitest";
import { z } from "zod";
import { renderDiscord } from "#platforms/discord/render.ts";
import { renderSlack } from "#platforms/slack/render.ts";
import { renderText } from "#platforms/terminal/render.ts";
import { styleFor } from "#platforms/terminal/style.ts";
import { openReal } from "../real.ts";

const { say, dispatch, library } = await openReal();
const origin = { platform: "terminal", via: "command" } as const;
const compareSchema = z.object({
  subjects: z.array(z.string()).min(2),
  rows: z
    .array(
      z.object({
        aspect: z.string(),
        cells: z.array(
          z.object({ text: z.string(), known: z.boolean(), asOf: z.string().optional(), sources: z.array(z.string()) }),
        ),
      }),
    )
    .min(1),
});
const salarySchema = z.object({
  role: z.string(),
  city: z.string().nullable(),
  rows: z.array(
    z.object({
      ote: z.object({ low: z.number(), high: z.number() }).nullable(),
      currency: z.string(),
      asOf: z.string(),
      source: z.string(),
      derived: z.boolean(),
    }),
  ),
  nearest: z.array(z.object({ city: z.string() })),
});

test.each([
  ["compare hugging-face openai", ["hugging-face", "openai"]],
  ["compare hf vs open ai", ["hugging-face", "openai"]],
  ["compare OpenAI and Anthropic", ["openai", "anthropic"]],
  ["compare openai anthropic mistral databricks", ["openai", "anthropic", "mistral", "databricks"]],
  ["compare between solana, arbitrum", ["solana", "arbitrum"]],
])("“%s” aligns %j row by row", async (line, subjects) => {
  const data = compareSchema.parse((await say(line)).data);
  expect(data.subjects).toEqual(subjects);
  for (const row of data.rows) {
    expect(row.cells).toHaveLength(subjects.length);
    for (const cell of row.cells) if (cell.known) expect(cell.sources.length).toBeGreaterThan(0);
  }
});

test("no comparison table has more columns than a phone shows", async () => {
  const reply = await say("compare openai anthropic mistral databricks");
  const tables = reply.parts.filter((part) => part.kind === "table");
  expect(tables).toHaveLength(2);
  for (const table of tables) expect(table.columns.length).toBeLessThanOrEqual(3);
});

test("one aspect gives one row; an unknown aspect names those there are", async () => {
  expect(
    compareSchema.parse((await say("compare openai anthropic valuation")).data).rows.map((row) => row.aspect),
  ).toEqual(["Valuation"]);
  const refused = await say("compare openai anthropic shoe size");
  expect(refused.ok).toBe(false);
  expect(JSON.stringify(refused.parts)).toContain("valuation");
});

test.each([
  ["compare openai anthropic partnerships", "Partnerships", ["openai", "anthropic"]],
  ["compare openai anthropic risks", "Counterpoints and risks", ["openai", "anthropic"]],
  ["compare vp-sales cro kpis", "How it is measured", ["vp-sales", "chief-revenue-officer"]],
])("%s sets the whole section side by side", async (line, aspect, subjects) => {
  const data = compareSchema.parse((await say(line)).data);
  expect(data.subjects).toEqual(subjects);
  expect(data.rows.map((row) => row.aspect)).toEqual([aspect]);
  for (const cell of data.rows.flatMap((row) => row.cells)) expect(cell.text.split("; ").length).toBeGreaterThan(3);
});

test("what no row is named after is looked up for each side, and not known is said of a side without an answer", async () => {
  const { rows } = compareSchema.parse((await say("compare solana arbitrum grants")).data);
  expect(rows).toMatchObject([{ aspect: "Grants", cells: [{ known: true }, {}] }]);
  expect(rows[0]?.cells[0]?.text).toMatch(/grant/i);
});

test("the line offered for an unknown aspect works", async () => {
  for (const line of ["compare openai anthropic shoe size", "compare open-platform-v-closed-api aspect:xyzzy"]) {
    const refused = await say(line);
    const example = refused.parts
      .flatMap((part) => (part.kind === "text" ? part.text : []))
      .findLast((inline) => typeof inline !== "string" && inline.kind === "code");
    expect(refused.ok).toBe(false);
    expect((await say(typeof example === "object" && "text" in example ? example.text : "")).ok).toBe(true);
  }
});

test("what is not known is said aloud", async () => {
  const { rows } = compareSchema.parse((await say("compare openai databricks")).data);
  const unknown = rows.flatMap((row) => row.cells).filter((cell) => !cell.known);
  for (const cell of unknown) expect(cell.text).toBe("not known");
  expect(unknown.length).toBeGreaterThan(0);
});

test("a written comparison comes with its verdicts", async () => {
  const reply = await say("compare open platform v closed api");
  expect(reply.ok).toBe(true);
  expect(reply.parts).toContainEqual({ kind: "heading", text: "Verdict by situation" });
});

test("pay for a role gives dated rows; a city without a figure says so and shows the nearest", async () => {
  const all = salarySchema.parse((await say("salary cro")).data);
  expect(all.rows.length).toBeGreaterThan(0);
  const berlin = await say("salary cro berlin");
  const { rows, nearest } = salarySchema.parse(berlin.data);
  expect(rows).toEqual([]);
  expect(nearest.length).toBeGreaterThan(0);
  expect(JSON.stringify(berlin.parts)).toMatch(/No figure for .*Berlin/i);
});

test.each(["glossary mfu", "glossary what is MFU?", "glossary model flops utilization", "glossary MFUs"])(
  "“%s” finds the term",
  async (line) => {
    expect(await say(line)).toMatchObject({ ok: true, data: { term: { id: "glossary#terms/mfu" } } });
  },
);

test("a playbook's stage knows the one before and after", async () => {
  const reply = await say("playbook strategic-partnership-program stage 2");
  expect(reply.ok).toBe(true);
  const labels = reply.parts.flatMap((part) =>
    part.kind === "buttons" ? part.buttons.map((button) => button.label) : [],
  );
  expect(labels.some((label) => label.startsWith("Previous:"))).toBe(true);
  expect(labels.some((label) => label.startsWith("Next:"))).toBe(true);
});

test("a brief fits the minutes before a call: what, partners, lessons, objections, risks, questions, gaps", async () => {
  const data = z
    .object({
      blocks: z.array(z.object({ id: z.string(), items: z.array(z.unknown()) })),
    })
    .parse((await say("brief hugging-face")).data);
  expect(data.blocks.map((block) => block.id)).toEqual([
    "what",
    "partners",
    "lessons",
    "objections",
    "risks",
    "questions",
    "unknown",
  ]);
  expect(data.blocks.find((block) => block.id === "lessons")?.items).toHaveLength(3);
  expect(data.blocks.find((block) => block.id === "questions")?.items).toHaveLength(3);
});

test.each(
  library()
    .ofKind("case-study")
    .map(({ id }) => id),
)("the brief on %s is one screen: one page on every platform", async (id) => {
  const reply = await say(`brief ${id}`);
  expect(JSON.stringify(renderSlack(reply))).not.toContain("page:2");
  expect(JSON.stringify(renderDiscord(reply))).not.toContain("page:2");
  const words = renderText({ ...reply, sources: [] }, styleFor({}, {}))
    .replace(/^→.*$/gm, "")
    .split(/\s+/);
  expect(words.length).toBeLessThan(400);
});

test.each(["tools", "resources", "playbooks", "roles", "salaries", "compare"])("hub %s opens", async (name) => {
  expect((await say(`hub ${name}`)).ok).toBe(true);
});

test("every button and menu line of the library's replies answers", async () => {
  const seen = new Set<string>();
  const queue = [
    "case",
    "hub",
    "casebook help",
    "compare",
    "playbook",
    "role",
    "salary",
    "stat",
    "checklist",
    "idea",
    "brief openai",
    "case hugging-face",
    "case hugging-face related",
  ];
  while (queue.length > 0 && seen.size < 400) {
    const line = queue.shift() ?? "";
    if (seen.has(line)) continue;
    seen.add(line);
    const reply = await say(line);
    expect(reply.ok, line).toBe(true);
    for (const part of reply.parts) {
      if (part.kind === "buttons")
        queue.push(...part.buttons.flatMap((button) => ("line" in button ? [button.line] : [])));
      if (part.kind === "select") queue.push(...part.options.map((option) => option.line));
    }
  }
  expect(seen.size).toBeGreaterThan(200);
});

test("names complete while they are typed", () => {
  const complete = (command: string, option: string, typed: string, given = {}) =>
    dispatch.complete(command, option, typed, given, origin).map((choice) => choice.value);
  expect(complete("case", "study", "hugg")).toEqual(["hugging-face"]);
  expect(complete("case", "section", "less", { study: "hf" })).toContain("lessons");
  expect(complete("glossary", "term", "mf")).toContain("mfu");
  expect(complete("role", "name", "vp")).toEqual(expect.arrayContaining(["vp-partnerships", "vp-sales"]));
  expect(complete("case", "study", "")).toHaveLength(8);
});

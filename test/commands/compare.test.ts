import { expect, test } from "vitest";
import { z } from "zod";
import { type Reply, replySchema } from "#core/reply.ts";
import { openReal } from "../real.ts";

const { say } = await openReal();
const compared = z.object({
  subjects: z.array(z.string()),
  rows: z.array(z.object({ aspect: z.string(), cells: z.array(z.object({ text: z.string(), known: z.boolean() })) })),
});
const rowsOf = async (line: string) => compared.parse((await say(line)).data).rows;
const aspectsOf = async (line: string) => (await rowsOf(line)).map(({ aspect }) => aspect);
const textOf = ({ parts }: Reply) => JSON.stringify(parts);

/** The lines that a refusal offers, to read and to press. */
function offeredBy({ parts }: Reply): string[] {
  return replySchema.shape.parts.parse(parts).flatMap((part) => {
    if (part.kind === "buttons") return part.buttons.flatMap((button) => ("line" in button ? button.line : []));
    if (part.kind !== "text") return [];
    return part.text.flatMap((piece) => (typeof piece !== "string" && piece.kind === "code" ? piece.text : []));
  });
}

test.each(["compare cro vp-sales equity", "compare equity cro vp sales", "compare cro-v-vp-sales equity"])(
  "“%s” gives the row that the whole comparison has",
  async (line) => {
    const whole = await rowsOf("compare cro vp-sales");
    expect(await rowsOf(line)).toEqual(whole.filter(({ aspect }) => aspect === "Equity"));
  },
);

test.each([
  ["compare cro vp sales pay", ["On-target pay in the US", "Split of pay"]],
  ["compare cro-v-vp-sales pay", ["On-target pay in the US", "Split of pay"]],
  ["compare partner-manager bdm salary", ["Pay in the US", "Split of pay"]],
  ["compare single-cloud-v-multi-cloud cost", ["Cost of selling there"]],
  ["compare partner led v direct sales cost", ["Cost of a sale"]],
  ["compare open vs closed revenue", ["Revenue"]],
  ["compare partner-manager business-development-manager aspect:owns", ["What the role owns"]],
  ["compare partner-manager vp-partnerships pay", ["Pay"]],
])("“%s” gives the rows of that aspect, whatever the comparison calls it", async (line, aspects) => {
  expect(await aspectsOf(line)).toEqual(aspects);
});

test("four roles that a comparison is written on open it, in whatever order they are named", async () => {
  expect(await say("compare channel-director cro head-of-partnerships vp-sales")).toMatchObject({
    title: expect.stringContaining("Four revenue leaders"),
  });
});

test.each([
  "compare openai google",
  "compare openai partners",
  "compare openai sales",
  "compare openai",
  "compare cro openai",
  "compare foo bar",
  "compare partner-manager bdm xyzzy",
  "compare partner led v direct sales xyzzy",
  "compare cro vp-sales head-of-partnerships xyzzy",
  "compare all companies",
  "compare all AI companies on partners",
  "compare all roles on pay",
])("every line that “%s” offers works", async (line) => {
  const refused = await say(line);
  const lines = offeredBy(refused);
  expect(refused.ok).toBe(false);
  expect(lines.length).toBeGreaterThan(0);
  for (const offer of lines) expect(await say(offer), offer).toMatchObject({ ok: true });
});

test("beside a company companies are offered, with the aspect where it was one", async () => {
  expect(offeredBy(await say("compare openai google"))).toContain("compare openai anthropic");
  expect(offeredBy(await say("compare openai partners"))).toContain("compare openai anthropic aspect:partners");
});

test("of more than four it says that four are the most, and who was left out", async () => {
  const reply = await say("compare openai,anthropic,mistral,databricks,solana,arbitrum valuation");
  expect(compared.parse(reply.data).subjects).toEqual(["openai", "anthropic", "mistral", "databricks"]);
  expect(textOf(reply)).toContain("Four side by side are the most. Left out: Solana, Arbitrum.");
});

test("a role beside a company is refused, and two of a kind are offered", async () => {
  const reply = await say("compare cro openai");
  expect(reply.ok).toBe(false);
  expect(textOf(reply)).toContain("Chief Revenue Officer is a role, and OpenAI is a company");
});

test.each([
  [
    "compare playbook strategic-partnership-program vc-portfolio-bd",
    ["strategic-partnership-program", "vc-portfolio-bd"],
  ],
  ["compare the companies openai and anthropic", ["openai", "anthropic"]],
  ["compare the roles of cro and vp sales", ["chief-revenue-officer", "vp-sales"]],
])("words that name the kind are no aspect: “%s”", async (line, subjects) => {
  const data = compared.parse((await say(line)).data);
  expect(data.subjects).toEqual(subjects);
  expect(data.rows.flatMap(({ cells }) => cells).filter(({ known }) => !known)).toEqual([]);
});

test("a side that says nothing of the aspect is not known, and what another says is found", async () => {
  const [row] = await rowsOf("compare databricks anthropic exclusivity");
  expect(row?.cells[0]).toMatchObject({ known: false });
  expect(row?.cells[1]?.text).toMatch(/exclusiv/i);
});

test.each([
  ["compare openai and anthropic on governance", "Governance", [/Foundation, a non-profit, controls/, /trust elects/]],
  ["compare the business models of hugging face and databricks", "Business models", [/^Subscriptions/, /^Usage/]],
  ["compare hugging face and mistral on open source", "Open source", [/^Partly/, /^Partly/]],
  ["compare openai and mistral on profit", "Profit", [/net loss/, /^No figure/]],
  ["compare openai and anthropic on IPO plans", "IPO plans", [/confidential S-1/, /public S-1/]],
  ["compare openai and anthropic on pricing", "Pricing", [/Plus \$20/, /^List prices/]],
])("“%s” holds the rows against each other that tell it of each", async (line, aspect, cells) => {
  const [row] = await rowsOf(line);
  expect(row?.aspect).toBe(aspect);
  expect(row?.cells).toEqual(cells.map((text) => ({ text: expect.stringMatching(text), known: true })));
});

test("a figure of another name than was asked for says which it is", async () => {
  const shown = textOf(await say("compare openai and anthropic burn"));
  expect(shown).toContain("Net loss in 2025");
  expect(shown).toContain("Loss in 2025");
});

const listed = z.object({ list: z.object({ title: z.string(), items: z.array(z.object({ id: z.string() })) }) });

test.each([
  ["compare all companies on revenue", "Revenue, all studies, highest first", "anthropic"],
  [
    "compare all the companies on funding",
    "Funding raised, all studies, highest first (currencies not converted)",
    "openai",
  ],
  ["compare the AI labs on headcount", "Employees, AI & Machine Learning, highest first", "databricks"],
  ["compare everyone on valuation", "Valuation, all studies, highest first (currencies not converted)", "anthropic"],
  ["compare revenue across all companies", "Revenue, all studies, highest first", "anthropic"],
  ["compare companies by founding year", "Founded, all studies, oldest first", "databricks"],
  ["compare all companies aspect:revenue", "Revenue, all studies, highest first", "anthropic"],
])("“%s” gives the figure of each study, in order", async (line, title, first) => {
  const { list } = listed.parse((await say(line)).data);
  expect(list.title).toBe(title);
  expect(list.items.at(0)?.id).toMatch(new RegExp(`^${first}#`));
});

test("who asks to compare all companies is told how many fit, and by what all can be listed", async () => {
  const reply = await say("compare all companies");
  expect(reply.ok).toBe(false);
  expect(textOf(reply)).toContain("Two to four companies stand side by side");
  expect(offeredBy(reply)).toContain("compare all companies by revenue");
});

test("of what no figure tells all companies are no columns, and what to do is said", async () => {
  const reply = await say("compare all companies on partners");
  expect(textOf(reply)).toContain("“partners” is no figure that the studies give one by one");
});

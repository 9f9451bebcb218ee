import { expect, test } from "vitest";
import { z } from "zod";
import { plain } from "#core/reply.ts";
import { openReal } from "../real.ts";

const { say } = await openReal();
const dataSchema = z.object({ city: z.string().nullable(), rows: z.array(z.unknown()), nearest: z.array(z.unknown()) });

test.each([
  ["salary partner manager nyc", "Partner Manager · pay in New York"],
  ["salary vp-sales NY", "VP Sales · pay in New York"],
  ["salary nyc vp sales", "VP Sales · pay in New York"],
  ["salary partner-manager SF", "Partner Manager · pay in San Francisco"],
  ["salary partner manager in the Bay Area", "Partner Manager · pay in San Francisco"],
  ["salary cro sg", "Chief Revenue Officer · pay in Singapore"],
  ["salary cro usa", "Chief Revenue Officer · pay in the US"],
  ["salary cro United States", "Chief Revenue Officer · pay in the US"],
])("“%s”: a place is known by its short names, and written in full", async (line, title) => {
  const reply = await say(line);
  expect(reply.title).toBe(title);
  expect(dataSchema.parse(reply.data).rows.length).toBeGreaterThan(0);
});

test.each([
  ["salary cro remote", "Chief Revenue Officer · pay for remote work"],
  ["salary cro working from home", "Chief Revenue Officer · pay for remote work"],
  ["salary cro uk", "Chief Revenue Officer · pay in the UK"],
  ["salary cro berlin", "Chief Revenue Officer · pay in Berlin"],
  ["salary cro new delhi", "Chief Revenue Officer · pay in New Delhi"],
])("“%s”: a place without a figure is written as people write it", async (line, title) => {
  const reply = await say(line);
  expect(reply.title).toBe(title);
  expect(JSON.stringify(reply.parts)).toMatch(/No figure for .*CRO|No figure for Chief Revenue Officer/);
  const { rows, nearest } = dataSchema.parse(reply.data);
  expect(rows).toEqual([]);
  expect(nearest.length).toBeGreaterThan(0);
});

test.each(["salary ceo", "role ceo", "role CEO first 90 days", "salary CFO"])(
  "“%s”: another role than the ones here is not taken for one that sounds like it",
  async (line) => {
    const reply = await say(line);
    expect(reply.ok).toBe(false);
    const said = JSON.stringify(reply.parts);
    expect(said).toMatch(/no role/i);
    expect(said).not.toContain("Did you mean");
    expect(said).toContain("Partner Manager");
  },
);

test.each([
  ["role bdm pay", "Business Development Manager · pay"],
  ["role bdm salary", "Business Development Manager · pay"],
  ["role pay bdm", "Business Development Manager · pay"],
  ["role partner manager compensation in nyc", "Partner Manager · pay in New York"],
])("“%s” leads to the pay of the role", async (line, title) => {
  expect(await say(line)).toMatchObject({ ok: true, title });
});

test.each(["salary chief technology officer", "role chief executive officer", "salary chief of staff"])(
  "“%s”: a word of a role's name among others is not that role",
  async (line) => {
    const reply = await say(line);
    expect(reply.ok).toBe(false);
    expect(JSON.stringify(reply.parts)).toContain("There is no role called");
  },
);

test.each([
  ["salary vp-sales OTE per month", "VP Sales · pay", "US"],
  ["salary how much does a vp sales make", "VP Sales · pay", "US"],
  ["salary what is the pay of a vp sales in new york?", "VP Sales · pay in New York", "New York"],
  ["salary vp-sales New York, US", "VP Sales · pay in New York", "New York"],
  ["salary cro series b", "Chief Revenue Officer · pay at the level “series b”", "series B"],
  ["salary vp-sales austin vs new york", "VP Sales · pay in Austin and in New York", "Austin"],
  ["salary singapore", "Pay in Singapore", "Chief Revenue Officer"],
  ["salary london", "Pay in London", "No figure in London yet"],
])("“%s”: what stands beside the role is no place by itself", async (line, title, says) => {
  const reply = await say(line);
  expect(reply).toMatchObject({ ok: true, title });
  expect(JSON.stringify(reply.parts)).toContain(says);
});

test("of two places the one without a figure is told, and the other's figures are shown", async () => {
  const reply = await say("salary vp-sales london vs new york");
  expect(JSON.stringify(reply.parts)).toMatch(/No figure for [^"]*London/);
  expect(dataSchema.parse(reply.data)).toMatchObject({ city: "London, New York", nearest: [] });
  expect(dataSchema.parse(reply.data).rows).toHaveLength(1);
});

test("a level that no figure has is told, with the figures there are", async () => {
  const reply = await say("salary senior vp sales");
  expect(JSON.stringify(reply.parts)).toContain("No figure for VP Sales at the level “senior”.");
  expect(dataSchema.parse(reply.data)).toMatchObject({ city: null, rows: [] });
});

test.each([
  ["salary vp-sales $200k", /“\$200k” is no place and no level/],
  ["salary vp-sales 2024", /“2024” is no place and no level/],
  ["salary vp-sales in euros", /currency it was published in/],
  ["salary vp-sales and cro", /one role at a time/],
  ["salary vp-sales vs cro", /one role at a time/],
])("“%s”: says what is wrong, and every example works", async (line, says) => {
  const reply = await say(line);
  expect(reply.ok).toBe(false);
  const said = reply.parts.flatMap((part) => (part.kind === "text" ? [plain(part.text)] : [])).join("\n");
  expect(said).toMatch(says);
  const examples = (/This works: (.*)$/m.exec(said)?.[1] ?? "").split(", ");
  for (const example of examples) expect(await say(example), example).toMatchObject({ ok: true });
});

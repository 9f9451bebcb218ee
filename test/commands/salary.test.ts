import { expect, test } from "vitest";
import { z } from "zod";
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

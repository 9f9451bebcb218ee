import { expect, test } from "vitest";
import { z } from "zod";
import { writeTemplate } from "#content/template.ts";
import { replySchema } from "#core/reply.ts";
import { folderWith } from "../content/small-library.ts";
import { openReal } from "../real.ts";

const { say, library } = await openReal();
const dataSchema = z.object({
  study: z.string(),
  section: z.string(),
  items: z
    .array(z.object({ id: z.string(), text: z.string(), asOf: z.string().optional(), sources: z.array(z.string()) }))
    .min(1),
});

test("lessons come with id, date and sources that the reply lists", async () => {
  const reply = await say("case hugging-face lessons");
  const { study, section, items } = dataSchema.parse(reply.data);
  expect([study, section]).toEqual(["hugging-face", "lessons"]);
  expect(items.length).toBeGreaterThanOrEqual(7);
  const listed = new Set(reply.sources.map((source) => source.id));
  for (const item of items) {
    expect(item.id).toMatch(/^hugging-face#lessons\/\d+$/);
    expect(item.sources.length).toBeGreaterThan(0);
    for (const source of item.sources) expect(listed.has(source), source).toBe(true);
  }
});

test.each([
  "case hugging face lessons",
  "/CASE HF Lessons",
  "case lessons hugging-face",
  "case lessons of hugging face please",
  "case huging-face lesson",
  "case study=hugging-face section=lessons",
  "case “hugging face” lessons",
  "casebook case hugging-face lessons",
  "please show me the case hugging-face lessons",
  "case hugging-face lessons 🙏",
])("“%s” is understood", async (line) => {
  expect((await say(line)).data).toMatchObject({ study: "hugging-face", section: "lessons" });
});

const sections = [
  "summary",
  "takeaways",
  "glance",
  "why",
  "timeline",
  "metrics",
  "partnerships",
  "lessons",
  "risks",
  "faq",
  "sources",
  "related",
];
const studies = library()
  .ofKind("case-study")
  .map((entry) => entry.id);

test.each(studies)("%s has every part, and each opens", async (study) => {
  for (const section of sections)
    expect(dataSchema.parse((await say(`case ${study} ${section}`)).data), section).toMatchObject({ study, section });
});

test("analytic sections open by a prefix of their heading", async () => {
  const prose =
    library()
      .entry("hugging-face")
      ?.sections.filter((section) => section.form === "prose" && !["summary", "why"].includes(section.id)) ?? [];
  expect(prose.length).toBeGreaterThanOrEqual(5);
  for (const section of prose)
    expect((await say(`case hugging-face ${section.title}`)).data).toMatchObject({ section: section.id });
});

test("no study gives the list by niche with a menu", async () => {
  const reply = await say("case");
  expect(reply.parts.filter((part) => part.kind === "heading").map((part) => part.text)).toEqual([
    "AI & Machine Learning",
    "Blockchain & Web3",
  ]);
  expect(reply.parts.find((part) => part.kind === "select")).toMatchObject({
    options: expect.arrayContaining([{ label: "Hugging Face", line: "case hugging-face" }]),
  });
});

test.each([
  ["case web3", "case-study", ["arbitrum", "solana", "worldcoin"]],
  ["case ai", "case-study", ["anthropic", "databricks", "hugging-face", "mistral", "openai"]],
])("“%s” lists a niche", async (line, _, ids) => {
  const { studies: listed } = z
    .object({ studies: z.array(z.object({ id: z.string() })) })
    .parse((await say(line)).data);
  expect(listed.map(({ id }) => id).sort()).toEqual(ids);
});

test("an unknown study offers the nearest and a line that works", async () => {
  const reply = await say("case hugsface lessons");
  expect(reply.ok).toBe(false);
  const text = JSON.stringify(reply.parts);
  expect(text).toContain("hugsface");
  expect(text).toContain("case ");
});

test("an unknown section offers the sections of that study", async () => {
  const reply = await say("case solana xyzzy-badly");
  expect(reply.ok).toBe(false);
  expect(JSON.stringify(reply.parts)).toMatch(/section of Solana/);
});

test("every fact of every section of a study says when it was true", async () => {
  for (const study of studies) {
    const sections = library().entry(study)?.sections ?? [];
    expect(sections.length).toBeGreaterThan(4);
    for (const { id } of sections) {
      const { items } = dataSchema.parse((await say(`case ${study} ${id}`)).data);
      expect(items.length, `${study} ${id}`).toBeGreaterThan(0);
      for (const item of items) expect(item.asOf, item.id).toMatch(/^\d{4}/);
    }
  }
});

test("a casebook without case studies says so", async () => {
  const folder = await folderWith({});
  await writeTemplate(folder, "role", "partner-manager");
  const reply = replySchema.parse(await (await openReal({ CONTENT_DIR: folder })).say("case"));
  expect(reply.parts).toEqual([{ kind: "text", text: ["The casebook has no case studies yet."] }]);
});

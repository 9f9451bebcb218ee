import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { plain, type Reply } from "#core/reply.ts";
import { openReal } from "../real.ts";

let say: (line: string) => Promise<Reply>;
beforeAll(async () => {
  ({ say } = await openReal());
});

/** What others rely on in `--as json`. */
const resultData = z.object({
  score: z.number(),
  tier: z.string(),
  dimensions: z.array(z.object({ name: z.string(), score: z.number() })).length(4),
  actions: z.array(z.object({ text: z.string(), source: z.string().min(1), asOf: z.string() })),
});

const words = (reply: Reply) =>
  [
    reply.title,
    ...reply.parts.flatMap((part) =>
      part.kind === "text" ? [plain(part.text)] : part.kind === "list" ? part.items.map(({ text }) => plain(text)) : [],
    ),
  ].join("\n");
const linesOf = (reply: Reply): string[] =>
  reply.parts.flatMap((part) => {
    if (part.kind === "select") return part.options.map(({ line }) => line);
    return part.kind === "buttons" ? part.buttons.flatMap((button) => ("line" in button ? [button.line] : [])) : [];
  });

const complete = "readiness 3 2 1 2 2 1 3 2 1 2 1 1";

describe("the questions", () => {
  test("come one at a time, with five anchored answers and progress", async () => {
    const reply = await say("readiness 3 2 4");
    expect(reply.title).toBe("Question 4 of 12: talent and operating model");
    expect(words(reply)).toContain("■■■□□□□□□□□□ 3 of 12 answered");
    expect(linesOf(reply)).toEqual([
      "readiness 3 2 4 0",
      "readiness 3 2 4 1",
      "readiness 3 2 4 2",
      "readiness 3 2 4 3",
      "readiness 3 2 4 4",
      "readiness 3 2",
    ]);
    expect(reply.data).toMatchObject({ answers: [3, 2, 4], answered: 3, question: { number: 4, of: 12 } });
    expect(words(reply)).toContain("readiness 3 2 4 goes on from here");
  });

  test("clicked from the first to the last lead to a score", async () => {
    let reply = await say("readiness");
    for (let clicks = 0; clicks < 12; clicks++) {
      expect(reply.title).toContain(`Question ${clicks + 1} of 12`);
      const [, second = ""] = linesOf(reply);
      reply = await say(second);
    }
    expect(resultData.parse(reply.data)).toMatchObject({ score: 25, tier: "Exploring" });
  });

  test("the first has no way back", async () => {
    expect(linesOf(await say("readiness"))).toHaveLength(5);
  });
});

describe("the result", () => {
  test("shows score, tier, dimensions weakest first, and three next steps each with its source", async () => {
    const reply = await say(complete);
    const data = resultData.parse(reply.data);
    expect(data.tier).toBe("Exploring");
    expect(data.score).toBeCloseTo(43.75, 6);
    expect(data.dimensions[0]?.name).toBe("Security and governance");
    expect(data.actions).toHaveLength(3);
    const chart = reply.parts.find((part) => part.kind === "chart");
    expect(chart).toMatchObject({ type: "bar", highlight: 0, categories: data.dimensions.map(({ name }) => name) });
    const steps = reply.parts.find((part) => part.kind === "list");
    for (const step of steps?.kind === "list" ? steps.items : []) expect(step.cites?.length).toBeGreaterThan(0);
    for (const id of reply.parts
      .flatMap((part) => (part.kind === "list" ? part.items : []))
      .flatMap(({ cites }) => cites ?? []))
      expect(reply.sources.map((source) => source.id)).toContain(id);
  });

  test("compares with dated surveys", async () => {
    const reply = await say(complete);
    expect(words(reply)).toMatch(/Cisco AI Readiness Index 2025: 13 % Pacesetters/);
    expect(words(reply)).toMatch(/MIT CISR/);
    for (const { asOf } of reply.parts.flatMap((part) => (part.kind === "list" ? part.items : [])))
      expect(asOf).toBeTruthy();
  });

  test("is capped by a weak dimension, and says so", async () => {
    const reply = await say("readiness 444444444111");
    expect(words(reply)).toContain("The score alone would be Scaling, but security and governance is at 25, below 40");
    expect(resultData.parse(reply.data).tier).toBe("Piloting");
  });

  test("lets any answer be changed without losing the others", async () => {
    const change = linesOf(await say(complete)).find((line) => line.endsWith("change:4")) ?? "";
    expect(change).toBe(`${complete} change:4`);
    const reply = await say(change);
    expect(reply.title).toContain("Question 4 of 12");
    expect(linesOf(reply)[4]).toBe("readiness 3 2 1 4 2 1 3 2 1 2 1 1");
    expect(linesOf(reply).at(-1)).toBe(complete);
  });

  test.each([
    "readiness 3,2,1,2,2,1,3,2,1,2,1,1",
    "readiness 321221321211",
    "readiness answers: 3 2 1 2 2 1 3 2 1 2 1 1",
    "readiness answers:321221321211",
  ])("%s says the same", async (line) => {
    expect((await say(line)).data).toEqual((await say(complete)).data);
  });

  test("every button and choice answers", async () => {
    for (const line of linesOf(await say(complete))) expect((await say(line)).ok, line).toBe(true);
  });
});

describe("a line that cannot be answered", () => {
  test.each([
    ["readiness 3 5", /“5” is no answer/],
    ["readiness 3 -1", /“-1” is no answer/],
    ["readiness yes", /“yes” is no answer/],
    ["readiness 1 1 1 1 1 1 1 1 1 1 1 1 1", /12 questions, and this line has 13/],
    ["readiness 3 2 change:9", /no answer 9 to change/],
    ["readiness change:1", /no answer to change yet/],
  ])("%s: says what is wrong, and its example works", async (line, says) => {
    const reply = await say(line);
    expect(reply.ok).toBe(false);
    expect(words(reply)).toMatch(says);
    const example = /This works: (readiness[^,\n]*)/.exec(words(reply))?.[1] ?? "";
    expect((await say(example)).ok, example).toBe(true);
  });
});

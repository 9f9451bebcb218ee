import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { readScorecard, scoreAnswers } from "#calc/readiness/scorecard.ts";
import { plain, type Reply } from "#core/reply.ts";
import { comparison } from "#present/readiness/history.ts";
import { shownScore } from "#present/readiness/result.ts";
import { openReal } from "../real.ts";

let say: (line: string) => Promise<Reply>;
let dispatch: Awaited<ReturnType<typeof openReal>>["dispatch"];
let store: Awaited<ReturnType<typeof openReal>>["store"];
let library: Awaited<ReturnType<typeof openReal>>["library"];
beforeAll(async () => {
  ({ say, dispatch, store, library } = await openReal());
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
      "readiness stop",
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

  test("shows whole scores, the nearest that does not reach another tier or the cap", async () => {
    const reply = await say(complete);
    expect(reply.title).toBe("AI readiness: 44 of 100, Exploring");
    const chart = reply.parts.find((part) => part.kind === "chart");
    expect(chart?.kind === "chart" && chart.series[0]?.values).toEqual([33, 42, 50, 50]);
    const card = readScorecard(library().records.assumptions.get("readiness")?.rows ?? []);
    const shown = [24.9, 25, 39.9, 44.6, 66.67, 100].map((score) => shownScore(score, card));
    expect(shown).toEqual([24, 25, 39, 44, 67, 100]);
  });

  test("compares with dated surveys", async () => {
    const reply = await say(complete);
    expect(words(reply)).toMatch(/Cisco AI Readiness Index 2025: 13% Pacesetters/);
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

describe("what is kept", () => {
  const at = (asker: string, workspace = "T1") => {
    const origin = { platform: "slack", via: "command", workspace, channel: "C1", asker } as const;
    return (line: string) => dispatch.run(dispatch.read(line, origin));
  };

  test("somebody who stops goes on where they were, alone", async () => {
    const ann = at("U-stop");
    await ann("readiness 3 2 4");
    const reply = await ann("readiness");
    expect(reply.title).toContain("Question 4 of 12");
    expect(words(reply)).toContain("You stopped here");
    expect((await at("U-other")("readiness")).title).toContain("Question 1 of 12");
    expect((await at("U-stop", "T2")("readiness")).title).toContain("Question 1 of 12");
    expect((await ann("readiness stop")).data).toEqual({ answered: 3, of: 12 });
    expect((await ann("readiness go on")).title).toContain("Question 4 of 12");
    expect(linesOf(await ann("readiness 3")).slice(-2)).toEqual(["readiness new", "readiness stop"]);
    expect((await ann("readiness new")).title).toContain("Question 1 of 12");
    expect((await ann("readiness")).title).toContain("Question 1 of 12");
  });

  test("a finished scorecard comes back, is compared with the quarter before, and its history is its owner's", async () => {
    const person = { platform: "slack", workspace: "T1", asker: "U-history" };
    const { scorecards } = await store();
    await scorecards.finish(person, "2026-05-12", Array<number>(12).fill(0), 1);
    await scorecards.finish(person, "2026-08-12", Array<number>(12).fill(1), 1);
    const ann = at("U-history");
    const reply = await ann("readiness 2 2 2 2 2 2 2 2 2 2 2 2");
    expect(words(reply)).toMatch(/Since 12 Aug 2026: score 25 → 50 \(\+25\)/);
    expect(words(await ann("readiness"))).toMatch(/Your scorecard of .*, kept for you alone/);
    const history = await ann("readiness history");
    const scores = z.object({ history: z.array(z.object({ day: z.string(), score: z.number() })) });
    expect(scores.parse(history.data).history.map(({ score }) => score)).toEqual([0, 25, 50]);
    expect(history.parts.some((part) => part.kind === "chart")).toBe(true);
    expect(scores.parse((await at("U-else")("readiness history")).data).history).toEqual([]);
    expect((await ann("casebook forget-me")).data).toEqual({ deleted: 3 });
    expect(scores.parse((await ann("readiness history")).data).history).toEqual([]);
  });

  test("the change that is told is the one between the scores that are shown", async () => {
    const card = readScorecard(library().records.assumptions.get("readiness")?.rows ?? []);
    const answers = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(answers, answers, (now, before) => {
        const part = comparison(scoreAnswers(now, card), { day: "2026-08-12", answers: before }, card);
        const said = part.kind === "text" ? plain(part.text) : "";
        const [, from, to, change = ""] = /score (\d+) → (\d+) \(([^)]+)\)/.exec(said) ?? [];
        const told = change === "no change" ? 0 : Number(change.replace("−", "-"));
        expect(told, said).toBe(Number(to) - Number(from));
      }),
      { numRuns: 500 },
    );
  });

  test("while the database is away a scorecard goes on, and says that nothing is kept", async () => {
    const gone = await openReal();
    await (await gone.store()).close();
    const origin = { platform: "slack", via: "command", workspace: "T1", channel: "C1", asker: "U-away" } as const;
    const ann = (line: string) => gone.dispatch.run(gone.dispatch.read(line, origin));
    expect((await ann("readiness")).title).toContain("Question 1 of 12");
    expect((await ann("readiness 3 2 4")).title).toContain("Question 4 of 12");
    const result = await ann(complete);
    expect(result.title).toMatch(/^AI readiness/);
    expect(words(result)).toContain("could not be kept just now");
  });

  test("a shared result shows no answers, and turning its page keeps nothing for whoever turns it", async () => {
    const answers = "4 0 2 2 2 3 2 2 1 2 2 2";
    const shared = await at("U-share")(`readiness ${answers} share`);
    expect(shared.shared).toBe(true);
    const seen = JSON.stringify([shared.title, shared.parts]);
    expect(seen).not.toContain(answers);
    expect(seen).not.toMatch(/\d of 4\)/);
    expect(shared.parts.some((part) => part.kind === "select")).toBe(false);
    await at("U-turns")(`readiness ${answers} page:2`);
    expect((await at("U-turns")("readiness history")).data).toEqual({ history: [] });
    expect((await at("U-share")("readiness history")).data).toMatchObject({ history: [{}] });
  });

  test("a shared result's next steps are the same from whatever answer they lead on", async () => {
    const stepsOf = async (answer: number) => {
      const shared = await at(`U-even-${answer}`)(`readiness ${Array(12).fill(answer).join(" ")} share:yes`);
      return shared.parts.find((part) => part.kind === "list" && part.ordered);
    };
    const steps = await stepsOf(0);
    expect(JSON.stringify(steps)).toContain("Name an owner and open one interface");
    for (const answer of [1, 2, 3]) expect(await stepsOf(answer)).toEqual(steps);
  });

  test("a team's result shows levels and splits from five people on, and nobody's answers", async () => {
    const team = { members: z.int(), needed: z.int() };
    await at("U1", "T-team")("readiness 4 0 2 2 2 2 2 2 2 2 2 2");
    await at("U2", "T-team")("readiness 1 0 2 2 2 2 2 2 2 2 2 2");
    await at("U3", "T-team")("readiness 1 0 2 2 2 2 2 2 2 2 2 4");
    await at("U4", "T-other")("readiness 4 4 4 4 4 4 4 4 4 4 4 4");
    await at("U5", "T-team")("readiness 3 0 2 2 2 2 2 2 2 2 2 4");
    const four = await at("U4", "T-team")("readiness team");
    expect(z.object(team).parse(four.data)).toEqual({ members: 4, needed: 5 });
    expect(words(four)).toContain("from 5 people on");
    await at("U6", "T-team")("readiness 3 0 2 2 2 2 2 2 2 2 2 4");
    const five = await at("U4", "T-team")("readiness team");
    expect(five.data).toMatchObject({ members: 5 });
    const { agreement, score } = z
      .object({ score: z.number(), agreement: z.array(z.object({ level: z.string(), split: z.boolean() })) })
      .parse(five.data);
    expect(agreement.map(({ level, split }) => `${level}${split ? ", split" : ""}`)).toEqual([
      "high, split",
      "low",
      ...Array.from({ length: 9 }, () => "middle"),
      "high",
    ]);
    expect(score).toBeCloseTo(52.08, 1);
    expect(five.title).toMatch(/of 5 people: about 52 of 100/);
    expect(words(five)).toMatch(/Data access: two or more answer 0 or 1, two or more 3 or 4\./);
    expect(JSON.stringify(five)).not.toMatch(/U1|U2|U3|4 0 2 2/);
    const direct = { platform: "discord", via: "command", channel: "D1", asker: "U9" } as const;
    expect((await dispatch.run(dispatch.read("readiness team", direct))).data).toMatchObject({ members: 0 });
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
    ["readiness histroy", /Did you mean readiness history/],
  ])("%s: says what is wrong, and its example works", async (line, says) => {
    const reply = await say(line);
    expect(reply.ok).toBe(false);
    expect(words(reply)).toMatch(says);
    const example = /This works: (readiness[^,\n]*)/.exec(words(reply))?.[1] ?? "";
    expect((await say(example)).ok, example).toBe(true);
  });
});

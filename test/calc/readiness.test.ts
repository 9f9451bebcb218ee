import fc from "fast-check";
import { expect, test } from "vitest";
import { readAnswers } from "#calc/readiness/answers.ts";
import { readScorecard, scoreAnswers } from "#calc/readiness/scorecard.ts";
import { fewestMembers, scoreTeam } from "#calc/readiness/team.ts";
import { rowsOf } from "./rows.ts";

const card = readScorecard(rowsOf("readiness"));
const answersArbitrary = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 12, maxLength: 12 });
const all = (answer: number) => Array.from({ length: 12 }, () => answer);

test("there are twelve questions, three a dimension, each with five anchors and a next step", () => {
  expect(card.questions).toHaveLength(12);
  expect(card.dimensions.map(({ weight }) => weight).reduce((a, b) => a + b)).toBe(100);
  for (const { id } of card.dimensions)
    expect(card.questions.filter(({ dimension }) => dimension === id)).toHaveLength(3);
  for (const question of card.questions) {
    expect(question.anchors).toHaveLength(5);
    expect(card.actions.get(question.row.id)?.sources.length).toBeGreaterThan(0);
  }
});

test.each([
  [0, 0, "Not Ready"],
  [1, 25, "Exploring"],
  [2, 50, "Piloting"],
  [3, 75, "Scaling"],
  [4, 100, "AI-Native"],
])("answering %d throughout scores %d: %s", (answer, score, tier) => {
  expect(scoreAnswers(all(answer), card)).toMatchObject({ score, tier: { name: tier }, cappedFrom: undefined });
});

test("the score is the mean of the dimensions by weight, worked by hand", () => {
  // Data 3+2+1 = 50 × 30, talent 2+2+1 = 41.7 × 25, use cases 3+2+1 = 50 × 20, security 2+1+1 = 33.3 × 25.
  const { score, dimensions } = scoreAnswers([3, 2, 1, 2, 2, 1, 3, 2, 1, 2, 1, 1], card);
  expect(score).toBeCloseTo(0.3 * 50 + 0.25 * (500 / 12) + 0.2 * 50 + 0.25 * (400 / 12), 9);
  expect(dimensions.map(({ dimension }) => dimension.id)[0]).toBe("security");
});

test("a dimension below 40 keeps the tier at Piloting, and says what it would have been", () => {
  const result = scoreAnswers([4, 4, 4, 4, 4, 4, 4, 4, 4, 1, 1, 1], card);
  expect(result.score).toBeCloseTo(81.25, 9);
  expect(result).toMatchObject({ tier: { name: "Piloting" }, cappedFrom: { name: "Scaling" } });
  expect(scoreAnswers([4, 4, 4, 4, 4, 4, 4, 4, 4, 2, 2, 1], card).cappedFrom).toBeUndefined();
});

test("a better answer never lowers the score or the tier", () => {
  const place = (name: string) => card.tiers.findIndex((tier) => tier.name === name);
  fc.assert(
    fc.property(answersArbitrary, fc.integer({ min: 0, max: 11 }), (answers, at) => {
      const better = answers.map((answer, i) => (i === at ? Math.min(4, answer + 1) : answer));
      const [before, after] = [scoreAnswers(answers, card), scoreAnswers(better, card)];
      expect(after.score).toBeGreaterThanOrEqual(before.score - 1e-9);
      expect(place(after.tier.name)).toBeGreaterThanOrEqual(place(before.tier.name));
    }),
  );
});

test("the next steps begin with the weakest dimension when it is below the cap, and leave out what is done", () => {
  const weak = scoreAnswers([4, 4, 4, 4, 4, 4, 0, 0, 1, 4, 4, 4], card);
  expect(weak.steps.map(({ question }) => question.dimension)).toEqual(["use-cases", "use-cases", "use-cases"]);
  expect(scoreAnswers(all(4), card).steps).toEqual([]);
  fc.assert(
    fc.property(answersArbitrary, (answers) => {
      const { steps, dimensions, score } = scoreAnswers(answers, card);
      expect(steps).toHaveLength(Math.min(3, answers.filter((answer) => answer < 4).length));
      expect(steps.every(({ answer }) => answer < 4)).toBe(true);
      expect(dimensions.map((one) => one.score)).toEqual(dimensions.map((one) => one.score).toSorted((a, b) => a - b));
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(100);
    }),
  );
});

test("with no dimension below the cap, the next steps are those that lift the score most", () => {
  // Lifts: one step of data's 30, two of the use cases' 20, two of security's 25.
  const { steps } = scoreAnswers([3, 4, 4, 4, 4, 4, 2, 4, 4, 4, 4, 2], card);
  expect(steps.map(({ question }) => question.dimension)).toEqual(["security", "use-cases", "data"]);
});

test.each([0, 1, 2, 3])("where every answer is %d, the next steps are of three dimensions", (answer) => {
  const { steps } = scoreAnswers(all(answer), card);
  expect(new Set(steps.map(({ question }) => question.dimension)).size).toBe(3);
});

test("a step leads from the answer given up: what is done is not advised again", () => {
  const access = (answer: number) => scoreAnswers([answer, ...all(4).slice(1)], card).steps[0];
  expect(access(1)).toMatchObject({ title: "Name an owner and open one interface" });
  expect(access(3)).toMatchObject({
    title: "Data access: one level up",
    text: "The next level is “Yes, and access improves from use figures”.",
    action: { name: "Name an owner and open one interface" },
  });
  for (const question of card.questions) {
    const reaches = card.actions.get(question.row.id)?.attributes.reaches;
    expect([1, 2, 3, 4], question.row.id).toContain(reaches);
  }
});

const levelOf = (...answers: number[]) => {
  const [first] = scoreTeam(answers.map(all), card).agreement;
  return `${first?.level}${first?.split ? ", split" : ""}`;
};

test.each<[string, readonly number[]]>([
  ["low", [0, 1, 1, 2, 4]],
  ["high", [4, 3, 3, 2, 0]],
  ["middle", [2, 2, 2, 2, 2]],
  ["middle", [0, 1, 2, 2, 3]],
  ["middle, split", [0, 1, 2, 3, 4]],
  ["middle, split", [0, 0, 0, 4, 4, 4]],
  ["high, split", [0, 0, 4, 4, 4]],
])(
  "a question's level is what more than half answer, split where two stand at each end: %s for %j",
  (level, answers) => {
    expect(levelOf(...answers)).toBe(level);
  },
);

/** Every team of so many, each member answering all questions alike; the order of members makes no difference. */
const teamsOf = (size: number, least = 0): number[][] =>
  size === 0
    ? [[]]
    : [0, 1, 2, 3, 4]
        .filter((answer) => answer >= least)
        .flatMap((answer) => teamsOf(size - 1, answer).map((others) => [answer, ...others]));

/** Fewest answers that stay possible for another member to somebody who has seen the result with each answer of their own. */
function leftOpen(members: number): number {
  const possible = new Map<string, Set<number>>();
  for (const others of teamsOf(members - 1)) {
    const seen = [0, 1, 2, 3, 4].map((own) => scoreTeam([own, ...others].map(all), card));
    const open = possible.get(JSON.stringify(seen)) ?? new Set();
    for (const answer of others) open.add(answer);
    possible.set(JSON.stringify(seen), open);
  }
  return Math.min(...[...possible.values()].map((open) => open.size));
}

test.each([fewestMembers, 6, 7, 8])(
  "whatever a member of a team of %i answers, three answers stay possible for everybody else",
  (members) => {
    expect(leftOpen(members)).toBeGreaterThanOrEqual(3);
  },
);

test("a smaller team would tell more", () => {
  expect(leftOpen(fewestMembers - 1)).toBeLessThan(3);
});

test("a team's result tells 0 from 1 and 3 from 4 for nobody, and has no names or order of members", () => {
  const other = new Map([
    [0, 1],
    [1, 0],
    [3, 4],
    [4, 3],
  ]);
  fc.assert(
    fc.property(fc.array(answersArbitrary, { minLength: 1, maxLength: 8 }), (members) => {
      const result = scoreTeam(members, card);
      const turned = members.toReversed().map((answers) => answers.map((answer) => other.get(answer) ?? answer));
      expect(scoreTeam(turned, card)).toEqual(result);
      const splits = result.agreement.map(({ split }) => Number(split));
      expect(splits).toEqual(splits.toSorted((a, b) => b - a));
    }),
  );
});

test("a team's score is about the mean of its members' scores, and that of its levels exactly", () => {
  const team = [all(1), all(1), all(1), all(3), all(3)];
  expect(scoreTeam(team, card)).toMatchObject({ members: 5, result: { score: 25 } });
  expect(scoreTeam([...team, all(3)], card)).toMatchObject({ members: 6, result: { score: 50 } });
});

test.each<[string, ReturnType<typeof readAnswers>]>([
  ["", { answers: [] }],
  ["3 2 4", { answers: [3, 2, 4] }],
  ["3,2, 4", { answers: [3, 2, 4] }],
  ["324", { answers: [3, 2, 4] }],
  ["3 5", { wrong: "5", before: [3] }],
  ["3 -1", { wrong: "-1", before: [3] }],
  ["3 24", { wrong: "24", before: [3] }],
  ["yes", { wrong: "yes", before: [] }],
  ["3.5", { wrong: "3.5", before: [] }],
  ["3-2-4", { answers: [3, 2, 4] }],
  ["3 - 2 and 4.", { answers: [3, 2, 4] }],
  ["3|2|4", { answers: [3, 2, 4] }],
  ["321 241", { answers: [3, 2, 1, 2, 4, 1] }],
  ["3 10 2", { wrong: "10", before: [3] }],
  ["32 12", { wrong: "32", before: [] }],
  ["3/2/4", { answers: [3, 2, 4] }],
  ["3/4 2/4, 1/4", { answers: [3, 2, 1] }],
  ["3 of 4, 2 out of 4", { answers: [3, 2] }],
  ["1: 3, 2: 2", { answers: [3, 2] }],
  ["1) 3 2) 2 3) 4", { answers: [3, 2, 4] }],
  ["2: 3, 1: 2", { wrong: "2:", before: [] }],
  ["2.5 3", { wrong: "2.5", before: [] }],
])("answers typed as %j", (typed, read) => {
  expect(readAnswers(typed, 4)).toEqual(read);
});

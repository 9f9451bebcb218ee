import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomFrom } from "#calc/random.ts";
import { type BusinessCase, breakEvenHours, flowOf, labourAYear, linesOf, rampShare } from "#calc/roi/business-case.ts";
import { type CashFlow, costOfWaiting, cumulative, netOf, payback, waitingLoss, worthOf } from "#calc/roi/cash-flow.ts";
import { simulate, swingsOf, triangular } from "#calc/roi/simulation.ts";
import { readRoiLine } from "#calc/roi-line/read.ts";
import { faster, growth } from "../growth.ts";

const example: CashFlow = { costs: [100_000, 60_000, 60_000, 60_000], benefits: [0, 90_000, 150_000, 180_000] };

describe("worth", () => {
  test("of the worked example: NPV 91,811, ROI 36.8 %, payback after 21.3 and 23.7 months", () => {
    const worth = worthOf(example, 0.1);
    expect(worth.pvCosts).toBeCloseTo(249_211, 0);
    expect(worth.pvBenefits).toBeCloseTo(341_022, 0);
    expect(worth.npv).toBeCloseTo(91_811, 0);
    expect(worth.roi).toBeCloseTo(0.368, 3);
    expect(worth.paybackMonths).toBeCloseTo(12 + (12 * 70) / 90, 6);
    expect(worth.discountedPaybackMonths).toBeCloseTo(23.7, 1);
    expect(cumulative(netOf(example), 0.1).slice(1, 3).map(Math.round)).toEqual([-72_727, 1653]);
  });

  test("a page that prints 199K for 600K at the start and 500K a year at 12 % is wrong: it is 601K", () => {
    const flow = { costs: [600_000, 0, 0, 0], benefits: [0, 500_000, 500_000, 500_000] };
    expect(worthOf(flow, 0.12).npv).toBeCloseTo(600_916, 0);
  });

  test("a published study's totals hold together: 17.1M of costs and 36.8M of benefits are 115 %", () => {
    const flow = { costs: [17.1e6], benefits: [36.8e6] };
    expect(worthOf(flow, 0.1).npv).toBeCloseTo(19.7e6, -4);
    expect(worthOf(flow, 0.1).roi).toBeCloseTo(1.152, 2);
  });

  test("time 0 is not discounted, and every later year is worth less the higher the rate", () => {
    fc.assert(
      fc.property(arbitraryFlow(), fc.double({ min: 0.01, max: 0.5, noNaN: true }), (flow, rate) => {
        expect(worthOf({ costs: flow.costs.slice(0, 1), benefits: [0] }, rate).pvCosts).toBe(flow.costs[0]);
        expect(worthOf(flow, rate).pvBenefits).toBeLessThanOrEqual(worthOf(flow, 0).pvBenefits + 1e-6);
      }),
    );
  });

  test("payback lies where the running sum comes back to zero, and discounting never shortens it", () => {
    fc.assert(
      fc.property(arbitraryFlow(), (flow) => {
        const { paybackMonths: simple, discountedPaybackMonths: discounted } = worthOf(flow, 0.1);
        const sums = cumulative(netOf(flow), 0);
        if (simple === undefined) expect(sums.at(-1)).toBeLessThan(0);
        else if (simple > 0) {
          const year = Math.floor(simple / 12);
          const [before = 0, after = 0] = [sums[year], sums[year + 1]];
          expect(before + (after - before) * (simple / 12 - year)).toBeCloseTo(0, 4);
        }
        if (
          discounted !== undefined &&
          flow.benefits.every((benefit, year) => year === 0 || benefit >= (flow.costs[year] ?? 0))
        )
          expect(simple ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(discounted + 1e-9);
      }),
    );
  });

  test("what never owed pays back at once", () => {
    expect(payback([0, 5, 3])).toBe(0);
    expect(payback([-1, -2])).toBeUndefined();
  });
});

describe("waiting", () => {
  test("six months of the worked example cost 60,000 by the window and 4,273 by time value", () => {
    const [window, time] = costOfWaiting(example, 0.1);
    expect((window?.usdPerMonth ?? 0) * 6).toBe(60_000);
    expect(window?.definition).toBe("window");
    expect(waitingLoss(worthOf(example, 0.1).npv, 0.1, 6)).toBeCloseTo(4273, 0);
    expect(time?.usdPerMonth).toBeCloseTo(91_811 * (1 - 1.1 ** (-1 / 12)), 0);
  });
});

describe("a business case", () => {
  const input: BusinessCase = {
    people: 120,
    hours: 2,
    hourly: 75,
    weeks: 46,
    adoption: 0.65,
    ramp: 6,
    realised: 0.5,
    savings: 10_000,
    revenue: 100_000,
    margin: 0.4,
    errors: 10,
    errorCost: 250,
    seats: 120,
    seat: 30,
    implementation: 80_000,
    training: 36_000,
    change: 15_920,
    running: 12_000,
    years: 3,
    discount: 0.1,
    risk: 0.2,
    costRisk: 0.1,
  };

  test("values labour as hours × cost × people × weeks × adoption × share put to use", () => {
    expect(labourAYear(input)).toBe(2 * 75 * 120 * 46 * 0.65 * 0.5);
  });

  test("counts margin, not revenue", () => {
    const margin = linesOf(input).find(({ item }) => item === "Margin on added revenue");
    expect(margin?.usd[3]).toBeCloseTo(100_000 * 0.4 * 0.8, 6);
  });

  test("takes risk off benefits and puts it on costs", () => {
    const lines = linesOf(input);
    expect(lines.find(({ item }) => item === "Licences")?.usd[1]).toBeCloseTo(120 * 30 * 12 * 1.1, 6);
    expect(lines.find(({ item }) => item === "Spending ended")?.usd[3]).toBeCloseTo(8000, 6);
    expect(lines.find(({ item }) => item === "Implementation")?.usd).toEqual([88_000, 0, 0, 0]);
  });

  test("is the sum of its lines, year by year", () => {
    const lines = linesOf(input);
    const { costs, benefits } = flowOf(lines, input.years);
    for (let year = 0; year <= 3; year++) {
      const sum = (kind: string) =>
        lines.filter((line) => line.kind === kind).reduce((so, line) => so + (line.usd[year] ?? 0), 0);
      expect(costs[year]).toBeCloseTo(sum("cost"), 6);
      expect(benefits[year]).toBeCloseTo(sum("benefit"), 6);
    }
  });

  test("ramps in a straight line: a six-month ramp leaves 75 % of year 1, an 18-month one 33 % and 92 %", () => {
    expect(rampShare(1, 6)).toBeCloseTo(0.75, 12);
    expect(rampShare(1, 18)).toBeCloseTo(1 / 3, 12);
    expect(rampShare(2, 18)).toBeCloseTo(11 / 12, 12);
    expect(rampShare(1, 0)).toBe(1);
    expect(rampShare(3, 18)).toBe(1);
  });

  test("breaks even at the hours that bring NPV to zero", () => {
    const npvOf = (of: BusinessCase) => worthOf(flowOf(linesOf(of), of.years), of.discount).npv;
    const hours = breakEvenHours(input, npvOf);
    expect(hours).toBeGreaterThan(0);
    expect(npvOf({ ...input, hours: hours ?? 0 })).toBeCloseTo(0, 4);
    expect(breakEvenHours({ ...input, people: 0 }, npvOf)).toBeUndefined();
  });
});

describe("the simulation", () => {
  test("gives the same range for the same seed, and low ≤ likely ≤ high", () => {
    fc.assert(
      fc.property(fc.integer(), arbitraryRange(), arbitraryRange(), (seed, a, b) => {
        const run = () => simulate([a, b], 200, seed, ([x = 0, y = 0]) => x - y);
        const { low, typical, high } = run();
        expect(run()).toEqual({ low, typical, high });
        expect(low).toBeLessThanOrEqual(typical);
        expect(typical).toBeLessThanOrEqual(high);
      }),
    );
  });

  test("says the 10th, 50th and 90th of a hundred: of the results 0 to 100, those are 10, 50 and 90", () => {
    let result = 0;
    expect(simulate([], 101, 1, () => result++)).toEqual({ low: 10, typical: 50, high: 90 });
  });

  test("draws stay inside their triangle, half of them below its median", () => {
    fc.assert(
      fc.property(arbitraryRange(), fc.double({ min: 0, max: 0.999999, noNaN: true }), (range, share) => {
        const drawn = triangular(range, share);
        expect(drawn).toBeGreaterThanOrEqual(range.low - 1e-9);
        expect(drawn).toBeLessThanOrEqual(range.high + 1e-9);
      }),
    );
    expect(triangular({ low: 1, typical: 2, high: 3 }, 0.5)).toBeCloseTo(2, 12);
  });

  test("its numbers are spread evenly", () => {
    const random = randomFrom(42);
    const draws = Array.from({ length: 10_000 }, random);
    expect(draws.reduce((sum, draw) => sum + draw, 0) / draws.length).toBeCloseTo(0.5, 1);
    expect(Math.min(...draws)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...draws)).toBeLessThan(1);
  });

  test("inputs are ranked by how far each alone moves the result", () => {
    const driver = (name: string, by: number) => ({
      name,
      range: { low: 1, typical: 2, high: 3 },
      npvWith: (v: number) => v * by,
    });
    expect(
      swingsOf([driver("small", 1), driver("large", -5)]).map(({ name, npvLow, npvHigh }) => [name, npvLow, npvHigh]),
    ).toEqual([
      ["large", -15, -5],
      ["small", 1, 3],
    ]);
  });
});

test.each<[string, Record<string, string>]>([
  [
    "120 people 2h/week $75/h seat=30 implementation=80k",
    { people: "120", hours: "2", hourly: "$75", seat: "30", implementation: "80k" },
  ],
  [
    "50 developers save 30 minutes a day at $90 per hour, $19/user/month",
    { people: "50", hours: "2.5", hourly: "$90", seat: "$19" },
  ],
  [
    "2,000 users, 1.5 hours per week, 70% adoption, 50% realised, 12% discount, 5 years",
    { people: "2,000", hours: "1.5", adoption: "70%", realised: "50%", discount: "12%", years: "5" },
  ],
  ["$200k implementation, training 40k", { implementation: "$200k", training: "40k" }],
  ["costs=53150,666715 benefits=0,1606511", { costs: "53150,666715", benefits: "0,1606511" }],
  ["revenue 2M 30% margin", { revenue: "2M", margin: "30%" }],
  ["100 staff 9 hours a month", { people: "100", hours: "2.07692" }],
  [
    "a team of 120 saving half an hour every week, seats cost $30 a month, 80k to implement",
    { people: "120", hours: "0.5", seat: "$30", implementation: "80k" },
  ],
  ["a 120-person rollout at $30 a seat", { people: "120", seat: "$30" }],
  ["300 copilot licences", { seats: "300" }],
  ["120 people, $360 per user per year", { people: "120", seat: "30" }],
  ["120 people, seats cost $30", { people: "120", seat: "$30" }],
  ["1M of extra revenue, savings of $10k a month", { revenue: "1M", savings: "120000" }],
  ["120 people 1,5h/week", { people: "120", hours: "1.5" }],
  ["1.200 people 1½ hours a week", { people: "1.200", hours: "1.5" }],
  ["120 people, 2h/person/week", { people: "120", hours: "2" }],
  ["120 ppl 30 minutes daily", { people: "120", hours: "2.5" }],
  ["120 people an hour a day", { people: "120", hours: "5" }],
  ["120 people 2h p.w., $29,90 per seat", { people: "120", hours: "2", seat: "$29.90" }],
  ["people 120 hours 2 hourly 75 seat 30", { people: "120", hours: "2", hourly: "75", seat: "30" }],
  ["120 people adoption 65,5% wacc 8 risk of 20%", { people: "120", adoption: "65.5%", discount: "8", risk: "20%" }],
  ["120 people over 36 months, ramp up of 6 months", { people: "120", years: "3", ramp: "6" }],
  ["120 people 46 weeks a year, years 3", { people: "120", weeks: "46", years: "3" }],
  ["revenue 1,5M margin 40%", { revenue: "1.5M", margin: "40%" }],
  ["$100k/month revenue at 40% margin", { revenue: "1200000", margin: "40%" }],
  ["we'd save $5k a month and it costs 80k to set up", { savings: "60000", implementation: "80k" }],
  ["annual savings of 40k, opex 12k, $80k upfront", { savings: "40k", running: "12k", implementation: "$80k" }],
  ["savings 3k per quarter", { savings: "12000" }],
  ["saves 120.000 a year", { savings: "120.000" }],
  ["40 errors a week", { errors: "173.3330" }],
  ["$39 monthly licences for a company with 500 employees", { seat: "$39", people: "500" }],
  ["hosting 15k, interest 5%, hurdle rate 5%", { running: "15k", discount: "5%" }],
  ["cost=100k,60k benefit=0,90k", { costs: "100k,60k", benefits: "0,90k" }],
  ["600 errors a year at $250 each", { errors: "50", errorCost: "$250" }],
  ["errors 40 error-cost 250", { errors: "40", errorCost: "250" }],
  ["120 licences at $360 a year", { seats: "120", seat: "30" }],
  ["$360 seats yearly", { seat: "30" }],
  ["implementation 80.000 $", { implementation: "80.000 $" }],
  ["implementation 80 000", { implementation: "80000" }],
  ["costs 100k, 60k benefits 0,90k", { costs: "100k, 60k", benefits: "0,90k" }],
  ["headcount=300 wacc=9% error-cost=250", { people: "300", discount: "9%", errorCost: "250" }],
])("%s", (line, options) => {
  expect(readRoiLine(line)).toEqual({ options, unknown: [], conflicts: [] });
});

test("a word that means nothing in a business case is given back", () => {
  expect(readRoiLine("120 people banana").unknown).toEqual(["banana"]);
});

test.each<[string, string, readonly string[]]>([
  ["2-3h/week for 120 people", "2-3", ["2h/week for 120 people", "3h/week for 120 people"]],
  ["100 to 150 people", "100 to 150", ["100 people", "150 people"]],
  ["120 people $70-80/h", "$70-80", ["120 people $70/h", "120 people $80/h"]],
  ["120 people 60-70% adoption", "60-70%", ["120 people 60% adoption", "120 people 70% adoption"]],
])("%s: a range is no two numbers", (line, text, lines) => {
  expect(readRoiLine(line).range).toMatchObject({ text, lines });
});

test.each([
  ["120 people €75/h", "€75/h"],
  ["120 people implementation 80k €", "80k €"],
  ["120 people implementation 80k per year", "implementation 80k per year"],
  ["120 people 100 hours a year", "100 hours a year"],
  ["120 people 2 hours", "2 hours"],
  ["savings 40k per day", "savings 40k per day"],
  ["120 people $30 seat per week", "$30 seat per week"],
  ["training 30 people 2h/week", "training"],
  ["120 people 80k licences", "80k"],
  ["120 people licences cost 180k a year", "licences cost 180k a year"],
  ["120 people $15k/month licences", "$15k/month licences"],
])("%s: what would be read as something else is given back", (line, text) => {
  expect(readRoiLine(line).unknown).toContain(text);
});

test("two values for one option are a conflict, and the first stands", () => {
  expect(readRoiLine("120 people 80 people, $30 a seat, seat=30")).toEqual({
    options: { people: "120", seat: "$30" },
    unknown: [],
    conflicts: [{ option: "people", values: ["120", "80"] }],
  });
});

test("no text makes the ROI reader throw, and the work of reading 100 kB grows as their length does", async () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (line) => void readRoiLine(line)));
  for (const piece of [
    "1,111",
    "$",
    "a=",
    "1h/",
    "10% ",
    "x",
    "team of ",
    "half a ",
    "seat at ",
    "$1 to ",
    "1,5",
    "1-",
    "€1",
    "costs 1,",
    "save 1k ",
    "ramp ",
    "people 1 ",
  ]) {
    expect(await growth((length) => readRoiLine(piece.repeat(length / piece.length)), 10_000), piece).toBeLessThan(
      faster,
    );
  }
});

function arbitraryFlow(): fc.Arbitrary<CashFlow> {
  const amount = fc.double({ min: 0, max: 1e7, noNaN: true });
  return fc.integer({ min: 2, max: 6 }).chain((years) =>
    fc.record({
      costs: fc.array(amount, { minLength: years, maxLength: years }),
      benefits: fc.array(amount, { minLength: years, maxLength: years }),
    }),
  );
}

function arbitraryRange() {
  return fc
    .tuple(...[1, 2, 3].map(() => fc.double({ min: -1e6, max: 1e6, noNaN: true })))
    .map((values) => values.sort((a, b) => a - b))
    .map(([low = 0, typical = 0, high = 0]) => ({ low, typical, high }));
}

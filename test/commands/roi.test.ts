import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { plain, type Reply } from "#core/reply.ts";
import { openReal } from "../real.ts";

let say: (line: string) => Promise<Reply>;
beforeAll(async () => {
  ({ say } = await openReal());
});

const year = z.object({
  year: z.int(),
  benefit: z.number(),
  cost: z.number(),
  net: z.number(),
  cumulative: z.number(),
  discountedCumulative: z.number(),
});
/** What others rely on in `--as json`. */
const roiData = z.object({
  npv: z.number(),
  roiPercent: z.number().nullable(),
  paybackMonths: z.number().nullable(),
  discountedPaybackMonths: z.number().nullable(),
  pvBenefits: z.number(),
  pvCosts: z.number(),
  costOfWaiting: z
    .array(z.object({ definition: z.string(), usdPerMonth: z.number(), explanation: z.string() }))
    .length(2),
  byYear: z.array(year),
  range: z.object({
    low: z.number(),
    likely: z.number(),
    high: z.number(),
    seed: z.number(),
    drivers: z.array(z.object({ name: z.string(), npvLow: z.number(), npvHigh: z.number() })),
  }),
  breakEvenHours: z.number().nullable(),
  line: z.string(),
  lines: z.array(z.object({ item: z.string(), kind: z.enum(["benefit", "cost"]), usd: z.array(z.number()) })),
  assumptions: z.array(z.object({ name: z.string(), source: z.string().min(1), asOf: z.string() })),
});

async function roi(line: string) {
  const reply = await say(line);
  expect(reply.ok, words(reply)).toBe(true);
  expect(words(reply)).not.toMatch(/NaN|Infinity|undefined/);
  return { reply, data: roiData.parse(reply.data), words: words(reply) };
}

const words = (reply: Reply) =>
  [
    reply.title,
    ...reply.parts.flatMap((part) => {
      if (part.kind === "text") return [plain(part.text)];
      if (part.kind === "fields") return part.fields.map(({ label, value }) => `${label}: ${plain(value.text)}`);
      if (part.kind === "list") return part.items.map(({ text }) => plain(text));
      return [];
    }),
  ].join("\n");

const oneLine = "roi 120 people 2h/week $75/h seat=30 implementation=80k";

describe("a business case", () => {
  test("says NPV, ROI, both paybacks, both costs of waiting, the break-even and the range", async () => {
    const { words: said, reply, data } = await roi(oneLine);
    expect(said).toMatch(/NPV \$[\d,.KM]+ over 3 years at 10%, ROI [\d.]+%, payback [\d.]+ months/);
    expect(said).toMatch(/Payback: Simple .* discounted/);
    expect(said).toMatch(/by the window method .* by time value/);
    expect(said).toMatch(/NPV is zero at [\d.]+ hours saved/);
    expect(said).toMatch(/low, .* in the middle, .* high\. Of [\d,]+ draws/);
    expect(said).toMatch(/What moves it most: [^;]+;[^;]+;[^;]+\.$/m);
    const chart = reply.parts.find((part) => part.kind === "chart");
    expect(chart).toMatchObject({ type: "line", categories: ["Start", "Year 1", "Year 2", "Year 3"] });
    // Both lines are said: who hears the picture learns what others see.
    expect(chart).toMatchObject({ alt: expect.stringMatching(/as paid: start −\$\S+, .* At \d+%: start −\$\S+, /) });
    expect(chart?.kind === "chart" && chart.series[0]?.values).toEqual(data.byYear.map((row) => row.cumulative));
  });

  test("adds up: lines to years, years to cumulative, present values to NPV", async () => {
    const { data } = await roi(oneLine);
    expect(data.npv).toBeCloseTo(data.pvBenefits - data.pvCosts, 6);
    expect(data.roiPercent).toBeCloseTo((100 * data.npv) / data.pvCosts, 6);
    let sum = 0;
    for (const row of data.byYear) {
      const of = (kind: string) =>
        data.lines.filter((line) => line.kind === kind).reduce((so, line) => so + (line.usd[row.year] ?? 0), 0);
      expect(row.benefit).toBeCloseTo(of("benefit"), 6);
      expect(row.cost).toBeCloseTo(of("cost"), 6);
      sum += row.net;
      expect(row.cumulative).toBeCloseTo(sum, 6);
    }
    expect(data.byYear.at(-1)?.discountedCumulative).toBeCloseTo(data.npv, 6);
  });

  test("the same line gives the same range, with low ≤ likely ≤ high", async () => {
    const [one, two] = [await roi(oneLine), await roi(oneLine)];
    expect(two.data.range).toEqual(one.data.range);
    expect(one.data.range.low).toBeLessThan(one.data.range.likely);
    expect(one.data.range.likely).toBeLessThan(one.data.range.high);
    expect((await roi(one.data.line)).data.npv).toBe(one.data.npv);
  });

  test("NPV is zero at the break-even hours", async () => {
    const { data } = await roi(oneLine);
    const there = await roi(`roi 120 people hours=${data.breakEvenHours} $75/h seat=30 implementation=80k`);
    expect(there.data.npv).toBeCloseTo(0, 4);
  });

  test("shows every default with its date and source", async () => {
    const { reply } = await roi("roi 500 staff");
    const assumed = reply.parts.flatMap((part) => (part.kind === "list" ? part.items : []));
    expect(assumed.map(({ text }) => plain(text).split(":")[0])).toEqual(
      expect.arrayContaining([
        "Hours saved a person and week",
        "Loaded cost of an hour",
        "Adoption once settled",
        "Freed time put to use",
        "Discount rate",
        "Training, once",
      ]),
    );
    for (const { asOf, cites } of assumed) expect(asOf && cites && cites.length > 0).toBeTruthy();
  });

  test("more hours, adoption or years of use never make it worth less, more cost never more", async () => {
    const npv = async (more: string) => (await roi(`${oneLine} ${more}`)).data.npv;
    const base = await npv("");
    expect(await npv("adoption=80%")).toBeGreaterThan(base);
    expect(await npv("realised=70%")).toBeGreaterThan(base);
    expect(await npv("savings=10k")).toBeGreaterThan(base);
    expect(await npv("training=100k")).toBeLessThan(base);
    expect(await npv("risk=40%")).toBeLessThan(base);
    expect(await npv("discount=20%")).toBeLessThan(base);
    expect(await npv("ramp=12")).toBeLessThan(base);
  });

  test("takes a table of years: the worked example gives NPV 91,811 and 36.8%", async () => {
    const { data } = await roi("roi costs=100000,60000,60000,60000 benefits=0,90000,150000,180000");
    expect(data.npv).toBeCloseTo(91_811, 0);
    expect(data.roiPercent).toBeCloseTo(36.84, 1);
    expect(data.paybackMonths).toBeCloseTo(21.33, 2);
    expect(data.discountedPaybackMonths).toBeCloseTo(23.73, 2);
    expect(data.costOfWaiting).toMatchObject([
      { definition: "window", usdPerMonth: 10_000 },
      { definition: "time-value", usdPerMonth: expect.closeTo(726.3, 0) },
    ]);
    const without = await roi("roi costs=100k,60k,60k,60k benefits=90k,150k,180k");
    expect(without.data.npv).toBeCloseTo(data.npv, 6);
  });

  test("counts the margin on added revenue", async () => {
    const { data } = await roi("roi revenue=1M margin=40% implementation=200k running=50k ramp=0 risk=0");
    expect(data.byYear[3]?.benefit).toBeCloseTo(400_000, 6);
  });

  test("warns of inputs above what was measured, naming the study", async () => {
    const { words: said } = await roi("roi 1000 people 9h/week adoption=95% realised=100%");
    expect(said).toMatch(/9 is above what was measured\. The UK government's Copilot trial/);
    expect(said).toMatch(/95% is above what was measured/);
    expect(said).toMatch(/100% is above what was measured/);
    expect(said).toMatch(/above every study in the casebook/);
    expect((await roi(oneLine)).words).not.toContain("above what was measured");
  });

  test("takes seats for their people, unless the benefit is another one than their time", async () => {
    const [seats, people] = [await roi("roi 300 copilot seats $75/h"), await roi("roi 300 people $75/h")];
    expect(seats.data.npv).toBe(people.data.npv);
    expect(seats.words).toContain("People: 300, one a seat.");
    const { data } = await roi("roi 300 seats savings=200k");
    expect(data.byYear[3]?.benefit).toBeCloseTo(160_000, 6);
  });

  test("says so when it loses money", async () => {
    const { words: said, data } = await roi("roi 20 people 0.5h/week implementation=500k");
    expect(data.npv).toBeLessThan(0);
    expect(data.paybackMonths).toBeNull();
    expect(said).toContain("it loses money");
    expect(said).toContain("gains by waiting");
  });

  test("offers forms of at most five fields, whose answers go on with the line", async () => {
    const { reply } = await roi(oneLine);
    const forms = reply.parts.filter((part) => part.kind === "form");
    expect(forms).toHaveLength(2);
    for (const form of forms) {
      expect(form.fields.length).toBeLessThanOrEqual(5);
      const answers = form.fields.map(({ name, value }) => `${name}=${value || "1"}`).join(" ");
      expect((await say(`${form.line} ${answers}`)).ok, form.line).toBe(true);
    }
    const bare = await say("roi");
    expect(bare.ok).toBe(true);
    expect(bare.parts.some((part) => part.kind === "form")).toBe(true);
  });

  test("every button's line answers", async () => {
    for (const line of [oneLine, "roi costs=100k,60k benefits=0,150k", "roi savings=100k implementation=50k", "roi"]) {
      const reply = await say(line);
      const lines = reply.parts
        .flatMap((part) => (part.kind === "buttons" ? part.buttons : []))
        .flatMap((button) => ("line" in button ? [button.line] : []));
      expect(lines.length).toBeGreaterThan(0);
      for (const next of lines) expect((await say(next)).ok, next).toBe(true);
    }
  });
});

describe("numbers as other countries write them", () => {
  const inputs = z.object({ inputs: z.record(z.string(), z.number()) });
  test.each([
    ["roi people=120 hours=1,5", { people: 120, hours: 1.5 }],
    ["roi people=1.200 implementation=80.000", { people: 1200, implementation: 80_000 }],
    ["roi people=120 implementation=80,000", { people: 120, implementation: 80_000 }],
    ["roi people=120 seat=29,90 adoption=0,655", { seat: 29.9, adoption: 0.655 }],
    ["roi savings=5k/month", { savings: 60_000 }],
    ["roi people=120 seat=360/year", { seat: 30 }],
    ["roi people=120, seat=360 a year, hours=30 min", { people: 120, seat: 30, hours: 0.5 }],
    ["roi people=120 hours=8 per month", { hours: (8 * 12) / 52 }],
    ["roi savings=5k per month running=1.250/month", { savings: 60_000, running: 15_000 }],
    ["roi 40 errors a week $250 per error", { errors: 173.333 }],
    ["roi people=120 ramp=1,5 weeks=45,5", { ramp: 1.5, weeks: 45.5 }],
  ])("are read in %s as %j", async (line, values) => {
    expect(inputs.parse((await say(line)).data).inputs).toMatchObject(values);
  });

  test.each([
    "roi costs=100.000,60.000 benefits=0,190.000",
    "roi costs=100k;60k benefits=0;190k",
    'roi costs="100,000, 60,000" benefits="0, 190,000"',
    "roi costs: 100k, 60k benefits: 0, 190k",
    "roi costs 100k,60k benefits 0,190k",
  ])("give the same years: %s", async (line) => {
    const { data } = await say(line);
    expect(z.object({ npv: z.number() }).parse(data).npv).toBeCloseTo(-100_000 + 130_000 / 1.1, 2);
  });
});

describe("a line that cannot be answered", () => {
  test.each([
    ["roi revenue=1M", /Revenue is not a benefit/],
    ["roi banana", /could not place “banana”/],
    ["roi revenue=1M margin=100%", /revenue is no benefit/],
    ["roi benefits=gross revenue", /could not place “revenue”/],
    ["roi 120 people implmentation=80k", /Did you mean implementation=80k/],
    ["roi 120 people 80 people", /two values for people: 120 and 80/],
    ["roi 0 people", /at least 1/],
    ["roi 120 people hours=-2", /below zero/],
    ["roi 120 people 99h/week", /most that makes sense is 60/],
    ["roi 120 people adoption=150%", /cannot be above 100%/],
    ["roi 120 people discount=ten", /no number I can read/],
    ["roi errors=40", /cost of one/],
    ["roi costs=100k,60k,60k", /benefits are missing/],
    ["roi costs=100k,60k,60k benefits=1", /2 to 16 amounts/],
    ["roi costs=100k,60k,60k,60k benefits=0,90k", /Costs have 4 amounts and benefits 2/],
    ["roi costs=100k,x benefits=0,90k", /“x” is no amount/],
    ["roi costs=100,000,60,000 benefits=0,90,000", /“000” may be a part of a number/],
    ["roi costs=1,5m,2m benefits=0,3m", /“1” may be a part of a number/],
    ["roi costs=100k, 60k benefits=0, 90k", /stand without spaces/],
    ["roi costs=€100k,€60k benefits=0,90k", /give “€100k” in dollars/],
    ["roi 120 people 2-3h/week", /“2-3” is a range, and this takes one figure at a time: 2 or 3/],
    ["roi 120 people €75/h", /US dollars.*give “€75\/h” in dollars/],
    ["roi 120 people implementation=80k€", /give “80k€” in dollars/],
    ["roi 120 people 2 hours", /“2 hours” of what\? Say the hours that one person saves a week, such as hours=2/],
    ["roi 120 peple 2h/week", /Did you mean people=120/],
    ["roi 120 people adopton 65%", /Did you mean adoption=65%/],
    ["roi 120", /such as people=120/],
    ["roi 20 lawyers 3h/week", /Did you mean people=20/],
    ["roi 120 people 40% adopt", /Did you mean adoption=40%/],
    ["roi 120 people $15k/month licences", /what one seat costs a month, such as seat=30/],
    ["roi costs 100k 60k benefits 0 90k", /with commas between them/],
    ["roi costs=100k,60k benefits=0,90k people=120", /leave out people/],
    ["roi costs=100k,60k benefits=0,90k years=3", /ends with year 1, and years says 3/],
    ["roi people=120 years=18 months", /no whole number; write years=1 or years=2/],
  ])("%s: says what is wrong, and its example works", async (line, says) => {
    const reply = await say(line);
    expect(reply.ok).toBe(false);
    expect(words(reply)).toMatch(says);
    const example = /This works: (roi .*)$/m.exec(words(reply))?.[1] ?? "";
    expect((await say(example)).ok, example).toBe(true);
  });
});

test("whatever is typed is answered or refused, and the line that the reply offers gives the same or works", async () => {
  const pool = [
    "120 people",
    "0 people",
    "2h/week",
    "99h/week",
    "26 minutes a day",
    "$75/h",
    "seat=30",
    "seats=-1",
    "implementation=80k",
    "revenue=1M",
    "margin=40%",
    "margin=100%",
    "errors=40",
    "error-cost=250",
    "adoption=150%",
    "years=5",
    "years=50",
    "discount=12%",
    "risk=0",
    "costs=100k,60k,60k",
    "benefits=0,90k,150k",
    "benefits=gross",
    "banana",
    "peple=3",
    "=",
    "share",
  ];
  const data = z.object({ npv: z.number(), line: z.string() });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...pool), { maxLength: 7 }), async (typed) => {
      const reply = await say(`roi ${typed.join(" ")}`);
      expect(reply.title).not.toBe("That failed on our side");
      expect(words(reply)).not.toMatch(/NaN|Infinity|undefined/);
      if (reply.ok) {
        const first = data.safeParse(reply.data).data;
        if (first) expect(data.parse((await say(first.line)).data).npv).toBeCloseTo(first.npv, 6);
      } else {
        const offered = z.object({ example: z.string() }).safeParse(reply.data).data?.example;
        if (offered !== undefined) expect(await say(offered)).toMatchObject({ ok: true });
      }
    }),
    { numRuns: 150 },
  );
}, 60_000);

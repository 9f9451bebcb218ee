import { expect, test } from "vitest";
import { z } from "zod";
import { plain, type Reply } from "#core/reply.ts";
import { openReal } from "../real.ts";

const { say } = await openReal();
const wordsOf = (reply: Reply) =>
  reply.parts
    .flatMap((part) => {
      if (part.kind === "text") return [plain(part.text)];
      return part.kind === "fields" ? part.fields.map(({ label, value }) => `${label}: ${plain(value.text)}`) : [];
    })
    .join("\n");

test.each(["roi 120 people 2h/week years=2.5", "roi 120 people 2h/week 2.5 years", "roi savings=40k years=1.2"])(
  "“%s”: years that are not whole are not rounded in silence",
  async (line) => {
    const reply = await say(line);
    expect(reply.ok).toBe(false);
    expect(wordsOf(reply)).toMatch(/Years: “\d\.\d” is no whole number; write years=\d or years=\d/);
  },
);

test.each([
  ["roi 120 people discount=-5%", "a share is from 0 to 100%, such as discount=10%"],
  ["roi 120 people adoption=-5%", "a share is from 0 to 100%, such as adoption=65%"],
  ["roi 120 people implementation=-5k", "write what it costs or saves as a positive number"],
  ["roi 120 people hours=-2", "write it like hours=2"],
])("“%s”: a number below zero is put right in words that fit it", async (line, words) => {
  const reply = await say(line);
  expect(reply.ok).toBe(false);
  expect(wordsOf(reply)).toContain(words);
});

test("near break-even the verdict is that it breaks even, with digits enough to see on which side", async () => {
  const words = wordsOf(await say("roi 120 people"));
  expect(words).toMatch(/^On these figures it about breaks even\. NPV −\$/);
  expect(words).toMatch(/payback [\d.]+ months before discounting/);
  expect(words).toMatch(/NPV is zero at 1\.0\d+ hours saved a person and week; this case has 1$/m);
});

test("a case that loses money is said to lose it, and one that gains is not", async () => {
  expect(wordsOf(await say("roi 120 people hours=0.5"))).toMatch(/^As it stands, it loses money/);
  expect(wordsOf(await say("roi 120 people 2h/week"))).not.toMatch(/loses money\.|breaks even\./);
});

test("the range of draws says what its ends are, and why its middle is not the headline", async () => {
  const words = wordsOf(await say("roi 120 people"));
  expect(words).toContain("in the middle");
  expect(words).toContain("a tenth are below the low, half are below the middle and a tenth are above the high");
  expect(words).toContain("these reach further towards gain than towards loss");
  const agreed = wordsOf(await say("roi costs=100k,60k,60k,60k benefits=0,90k,150k,180k"));
  expect(agreed).not.toContain("The NPV above takes");
});

test.each(["roi 120 people", "roi 120 people 2h/week years=5", "roi costs=100k,60k benefits=0,90k"])(
  "“%s”: every button works",
  async (line) => {
    for (const part of (await say(line)).parts)
      for (const button of part.kind === "buttons" ? part.buttons : [])
        if ("line" in button) expect(await say(button.line), button.line).toMatchObject({ ok: true });
  },
);

test("a share among the assumptions is said in per cent", async () => {
  const reply = await say("find ROI of vendor-paid Copilot studies over three years");
  const said = JSON.stringify(z.unknown().parse(reply.parts));
  expect(said).toContain("116% of costs");
  expect(said).not.toContain("share of costs");
});

test.each([
  "50 people save 3 hours a week at 60 dollars",
  "50 people save 3 hours a week at $60",
  "50 people 3h/week each at $60 an hour",
  "50 people, 3 hours a week @ 60 usd",
])("what hours are said to be worth behind them is the cost of an hour: %s", async (line) => {
  expect(await say(`roi ${line}`)).toMatchObject({ ok: true, data: { inputs: { people: 50, hours: 3, hourly: 60 } } });
});

test("a price by the seat or the month behind hours is none of an hour", async () => {
  expect(await say("roi 50 people 3 hours a week at $30 per seat")).toMatchObject({
    data: { inputs: { seat: 30 }, line: "roi people=50 hours=3 seat=$30" },
  });
  expect(wordsOf(await say("roi 50 people 3 hours a week at $30 a month"))).toContain("I could not place “$30”");
});

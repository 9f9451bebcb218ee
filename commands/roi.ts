import { z } from "zod";
import { roiOptions } from "#calc/roi-line/options.ts";
import { defineCommand } from "#core/command.ts";
import { type Answer, code, paragraph, text } from "#core/reply.ts";
import { givenOptions } from "#present/given.ts";
import { offeringWhatWorks } from "#present/offer.ts";
import { answerRoi } from "#present/roi/answer.ts";
import type { Typed } from "#present/roi/asked.ts";
import { roiForms } from "#present/roi/next.ts";
import { roiAnswer } from "#present/roi/reply.ts";
import { resolveRoi, saysEnough } from "#present/roi/resolve.ts";
import { readWords, roiTrial } from "#present/roi/spoken.ts";

const words = () => z.string().optional();

export const roiCommand = defineCommand({
  name: "roi",
  summary: "AI business case: payback, NPV, ROI, cost of waiting, with ranges",
  examples: [
    "roi 120 people 2h/week $75/h seat=30 implementation=80k",
    "roi 500 staff 1h/week",
    "roi costs=100000,60000,60000,60000 benefits=0,90000,150000,180000",
    "roi revenue=1M margin=40% implementation=200k running=50k",
    "roi",
  ],
  visibility: "private",
  storeless: true,
  options: z.object({
    people: words().describe("How many people would use it: 120"),
    hours: words().describe("Hours saved a person and week: 1.5"),
    hourly: words().describe("Loaded cost of an hour in dollars: 75"),
    weeks: words().describe("Weeks worked a year: 46"),
    adoption: words().describe("Share of people who use it once settled: 65%"),
    ramp: words().describe("Months until adoption has settled: 6"),
    realised: words().describe("Share of the freed time put to use: 50%"),
    savings: words().describe("Spending a year that ends: 40k"),
    revenue: words().describe("Added revenue a year; needs margin"),
    margin: words().describe("Share of that revenue that is margin: 40%"),
    errors: words().describe("Errors avoided a month"),
    errorCost: words().describe("What one error costs: 250"),
    seats: words().describe("Licences, if not one a person"),
    seat: words().describe("Licence a seat and month: 30"),
    implementation: words().describe("Implementation, once: 80k"),
    training: words().describe("Training, once; left out, four hours a person"),
    change: words().describe("Change management, once; left out, a tenth"),
    running: words().describe("Running cost a year"),
    years: words().describe("Years counted: 3"),
    discount: words().describe("Discount rate: 10%"),
    risk: words().describe("Share taken off benefits for risk: 20%"),
    costs: words().describe("Costs by year, the start first: 100k,60k,60k,60k"),
    benefits: words().describe("Benefits by year, the start first: 0,90k,150k,180k"),
  }),
  positional: [],
  read: ({ rest, named }, { library }) => offeringWhatWorks(roiTrial(library), () => readWords(rest, named)),
  run: (options, context) => {
    const typed: Typed = givenOptions(options);
    if (!saysEnough(typed)) return whatToGive(typed);
    const asked = offeringWhatWorks(roiTrial(context.library), () => resolveRoi(typed, context.library));
    return roiAnswer(answerRoi(asked), context);
  },
});

function whatToGive(typed: Typed): Answer {
  return {
    title: "An AI business case",
    parts: [
      paragraph(
        text`Say how many people would use it, and what you know of hours saved, prices and costs; the rest has dated defaults. In one line: ${code("roi 120 people 2h/week $75/h seat=30 implementation=80k")}, or by year: ${code("roi costs=100k,60k,60k,60k benefits=0,90k,150k,180k")}.`,
      ),
      ...roiForms({ typed }),
      {
        kind: "buttons",
        buttons: [{ label: "See an example", line: "roi 120 people 2h/week $75/h seat=30 implementation=80k" }],
      },
    ],
    data: { options: roiOptions },
  };
}

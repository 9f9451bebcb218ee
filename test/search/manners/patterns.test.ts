import { expect, test } from "vitest";
import { fresh, itself, stored } from "#search/manners/about-bot.ts";
import { addressed, freshOnSomething } from "#search/manners/bot-and-names.ts";
import { despair } from "#search/manners/despair.ts";
import { errands } from "#search/manners/errands.ts";
import { general, smallThings } from "#search/manners/general.ts";
import { instructions } from "#search/manners/instructions.ts";
import { type OffLimits, offLimits } from "#search/manners/manners.ts";
import { newsOfTheMinute, newsOfToday } from "#search/manners/news.ts";
import { here, ours } from "#search/manners/own-facts.ts";
import { account, elsewhere, oneOfOurs } from "#search/manners/own-firm.ts";
import { type Patterns, patterns } from "#search/manners/patterns.ts";
import { colleague, ownLife, payOfPerson, privateMatters, saidByColleagues } from "#search/manners/private.ts";
import { remarks } from "#search/manners/remarks.ts";
import { complaint } from "#search/manners/small-talk.ts";
import { adviceToTrade } from "#search/manners/trade.ts";
import { writing } from "#search/manners/writing.ts";
import { wrongdoing } from "#search/manners/wrongdoing.ts";

/** Every list of patterns, and what becomes of a question that it meets. */
const lists: readonly (readonly [name: string, Patterns, OffLimits | "looked up"])[] = [
  ["despair", despair, "despair"],
  ["instructions", instructions, "instructions"],
  ["wrongdoing", wrongdoing, "wrongdoing"],
  ["private matters", privateMatters, "private"],
  ["said by colleagues", saidByColleagues, "private"],
  ["a person's pay", payOfPerson, "private"],
  ["a colleague", colleague, "private"],
  ["a person's own life", ownLife, "private"],
  ["small things", smallThings, "general"],
  ["general knowledge", general, "general"],
  ["news of today", newsOfToday, "news"],
  ["news of the minute", newsOfTheMinute, "news"],
  ["writing", writing, "writing"],
  ["errands", errands, "errand"],
  ["remarks", remarks, "remark"],
  ["advice to trade", adviceToTrade, "advice-to-trade"],
  ["facts of one's own firm", ours, "ours"],
  ["facts from here", here, "ours"],
  ["one of ours", oneOfOurs, "ours"],
  ["an account", account, "ours"],
  ["done elsewhere", elsewhere, "looked up"],
  ["stored", stored, "stored"],
  ["the bot itself", itself, "itself"],
  ["the bot beside names", addressed, "itself"],
  ["fresh", fresh, "fresh"],
  ["fresh on something", freshOnSomething, "fresh"],
  ["complaint", complaint, "complaint"],
];

const examples = lists.flatMap(([name, list, outcome]) =>
  list.each.map(([question, pattern]) => ({ name, question, pattern, list, outcome })),
);

test.each(examples)("$name: “$question” meets its own pattern, and no other of the list", ({ question, list }) => {
  expect(list.each.filter(([, pattern]) => pattern.test(question)).map(([stood]) => stood)).toEqual([question]);
  expect(question).toMatch(list.any);
});

test.each(examples)("$name: “$question” is $outcome", ({ question, list, outcome }) => {
  const none = () => false;
  expect(offLimits(question, none, () => list === ownLife) ?? "looked up").toBe(outcome);
});

test("any of several patterns meets what one of them does, in its case or in any", () => {
  const sources = { "a yes": "^yes$", "a no": "no|nope" };
  expect(patterns(sources).any.test("Nope")).toBe(true);
  expect(patterns(sources, "u").any.test("Nope")).toBe(false);
  expect(patterns(sources).any.test("yes, it is")).toBe(false);
});

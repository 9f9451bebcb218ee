import { expect, test } from "vitest";
import { askedOf } from "#room/asked.ts";
import { openReal } from "../real.ts";

const { say } = await openReal();

test.each([
  "what's for lunch?",
  "what is the weather?",
  "where is the bathroom",
  "can we get pizza",
  "who ordered the coffee?",
  "best pizza dough recipe",
  "how do you make chicken soup",
])("“%s” has nothing to do with the trade, and is declined politely", async (remark) => {
  expect(askedOf(await say(remark))).toMatchObject({ answered: false, refused: "general" });
});

test.each(["who pays for lunch meetings with investors", "what are drinks companies doing with partners"])(
  "“%s” is a question of the trade, and a gap where nothing answers it",
  async (question) => {
    expect(askedOf(await say(question))?.refused).toBeUndefined();
  },
);

test.each([
  "I disagree with Ann",
  "Dana will follow up",
  "let's move on to pricing",
  "@dana can you check the slides",
  "Ben, could you send the deck?",
  "can someone share the slides",
  "ok I'll send it over",
  "@dana please send the slides",
  "Dana is joining late",
  "let's take a short break",
  "can we park this for now?",
  "we should discuss that offline",
  "Ben and Ann will send the contract tomorrow",
])("“%s” is said among people: nothing is looked up for it, and it is no gap", async (remark) => {
  expect(askedOf(await say(remark))).toMatchObject({ answered: false, refused: "remark" });
});

test.each([
  "can anybody join the partner programme of the florist?",
  "can we pause a partnership during a merger?",
  "can we break up with a reseller by email?",
  "can we discuss termination by carrier pigeon?",
  "@here what is Mistral's churn rate?",
  "Dana, could you ask for the partner's termination notice period?",
  "we need to pause our referral programme, how",
  "I heard OpenAI bought Windsurf, is that true",
  "I heard they bought the florist, is that true",
  "Nvidia is leaving China",
  "Windsurf is joining Cognition",
  "I wonder who the florist's dentist is",
  "can we share margin with the dentist of the florist?",
  "the recipe of the florist's channel partners",
])("“%s” is a question, and a gap where nothing answers it", async (question) => {
  const asked = askedOf(await say(question));
  if (!asked?.answered) expect(asked?.refused).toBeUndefined();
});

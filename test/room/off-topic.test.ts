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
])("“%s” has nothing to do with the trade, and is declined politely", async (remark) => {
  expect(askedOf(await say(remark))).toMatchObject({ answered: false, refused: "general" });
});

test.each(["who pays for lunch meetings with investors", "what are drinks companies doing with partners"])(
  "“%s” is a question of the trade, and a gap where nothing answers it",
  async (question) => {
    expect(askedOf(await say(question))?.refused).toBeUndefined();
  },
);

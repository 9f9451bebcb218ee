import { expect, test } from "vitest";
import { wishOf } from "#room/wish.ts";

test.each([
  "source?",
  "sources please",
  "what's the source?",
  "where does that come from?",
  "where did you get this from",
  "says who?",
  "how do you know that?",
  "is that recent?",
  "is that still true?",
  "is it up to date?",
  "how old is that figure?",
  "when was that from?",
  "are you sure?",
  "are you sure about that?",
  "is that correct?",
])("“%s” wants the sources and dates of the last answer", (said) => {
  expect(wishOf(said)).toBe("sources");
});

test.each([
  ["shorter please", "shorter"],
  ["can you make it shorter?", "shorter"],
  ["tl;dr", "shorter"],
  ["in one sentence please", "shorter"],
  ["more", "more"],
  ["tell me more", "more"],
  ["and what else?", "more"],
  ["what did we talk about", "talk"],
  ["what was my last question?", "talk"],
  ["what did i ask?", "talk"],
  ["repeat that", "again"],
  ["say that again please", "again"],
  ["the last answer again", "again"],
  ["the second one", { place: 2 }],
  ["and the third?", { place: 3 }],
  ["what about the next one?", "next"],
  ["another one", "next"],
  ["give me another example", "next"],
  ["explain the second one", { place: 2 }],
  ["can you explain the first one?", { place: 1 }],
  ["tell me more about number 3", { place: 3 }],
  ["elaborate on the second point", { place: 2 }],
  ["more on the third", { place: 3 }],
  ["what does the first one mean?", { place: 1 }],
  ["what's number 2", { place: 2 }],
  ["point 4 please", { place: 4 }],
  ["explain that", "more"],
  ["explain this in more detail", "more"],
  ["what does that mean?", "more"],
  ["who else?", "more"],
  ["give me an example", "more"],
  ["for example?", "more"],
  ["can you give any other examples?", "more"],
  ["can you explain that more simply", "shorter"],
  ["in plain English please", "shorter"],
  ["ELI5", "shorter"],
  ["what was the first question", "talk"],
  ["what questions did we ask so far?", "talk"],
  ["go back", "talk"],
  ["number 4", { place: 4 }],
  ["#12", { place: 12 }],
  ["the last one", { place: -1 }],
])("“%s” wants %j", (said, wish) => {
  expect(wishOf(said)).toEqual(wish);
});

test.each([
  "tell me more about databricks",
  "is it open source?",
  "where do their customers come from?",
  "how old is it?",
  "who was the second CEO?",
  "what sources of revenue do they have?",
  "when was it founded?",
  "thanks",
  "why?",
  "what's next?",
  "what is the second largest market?",
  "explain the revenue share",
  "what does co-sell mean?",
  "give me an example of co-sell",
  "who else invested in OpenAI?",
  "what was the first question of the board?",
])("“%s” is a question of its own", (said) => {
  expect(wishOf(said)).toBeUndefined();
});

test.each(["and then?", "then what?", "and after that?", "all of them"])(
  "“%s” wants more, and “ok then” nothing",
  (said) => {
    expect(wishOf(said)).toBe("more");
    expect(wishOf("ok then")).toBeUndefined();
  },
);

import { expect, test } from "vitest";
import { z } from "zod";
import type { Reply } from "#core/reply.ts";
import { meetingDeed } from "#present/ask/meeting-words.ts";
import { usageOf } from "#present/ask/usage.ts";
import { openReal } from "../real.ts";
import { linesOf, words } from "../said.ts";

const { say, dispatch, library } = await openReal();
const { commands } = dispatch;
const runsOf = ({ data }: Reply) => z.object({ runs: z.string().optional() }).parse(data).runs;

test.each([
  ["how do I start a meeting?", "meeting start", "meeting start hugging-face"],
  ["start a meeting", "meeting start", "meeting start hugging-face"],
  ["could we begin a meeting here?", "meeting start", "meeting start hugging-face"],
  ["end the meeting", "meeting end", "meeting end"],
  ["please stop the meeting now", "meeting end", "meeting end"],
  ["recap", "meeting recap", "meeting recap"],
  ["the recap, please", "meeting recap", "meeting recap"],
  ["show me the recap", "meeting recap", "meeting recap"],
  ["send me the recap", "meeting recap", "meeting recap"],
  ["can you give us a summary of the meeting?", "meeting recap", "meeting recap"],
  ["start a meeting about openai", "meeting start openai", "meeting start openai"],
  [
    "can we begin a meeting on Mistral and Solana, please?",
    "meeting start mistral solana",
    "meeting start mistral solana",
  ],
  ["start a meeting about our roadmap", "meeting start", "meeting start hugging-face"],
  ["assign question 1 to Anna", "meeting own 1 Anna", "meeting own 1 Anna"],
  ["please give point #2 to Bo from legal", "meeting own 2 Bo from legal", "meeting own 2 Bo from legal"],
  ["assign Anna to the third question", "meeting own 3 Anna", "meeting own 3 Anna"],
  ["Anna takes the first one", "meeting own 1 Anna", "meeting own 1 Anna"],
  ["I'll take the 2nd point", "meeting own 2 me", "meeting own 2 me"],
  ["make legal the owner of question 4", "meeting own 4 legal", "meeting own 4 legal"],
  ["how do we leave meeting mode?", "meeting end", "meeting end"],
  ["how do I export the meeting notes?", "meeting export", "meeting export"],
  ["how do I export a recap", "meeting export", "meeting export"],
  ["how do I subscribe to a digest?", "digest subscribe", "digest subscribe weekdays 09:00 Europe/Paris ai"],
  ["set up a weekly digest for this channel", "digest subscribe", "digest subscribe weekdays 09:00 Europe/Paris ai"],
  ["change the digest's time", "digest list", "digest list"],
  ["how do I change the schedule", "digest list", "digest list"],
  ["what's new?", "digest changes", "digest changes"],
  ["what changed in the casebook?", "digest changes", "digest changes"],
  ["how can I unsubscribe from the digest?", "digest list", "digest list"],
  ["assign the open point to Anna", "meeting own 1 Anna", "meeting own 1 Anna"],
  ["who is taking notes?", "meeting export", "meeting export"],
  ["please take the minutes", "meeting export", "meeting export"],
  ["unsubscribe", "digest list", "digest list"],
  ["stop posting here", "digest list", "digest list"],
  ["please don't post here anymore", "digest list", "digest list"],
  ["stop the daily posts", "digest list", "digest list"],
  ["how do I make it stop posting?", "digest list", "digest list"],
  ["how do I file a gap?", "gaps file", "gaps file who runs partnerships at Cohere?"],
  ["how do I add an entry", "gaps file", "gaps file who runs partnerships at Cohere?"],
  ["can I suggest a company?", "gaps file", "gaps file who runs partnerships at Cohere?"],
  ["how do I give feedback", "rate", "rate yes hugging-face#glance/3 who founded hugging face?"],
  ["how do I report a mistake?", "rate", "rate yes hugging-face#glance/3 who founded hugging face?"],
  ["how do I share this answer?", "ask who founded hugging face? share:yes", "ask who founded hugging face? share:yes"],
  [
    "how can I share it with my team?",
    "ask who founded hugging face? share:yes",
    "ask who founded hugging face? share:yes",
  ],
  ["how can I rate an answer?", "rate", "rate yes hugging-face#glance/3 who founded hugging face?"],
  ["how do I take the readiness assessment?", "readiness", "readiness"],
  ["list the open gaps", "gaps", "gaps"],
])("“%s” points to %s", async (question, line, example) => {
  const reply = await say(question);
  expect(reply).toMatchObject({ ok: true, command: "ask", title: "There is a command for that" });
  expect(runsOf(reply)).toBe(line);
  expect(words(reply)).toContain(`Say ${example} for that.`);
  expect(commands.map(({ name }) => name)).toContain(
    dispatch.read(line, { platform: "terminal", via: "command" }).command,
  );
});

test("what is pressed does what it says, and a line that wants more words is only shown", async () => {
  expect(linesOf(await say("how do I start a meeting?"))).toEqual(["meeting start", "casebook help meeting"]);
  expect(linesOf(await say("how do I file a gap?"))).toEqual(["casebook help gaps"]);
});

test.each([
  ["what can you do?", "casebook help"],
  ["how do I use this?", "casebook help"],
  ["help me please", "casebook help"],
  ["which commands do you have?", "casebook help"],
  ["what does /roi do?", "casebook help roi"],
  ["how do I use the cost command?", "casebook help cost"],
  ["is the bot up?", "casebook status"],
  ["which version are you?", "casebook status"],
  ["version", "casebook status"],
  ["/casebook version", "casebook status"],
])("“%s” is answered with %s", async (question, line) => {
  const reply = await say(question);
  const ran = await say(line);
  expect(reply).toMatchObject({ ok: true, title: ran.title, data: { runs: line } });
});

test.each([
  "how do I start a partner programme?",
  "how do I start a meeting with a partner?",
  "how do I open a first partner meeting?",
  "how do I end a partnership?",
  "how do I close a gap in my programme?",
  "how do I close a deal?",
  "how do I give feedback to a partner?",
  "how do I add a partner?",
  "how do I share leads with a partner?",
  "how do I change the schedule of a vesting plan?",
  "what's new at OpenAI?",
  "which version of the GPL is it?",
  "how do we change the price?",
  "how do I subscribe to ChatGPT?",
  "who is taking over Hugging Face?",
  "stop OpenAI from posting losses",
  "how do we stop sending leads to a partner?",
  "how do I cancel a contract?",
  "how do I use Claude?",
  "how do I use the hub?",
  "how do I rate a partner?",
  "how do I set up a QBR?",
  "what can partners do?",
  "what can we do about churn?",
  "what can you do about churn?",
  "what can we do?",
  "how does this work?",
  "is OpenAI up?",
  "recap OpenAI's risks",
  "give me a summary of OpenAI",
  "how do I summarise a partner meeting?",
  "which version of Claude is this?",
  "what is the role of a partner manager?",
  "what does the hub do?",
  "what is the cost of the command line?",
  `start ${"a ".repeat(6000)}meeting`,
])("“%s” is looked up", (question) => {
  expect(usageOf(question, commands)).toBeUndefined();
});

test.each([
  "who takes the first one?",
  "which partner takes the first meeting?",
  "OpenAI takes 20% of revenue",
  "how do I start a meeting with a partner?",
  "who owns question 2?",
  "give Anthropic's share to Amazon",
  `Anna ${"takes ".repeat(3000)}the first one`,
])("“%s” is no deed of a meeting", async (question) => {
  expect(meetingDeed(question, library())).toBeUndefined();
});

test("within a talk on a company, “what is new?” is asked of that company", () => {
  expect(usageOf("what's new?", commands, true)).toBeUndefined();
});

test.each(["privacy", "what data do you store about me", "is my question private", "casebook privacy", "/privacy"])(
  "“%s” tells what is kept, with the line that deletes it",
  async (question) => {
    const reply = await say(question);
    expect(words(reply)).toContain("casebook forget-me deletes what is kept of you here");
    expect(linesOf(reply)).toContain("casebook forget-me");
  },
);

test("within a talk on a company, “privacy?” is asked of that company", async () => {
  expect(await say("ask privacy? about:worldcoin")).toMatchObject({ ok: true, data: { subjects: ["worldcoin"] } });
});

test.each([
  ["how reliable is this?", "casebook status"],
  ["what is the newest fact you have?", "casebook status"],
  ["forget me", "casebook forget-me"],
])("“%s” is told about, with %s to press", async (question, line) => {
  expect(linesOf(await say(question))).toContain(line);
});

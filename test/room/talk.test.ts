import { expect, test } from "vitest";
import type { Reply } from "#core/reply.ts";
import { askedOf } from "#room/asked.ts";
import { newTalk, texts } from "./new-talk.ts";

test.each(["thanks", "hello", "great, thank you!", "ok great"])(
  "“%s” after a comparison is answered as what it is",
  async (said) => {
    const { after } = newTalk();
    const reply = await after("compare openai anthropic", said);
    expect(askedOf(reply)?.refused).toBeDefined();
    expect(reply.line).toBe(`ask ${said}`);
  },
);

test("names are put into a question as one writes them, and a third joins them", async () => {
  const { say } = newTalk();
  await say("compare openai anthropic");
  expect((await say("who is their ceo?")).title).toBe("who is OpenAI's and Anthropic's ceo?");
  expect((await say("and mistral?")).title).toBe("who is OpenAI's, Anthropic's and Mistral AI's ceo?");
});

test.each(["who leads their channel?", "who runs their partnerships?"])(
  "“%s” of two or of one is answered with no row of another question",
  async (question) => {
    const { after } = newTalk();
    expect(await after("compare openai anthropic", question)).toMatchObject({ ok: false });
    expect(await after("who founded mistral?", question)).toMatchObject({ ok: false });
  },
);

test("what only the names of two led to is no answer", async () => {
  const { after } = newTalk();
  expect(await after("compare openai anthropic", "what about unicorns?")).toMatchObject({ ok: false });
});

test("who has no entry is held against the company talked about, and does not turn the talk to another", async () => {
  const { say, after } = newTalk();
  expect(askedOf(await after("tell me about databricks", "how is that different from snowflake"))).toMatchObject({
    answers: [{ study: "databricks" }, expect.anything(), expect.anything()],
  });
  await say("what about snowflake?");
  expect((await say("who founded it?")).line).toContain("about:databricks");
});

test.each(["compare them", "compare the two", "compare both"])(
  "“%s” compares those that were spoken of one after the other",
  async (line) => {
    const { after } = newTalk();
    expect(await after("who founded mistral?", "what about OpenAI?", line)).toMatchObject({
      ok: true,
      line: "compare mistral openai",
    });
  },
);

test("“compare them” after one alone says what to name", async () => {
  const { after } = newTalk();
  expect(texts(await after("who founded mistral?", "compare them"))).toContain("Compare Mistral AI with what?");
});

test("“source?” and “is that recent?” give the sources and the day of the last answer, by a line of its own", async () => {
  const { say } = newTalk();
  await say("who founded mistral?");
  for (const said of ["source?", "is that recent?", "where does that come from?"]) {
    const reply = await say(said);
    expect(texts(reply)).toMatch(/^The answer holds as of \w+ \d{4}\. Its newest source is of /);
    expect(reply.sources.length).toBeGreaterThan(0);
    expect(reply.line).toBe('ask question:"source: ask who founded mistral?"');
  }
  await say("what is MEDDIC?");
  expect((await say("thanks")).ok).toBe(false);
  expect((await say("source?")).title).toContain("what is MEDDIC?");
  await say("who is the dentist of mistral?");
  expect(texts(await say("source?"))).toContain("was a no");
});

test("a follow-up that nothing answers leaves the list before it to choose from", async () => {
  const { say } = newTalk();
  await say("solana risks");
  expect(await say("which one is worst")).toMatchObject({ ok: false });
  expect((await say("number 2")).line).toBe('ask question:"number 2: ask solana risks"');
});

test("“another one” is the row behind the one that was shown", async () => {
  const { say } = newTalk();
  await say("solana risks");
  for (const [said, place] of [
    ["explain the second one", 2],
    ["another one", 3],
    ["the next one", 4],
  ])
    expect((await say(`${said}`)).line).toBe(`ask question:"number ${place}: ask solana risks"`);
});

test.each(["explain that", "who else?", "give me an example"])("“%s” shows more of the last answer", async (said) => {
  expect((await newTalk().after("who are mistral's partners?", said)).line).toBe("case mistral partnerships");
});

test.each(["go back to hugging face", "let's go back to the Hugging Face question", "back to my question about HF"])(
  "“%s” turns to that company, whatever was asked last",
  async (said) => {
    const { say } = newTalk();
    await say("what are Hugging Face's risks?");
    await say("who founded openai?");
    expect((await say(said)).title).toBe("Hugging Face");
    expect((await say("who founded it?")).line).toContain("about:hugging-face");
  },
);

test.each(["good point ben", "great, thanks ben"])("“%s” is looked up nowhere, and turns to nobody", async (said) => {
  const { say } = newTalk();
  await say("who founded openai?");
  expect(askedOf(await say(said))).toMatchObject({ answered: false, answers: [] });
  expect((await say("their CEO?")).line).toContain("about:openai");
});

test("“what was the first question” in a meeting reads out what was asked in it", async () => {
  const { say } = newTalk();
  await say("meeting start openai");
  expect(texts(await say("what was the first question"))).toContain("no question so far");
  await say("who founded OpenAI?");
  await say("who is their dentist?");
  const { parts } = await say("what was the first question");
  expect(parts[0]).toMatchObject({
    items: [{ text: ["who founded OpenAI?"] }, { text: [expect.stringContaining("dentist"), " (open)"] }],
  });
});

test("“shorter” says the last answer in a line, “more” opens where it stands", async () => {
  const { say } = newTalk();
  await say("who are mistral's partners?");
  expect(texts(await say("shorter please"))).toMatch(/^Microsoft; ASML; .*\(and 6 more\)$/);
  expect(await say("more")).toMatchObject({ command: "case", line: "case mistral partnerships" });
  expect((await say("more")).title).toBe("What leads on from there");
});

test("“the second one” is a row of the last answer, a choice of a question back, a side of a comparison", async () => {
  const { after } = newTalk();
  expect(texts(await after("who are mistral's partners?", "the second one"))).toMatch(/^ASML/);
  expect(texts(await after("which companies do you know?", "the second one"))).toMatch(/^Databricks/);
  expect(texts(await after("who founded mistral?", "number 12"))).toContain("3 rows to choose from");
  expect((await newTalk().after("what is the revenue", "the second one")).line).toMatch(/about:arbitrum$/);
  expect((await after("compare openai anthropic", "the second one")).line).toContain("case anthropic");
});

test("what was talked about is told as far as it is kept", async () => {
  const { say, after } = newTalk();
  expect(await say("shorter please")).toMatchObject({ ok: false, title: "There is no answer to go by yet" });
  const said = texts(await after("who founded mistral?", "and openai?", "what did we talk about?"));
  expect(said).toContain("We spoke of OpenAI, Mistral AI. The last question was “who founded OpenAI?”.");
});

test.each(["source?", "shorter", "the second one", "the last one"])(
  "the line of “%s” gives the same again, whatever was said since",
  async (said) => {
    const { say } = newTalk();
    await say("case solana glance");
    const reply = await say(said);
    await say("who founded mistral?");
    const again = await say(`${reply.line} share:yes`);
    expect(again).toEqual({ ...reply, shared: true });
    expect(again.line).not.toBe("case solana glance");
  },
);

test("a line that does more than show something has no other form", async () => {
  const { say } = newTalk();
  const reply = await say('ask question:"shorter: casebook forget-me"');
  expect(reply.title).not.toContain("forgotten");
  expect(askedOf(reply)).toBeDefined();
});

test("“more” after what was calculated, found or listed leads on from it, and reckons nothing else", async () => {
  for (const line of [
    "cost 7B 1T",
    "how much would it cost to train 7B on 1T",
    "find nvidia",
    "case anthropic",
    "salary",
  ]) {
    const { say } = newTalk();
    const answer = await say(line);
    const ways = ({ parts }: Reply) => parts.filter(({ kind }) => kind === "select" || kind === "buttons");
    const more = await say("more");
    expect(more.title).toBe("What leads on from there");
    expect(ways(more)).toEqual(ways(answer));
    expect(ways(more).length).toBeGreaterThan(0);
  }
});

test("“the last one” is the last row, and a row keeps its label", async () => {
  expect(texts(await newTalk().after("who founded mistral?", "the last one"))).not.toBe(
    texts(await newTalk().after("who founded mistral?", "the second one")),
  );
  expect(texts(await newTalk().after("case anthropic glance", "the second one"))).toMatch(/^\w[\w ]+: San Francisco/);
});

test("what was only looked up is told as what is kept", async () => {
  expect(texts(await newTalk().after("cost 7B 1T", "what did we talk about?"))).toBe(
    "I keep the last answer of this talk, and no more; a meeting keeps every question.",
  );
});

test.each(["what are the fees?", "what is the margin?", "what is the revenue?"])(
  "“%s” in a talk on a company is told of that company, and of no other",
  async (question) => {
    const { after } = newTalk();
    expect(askedOf(await after("case hugging-face", question))?.answers[0]).toMatchObject({ study: "hugging-face" });
  },
);

test.each([
  ["what is stylus?", "arbitrum"],
  ["who is Elon Musk?", "openai"],
  ["which company has the most employees?", "databricks"],
])("“%s” says a name or asks all, and is answered where that is told", async (question, study) => {
  const { after } = newTalk();
  expect(askedOf(await after("case hugging-face", question))?.answers[0]).toMatchObject({ study });
});

test("an order of nothing is an honest no, in a talk on a company too", async () => {
  const { after } = newTalk();
  expect(await after("case hugging-face", "who is the biggest?")).toMatchObject({ ok: false });
});

test.each([
  ["who owns mistral?", "why?"],
  ["when was Spain?", "why?"],
  ["when was anthropic founded?", "why?"],
  ["what is co-sell?", "for how much?"],
  ["who runs solana?", "what does he do?"],
])("behind “%s”, “%s” is told to be asked in full, and is never greeted", async (asked, said) => {
  const { after } = newTalk();
  const reply = await after(asked, said);
  expect(reply).toMatchObject({ ok: false, title: "Ask that in full" });
  expect(texts(reply)).toContain(`“${said.slice(0, -1)}”`);
});

test("who bought a firm, when and for how much are asked one after the other", async () => {
  const { say } = newTalk();
  await say("what does hugging face do?");
  expect((await say("when were they bought?")).title).toBe("when was Hugging Face bought?");
  expect(texts(await say("by whom?"))).toContain("Nvidia");
  expect(texts(await say("for how much?"))).toContain("$11.9B");
});

test("another year keeps the measure that was asked for, and the title says whose", async () => {
  const { after } = newTalk();
  const reply = await after("openai", "who invested?", "and in 2024?");
  expect(reply.title).toBe("who invested in 2024? (OpenAI)");
  expect(texts(reply)).toContain("Thrive");
});

test.each(["hugging face", "Hugging Face please", "the hugging face one"])(
  "“%s” typed behind “Which company do you mean?” is that choice",
  async (choice) => {
    const { after } = newTalk();
    expect((await after("what about their risks?", choice)).line).toBe(
      "ask what about their risks? about:hugging-face",
    );
  },
);

test("a no to which row is the worst leaves the rows to choose from", async () => {
  const { after } = newTalk();
  expect((await after("solana risks", "which one is worst", "number 2")).title).toBe("solana risks");
});

test("“salary?” behind an answer about a role asks for that role's pay", async () => {
  const { say, after } = newTalk();
  expect((await say("salary")).line).toBe("salary");
  expect((await after("what does a partner manager do?", "salary?")).line).toBe("salary partner-manager");
  expect((await after("who founded mistral?", "salary")).line).toBe("salary");
});

test("“all of them” behind a list opens the whole of it", async () => {
  const { after } = newTalk();
  expect((await after("openai risks", "all of them")).line).toBe("case openai risks");
});

test.each([
  ["tell me about mistral", "let's talk about pricing", "mistral"],
  ["tell me about mistral", "can we talk about their investors?", "mistral"],
  ["tell me about mistral", "on to revenue", "mistral"],
  ["tell me about mistral", "@here what is their revenue?", "mistral"],
  ["what is OpenAI's valuation?", "back to funding", "openai"],
  ["what is OpenAI's valuation?", "over to lessons", "openai"],
  ["what is OpenAI's valuation?", "let's start with the risks", "openai"],
  ["what is OpenAI's valuation?", "I want to discuss the risks", "openai"],
  ["CRO", "let's discuss equity", "chief-revenue-officer"],
  ["CRO", "can we talk about bonus?", "chief-revenue-officer"],
])("behind “%s”, “%s” is looked up of the same one", async (first, turn, id) => {
  const reply = await newTalk().after(first, turn);
  expect(reply.ok).toBe(true);
  expect(reply.line).toContain(`about:${id}`);
});

test.each(["we should discuss that offline", "Dana will follow up", "over to Dana", "let's take a short break"])(
  "“%s” within a talk is said to others",
  async (said) => {
    expect(askedOf(await newTalk().after("tell me about mistral", said))?.refused).toBe("remark");
  },
);

test("a post asked of another year is answered with no other row of that year", async () => {
  const reply = await newTalk().after("who is openai's CEO?", "in 2022?");
  expect(reply).toMatchObject({ ok: false });
  expect(reply.line).toContain("CEO in 2022");
});

test("behind the last row comes none", async () => {
  expect((await newTalk().after("solana risks", "the last one", "next")).title).toBe("That was the last one");
});

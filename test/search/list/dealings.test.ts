import { describe, expect, test } from "vitest";
import { answerQuestion } from "#search/answer/answer.ts";
import { outsiderOf } from "#search/list/outsiders.ts";
import { realSearch } from "../real-search.ts";

const search = await realSearch();
const listed = (question: string) => {
  const { list, answered } = answerQuestion(search, question);
  return answered && list && !list.entry
    ? { title: list.title, rows: list.passages.map(({ entry, section }) => `${entry}#${section}`) }
    : undefined;
};
const entries = (question: string) => listed(question)?.rows.map((row) => row.split("#")[0]);

describe("what somebody has to do with several of the companies is told by one row of each", () => {
  test.each([
    ["Accenture signed up with more than one lab in our library: which ones?", ["anthropic", "mistral"]],
    ["Visa shows up in two of the web3 studies; what does it do in each?", ["solana", "worldcoin"]],
    ["who else works with Deloitte?", ["anthropic"]],
    ["where does Stripe turn up in our studies?", ["solana", "worldcoin"]],
    ["what does Shopify do for the companies we cover?", ["solana", "worldcoin"]],
    ["SoftBank put money into which of our companies?", ["openai"]],
    ["which of our web3 cases does PayPal work with?", ["solana"]],
    ["which company did Nvidia buy?", ["hugging-face"]],
    ["which labs run on Oracle's cloud?", ["openai"]],
    ["which of our companies work with OpenAI?", ["databricks", "hugging-face"]],
  ])("%s", (question, wanted) => {
    expect(entries(question)).toEqual(wanted);
  });

  test("rows of partnerships come before those on investors", () => {
    const { rows = [] } = listed("which of our firms has nvidia invested in?") ?? {};
    expect(rows).toContain("hugging-face#glance");
    expect(rows.indexOf("hugging-face#glance")).toBeGreaterThan(rows.indexOf("openai#partnerships"));
  });

  test("short names that people type stand for the long ones", () => {
    expect(listed("is a16z in more than one of our cases?")).toMatchObject({
      title: "Andreessen Horowitz, all studies",
    });
    expect(entries("is a16z in more than one of our cases?")).toEqual(expect.arrayContaining(["mistral", "worldcoin"]));
  });

  test("whoever is only spoken of is found by the rows that do", () => {
    expect(entries("which of the studies mention the SEC?")).toEqual(expect.arrayContaining(["openai", "solana"]));
  });

  test("what else is asked the row must say", () => {
    expect(entries("who in our library buys chips from AMD?")).toEqual(["anthropic", "hugging-face", "openai"]);
    expect(listed("which of our companies buys bananas from AMD?")).toBeUndefined();
  });
});

test("“besides” leaves a company out, in the list and beside it", () => {
  const { list, answers } = answerQuestion(
    search,
    "Nvidia is an investor in which of the firms we cover, besides OpenAI?",
  );
  expect(list?.title).toBe("Nvidia, all studies but OpenAI");
  expect(list?.passages.map(({ entry }) => entry)).not.toContain("openai");
  expect(answers.map(({ entry }) => entry.id)).not.toContain("openai");
  expect(answerQuestion(search, "Besides Anthropic, who has a deal with Snowflake?").answered).toBe(false);
});

test("a year prefers what began in it", () => {
  const all = entries("which of the companies did business with SpaceX?");
  expect(all).toContain("openai");
  expect(entries("Which two of the companies did business with SpaceX in 2026, and for what?")).toEqual([
    "anthropic",
    "databricks",
  ]);
});

test("who buys a company does not merely deal with it", () => {
  expect(entries("which of our companies is being bought by Nvidia?")).toEqual(["hugging-face"]);
  expect(listed("which of our companies was bought by Salesforce?")).toBeUndefined();
});

test("two partners that a study tells apart are two, though a question about one may mean both", () => {
  const mastercard = outsiderOf(["mastercard"], search);
  expect(mastercard.in("with Mastercard, Worldpay and Western Union")).toBe("Mastercard");
  expect(mastercard.in("with Visa")).toBeUndefined();
  expect(outsiderOf(["aws"], search).in("with Amazon Web Services")).toBe("Amazon Web Services");
});

test("an ordinary word names somebody only where a text writes it large inside a sentence", () => {
  const { in: written } = outsiderOf(["visa"], search);
  expect(written("paid with Visa")).toBe("Visa");
  expect(written("they need a visa")).toBeUndefined();
});

test.each([
  "which of them sponsors a football club?",
  "which of our companies has a deal with Walmart Labs Brazil?",
  "which of the companies has a deal with Spotify?",
  "who has a partnership with Nintendo?",
  "is Adobe in any of our cases?",
  "which of the studies mention Toyota?",
  "which of our companies should we invest in?",
  "which of our resellers has a deal with Nvidia?",
])("what no row tells, or only the asker knows, is still refused: %s", (question) => {
  expect(answerQuestion(search, question).answered).toBe(false);
});

test.each([
  "Which companies besides Microsoft supply computing capacity to OpenAI?",
  "Which US firms does it list for single sign-on besides Okta?",
  "How many of the largest companies sell through partners, for example Microsoft?",
])("somebody who is left out or is an example is not whom it asks about: %s", (question) => {
  expect(listed(question)).toBeUndefined();
});

test.each(["บริษัทไทย", "a.b(c", "Zorblat Quux Fnord Blimp"])(
  "a name that nobody knows, %s, is nobody's partner",
  (name) => {
    expect(listed(`which of our companies works with ${name}?`)).toBeUndefined();
    expect(answerQuestion(search, `which of our companies works with ${name}?`).answered).toBe(false);
  },
);

test("who is left out is left out of a comparison, too, and a product left out is not its company", () => {
  const { sides } = answerQuestion(search, "compare the valuation of Mistral and Anthropic besides OpenAI");
  expect(sides.map(({ entry }) => entry.id)).toEqual(["mistral", "anthropic"]);
  expect(answerQuestion(search, "besides OpenAI's API, how does OpenAI make money?").answered).toBe(true);
});

describe("a person behind several companies, or what founders were before", () => {
  test.each([
    ["Sam Altman had a hand in starting which two outfits we study?", ["openai", "worldcoin"]],
    ["which of our companies did Ion Stoica co-found?", ["databricks"]],
    ["which founders worked at Google/Meta/DeepMind before?", ["mistral"]],
    ["who of the founders were academics?", ["arbitrum", "databricks"]],
    ["which companies were started by professors?", ["arbitrum", "databricks"]],
    ["who among the founders came from Qualcomm?", ["solana"]],
    ["which founders used to work at OpenAI?", ["anthropic", "worldcoin"]],
    ["any founders who came from Meta?", ["mistral"]],
  ])("%s", (question, wanted) => {
    expect(entries(question)).toEqual(wanted);
  });

  test.each(["which founder played professional tennis?", "did any of the founders come from Apple?"])(
    "%s is refused",
    (question) => {
      expect(answerQuestion(search, question).answered).toBe(false);
    },
  );
});

describe("what two companies have in common is told partner by partner", () => {
  test.each([
    ["which partners do Solana and Worldcoin have in common?", "Visa"],
    ["have Arbitrum and Solana any partner in common?", "WisdomTree"],
    ["do Anthropic and OpenAI share a supplier?", "Nvidia"],
    ["do Mistral and Hugging Face have the same backers?", "Nvidia"],
    ["what ties Databricks and Mistral?", "Microsoft"],
  ])("%s", (question, name) => {
    const { title = "", rows = [] } = listed(question) ?? {};
    expect(title).toContain(name);
    expect(new Set(rows.map((row) => row.split("#")[0])).size).toBe(2);
  });

  test("who founded both ties them", () => {
    expect(listed("is there any link between OpenAI and Worldcoin?")?.rows).toEqual([
      "openai#glance",
      "worldcoin#glance",
    ]);
  });

  test("what else is asked is no question of what they share", () => {
    expect(listed("do Anthropic and OpenAI share a canteen?")).toBeUndefined();
  });
});

import { expect, test } from "vitest";
import { briefingOf, browsingOf, ideasAsked, stageAsked } from "#present/ask/browse.ts";
import { realSearch } from "../search/real-search.ts";

test.each([
  ["which companies do you know?", "case"],
  ["What case studies are there?", "case"],
  ["list all playbooks", "playbook"],
  ["how many playbooks are in the casebook?", "playbook"],
  ["show me the roles", "role"],
  ["what terms do you have", "glossary"],
  ["which tools do you have?", "hub tools"],
  ["what do you know?", "hub"],
  ["what's in the casebook", "hub"],
  ["roles", "role"],
  ["all the cases", "case"],
  ["Salaries?", "salary"],
  ["where do I find partner ideas?", "idea"],
  ["where can I read the playbooks?", "playbook"],
])("%s runs %s", (question, line) => {
  expect(browsingOf(question)).toBe(line);
});

test.each([
  "which companies are profitable?",
  "how many companies does solana have",
  "what roles are there in a partner team",
  "list the lessons of mistral",
  "which tools are there for partner management",
  "what do you know about mistral",
  `list all${" all".repeat(3000)} playbooks`,
])("%s is looked up", (question) => {
  expect(browsingOf(question)).toBeUndefined();
});

test.each([
  ["give me 3 ideas to work with a hyperscaler", "idea work with a hyperscaler"],
  ["Ideas for a co-marketing campaign?", "idea co-marketing campaign"],
  ["any idea how much openai is worth", undefined],
  ["whose idea was it to open the Hub", undefined],
])("“%s” is answered with ideas where it asks for them: %s", (question, line) => {
  expect(ideasAsked(question)).toBe(line);
});

const { library } = await realSearch();

test.each([
  ["brief me on anthropic", "brief anthropic"],
  ["prep me for a call with Hugging Face", "brief hugging-face"],
  ["I have a call with solana in 10 minutes", "brief solana"],
  ["We're meeting Mistral tomorrow at 10", "brief mistral"],
  ["brief me on Mistral please", "brief mistral"],
  ["I need a brief on World for tomorrow's call", "brief worldcoin"],
  ["meeting with OpenAI at 3pm", "brief openai"],
  ["got a call with World tomorrow", "brief worldcoin"],
  ["prep me for a call with OpenAI at 3pm", "brief openai"],
  ["help me prepare for a meeting with Databricks next Tuesday", "brief databricks"],
  ["what should I know before a call with OpenAI?", "brief openai"],
  ["catch me up on Anthropic", "brief anthropic"],
  ["cheat sheet for Mistral", "brief mistral"],
])("“%s” runs %s", (question, line) => {
  expect(briefingOf(question, library)).toBe(line);
});

test.each([
  "I have a call with solana tomorrow, what should I know about fees?",
  "brief me on compute prices",
  "brief me on OpenAI pricing",
  "what should I know about Mistral?",
  "prepare for a first partner meeting",
  "I have a call with Acme tomorrow",
  "who meets with mistral?",
  `I have a call with ${"x ".repeat(5000)}`,
])("“%s” asks for no brief", (question) => {
  expect(briefingOf(question, library)).toBeUndefined();
});

test.each([
  ["stage 3 of the partnership programme", "playbook strategic-partnership-program 3"],
  ["what is the second stage of the vc bd playbook?", "playbook vc-portfolio-bd 2"],
  ["show me stage 8 of the enterprise partnerships playbook", "playbook enterprise-tech-partnerships 8"],
  ["what is the early stage of the partnership programme?", undefined],
  ["how long is stage 3 of the partnership programme?", undefined],
  ["stage 2 of Mistral", undefined],
])("“%s” runs %s", (question, line) => {
  expect(stageAsked(question, library)).toBe(line);
});

import { expect, test } from "vitest";
import { browsingOf } from "#present/ask/browse.ts";

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

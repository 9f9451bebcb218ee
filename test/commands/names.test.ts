import { expect, test } from "vitest";
import { checklistCommand } from "../../commands/checklist.ts";
import { openReal } from "../real.ts";

const { say } = await openReal();
const inHelp = checklistCommand.summary.replace(/^.*: /, "").split(", ");

test("the help of checklists names several", () => expect(inHelp.length).toBeGreaterThan(3));

test.each(inHelp)("the checklist that the help calls “%s” opens by that name", async (name) => {
  expect((await say(`checklist ${name}`)).ok).toBe(true);
});

test("a word that the titles of several share opens none of them", async () => {
  const reply = await say("checklist partner");
  expect(reply.ok).toBe(false);
  expect(JSON.stringify(reply.parts)).toContain("Did you mean");
});

test("a name that is near none of a few is answered with all of them", async () => {
  const said = JSON.stringify((await say("checklist xyzzy")).parts);
  for (const title of ["Partner exit", "Partner launch", "Quarterly business review"]) expect(said).toContain(title);
});

test("a part that an entry lacks is answered with those it has", async () => {
  expect(JSON.stringify((await say("role bdm xyzzy")).parts)).toContain("What the role owns");
});

test.each([
  ["compare solana arbitrum tvl", /TVL$/],
  ["compare openai anthropic ceo", /CEO$/],
  ["compare openai anthropic board seats", /Board seats$/],
])("“%s”: an acronym in a title is written in capitals", async (line, title) => {
  expect((await say(line)).title).toMatch(title);
});

test("a title whose words were typed in other endings and another order is opened", async () => {
  for (const line of ["checklist for launching a partner", "checklist launching partners"])
    expect(await say(line)).toMatchObject({ ok: true, title: "Partner launch" });
});

test("one word of a role's other name does not bring it up", async () => {
  const refused = await say("salary account executive");
  expect(refused.ok).toBe(false);
  expect(JSON.stringify(refused.parts)).toContain("Choose Business Development Manager, Chief Revenue Officer");
});

test("a hub that there is none of is answered with those there are", async () => {
  const refused = await say("hub foo");
  expect(refused.ok).toBe(false);
  expect(JSON.stringify(refused.parts)).toContain("Choose Case studies, Tools, Resources");
  expect(JSON.stringify(refused.parts)).toContain('"line":"hub playbooks"');
});

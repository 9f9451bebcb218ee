import { expect, test } from "vitest";
import { newTalk } from "./new-talk.ts";

const open = "what are their risks?";

test.each(["Mistral", "mistral.", "I mean Mistral", "the Mistral one", "and Mistral?"])(
  "“%s” behind “which do you mean?” is the choice of its button",
  async (said) => {
    const { say } = newTalk();
    const back = await say(open);
    expect(back.ok).toBe(false);
    expect((await say(said)).line).toBe(`ask ${open} about:mistral`);
  },
);

test.each(["who founded Mistral?", "Mistrall", "the small one"])(
  "“%s” behind it chooses none of them",
  async (said) => {
    const { after } = newTalk();
    expect((await after(open, said)).line).not.toContain(open);
  },
);

test("a name behind an answer is no choice", async () => {
  expect((await newTalk().after("who founded openai?", "Mistral")).line).not.toContain("about:mistral");
});

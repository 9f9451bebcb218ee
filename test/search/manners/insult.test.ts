import { expect, test } from "vitest";
import { isInsult } from "#search/manners/insult.ts";
import { faster, growth } from "../../growth.ts";

test.each([
  "fuck off",
  "you are stupid",
  "you're such a useless bot",
  "you suck",
  "stupid bot",
  "what a dumb answer",
  "this is garbage!",
  "that was complete rubbish",
  "it's rubbish. what is churn",
  "the bot is so dumb",
  "useless",
  "what a load of crap",
  "are you stupid?",
  "idiot",
  "oh shut up",
  "are you fucking kidding me",
  "bullshit",
  "this really sucks",
  "stupid AI bot",
  "get lost",
  "oh just go to hell!",
  "you can get lost",
  "no, this is garbage",
  "I asked you of Mistral and this is garbage!",
  "you all are so stupid",
  "what the fuck is this",
  "why is this so useless?",
])("“%s” is rude to the bot", (text) => {
  expect(isInsult(text)).toBe(true);
});

test.each([
  "is it stupid to sign an exclusive with a cloud?",
  "why do so many partner programs suck?",
  "are partner portals useless?",
  "is exclusivity garbage?",
  "would you say QBRs are useless?",
  "is it dumb to give 40% margin?",
  "why do people say certifications are rubbish?",
  "do you think it is stupid to resell?",
  "how do I handle a partner manager who is an idiot?",
  "what makes most co-marketing shit?",
  "why does it suck to be a reseller?",
  "partner portals, are they useless?",
  "is it useless if you have no partners?",
  "is it stupid to answer every tender?",
  "how do we trash a bad deal registration?",
  "why do leads get lost between partners?",
  "how do deal registrations get lost?",
  "did the deal go to hell?",
  "do price rises piss off resellers?",
  "are they worthless?",
  "is it worthless?",
  "and why is it worthless?",
  "did critics think it was stupid?",
  "what makes a partner portal so bad that it is useless?",
  "how do you trash a deal?",
  "are resellers idiots?",
])("“%s” is said of something, and asks", (text) => {
  expect(isInsult(text)).toBe(false);
});

test("the work of hearing rudeness grows as a text does", async () => {
  for (const piece of ["you all all ", "all ", "oh ", " ", "this so ", "stupid ", "get lost. "]) {
    const hear = (length: number) => isInsult(`you${piece.repeat(length / piece.length)}x`);
    expect(await growth(hear, 10_000), piece).toBeLessThan(faster);
  }
});

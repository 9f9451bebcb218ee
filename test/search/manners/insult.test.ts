import { expect, test } from "vitest";
import { isInsult } from "#search/manners/insult.ts";

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
])("“%s” is said of something, and asks", (text) => {
  expect(isInsult(text)).toBe(false);
});

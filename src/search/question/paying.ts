import { isStopWord } from "../words/tokens.ts";

/** The money in which a sum may be asked for. */
export type Currency = "dollars" | "euros" | "pounds";

/** The money in which a question asks for a sum: "in dollars". */
export function currencyIn(line: string): Currency | undefined {
  if (/\bin (?:us )?(?:dollars|usd|bucks)\b/.test(line)) return "dollars";
  if (/\bin (?:euros?|eur)\b/.test(line)) return "euros";
  return /\bin (?:pounds?(?: sterling)?|gbp|sterling)\b/.test(line) ? "pounds" : undefined;
}

/** Whose payment or part a question asks for, by the words of a name: "how much did Thrive put in", "the size of IBM's cheque". */
export function payerIn(line: string, isName: (word: string) => boolean): readonly string[] {
  const [, holder] = stake.exec(line) ?? [];
  if (holder !== undefined && !holder.split(" ").some((word) => between.test(word)))
    return holder.split(" ").filter((word) => !isStopWord(word));
  const [, found = cheque.exec(line)?.slice(1).find(Boolean)] = payment.exec(line) ?? wrote.exec(line) ?? [];
  const said = found?.split(" ") ?? [];
  return said.some((word) => between.test(word)) ? [] : said.filter(isName);
}

const payment =
  /\b(?:how much|what)\b.{0,80} (?:did|has|have|does) (.{1,60}?) (?:alone |itself |themselves )?(?:pay|paid|put|invest|invested|contribute|contributed|spend|spent|lend|lent|commit|committed|pledge|pledged|chip|chipped)\b/;
const stake =
  /^(?:(?:what|how (?:big|large|much)) (?:is|was) )?(.{2,40}?) (?:stake|shareholding|percentage holding) in /;
const wrote = /\b(?:cheque|check) (?!size)(.{2,40}?) (?:wrote|cut|signed)\b/;
const cheque =
  /\b(?:how (?:big|large|much)|size|amount)\b.{0,20}\b(?:is|was|of|were)(?: the)? (.{2,30}?) (?:cheques?|checks?|contribution)\b|^(.{2,30}?) (?:cheque|check) size\b|^what (?:is|was) (?:the )?(.{2,30}?) (?:contribution|cheque|check|grant|portion) (?:to|in|of|for)\b/;

/** Behind these no longer a name goes on. */
const between = /^(?:for|to|by|with|from|when|who|that|which|if|before|after)$/;

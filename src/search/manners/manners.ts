import { withoutCall, withoutLinks } from "./address.ts";
import { asksHowFresh, asksWhoItIs } from "./bot-and-names.ts";
import { looksLikeCode } from "./code.ts";
import { despair } from "./despair.ts";
import { errands } from "./errands.ts";
import { general, smallThings } from "./general.ts";
import { instructions, slashCommand } from "./instructions.ts";
import { newsOfTheMinute, newsOfToday } from "./news.ts";
import { asksOfOwnFirm } from "./own-firm.ts";
import type { Patterns } from "./patterns.ts";
import { colleague, ownLife, payOfPerson, privateMatters, saidByColleagues, seat } from "./private.ts";
import { type SmallTalk, smallTalk } from "./small-talk.ts";
import { adviceToTrade } from "./trade.ts";
import { writing } from "./writing.ts";
import { wrongdoing } from "./wrongdoing.ts";

/** Why a text is not looked up at all. */
export type OffLimits =
  | "despair"
  | "private"
  | "ours"
  | "news"
  | "advice-to-trade"
  | "wrongdoing"
  | "instructions"
  | "code"
  | "address"
  | "general"
  | "writing"
  | "errand"
  | SmallTalk;

/** In the order they are tried: the first that meets a text says why. */
const rules: readonly (readonly [OffLimits, Patterns])[] = [
  ["despair", despair],
  ["instructions", instructions],
  ["wrongdoing", wrongdoing],
  ["private", privateMatters],
  ["private", saidByColleagues],
  ["private", payOfPerson],
  ["general", smallThings],
  ["news", newsOfToday],
  ["news", newsOfTheMinute],
  ["general", general],
  ["writing", writing],
  ["errand", errands],
  ["private", colleague],
  ["advice-to-trade", adviceToTrade],
];

/**
 * Why a text should be answered with a short polite no and no look-up; nothing for an ordinary question. `isNamed`: some
 * entry is named in it, so that a rude or chatty question is still a question; `isOfPerson`: a person is, and no entry; `isTopic`: these
 * words are something to be asked about.
 */
export function offLimits(
  text: string,
  isNamed: () => boolean,
  isOfPerson: () => boolean = () => false,
  isTopic: (words: string) => boolean = () => false,
): OffLimits | undefined {
  const said = withoutCall(text);
  const plain = withoutLinks(said);
  if (plain === "" && said.trim() !== "") return "address";
  if (!/\p{L}/u.test(plain)) return "murmur";
  // A company lives somewhere, too.
  const told = isNamed() && !isOfPerson() ? said.replace(seat, " ") : said;
  const found = rules.find(([, { any }]) => any.test(told));
  // What is new at the asker's own firm is no news of the day.
  if (found && found[0] !== "news") return found[0];
  if (slashCommand.test(said) && !isNamed()) return "instructions";
  if (asksOfOwnFirm(said, isNamed)) return "ours";
  if (found) return found[0];
  if (ownLife.any.test(said) && isOfPerson()) return "private";
  if (looksLikeCode(said)) return "code";
  if (asksWhoItIs(said)) return "itself";
  if (asksHowFresh(said)) return "fresh";
  const talk = smallTalk(said, isTopic);
  return talk && !isNamed() ? talk : undefined;
}

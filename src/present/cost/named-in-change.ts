import { readQuantity } from "#calc/quantity.ts";
import type { Typed } from "./asked.ts";
import { likeCard } from "./question.ts";

const beforeCard = /^(?:(?:and|what|how|on|with|for|us(?:e|ing)|an?|the) )*/i;
const placed = /^(?:(?:and|what|how) )*(?:on|with|us(?:e|ing))\b/i;
/** Said without "on", only what nothing else is called like. */
const family = /^(?:(?:rtx|gtx|tpu|mi)-?\d{2,4}|g?[bhv]-?\d{3,4})[a-z]{0,3}$/i;
/** Long words by their first and last letter: a16z, a11y, l10n. */
const numeronym = /^[a-z]\d\d[a-rt-wyz]$/i;

/** The accelerator, known or not, that the words of a change name: "on RTX 9090s" and "B999", but not "a16z" or "K12". */
export function cardIn(words: string): string | undefined {
  const card = words.replace(beforeCard, "").replace(/\s|s$/gi, "");
  const isCard = placed.test(words) ? likeCard.test(card) && !numeronym.test(card) : family.test(card);
  return isCard ? card : undefined;
}

const kinds: ReadonlySet<string> = new Set(["hyperscaler", "neocloud", "marketplace"]);
const onProvider = /\b(?:on|at|with|from|via|by|through|us(?:e|ed|ing)|to)\b/i;
const ledIn =
  /^(?:and|but|so|or|ok|okay|then|now|what|how|for|with|on|us(?:e|ing)|try|make|instead)\b|\b(?:instead|then|too|though)\W*$/i;

/** A question that names a firm or a model and says nothing that makes it one of this calculation: "AWS", "mistral 7B". */
export function isOnlyNamed(options: Typed, question: string): boolean {
  const [[option, value = ""] = ["", ""], ...more] = Object.entries(options);
  if (more.length > 0) return false;
  if (option === "provider") return !kinds.has(value) && !onProvider.test(question);
  return option === "model" && readQuantity(value) === undefined && !ledIn.test(question);
}

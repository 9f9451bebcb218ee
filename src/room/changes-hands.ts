import { singular } from "./names-put-in.ts";

const noun = "(?:acquisition|take-?over|buy-?out|purchase|sale)";
/** Words that stand in no name: with one of them a deal is told or asked of, not named. */
const noName =
  "(?:what|which|who|whose|how|when|why|where|is|are|was|were|am|be|been|do|does|did|has|have|had|can|could|will|would|should|may|might|must|tell|show|give|explain|describe|discuss|compare|list|find|know|finish(?:ed)?|announced?|plan(?:s|ned|ning)?|made?|make|i|we|you|he|she|it|they|me|us|them|my|our|your|his|her|its|their|this|that|these|those|a|an|the|any|some|each|every|all|no|not|about|on|of|for|from|with|by|in|at|to|after|before|up|since|biggest|largest|first|last|latest|next|recent|other|another)";
const word = `(?!${noName}(?![\\p{L}\\p{N}.-]))[^\\s?!,;]{1,30}?`;
const toldOf = "(?:(?:please )?(?:(?:tell me|what) )?about )?(?:the )?";
const dealNamed = new RegExp(`^${toldOf}(${word}(?: ${word}){0,3})(?:['’]s)? ${noun}$`, "iu");
const dealOfNamed = new RegExp(`^${toldOf}${noun} of (\\S.{0,40})$`, "i");
/** What one has paid for a firm is asked for by its name alone: "how much was Tabular". */
const priceOfNamed = /^(?:how much|what price) was (?!Series\b)(\p{Lu}[\p{L}\p{N}.-]+)$/u;

/** The deed that the name of a deal stands for: "was Gradio bought" for "the Gradio acquisition" and "acquisition of Gradio". */
export function dealAsDeed(said: string): string | undefined {
  const [, name] = dealOfNamed.exec(said) ?? dealNamed.exec(said) ?? priceOfNamed.exec(said) ?? [];
  return name && `was ${name} bought`;
}

const wasBought =
  /\b(was|were|is|are|(?:has|have)(?= they (?:\w+ )?been\b)|did(?= they get\b)) they ((?:(?:been|being|get|really|actually|finally|already|ever) )*)(bought|acquired|purchased|taken over|sold)\b/i;
const buysThem = /\b(buy|buys|buying|bought|acquires?|acquired|acquiring|purchased?|purchasing) them\b/i;

/**
 * A question of who buys, or bought, the firm talked about, by its name: "when were they bought?" is else taken for what it
 * bought itself. Undefined for any other question.
 */
export function boughtByName(question: string, name: string): string | undefined {
  if (wasBought.test(question))
    return question.replace(wasBought, (_, helper: string, between: string, deed: string) => {
      const said = deed.toLowerCase() === "sold" ? "sold" : "bought";
      return `${singular(helper)} ${name} ${between}${said}`;
    });
  return buysThem.test(question) && !/\bthey\b/i.test(question) ? question.replace(buysThem, `$1 ${name}`) : undefined;
}

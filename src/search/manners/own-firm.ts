import { here, ours } from "./own-facts.ts";
import { patterns, raw } from "./patterns.ts";

/** Words in front of what is asked. */
const polite =
  /^(?:(?:so|and|hi|hey|ok|please|quick one|remind me|btw|also)\b[ ,:]*)*(?:(?:can|could|would|will) you (?:please )?)?(?:(?:tell|remind) (?:me|us) )?/i;

const noPossession =
  "compan(?:y|ies)|firms|labs|startups|studies|cases|projects|outfits|rivals|competitors|neighbou?rs|offers|investors|metrics";

/** Whatever is to be done with what is one's own. */
export const oneOfOurs = patterns({
  "which of our resellers should I fire?": raw`\bwhich of (?:our|my) (?!(?:[\p{L}\p{N}]+ )?(?:${noPossession})\b(?! should\b))\p{L}+`,
});

/** An account that belongs to somebody here. */
export const account = patterns(
  {
    "who owns the Mistral account?": [
      raw`^[Ww]ho(?: owns|['’]?s on| is on| has| handles| covers| manages| looks after| runs)`,
      raw` (?:the )?\p{Lu}[\p{L}\p{N}]+(?: \p{Lu}\p{L}+)? (?:account|renewal)\b`,
    ],
  },
  "u",
);

/** How it is done elsewhere, or best done, is what the casebook tells. */
export const elsewhere = patterns(
  {
    // What one is to do.
    "what should our contract say?": raw`\b(?:should|ought|needs?|has to|have to|must|supposed to|would)\b`,
    "what is our best agenda?": raw`\b(?:best|ideal(?:ly)?|make good)\b`,
    "how do we size our pipeline?": raw`\bhow (?:do|can|could|would) (?:we|i)\b`,
    "who sees our contracts before we sign?": raw`\b(?:before|after|if)\b`,
    // How it is with others.
    "what is our usual margin?": raw`\b(?:usual(?:ly)?|typical(?:ly)?|normal(?:ly)?|in general|generally|most|as a rule|as an? )\b`,
    "how are our margins against others?": raw`\b(?:others?|companies)\b`,
    // A form to fill in.
    "where is our contract checklist?": raw`\b(?:range|checklist|template|steps|matters?|criteria|blind spots)\b`,
    "is it our contract or the law?": raw`\bor the\b`,
  },
  "i",
);

/** True for a fact that only the asker's own company knows; not for how one should go about something. `isNamed`: a company with an entry is named. */
export function asksOfOwnFirm(text: string, isNamed: () => boolean): boolean {
  const said = text.replace(polite, "");
  if (oneOfOurs.any.test(said)) return true;
  if (elsewhere.any.test(said)) return false;
  return account.any.test(said) || ours.any.test(said) || (here.any.test(said) && !isNamed());
}

import type { Question } from "./question.ts";

/** Companies are looked for among all: "which companies plan an IPO?", "any European ones?" */
const companies = "(?:companies|startups|start ups|firms|labs|studies|cases|ones|of (?:them|these|those))";
const whichCompanies = new RegExp(
  `^(?:(?:and|so|ok|please|tell me|remind me|do you know) )*(?:which(?: \\p{L}+){0,3}?|whats?(?: \\p{L}+)?|(?:is |are |do |does |has |have |did )?any(?: \\p{L}+){0,3}?|(?:list|name|show)(?: \\p{L}+){0,3}?) ${companies}\\b|^(?:and )?which (?:\\p{L}+ )?(?:company|startup|firm|lab)\\b`,
  "u",
);
const whichOfAll =
  /^(?:and )?which (?:is|are|was|were|has|have|had|do|does|did|will|can)\b|^(?:is|are|do|does|has|have|did) any(?:one|body)?\b/u;
const whoOfAll =
  /^(?:and )?who (?:(?:is|are)(?! (?:the|their|its|your|our|a|an)\b)|has|have|had|makes?|made|plans?|wants?|lost|loses?|filed|went|goes|charges|employs)\b/;

/** Whether a line looks for whoever of all studies is something. */
export const asksWhichOfAll = (line: string): boolean =>
  [whichCompanies, whichOfAll, whoOfAll].some((pattern) => pattern.test(line));

/** Whether a line looks for companies by that word. */
export const namesCompanies = (line: string): boolean => whichCompanies.test(line);

/** Whether companies are looked for, and none is named. */
export const asksWhichCompanies = ({ words, companies: named, others }: Question): boolean =>
  named.length + others.length === 0 &&
  whichCompanies.test(words.join(" ")) &&
  !words.some((word) => /^(?:we|our|us|i|my)$/.test(word));

/** Something is asked that is not so: those of which a row tells it are no answer. */
export const denied = /\b(?:not|never|without|no)\b|n['’]t\b/i;

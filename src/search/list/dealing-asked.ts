/** What somebody has to do with the companies that are asked about. */
export type Relation = "acquires" | "invests" | "founds" | "deals" | "appears";

const companies =
  "(?:compan(?:y|ies)|startups?|start ups?|firms?|labs?|studies|study|cases?|case studies|outfits?|projects?|businesses|networks?|chains?)";
const among = new RegExp(
  `\\b(?:which|what|list|name|show|all|any|every|each|several|some|two|three|one|both|many|most|more than one|number)(?: of)?(?: all)?(?: the| these| those| our| your)?(?: [\\p{L}\\p{N}]+)? ${companies}\\b|\\b(?:our|these|those|your|the) (?:[\\p{L}\\p{N}]+ )?(?:companies|startups|firms|labs|studies|cases|outfits|projects|library|casebook)\\b|\\bwhich (?:one )?of (?:them|these|those)\\b|\\bmore than one (?:lab|company|firm|study|case|startup)\\b`,
  "u",
);

/** Whether a line looks for some of the companies that there are studies of. */
export const asksAmongStudies = (line: string): boolean =>
  among.test(line) && !/\b(?:for example|such as)\b/.test(line);

/** Whether they are said to be those of the casebook, so that one of them may be asked about as anybody else. */
export const saysOurs = (line: string): boolean =>
  /\b(?:our|these|those|of them|library|casebook|cases|studies|we (?:cover|study|follow|track|have))\b/.test(line);

/** Whether it looks for whoever has to do with somebody: "who else works with …". */
export const asksWho = (line: string): boolean =>
  /^(?:and |so |ok )*(?:who|whom|whos)\b/.test(line) ||
  /^(?:besides|apart from|aside from|other than|except)\b.* who\b/.test(line);

const relations: readonly (readonly [Relation, RegExp])[] = [
  [
    "acquires",
    /\b(?:bought|acquired|taken over|swallowed|owned) by\b|\b(?:acquir\w+|takes? over|took over|takeover|buying up|buyer)\b|\bdid \p{L}+(?: \p{L}+)? (?:buy|purchase)\b(?! (?:from|into|an?|the|some|more|shares?|stock|tokens?|compute|gpus?|chips?|capacity|energy|power|services?)\b)/u,
  ],
  [
    "invests",
    /\b(?:invest\w*|back(?:s|ed|er|ers|ing)?|fund(?:s|ed|ing)?|financ\w+|stakes?|shares?|shareholders?|money|cash|capital|che(?:que|ck)s?|owns?|bankroll\w*)\b/,
  ],
  [
    "founds",
    /\b(?:found(?:s|ed|er|ers|ing)?|cofound\w*|start(?:ed|ing|s)?|set up|creat\w+|launch\w*|brainchild|behind)\b/,
  ],
  [
    "appears",
    /\b(?:mention\w*|appear\w*|(?:show|turn|come|crop|pop)(?:s|ed|ing)? up|figures?|features?|involv\w+|plays?|talks?|speaks?|links?|linked|connect\w*|cites?|cited|in (?:more than one|several|two|three|which|any|both|how many))\b/,
  ],
  [
    "deals",
    /\b(?:works?|worked|working|runs?|running|host\w*|rel(?:y|ies)|depend\w*|deals?|dealings?|dealt|partner\w*|business|sign\w*|agreements?|contracts?|customers?|clients?|suppl\w+|buy(?:s|ing)?|bought|sell(?:s|ing)?|sold|resell\w*|team\w*|do|does|doing|us(?:e|es|ed|ing)|ties?|tied|tie ups?|all(?:y|ied|iances?)|together|through|integrat\w+|relationships?)\b/,
  ],
];

/** What somebody is asked to have to do with the companies, the likeliest first; who buys one does not merely deal with it. */
export function relationsIn(line: string): Relation[] {
  const found = relations.flatMap(([relation, pattern]) => (pattern.test(line) ? [relation] : []));
  return found[0] === "acquires" ? ["acquires"] : found;
}

const framing = new RegExp(
  `^(?:${companies}|library|casebook|they|them|cover(?:s|ed)?|follow(?:s|ed)?|track(?:s|ed)?|stud(?:y|ied)|else|besides|except|excluding|apart|aside|other|others|than|also|too|list|name|names|show|every|each|several|some|two|three|one|ones|both|many|several|different|kept|tell|please|have|has|having|had|hand|part|role|put|puts|took|take|takes|taken|got|get|gets|getting|give|gave|given|enter\\w*|made|make|makes|made|count|counts|join(?:s|ed)?|involved|up|talk|talks|about|so|exactly|exists?|there|among|alone|named|called|currently|already|ever|anywhere|again|way|ways|kind|something|anything|happen\\w*|look|looks|like|board)$`,
);

/** Words that belong to the way such a question is put, and say nothing of whom it asks about. */
export const isFraming = (word: string): boolean =>
  framing.test(word) || /^(?:show|turn|come|crop|pop)(?:s|ed|ing)?$/.test(word) || relationsIn(word).length > 0;

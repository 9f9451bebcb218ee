/** Whoever puts up money is asked for by a word for such: "which institution led the round?" asks who did. */
const whichBacker =
  /\b(?:which|what) (?:(?:financial|lead|main|venture|investment|vc) )?(?:institution|investor|fund|firm|vc|backer|entity|party|organi[sz]ation|outfit|house|group|bank)s? (?=(?:co-?)?(?:led|leads|headed|anchored|backed|bankrolled|put (?:up|in))\b)/gi;

/** Whoever may buy, or took over, is the buyer: "who would like to acquire X?", "who took over X?" ask who is buying it. */
const whoBuys =
  /^who(?: else)? (?:(?:(?:would|will|could|might|may|wants? to|wanted to|tries to|tried to|plans? to|is|has|trying to|going to|like to|looking to) )+(?:buy(?:ing)?|bought|acquir(?:e|ing|ed)|purchas(?:e|ing|ed)|tak(?:e|ing|en) over)|(?:took|takes) over(?! (?:as|from|after|when|in|at|for|the)\b)) (?!from\b|into\b|by\b)(?=\p{L})/iu;

/** "What made X sell Y?" asks why. */
const whatMade = /^what made (?=(?:\S+ ){1,3}(?:pull|drop|leave|quit|sell|fire|sue|cancel|abandon|switch|buy)\b)/i;

/** What is typed short as texts write it: "100k" as "100,000", "5bn" as "5B", "w/" as "with", "/hr" as "per hour", "what's" and "whats" as "what is". */
export const writtenOut = (text: string): string =>
  text
    .replace(/(?<![\w.])(\d{2,3})k\b/gi, "$1,000")
    .replace(/(?<=\b(?:gpu|chip)[- ]?)hrs?\b|(?<=\bper |\/ ?)hr\b/gi, " hour")
    .replace(/\b((?:did|does|do) [^?.!]{2,60}?) state(?=\s*[?.!]*$| (?:about|on|of|in|that|as|for|to)\b)/gi, "$1 say")
    .replace(/(?<=\s)w(?=\s)|(?<=\s)w\/(?!o\b)/g, "with ")
    .replace(/(?<=\d)(?:bn|mn)\b/gi, (scale) => scale.charAt(0))
    .replace(/\bw[ao]ts(?= )/gi, "what is")
    .replace(/(?<=\S )n(?= \S)/g, "and")
    .replace(/\b(what|who|where|when|how|why)['’]?s\b/gi, "$1 is")
    .replace(/\bto whom ((?:does|do|did|would) [^?.!]{2,60}? (?:report|answer))\b/gi, "who $1 to")
    .replace(/\b(?:took|(?<=\bdid [^?.!]{2,60} )take) the (?:helm|reins)\b/gi, "became CEO")
    .replace(whatMade, "why did ")
    .replace(whoBuys, "who is buying ")
    .replace(whichBacker, "who ");

/** Whoever puts up money is asked for by a word for such: "which institution led the round?" asks who did. */
const whichBacker =
  /\b(?:which|what) (?:(?:financial|lead|main|venture|investment|vc) )?(?:institution|investor|fund|firm|vc|backer|entity|party|organi[sz]ation|outfit|house|group|bank)s? (?=(?:co-?)?(?:led|leads|headed|anchored|backed|bankrolled|put (?:up|in))\b)/gi;

/** Whether the casebook has something asks for that: "does the casebook include pricing of Claude?" */
const ofTheBook =
  /^(?:do you|does the (?:casebook|library)) (?:also )?(?:cover|include|contain|have|know)(?: about| of| anything (?:on|about))? /i;

/** What is typed short as texts write it: "100k" as "100,000", "5bn" as "5B", "w/" as "with", "/hr" as "per hour", "what's" as "what is". */
export const writtenOut = (text: string): string =>
  text
    .replace(/(?<![\w.])(\d{2,3})k\b/gi, "$1,000")
    .replace(/(?<=\b(?:gpu|chip)[- ]?)hrs?\b|(?<=\bper |\/ ?)hr\b/gi, " hour")
    .replace(/\b((?:did|does|do) [^?.!]{2,60}?) state(?=\s*[?.!]*$| (?:about|on|of|in|that|as|for|to)\b)/gi, "$1 say")
    .replace(/(?<=\s)w(?=\s)|(?<=\s)w\/(?!o\b)/g, "with ")
    .replace(/(?<=\d)(?:bn|mn)\b/gi, (scale) => scale.charAt(0))
    .replace(/\b(what|who|where|when|how|why)['’]s\b/gi, "$1 is")
    .replace(/\bto whom ((?:does|do|did|would) [^?.!]{2,60}? (?:report|answer))\b/gi, "who $1 to")
    .replace(/\btake the (?:helm|reins|wheel)\b/gi, "become CEO")
    .replace(/\btook the (?:helm|reins|wheel)\b/gi, "became CEO")
    .replace(ofTheBook, "")
    .replace(/^are there (?:any )?case studies (?:for|on|about|of) /i, "case studies of ")
    .replace(whichBacker, "who ");

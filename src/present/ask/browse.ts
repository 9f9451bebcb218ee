import type { Library } from "#content/library.ts";

/** What people call the parts of the casebook, and the command that lists each. */
const parts: readonly (readonly [line: string, names: string])[] = [
  ["case", "case studies|studies|cases|companies|startups|start-ups"],
  ["playbook", "playbooks"],
  ["role", "roles|job descriptions"],
  ["checklist", "checklists"],
  ["idea", "partnership ideas|ideas"],
  ["glossary", "glossary|terms|definitions"],
  ["stat", "statistics|stats"],
  ["hub compare", "comparisons"],
  ["hub tools", "calculators|tools"],
  ["salary", "salaries|pay figures|pay|compensation"],
  ["hub", "topics|subjects|things|sections|content|contents"],
];

const what = parts.map(([, names]) => `(${names})`).join("|");
const within =
  "(?: (?:you|i|we) (?:know|have|cover|can (?:ask|read|see))| (?:there )?(?:are|is) (?:there|here)| (?:are )?(?:covered|available)| (?:in|of) (?:here|there|it|this|the (?:casebook|library)|this (?:bot|casebook)))*";
const forms: readonly RegExp[] = [
  new RegExp(`^(?:all )?(?:the )?(?:${what})$`),
  new RegExp(
    `^(?:please )?(?:list|show|name|browse)(?: me| us)?(?: all)?(?: of)?(?: the| your)? (?:${what})${within}$`,
  ),
  new RegExp(
    `^where (?:do|can|could) (?:i|we) (?:find|see|get|read|browse) (?:(?:the|your|some|any|all|partner) )*(?:${what})${within}$`,
  ),
  new RegExp(
    `^(?:which|what|how many) (?:${what}) (?:do|does|are|have|can)(?: you| i| we| it| the casebook)?(?: know(?: about)?| have| cover| hold| contain| got| there| here| covered| available| ask about| in)*${within}$`,
  ),
];
const everything =
  /^(?:what (?:do you know|do you cover|is in (?:the casebook|here|it|this casebook)|can i (?:find|read) (?:here|in it|in the casebook))|show me around|browse)$/;

/** The command line that lists what a question asks the casebook about itself: "which companies do you know?" */
export function browsingOf(question: string): string | undefined {
  const asked = plain(question);
  if (asked.length > longestAsked) return undefined;
  if (everything.test(asked)) return "hub";
  for (const form of forms) {
    const groups = form.exec(asked)?.slice(1);
    const at = groups?.findIndex((group) => group !== undefined) ?? -1;
    if (at >= 0) return parts[at]?.[0];
  }
  return undefined;
}

const wanting =
  "(?:(?:please )?(?:give|show|tell|suggest|list|find|name)(?: me| us)? |(?:i|we) (?:need|want) |(?:do you have|got) )?";
const forIdeas = new RegExp(
  `^${wanting}(?:an? |some |any |more |other |a few |\\d+ |two |three |five )*(?:good |new |fresh )?(?:partnership )?ideas (?:for|to) (?:an? |the |our |my )?(?<topic>.+)$`,
);

/** The command line of the ideas that somebody asks for: "give me 3 ideas to work with a hyperscaler". */
export function ideasAsked(question: string): string | undefined {
  const asked = plain(question);
  const topic = asked.length > longestAsked ? undefined : forIdeas.exec(asked)?.groups?.topic;
  return topic && `idea ${topic}`;
}

const meetings = "(?:call|meeting|chat|coffee|lunch|demo|interview|intro|sync)";
const soon =
  "(?:in|at|on|this|next|tomorrow|today|tonight|soon|now|later|monday|tuesday|wednesday|thursday|friday)\\b(?: (?!what|which|how|who|where|when|why)\\p{L}+| \\d+\\p{L}*){0,4}";
/** A call with them, and when it is, where that is said. */
const withThem = `(?: (?:an?|the|my|our|this|that))?(?: (?:upcoming|next|first|quick|short|big))* ${meetings}s? with`;
const them = `(?<name>.+?)(?: ${meetings})?(?: ${soon}| \\d{1,2}(?: ?[ap]m)?)?(?: please| (?:before|for|ahead of) .{1,40})?`;
const polite =
  "(?:(?:can|could) you |please |(?:i|we) (?:need|want|have) (?:to )?(?:an? |the )?|give (?:me|us) (?:an? |the )?|help (?:me|us) (?:to )?)?";
const toBrief = new RegExp(
  `^${polite}(?:quick |short )?(?:brief(?:ing)?|prep(?:are|aration)?|get (?=me|us))(?: ?me| ?us)?(?: ready)? (?:on|about|for|before|with)(?:${withThem})? ${them}$`,
  "u",
);
const toKnow = new RegExp(
  `^${polite}(?:an? |the )?(?:quick |short )?(?:(?:get|bring|catch) (?:me|us) (?:up to (?:speed|date)|up) (?:on|about|with)|(?:run ?down|low ?down|background|cheat ?sheet|fact ?sheet|one ?-?pager|dossier) (?:on|about|of|for)|what (?:should|must|do) (?:i|we) (?:need to |have to )?know (?:before|for|ahead of)(?: (?:(?:i|we) )?(?:meet|see|call|talk to|meeting|seeing|calling|talking to))?)(?:${withThem})? ${them}$`,
  "u",
);
const soonMet = new RegExp(
  `^(?:(?:i|we)(?: (?:m|am|re|are|have|ve|ll|will))?(?: got)?|got)(?: (?:a|an|my|our))?(?: (?:first|quick|short|next))?(?: ${meetings}| meet| seeing| see| talk| talking)(?: (?:to|with))? (?<name>.+?)(?: ${soon})?$`,
  "u",
);
const metAt = new RegExp(`^(?:a |my |our )?${meetings} with (?<name>.+?) ${soon}$`, "u");

/** The command line of the brief that somebody asks for, or whose meeting is near: "I have a call with Solana in 10 minutes". */
export function briefingOf(question: string, library: Library): string | undefined {
  const asked = plain(question);
  if (asked.length > longestAsked) return undefined;
  const name = (toBrief.exec(asked) ?? toKnow.exec(asked) ?? soonMet.exec(asked) ?? metAt.exec(asked))?.groups?.name;
  const study = name && library.find(name, ["case-study"]).match;
  return study ? `brief ${study.id}` : undefined;
}

const ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
const ofPlaybook =
  /^(?:(?:please )?(?:show|open|give)(?: me| us)? |what (?:is|happens in|do (?:i|we) do in) )?(?:the )?(?:stage (?<number>\d{1,2})|(?<ordinal>\p{L}+) stage) (?:of|in|from) (?:the |our |a )?(?<name>.+?)(?: playbook)?$/u;

/** The command line of a playbook's stage that is asked for by its number: "what is stage 3 of the partnership program?" */
export function stageAsked(question: string, library: Library): string | undefined {
  const asked = plain(question);
  const { number, ordinal, name } = (asked.length > longestAsked ? null : ofPlaybook.exec(asked))?.groups ?? {};
  const at = number ? Number(number) : ordinals.indexOf(ordinal ?? "") + 1;
  const playbook = name && at > 0 ? library.find(name, ["playbook"]).match : undefined;
  return playbook ? `playbook ${playbook.id} ${at}` : undefined;
}

const longestAsked = 100;

const plain = (question: string): string =>
  question
    .toLowerCase()
    .replace(/[’']s\b/g, " is")
    .replace(/[^\p{L}\p{N}-]+/gu, " ")
    .trim();

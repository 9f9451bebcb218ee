/** What people call the parts of the casebook, and the command that lists each. */
const parts: readonly (readonly [line: string, names: string])[] = [
  ["case", "case studies|studies|companies|startups|start-ups"],
  ["playbook", "playbooks"],
  ["role", "roles|job descriptions"],
  ["checklist", "checklists"],
  ["idea", "partnership ideas|ideas"],
  ["glossary", "glossary|terms|definitions"],
  ["stat", "statistics|stats"],
  ["hub compare", "comparisons"],
  ["hub tools", "calculators|tools"],
  ["hub", "topics|subjects|things|sections|content|contents"],
];

const what = parts.map(([, names]) => `(${names})`).join("|");
const within =
  "(?: (?:you|i|we) (?:know|have|cover|can (?:ask|read|see))| (?:there )?(?:are|is) (?:there|here)| (?:are )?(?:covered|available)| (?:in|of) (?:here|there|it|this|the (?:casebook|library)|this (?:bot|casebook)))*";
const forms: readonly RegExp[] = [
  new RegExp(
    `^(?:please )?(?:list|show|name|browse)(?: me| us)?(?: all)?(?: of)?(?: the| your)? (?:${what})${within}$`,
  ),
  new RegExp(
    `^(?:which|what|how many) (?:${what}) (?:do|does|are|have|can)(?: you| i| we| it| the casebook)?(?: know(?: about)?| have| cover| hold| contain| got| there| here| covered| available| ask about| in)*${within}$`,
  ),
];
const everything =
  /^(?:what (?:do you know|do you cover|is in (?:the casebook|here|it|this casebook)|can i (?:find|read) (?:here|in it|in the casebook))|show me around|browse)$/;

/** The command line that lists what a question asks the casebook about itself: "which companies do you know?" */
export function browsingOf(question: string): string | undefined {
  const asked = question
    .toLowerCase()
    .replace(/[’']s\b/g, " is")
    .replace(/[^\p{L}\p{N}-]+/gu, " ")
    .trim();
  if (asked.length > 100) return undefined;
  if (everything.test(asked)) return "hub";
  for (const form of forms) {
    const groups = form.exec(asked)?.slice(1);
    const at = groups?.findIndex((group) => group !== undefined) ?? -1;
    if (at >= 0) return parts[at]?.[0];
  }
  return undefined;
}

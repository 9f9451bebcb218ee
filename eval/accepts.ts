/** What a rule is held against: a passage that was answered with. */
export type Given = {
  readonly id: string;
  /** Title and text as a reader sees them: "Valuation: $4.5B". */
  readonly shown: string;
};

type Rule = { readonly where: RegExp; readonly says: RegExp | undefined };

const parsed = new Map<string, Rule>();

/**
 * True when a rule takes the passage. A rule is the id of a passage, with `*` for any letters, then perhaps ` ~ ` and a
 * regular expression its title and text must match, whatever the case: `glossary#terms/mcp`, `hugging-face#risks/*`,
 * `hugging-face ~ ^Founders`. An entry alone means all its passages; a whole section matches as its rows would.
 */
export function accepts(rule: string, { id, shown }: Given): boolean {
  const { where, says } = parsed.get(rule) ?? parseRule(rule);
  return where.test(id) && (says?.test(shown) ?? true);
}

function parseRule(rule: string): Rule {
  const cut = rule.indexOf(" ~ ");
  const [glob, pattern] = cut < 0 ? [rule, undefined] : [rule.slice(0, cut), rule.slice(cut + 3)];
  const result = { where: globOf(glob), says: pattern === undefined ? undefined : new RegExp(pattern, "i") };
  parsed.set(rule, result);
  return result;
}

function globOf(glob: string): RegExp {
  const whole = glob === "*" || glob.includes("#") ? glob : `${glob}#*`;
  const letters = whole.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*");
  return new RegExp(`^${letters.replace(/\/\.\*$/, "(/.*)?")}$`);
}

/** The place of the first passage that one of the rules takes, from 1; nothing when none does. */
export function rankOf(rules: readonly string[], given: readonly Given[]): number | undefined {
  const at = given.findIndex((passage) => rules.some((rule) => accepts(rule, passage)));
  return at < 0 ? undefined : at + 1;
}

import type { Invocation } from "./invocation.ts";
import { notice } from "./notice.ts";

/** A stretch of letters that has a digit, as keys do and words do not. */
const random = (letters: string, least: number) => String.raw`(?=[${letters}]{0,80}\d)[${letters}]{${least},}`;

/** Words in small letters or in capitals, as settings are written. */
const anyCase = (words: string): string => words.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);

/** How secrets are written, by whom they open something for. */
const shapes: readonly string[] = [
  // Slack, Discord.
  String.raw`(?<![\w-])xox[a-z](?:\.xox[a-z])?-${random(String.raw`\w-`, 10)}`,
  String.raw`(?<![\w-])xapp-${random(String.raw`\w-`, 10)}`,
  String.raw`https:\/\/(?:hooks\.slack\.com|discord(?:app)?\.com\/api\/webhooks)\/\S+`,
  String.raw`[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}`,
  // A private key, with all of it that was pasted.
  String.raw`(?<!-)-+ ?BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY[A-Z ]{0,10}-+(?:[\s\S]*?-END [A-Z0-9 ]{0,30}PRIVATE KEY[A-Z ]{0,10}-+|[\s\S]*)`,
  // Amazon, Google, GitHub, GitLab, npm, Hugging Face.
  "(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])",
  String.raw`(?<![\w-])AIza[\w-]{35}|(?<![\w-])ya29\.[\w-]{20,}`,
  `(?<!\\w)(?:gh[opsru]_|github_pat_|npm_|hf_)${random(String.raw`\w`, 20)}|(?<![\\w-])glpat-${random(String.raw`\w-`, 16)}`,
  // OpenAI, Anthropic, Stripe, SendGrid.
  String.raw`(?<![\w-])sk-${random(String.raw`\w-`, 20)}`,
  String.raw`(?<!\w)(?:sk|rk|pk)_(?:live|test)_\w{10,}|(?<!\w)whsec_\w{16,}|(?<![\w-])SG\.[\w-]{16,}\.[\w-]{16,}`,
  // A signed token, an address with its password, and what is called a secret.
  String.raw`(?<![\w-])eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}`,
  String.raw`(?<!\w)[a-z][a-z+]{1,20}:\/\/[^\s:\/@]{0,100}:[^\s\/@]{3,200}@`,
  `(?<![A-Za-z])(?:[A-Za-z]{1,20}[_-]){0,3}(?:${anyCase("api")}[_-]?${anyCase("key")}|${anyCase("access")}[_-]?${anyCase("key")}|${anyCase("secret")}(?:[_-]${anyCase("key")})?|${anyCase("token")}|${anyCase("password")})["']? ?[=:] ?["']?${random(String.raw`\w+\/.~-`, 16)}`,
  `(?<![A-Za-z])${anyCase("bearer")} ${random(String.raw`\w+\/.~-`, 16)}`,
];

const source = shapes.join("|");
const secret = new RegExp(source);

/** Matches every key, token and password in a text. */
export const secretsIn = (): RegExp => new RegExp(source, "g");

/** True when what somebody says holds a key, a token or a password, wherever in it. */
export function holdsSecret({ command, rest, words, named }: Invocation): boolean {
  return [command, rest, words.join(" "), ...Object.entries(named).map((pair) => pair.join("="))].some((said) =>
    secret.test(said),
  );
}

/** What is said to a secret; it has nothing of it, so that nothing of it is shown again or kept. */
export const secretNotice = notice(
  "That looks like a secret",
  "It is not kept, and I looked nothing up. Whoever reads along may have seen it, so rotate it; then ask again without it.",
);

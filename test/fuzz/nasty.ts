import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import { z } from "zod";
import { formatWord, kebab } from "#core/line.ts";
import { commands } from "../../commands/index.ts";

/** Numbers between 0 and 1. */
export type Random = () => number;

/** A whole number below `end`. */
export const below = (random: Random, end: number): number => Math.floor(random() * end);

/** One of several, by chance. */
export function oneOf<T>(random: Random, all: readonly T[]): T {
  const found = all[below(random, all.length)];
  if (found === undefined) throw new Error("nothing to choose from");
  return found;
}

/** True so often. */
export const maybe = (random: Random, share: number): boolean => random() < share;

/** Text that has broken bots before: mentions, markup, control and odd letters, prototype keys, paths, numbers at limits. */
export const nasty: readonly string[] = [
  ...(["<!channel>", "<!here>", "<!everyone>", "<!subteam^S012AB3CD|@team>", "<@U0BOT00001>", "<@W012A3CDE>"] as const),
  ...[
    "<#C012AB3CD|general>",
    "<!date^1392734382^{date}^https://evil.example|x>",
    "&lt;!channel&gt;",
    "&amp;lt;!here&gt;",
  ],
  ...["@everyone", "@here", "@Everyone", "<@123456789012345678>", "<@!123456789012345678>", "<@&123456789012345678>"],
  ...["<#123456789012345678>", "</case:123456789012345678>", "<t:1700000000:R>", "<a:wave:123456789012345678>"],
  ...[
    "<https://evil.example|https://good.example>",
    "[good.example](https://evil.example)",
    "https://user:pw@evil.example",
  ],
  ...["javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "http://169.254.169.254/latest/meta-data"],
  ...["mailto:a@b.example", "<mailto:a@b.example|a>", "http://раураl.com", "//evil.example", "file:///etc/passwd"],
  ...[
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "`code`",
    "```",
    "**",
    "__",
    "~~",
    "||",
    "> ",
    "# ",
  ],
  ...["-# ", "1. ", "* ", "\\", "\\\\@everyone", "&", "&amp;", "<", ">", "|", "`", "'", '"', "“", "”", "``\n@here"],
  ...["\0", "\u0007", "\u001b[31m", "\r\n", "\n", "\t", "\u2028", "\u2029", "\ufeff", "\u200b", "\u202e", "\u2066"],
  ...[
    "\ud800",
    "\udc00",
    "\ud83d",
    "😀",
    "👩‍👩‍👧‍👦",
    "🏳️‍🌈",
    "\u0301",
    `z${"\u0301".repeat(60)}`,
    "ﷺ",
    "İ",
    "ß",
    "ı",
    "𝕏",
    "\u{10ffff}",
  ],
  ...["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "__defineGetter__", "valueOf", "length"],
  ...[
    "../../etc/passwd",
    "..%2f..%2fetc%2fpasswd",
    "%2e%2e/",
    "/etc/passwd\0.md",
    "C:\\windows",
    "%",
    "%00",
    "%E0%A4%A",
  ],
  ...["\r\nSet-Cookie: a=b", "\n127.0.0.1 evil", "' OR 1=1 --", "'; DROP TABLE gaps; --", "{{7*7}}", "%s%n"],
  ...[
    "NaN",
    "Infinity",
    "-Infinity",
    "-0",
    "1e309",
    "1e-400",
    "0x10",
    "9007199254740993",
    "99999999999999999999",
    "½",
    "٣",
  ],
  ...[
    "1,000,000,000",
    "1.1.1.1",
    "1e",
    "e5",
    "+-1",
    "$",
    "€5",
    "7B",
    "100%",
    "-5%",
    "0",
    "-1",
    "1_0_0",
    ".5",
    "5.",
    "1T 7B",
  ],
  ...[
    "page:0",
    "page:9999",
    "page:-1",
    "page:99999",
    "share",
    "share share",
    "share.",
    "~",
    "~aaaaaaaaaaaaaaaaaaaaaa",
    "/",
  ],
  ...["every 0 hours", "60 * * * *", "* * * * *", "0 0 31 2 *", "25:00", "09:00 Mars/Phobos", "29 feb", "#5", "L"],
  ...[
    "x=",
    "=x",
    "a=b=c",
    "a:b:c",
    'title="',
    "title='two words",
    "''",
    '""',
    "“two words”",
    "null",
    "undefined",
    "true",
    "[]",
  ],
];

/** Pieces that make bad patterns slow when they come by the thousand. */
const repeated: readonly string[] = [
  ...([
    "a",
    "a ",
    " ",
    "1",
    "1,",
    "1.",
    "-",
    "=",
    "(",
    "<",
    "&amp;",
    "<@",
    "http://",
    "every ",
    "\n",
    "x=",
    '"',
    "'",
  ] as const),
  ...[
    "@",
    "@everyone ",
    "9",
    "é",
    "😀",
    "\u0301",
    "\\",
    "*",
    "[",
    "](",
    "0 ",
    "7B ",
    "a-",
    "_",
    "$1",
    "%20",
    "\t",
    "~",
    "`",
    "a:b ",
  ],
];

/** A piece over and over: up to 3,000 letters, now and then 20,000 or a quarter of a million. */
export function long(random: Random): string {
  const piece = oneOf(random, repeated);
  const most = maybe(random, 0.9) ? 3000 : maybe(random, 0.9) ? 20_000 : 250_000;
  return piece.repeat(1 + below(random, Math.ceil(most / piece.length)));
}

const questionSchema = z.array(z.object({ ask: z.string() }));
const questions = questionSchema
  .parse(load(readFileSync("eval/questions/tuning-unanswerable.yaml", "utf8")))
  .concat(questionSchema.parse(load(readFileSync("eval/questions/tuning-openai.yaml", "utf8"))))
  .map(({ ask }) => ask);
const examples = commands.flatMap((command) => command.examples);
const names = commands.map((command) => command.name);
const optionNames = commands.flatMap((command) => Object.keys(command.options.shape).map(kebab));

/** A line somebody might type: an example, a question, a command with odd options, or anything at all. */
export function line(random: Random): string {
  const kind = random();
  if (kind < 0.3) return oneOf(random, examples);
  if (kind < 0.5) return oneOf(random, questions);
  if (kind < 0.9)
    return [
      oneOf(random, names),
      ...Array.from({ length: below(random, 4) }, () => oneOf(random, [oneOf(random, nasty), ...examples])),
      ...Array.from(
        { length: below(random, 4) },
        () => `${oneOf(random, ["share", ...optionNames])}=${formatWord(oneOf(random, nasty))}`,
      ),
    ].join(" ");
  return kind < 0.95 ? long(random) : Array.from({ length: below(random, 12) }, () => oneOf(random, nasty)).join(" ");
}

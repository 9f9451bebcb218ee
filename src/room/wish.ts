import type { Invocation } from "#core/invocation.ts";
import { formatLine } from "#core/line.ts";
import { barely } from "./lead.ts";

/** What is wanted of the last answer: its sources and dates, less or more of it, the same again, a row of it by its place (from 1, the last one is -1), or what the talk was about. */
export type Wish = "sources" | "shorter" | "more" | "talk" | "again" | { readonly place: number };

const that = "(?:that|this|it|the (?:answer|figure|number))";
const please = "(?:(?:can|could|would|will) you )?(?:please )?";
const places = "first second third fourth fifth sixth".split(" ");

const wishes: readonly (readonly [Exclude<Wish, object>, RegExp])[] = [
  [
    "sources",
    new RegExp(
      [
        `(?:and )?(?:(?:what|which|who)(?:'s| is| are) )?(?:(?:the|your|its|any|a) )?(?:sources?|citations?|references?)(?: (?:for|of|behind) ${that})?`,
        `(?:do you have|is there|show(?: me)?|give(?: me)?) (?:a|any|the|your)? ?(?:sources?|citations?|references?)(?: (?:for|of|behind) ${that})?`,
        "(?:and )?where (?:do|does|did|have|is|are) (?:that|this|you (?:get|got|find|read|have|take) (?:that|this|it))(?: (?:answer|figure|number|info|information))?(?: come)?(?: from)?",
        "who (?:says|said) (?:so|that|this)|says who|how do you know(?: (?:that|this))?",
        "(?:is|was|are|were) (?:that|this|those|these)(?: (?:answer|figures?|numbers?|info|information))? (?:still )?(?:recent|current|up[- ]to[- ]date|new|old|outdated|out of date|stale|fresh|valid|the latest)",
        "(?:is|was|are|were) (?:that|this|those|these)(?: (?:answer|figures?|numbers?|info|information))? still (?:true|right|correct|accurate|the case)",
        "is it (?:still )?(?:recent|current|up[- ]to[- ]date|outdated|out of date|stale|fresh|valid)",
        "how (?:old|recent|fresh|current|new) (?:is|are) (?:that|this|those|these)(?: (?:answer|figures?|numbers?|info|information))?",
        "are you (?:really |quite |absolutely |very |so )?(?:sure|certain|positive)(?: (?:about|of) (?:that|this|it))?|how (?:sure|certain|confident) are you(?: (?:about|of) (?:that|this|it))?",
        "(?:is|was|are) (?:that|this|it|those|these) (?:really |actually |definitely )?(?:right|correct|true|accurate)|(?:can|could) you (?:verify|confirm|prove|double[- ]check) (?:that|this|it)|prove it|who told you(?: (?:that|this|so))?",
        "(?:from )?when (?:is|was) (?:that|this)(?: (?:answer|figure|number))?(?: from)?|as of when|what(?:'s| is) the date of (?:that|this)",
      ].join("|"),
    ),
  ],
  [
    "shorter",
    new RegExp(
      `${please}(?:(?:make|say|put|keep|get) (?:it|that|this) )?(?:a bit |much |even )?(?:shorter|short|briefer|brief|briefly|more briefly|in short|in brief|more concise|concise)|too long|tl;?dr|${please}(?:say (?:it|that) )?in (?:one|a single) (?:line|sentence)|${please}(?:sum (?:it|that|this) up|summari[sz]e(?: (?:that|this))?)|(?:the )?short(?:er)? version`,
    ),
  ],
  [
    "more",
    new RegExp(
      `${please}(?:(?:tell|show|give) (?:me|us) )?(?:more|some more|more details?|the rest)|${please}(?:go on|continue|elaborate|expand|keep going)|(?:and )?what else|anything else|longer|in (?:more )?detail|details`,
    ),
  ],
  [
    "talk",
    /what (?:did|have|were|are) we (?:just )?(?:talk(?:ed|ing)?|discuss(?:ed|ing)?|speak(?:ing)?|spoken?|cover(?:ed)?|ask(?:ed)?)(?: (?:about|of))?(?: (?:so far|before|earlier|here|today))?|what (?:did|have) i (?:just )?ask(?:ed)?(?: you)?(?: (?:so far|before|earlier|last))?|what was (?:my|the) (?:last )?question|where were we/,
  ],
];
/** It is wanted once more. */
const again =
  /^(?:(?:(?:can|could|would) you )?(?:please )?(?:say|repeat|show)(?: me)?(?: (?:that|it|this|the (?:last )?answer))?(?: again| once more)?|(?:the )?last answer(?: again)?|again|once more|what did you (?:just )?say)$/;

/** What comes next, or all of it, is wanted; "then" is no mere end of a question here. */
const andThen = /^(?:(?:and|so)[\s,]+)*(?:then(?: what)?|what then|after that|all(?: of (?:them|it))?)[?!.…\s]*$/i;

const whole = wishes.map(([wish, { source }]) => [wish, new RegExp(`^(?:${source})$`)] as const);

const placed = new RegExp(
  `^(?:(?:show|open|tell|give) (?:me )?)?(?:the )?(?:(${places.join("|")}|next|other|last)(?: (?:one|answer|row|result))?|(?:number|no|#) ?(\\d{1,2}))$`,
);

/** One of the rows shown last is asked for by what it is: the rows stay the last answer where nothing tells which. */
export const picksRow = (question: string): boolean =>
  /^(?:(?:and|so|ok|okay) )*(?:which(?: ones?| of (?:them|these|those))?(?:['’]s| is| are| was| matters)\b|(?:what(?:['’]s| is) )?the \S+est one\b|the (?:most|least) \S+ one\b)/i.test(
    question,
  );

/** What a few words want of the answer given last; undefined for a question of its own. */
export function wishOf(question: string): Wish | undefined {
  if (andThen.test(question)) return "more";
  const said = barely(question)
    .replace(/[\s,]+please$|^please /, "")
    .replace(/^(.*\S) (?:now|again)$/, "$1");
  if (again.test(said) && said !== "say" && said !== "show") return "again";
  const [wish] = whole.find(([, pattern]) => pattern.test(said)) ?? [];
  if (wish) return wish;
  const [, word, figure] = placed.exec(said) ?? [];
  if (figure !== undefined) return { place: Number(figure) };
  if (word === undefined) return undefined;
  if (word === "last") return { place: -1 };
  // Without a place it is the one behind the answer itself: "the next one".
  return { place: places.includes(word) ? places.indexOf(word) + 1 : 2 };
}

/** A wish for another form of one answer. */
export type FormWish = Exclude<Wish, "talk" | "again">;

/** The line that gives the answer of a line in another form, whatever was said since: `ask question:"shorter: case solana"`. */
export function formLine(wish: FormWish, line: string): string {
  const named = wish === "sources" ? "source" : typeof wish === "string" ? wish : nameOf(wish.place);
  return formatLine({ command: "ask", rest: "", named: { question: `${named}: ${line}` } });
}

const nameOf = (place: number): string => (place < 0 ? "the last one" : `number ${place}`);

/** What a question such as "shorter: case solana" wants of the answer of which line. */
export function formAsked(question: string): { readonly wish: FormWish; readonly line: string } | undefined {
  const [, named, line] = /^(source|shorter|more|the last one|number \d{1,2}): (.+)$/i.exec(question) ?? [];
  const wish = named && wishOf(named);
  return line && wish && wish !== "talk" && wish !== "again" ? { wish, line } : undefined;
}

/** What a line that asks for another form of an answer wants, and of which line; undefined for any other line. */
export const formOfLine = ({ command, named, words }: Pick<Invocation, "command" | "named" | "words">) =>
  command === "ask" ? formAsked(named.question ?? words.join(" ")) : undefined;

/** The one at a place, from 1 or from the end below 0. */
export const atPlace = <T>(rows: readonly T[], place: number): T | undefined => rows.at(place > 0 ? place - 1 : place);

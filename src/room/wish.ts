import type { Invocation } from "#core/invocation.ts";
import { formatLine } from "#core/line.ts";
import { barely } from "./lead.ts";

/** What is wanted of the last answer: its sources and dates, less or more of it, the same again, a row of it by its place (from 1, the last one is -1) or behind the one shown, or what the talk was about. */
export type Wish = "sources" | "shorter" | "more" | "talk" | "again" | "next" | { readonly place: number };

const that = "(?:that|this|it|the (?:answer|figure|number))";
const answer = "(?:that|this|it|the (?:last )?answer)";
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
      [
        `${please}(?:(?:make|say|put|keep|get) (?:it|that|this) )?(?:a bit |much |even )?(?:shorter|short|briefer|brief|briefly|more briefly|in short|in brief|more concise|concise)`,
        `too long|tl;?dr|${please}(?:say (?:it|that) )?in (?:one|a single) (?:line|sentence)|${please}(?:sum (?:it|that|this) up|summari[sz]e(?: (?:that|this))?)|(?:the )?short(?:er)? version`,
        `${please}(?:(?:explain|say|put|make) ${answer} )?(?:(?:a bit |much |even )?(?:simpler|more simpl[ey]|easier)|simply|in (?:simple|simpler|plain|easy|layman'?s) (?:words|terms|english|language)|like i(?:'?m| am) (?:five|5))`,
        `eli5|${please}simplify(?: ${answer})?`,
      ].join("|"),
    ),
  ],
  [
    "more",
    new RegExp(
      [
        `${please}(?:(?:tell|show|give) (?:me|us) )?(?:more|some more|more details?|the rest)|${please}(?:go on|continue|elaborate|expand|keep going)|longer|in (?:more )?detail|details`,
        "(?:and )?(?:what|who|which|where) else|(?:anything|anyone|anybody) else|(?:and )?any others",
        `${please}(?:explain|elaborate on|expand on|clarify|tell me more about) ${answer}(?: (?:more|further|a bit more|better|in (?:more )?detail|to (?:me|us)))?`,
        `(?:and )?what (?:does|do) ${answer} mean|what is meant(?: by ${answer})?|what do you mean(?: by ${answer})?`,
        `${please}(?:(?:give|show|name)(?: me| us)? )?(?:an |some |any |other |more )*examples?|(?:do you have|is there) (?:an |any )?examples?|for (?:example|instance)|such as(?: what)?|like what`,
      ].join("|"),
    ),
  ],
  [
    "talk",
    /what (?:did|have|were|are) we (?:just )?(?:talk(?:ed|ing)?|discuss(?:ed|ing)?|speak(?:ing)?|spoken?|cover(?:ed)?|ask(?:ed)?)(?: (?:about|of))?(?: (?:so far|before|earlier|here|today))?|what (?:did|have) i (?:just )?ask(?:ed)?(?: you)?(?: (?:so far|before|earlier|last))?|what (?:was|were) (?:my|our|the) (?:(?:very )?(?:first|last|previous|earlier|original|second) )?questions?(?: (?:again|so far|before))?|(?:what|which) questions? (?:did|have) (?:we|i) (?:just )?ask(?:ed)?(?: (?:so far|before|earlier))?|where were we|go back|(?:go )?back to (?:the|my|our) (?:first|last|previous|original) (?:question|topic|subject|one)/,
  ],
];
/** It is wanted once more. */
const again =
  /^(?:(?:(?:can|could|would) you )?(?:please )?(?:say|repeat|show)(?: me)?(?: (?:that|it|this|the (?:last )?answer))?(?: again| once more)?|(?:the )?last answer(?: again)?|again|once more|what did you (?:just )?say)$/;

/** What comes next, or all of it, is wanted; "then" is no mere end of a question here. */
const andThen = /^(?:(?:and|so)[\s,]+)*(?:then(?: what)?|what then|after that|all(?: of (?:them|it))?)[?!.…\s]*$/i;

const whole = wishes.map(([wish, { source }]) => [wish, new RegExp(`^(?:${source})$`)] as const);

const row = "(?:one|answer|row|result|point|item|bullet|entry|option|line)";
const placed = new RegExp(
  `^${please}(?:(?:show|open|tell|give|read|explain|describe|elaborate|expand|more|details?|what(?:'s| is| does)(?= (?:the|number|no|#|point) ))(?: me| us)?(?: (?:some |a bit )?more)?(?: (?:about|on|of))?(?: to me)? )?(?:the )?(?:(${places.join("|")}|other|last)(?: ${row})?|(?:${row} )?(?:number|no\\.?|nr\\.?|#) ?(\\d{1,2})|(?:point|item|row|bullet|option) (\\d{1,2}))(?: mean| in (?:more )?detail| to (?:me|us)| more)*$`,
);
/** The one behind the row that was shown. */
const next = new RegExp(
  `^${please}(?:(?:show|give)(?: me| us)? )?(?:(?:the )?next(?: ${row})?|another(?: (?:one|example|row|result))?|one more)$`,
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
  if (next.test(said)) return "next";
  const [, word, number, figure = number] = placed.exec(said) ?? [];
  if (figure !== undefined) return { place: Number(figure) };
  if (word === undefined) return undefined;
  if (word === "last") return { place: -1 };
  return { place: places.includes(word) ? places.indexOf(word) + 1 : 2 };
}

/** A wish for another form of one answer. */
export type FormWish = Exclude<Wish, "talk" | "again" | "next">;

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
  return line && wish && wish !== "talk" && wish !== "again" && wish !== "next" ? { wish, line } : undefined;
}

/** What a line that asks for another form of an answer wants, and of which line; undefined for any other line. */
export const formOfLine = ({ command, named, words }: Pick<Invocation, "command" | "named" | "words">) =>
  command === "ask" ? formAsked(named.question ?? words.join(" ")) : undefined;

/** The one at a place, from 1 or from the end below 0. */
export const atPlace = <T>(rows: readonly T[], place: number): T | undefined => rows.at(place > 0 ? place - 1 : place);

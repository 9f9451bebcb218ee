import { otherMoney } from "../currency.ts";
import { numberSource as number, readCount, scaleSource, timeSource } from "../quantity.ts";
import { rangeRule } from "../ranges.ts";
import {
  wordEnd as end,
  lastRules,
  nothing,
  type Rule,
  rule,
  type Said,
  saying,
  separators,
  unknown,
} from "../scan.ts";
import { moneyRules } from "./money.ts";
import { families, firstWords, nameRule, type Vocabulary } from "./vocabulary.ts";
import { type CostOption, filler, optionNamed, sayings } from "./words.ts";

const gap = String.raw`[\s_-]{0,3}`;
const scale = `(?:${scaleSource})`;
const quantity = `${number}${gap}${scale}${end}`;
const maybeScaled = String.raw`${number}\s?${scale}?`;
const count = String.raw`-?(?:\d{1,3}(?:,\d{3}){1,3}|[1-9]\d{0,2}\.\d{3}(?![\d.])|\d{1,9})k?`;
const share = String.raw`-?(?:\d{1,3}(?:\.\d{1,6})?\s?%?|\.\d{1,6})`;
const time = `(?:${timeSource})${end}`;
const window = String.raw`(?:ctx|context|seq(?:uence)?|seqlen)(?:[\s-](?:length|len|window))?`;
const machines = "(?:nodes?|servers?|machines|boxes)";
const times = String.raw`(?:\s?[x×*]\s?|[\s-]?)`;
/** Words between a count and what it counts: "64 of our spot H100s". */
const between = "(?:of|the|our|these|those|their|new|own|owned|rented|dedicated|spot|reserved|on-demand|cloud)";

type CostRule = Rule<CostOption>;
type CostSaid = Said<CostOption>;

const made = new WeakMap<Vocabulary, readonly CostRule[]>();

/** The rules of a cost line, first fit first. Every repeat is bounded: a line is read in time linear in its length. */
export function rulesFor(vocabulary: Vocabulary): readonly CostRule[] {
  const rules = made.get(vocabulary) ?? makeRules(vocabulary);
  made.set(vocabulary, rules);
  return rules;
}

function makeRules(vocabulary: Vocabulary): readonly CostRule[] {
  const gpu = nameRule(vocabulary.gpus);
  const model = nameRule(vocabulary.models);
  const provider = nameRule(vocabulary.providers);
  const card = `(?:nvidia[\\s-]|amd[\\s-]|google[\\s-])?(${gpu.source})`;
  /** Where a card or its kind begins. */
  const unit = `(?:(?:nvidia[\\s-]|amd[\\s-]|google[\\s-])?${firstWords(vocabulary.gpus)}|gpus?|accelerators?|chips?|cards?)`;
  const named = (typed: string | undefined) => gpu.idOf(typed ?? "");
  return [
    saying(separators, () => nothing),
    saying(
      String.raw`(\$\s?/\s?(?:gpu[\s-]?)?h(?:r|our)?|[a-z][a-z-]{0,24})\s{0,2}[=:]\s{0,2}("[^"]{0,200}"|'[^']{0,200}'|\$?${number}\s{0,2}(?:${scaleSource}|${timeSource}|%)${end}|[^\s;]{1,200})`,
      ([whole = "", key = "", value = ""]) => keyed(key, value, whole),
    ),
    rule(String.raw`(${number}${gap}${scale}${gap}a\s?\d{1,6}(?:\.\d{1,6})?\s?[mb]${end})`, "model"),
    rule(String.raw`(${quantity})\s{0,2}(?:/|total\s?[,/]?)\s{0,2}(${quantity})\s{0,2}active${end}`, "model", "active"),
    rule(String.raw`(${quantity})\s{0,2}(?:active|activated)(?:\s(?:params?|parameters))?${end}`, "active"),
    saying(
      String.raw`(?:[a-z0-9-]{1,30}/)?(${model.source})${end}(?:-(?:instruct|chat|base|it|hf|v[\d.]{1,4})){0,3}`,
      ([, typed]) => ({ kind: "options", options: { model: model.idOf(typed ?? "") } }),
    ),
    rule(String.raw`(\d{1,3}\s?[x×]\s?\d{1,4}(?:\.\d{1,3})?b${end})`, "model"),
    rangeRule<CostOption>(),
    saying(`${otherMoney}${end}`, ([text = ""]) => unknown(text)),
    saying(String.raw`${count}${times}${unit}[\s-]?(?:hours?|hrs?)${end}`, ([whole = ""]) => unknown(whole)),
    saying(
      String.raw`(\d{1,5})(?:\s?x?\s?(?:dgx\s|hgx\s)?${machines}\s?(?:of|with|x|×|à|at|,|\()?\s?|\s?[x×*]\s?)(${count})${times}(?=${unit}(?:'?s)?${end})`,
      ([, nodes, each]) => cards(Number(nodes) * (readCount(each ?? "") ?? Number.NaN)),
    ),
    saying(String.raw`(\d{1,5})\s(?=[dh]gx(?:\s|$)|${unit}\s(?:nodes|servers|machines|boxes)${end})`, ([, nodes]) =>
      cards(Number(nodes) * 8),
    ),
    saying(`(${count})${times}${card}(?:'?s)?${end}`, ([, gpus = "", typed]) => ({
      kind: "options",
      options: { gpus, gpu: named(typed) },
    })),
    rule(String.raw`(${count})(?=(?:\s${between}){1,4}\s${unit}(?:'?s)?${end})`, "gpus"),
    saying(String.raw`${card}(?:'?s)?\s?[x×*]\s?(${count})${end}`, ([, typed, gpus = ""]) => ({
      kind: "options",
      options: { gpu: named(typed), gpus },
    })),
    saying(
      String.raw`(?:on|with|using)\san?\s(?![dh]gx)${card}${end}(?![\s-](?:${machines}|cluster|pod|cloud|instance))`,
      ([, typed]) => ({ kind: "options", options: { gpus: "1", gpu: named(typed) } }),
    ),
    saying(`${card}(?:'?s)?${end}`, ([, typed]) => ({ kind: "options", options: { gpu: named(typed) } })),
    saying(String.raw`an?\s(?:[dh]gx\s)?node${end}`, () => cards(8)),
    saying(String.raw`(?:a\s)?single\s(?:(node)${end}|(?:gpu|card)${end}|(?=${unit}))`, ([, node]) =>
      cards(node ? 8 : 1),
    ),
    rule(`(${count})${times}(?:gpus?|accelerators?|chips?|cards?|devices)${end}`, "gpus"),
    rule(String.raw`(${count})\sof\s(?:them|those|these)${end}`, "gpus"),
    saying(String.raw`(\d{1,5})\s?x?\s?(?:dgx\s|hgx\s)?${machines}${end}`, ([, nodes]) => cards(Number(nodes) * 8)),
    ...moneyRules(unit),
    rule(String.raw`(${share})\s?(?:mfu|utili[sz]ation)${end}`, "mfu"),
    rule(String.raw`(?:mfu|utili[sz]ation)\s(?:of\s|is\s)?(${share})(?![\w.])`, "mfu"),
    rule(String.raw`(${share})\s?(?:goodput|uptime)${end}`, "goodput"),
    rule(String.raw`(?:goodput|uptime)\s(?:of\s)?(${share})(?![\w.])`, "goodput"),
    rule(String.raw`(${count})${gap}(?:tokens?\s)?${window}${end}`, "context"),
    rule(String.raw`${window}\s(?:of\s)?(${count})${end}`, "context"),
    rule(String.raw`(?:in|within|under|deadline|by)\s(?:of\s)?(${number}\s?${time})`, "deadline"),
    saying(String.raw`(?:in|within|under|for)\s(?:an?|one)\s(${time})`, ([, unit = ""]) => ({
      kind: "options",
      options: { deadline: `1 ${unit}` },
    })),
    // "700W" is no time of 700 weeks.
    saying(String.raw`\d{1,6}(?:\.\d{1,3})?\s?(?:[km]w|watts?)${end}|\d{3,5}\s?w${end}`, ([text = ""]) =>
      unknown(text),
    ),
    rule(String.raw`(\d[\d,.]{0,12}\s?${time})(?:\s(?:deadline|run)${end})?`, "deadline"),
    rule(String.raw`(\d[\d,.]{0,9})\s?t(?:era)?flop(?:s|/s)?${end}`, "peak"),
    rule(String.raw`peak\s(?:of\s|is\s)?(\d[\d,.]{0,9})${end}`, "peak"),
    rule(String.raw`(\d{1,4})\s?epochs?${end}`, "epochs"),
    rule(String.raw`epochs?\s(\d{1,4})${end}`, "epochs"),
    saying(
      String.raw`(${maybeScaled})\s?(?:(?!(?:on|with|of|for|from|and|at)\s)[a-z-]{2,15}\s)?(?:examples?|samples?|rows|records|conversations|prompts|pairs|dialogues|tickets|chats)(?:\s(?:of|with|at|x)\s(?:about\s)?(${count})\s?(?:tokens?|toks?)(?:\seach)?)?${end}`,
      ([, examples = "", context]) => ({
        kind: "options",
        options: { examples: examples.trim(), ...(context ? { context } : {}) },
      }),
    ),
    saying(
      String.raw`(\d{1,6}(?:\.\d{1,3})?)\s?(?:tokens?|toks?|t)\s?(?:/|per|an?|each)\s?param(?:eter)?s?${end}`,
      ([, each = ""]) => ({ kind: "options", options: { tokens: `${each}/param` } }),
    ),
    // "Model 7B, tokens 1T", but not "a 7 billion parameter model 1T tokens".
    rule(String.raw`(?<=^|[,;:(]\s?|\b(?:an?|the|train|training|for)\s)model\s(${quantity})`, "model"),
    // "7B tokens 2.5T": trillions behind the word are the tokens.
    saying(
      String.raw`(${quantity})\stokens?\s(${number}${gap}(?:t|tn|trn|trillions?))${end}(?!\s?(?:params?|parameters?|weights?|models?|total|/|-?a\d))`,
      ([, model = "", tokens = ""]) =>
        /\dt/i.test(model) ? undefined : { kind: "options", options: { model, tokens } },
    ),
    rule(String.raw`(${number}${gap}${scale}?)${gap}(?:training\s)?(?:tokens?|toks?)${end}`, "tokens"),
    rule(`(${number}${gap}${scale}?)${gap}(?:params?|parameters?|weights?)${end}`, "model"),
    rule(String.raw`(${quantity})[\s-](?:dense\s|moe\s|language\s)?(?:models?|llms?)${end}`, "model"),
    saying(String.raw`\d{1,4}\s?[gt]b(?:\s(?:cards?|gpus?))?${end}`, ([text = ""]) => unknown(text)),
    saying(
      String.raw`${quantity}\s(?:words|steps|iterations|batch(?:es)?(?:\ssize)?(?!\s(?:size\s)?(?:of\s)?\d)|requests|users|queries)${end}`,
      ([text = ""]) => unknown(text),
    ),
    saying(String.raw`batch(?:[\s-]size)?\s(?:of\s)?${maybeScaled}${end}`, ([text = ""]) => unknown(text)),
    rule(String.raw`tokens?\s(${quantity})`, "tokens"),
    rule(String.raw`(?:params?|parameters?|size)\s(${quantity})`, "model"),
    // "What would it cost Google to train …" names who pays, not where.
    saying(
      String.raw`(?:costs?|takes?|would|will|can|could|does|should|for)\s${provider.source}\s(?=(?:to|pay|need|spend|train|have|take)\s)`,
      () => nothing,
    ),
    saying(`(${provider.source})${end}`, ([typed = ""]) => ({
      kind: "options",
      options: { provider: provider.idOf(typed) },
    })),
    // "Our own 7B on our own data" says nothing of the hardware; "our own 64 H100s" does.
    saying(
      String.raw`(?:our|my|your|their|its)\sown\s(?!(?:${count}${times})?${unit}|hardware|servers?|machines|cluster|nodes?|data\s?cent)`,
      () => nothing,
    ),
    ...sayings.map(([source, option, value]) =>
      saying(`(?:${source})${end}`, ([typed = ""]) => ({
        kind: "options",
        options: { [option]: value || typed.toLowerCase() },
      })),
    ),
    // A model the content does not know, whose name holds its size: `mistral-nemo-12b-instruct`.
    rule(
      String.raw`[a-z][a-z0-9.]{0,20}(?:-[a-z0-9.]{1,12}){0,4}?-(\d{1,4}(?:\.\d{1,3})?b(?:-a\d{1,3}(?:\.\d)?b)?)(?:-[a-z0-9.]{1,12}){0,4}${end}`,
      "model",
    ),
    saying(String.raw`${families(vocabulary.models)}[\s-]\d{1,2}(?:\.\d{1,2})?${end}`, ([text = ""]) => unknown(text)),
    saying(String.raw`-?\d{1,6}(?:\.\d{1,6})?\s?%`, ([text = ""]) => unknown(text)),
    saying(quantity, bareOr),
    saying(String.raw`[-+]?\d[\d.,_]{0,40}(?:e[-+]?\d{1,3})?${end}`, bareOr),
    saying(String.raw`(?:/|(?:per|an?|each|every)\s)(?:days?|weeks?|months?|years?|yr)${end}`, ([text = ""]) =>
      unknown(text),
    ),
    saying(time, ([text = ""]) => ({ kind: "time-unit", text })),
    saying(`(?:${filler})${end}`, () => nothing),
    ...lastRules<CostOption>(),
  ];
}

function cards(count: number): CostSaid {
  return { kind: "options", options: { gpus: String(count) } };
}

function bareOr([text = ""]: readonly string[]): CostSaid {
  return /\d/.test(text) ? { kind: "bare", text: text.replace(/[.,]+$/, "") } : unknown(text);
}

function keyed(key: string, value: string, whole: string): CostSaid {
  const option = optionNamed(key);
  const bare = value.replace(/^["']|["']$/g, "").replace(/[,.;]+$/, "");
  return option && bare ? { kind: "options", options: { [option]: bare.trim() } } : unknown(whole);
}

import type { CostLine } from "#calc/cost-line/read.ts";
import { readQuantity } from "#calc/quantity.ts";
import { anyOf } from "../any-of.ts";
import type { CostContent } from "./content.ts";

const training = anyOf(
  String.raw`(?:pre-?|re|post-?)?train(?:ing)?|fine[\s-]?tun(?:e|ing)|q?-?lora|sft|peft|from scratch|(?:get|have|need|would|could|can)\b[^.?!]{1,60}\btrained`,
);
/** What models are done to, but much else as well. */
const making = anyOf("tune|tuning|teach|teaching|build|building");
const amount = anyOf(
  String.raw`costs?|prices?|pricing|expensive|cheap(?:er|est)?|budget|bill|spend|pay|money|dollars|bucks|how (?:much|many|long|fast|soon|big|large)|(?:gpu|[abh]\d{3})[\s-]?hours|days|weeks|months|time|duration|eta|estimate|ballpark|quote|damage|(?:set|run) (?:us|me)|looking at|talking about|calculate|work out|needs?|needed|requires?|required|takes?|totals?`,
);
const duration = anyOf("how long|days|weeks|months|duration|eta");
const feasible = anyOf("can|could|afford|possible|feasible|enough|suffice|realistic|doable");
const hypothetical = anyOf("would|could|can|will|if|suppose|say");
const past = anyOf("did|was|were|had|has it|has been|spent|took|paid|used");
const asking = anyOf("what|which|who|why|when|where|how|is|are|does|do|should");
const using = anyOf(
  "inference|infer|serve|serving|host|hosting|api|generate|generating|process|processing|answer|a day|per day|per month",
);

const askingWho = /^\W{0,9}(?:(?:and|so|but|ok|explain|tell me)\W{1,9}){0,3}(?:why|who|whose|whom|where|when)\b/i;
/** Asked of what the calculator says only beside the cost, or of a training that has been: "GPT-4's training". */
const askingElse =
  /\bhow (?:much|many) (?:\w{1,20} )?(?:tokens?|parameters|params|data|text|v?ram|memory|water|people|engineers)\b|\b(?:hold|fits? (?:on|into))\b|(?<!\b(?:what|that|it|how|let))'s (?:pre-?)?training\b/i;

/** Models are trained on billions of tokens and have billions of parameters, when a question says no more of them. */
const billion = 1e9;

/** Whether a question may ask what a training costs or takes, by its words, before the numbers around it are read. */
export function mayAskForCost(text: string, question: string): boolean {
  if (askingWho.test(question) || askingElse.test(question)) return false;
  if (past.test(question) && !hypothetical.test(question)) return false;
  return training.test(question) || ((training.test(text) || /\d|illion/.test(text)) && amount.test(question));
}

/** Whether a text whose question may, with these numbers in it, does ask what a training costs, takes or needs. */
export function asksForCost(text: string, line: CostLine, content: CostContent): boolean {
  const { model, gpu, budget } = line.options;
  if (line.conflicts.some(({ option }) => option === "method") && /\b(?:vs|versus)\b/i.test(text)) return false;
  // A card told by its memory alone is asked whether it holds the model.
  if (line.unknown.some((word) => /gb\s(?:card|gpu)/i.test(word))) return false;
  if (model === undefined && !(budget !== undefined && (gpu !== undefined || /\b(?:models?|llms?)\b/i.test(text))))
    return false;
  return training.test(text) ? asksOfTraining(text, line, content) : asksOfRun(text, line, content);
}

function asksOfTraining(text: string, line: CostLine, content: CostContent): boolean {
  const { model, method = "pretrain", energy, ...others } = line.options;
  const more = Object.keys(others).length > 0;
  if (method === "pretrain" && !more) {
    // "DBRX training cost" asks for what is known of DBRX.
    if (isName(text, line, content) && !hypothetical.test(text)) return false;
    // "To train 2 million developers" is about people.
    if (guessed(line, "model") && (readQuantity(model ?? "") ?? 0) < billion) return false;
  }
  return amount.test(text) || energy !== undefined || (more && (feasible.test(text) || !asking.test(text)));
}

/** "What would a 70B on 2T tokens cost" and "how long does a 7B take on 64 H100" do not say that they are of a training. */
function asksOfRun(text: string, line: CostLine, content: CostContent): boolean {
  const { model = "", tokens = "", gpu, gpus } = line.options;
  if (!amount.test(text) || using.test(text)) return false;
  if (guessed(line, "model") && !/\db$/i.test(model)) return false;
  const onCards = (gpu ?? gpus) !== undefined || /\bgpu[\s-]?(?:hours|days)\b/i.test(text);
  if ((readQuantity(tokens) ?? 0) >= billion) return onCards || !guessed(line, "tokens");
  if (isName(text, line, content)) return false;
  return making.test(text) ? onCards || !guessed(line, "model") : gpus !== undefined && duration.test(text);
}

const guessed = (line: CostLine, option: string): boolean => line.guessed.some((guess) => guess.option === option);

/** Whether a model is said by its name alone, and not by its size: "DBRX", "OPT-175B". */
const isName = (text: string, { options: { model = "" } }: CostLine, { models }: CostContent): boolean =>
  /[a-z]{2}-\d{1,4}b\b/i.test(text) || (models.some(({ id }) => id === model) && !/\d[bm]\b/.test(model));

import { statementsOf } from "#core/parts.ts";
import { plain, type Reply, type Statement, strong, type Text } from "#core/reply.ts";
import { askedOf } from "./asked.ts";
import { mostSources } from "./row-line.ts";
import { clausesWithin, partTelling, sentencesTelling, soughtBy, withoutQuestion } from "./telling.ts";

/** Letters of what one of several tells: sentences as far as they fit, else clauses. */
const longestOfOne = 130;

/**
 * What each of several companies tells, shortly and side by side: "OpenAI: Subscriptions. Anthropic: Model use."; with a
 * source of each. Undefined where they were not asked one by one.
 */
export function eachLineOf(reply: Reply): Statement | undefined {
  const { each = [], question = "" } = askedOf(reply) ?? {};
  const said = reply.parts.flatMap(statementsOf);
  const rows = each.flatMap(({ id }) => said.find((statement) => id !== undefined && statement.id === id) ?? []);
  if (rows.length < 2) return undefined;
  const text = rows.flatMap((row, i) => [i > 0 ? " " : "", ...toldBy(row, question)]).filter((piece) => piece !== "");
  const cites = rows.flatMap((row) => row.cites?.slice(0, 1) ?? []).slice(0, mostSources);
  return { text, ...(cites.length > 0 ? { cites } : {}) };
}

/** One company's row behind its name: "OpenAI: Subscriptions and seats." */
function toldBy({ text }: Statement, question: string): Text {
  const [first, ...rest] = withoutQuestion(text);
  const heading = typeof first === "object" ? first.text : "";
  const value = plain(heading ? rest : text).replace(/^[:\s]+/, "");
  const sought = soughtBy(question);
  const told = sought.post
    ? partTelling(value, sought, longestOfOne)
    : clausesWithin(sentencesTelling(value, sought, longestOfOne), longestOfOne);
  return [strong(heading), `: ${told}${/[.!?…]$/.test(told) ? "" : "."}`];
}

import { readCostLine } from "#calc/cost-line/read.ts";
import { readContext, readDays, readMoney, readQuantity, readShare } from "#calc/quantity.ts";
import { readRoiLine } from "#calc/roi-line/read.ts";
import { askThis } from "#core/ask-this.ts";
import type { Origin } from "#core/invocation.ts";
import { isLineKey, lineKey } from "#core/line-key.ts";
import { cleanText, longestLine, parseRest } from "#core/parse.ts";
import { suggest } from "#core/suggest.ts";
import { readSchedule } from "#digest/schedule-words.ts";
import { decodeClick, decodeForm } from "#platforms/discord/decode.ts";
import { renderDiscord } from "#platforms/discord/render.ts";
import { unwrap } from "#platforms/discord/unwrap.ts";
import { renderSlack } from "#platforms/slack/render.ts";
import { unwrapText } from "#platforms/slack/unwrap.ts";
import { renderText } from "#platforms/terminal/render.ts";
import { styleFor } from "#platforms/terminal/style.ts";
import { judgeMessage } from "../platforms/discord/judge.ts";
import { faultsOf } from "../platforms/slack/judge.ts";
import type { Bot } from "./bot.ts";
import { rings, textsOf } from "./discord.ts";
import { mutateText } from "./mutate.ts";
import { below, line, maybe, oneOf } from "./nasty.ts";
import type { Fault, Target } from "./target.ts";

type Said = {
  readonly line: string;
  readonly run: boolean;
  readonly complete: boolean;
  readonly command: string;
  readonly option: string;
};

/** Everything that reads what people type, without a platform: the parser, the calculators' lines, schedules, ids. */
export function lineTarget({ dispatch }: Bot): Target {
  const origin: Origin = { platform: "terminal", via: "command" };
  const completing = dispatch.commands.flatMap((command) =>
    Object.keys(command.complete ?? {}).map((option) => ({ command: command.name, option })),
  );
  return {
    name: "line",
    share: 20,
    make: (random): Said => {
      let said = line(random);
      for (let i = below(random, 4); i > 0; i--) said = mutateText(random, said);
      return {
        line: said,
        run: maybe(random, 0.04),
        complete: maybe(random, 0.2),
        ...oneOf(random, [{ command: "none", option: "" }, ...completing]),
      };
    },
    take: async (given): Promise<Fault[]> => {
      const { line: said, run, complete, command, option } = given as Said;
      readPieces(said);
      if (complete) {
        dispatch.complete(command, option, said, { study: said }, origin);
        suggest(dispatch, said, origin);
      }
      const invocation = dispatch.read(said, origin);
      dispatch.isPublic(invocation);
      return [...wrongIn(said), ...(run ? await runAndRender(dispatch, said, origin) : [])];
    },
  };
}

const style = styleFor({ isTTY: true, columns: 80 }, { NO_COLOR: "1" });
const vocabulary = {
  models: [{ id: "llama-3-8b", names: ["llama 3 8b"] }],
  gpus: [{ id: "h100", names: ["h100 sxm"] }],
  providers: [{ id: "aws", names: ["amazon"] }],
};

function readPieces(said: string): void {
  readCostLine(said.slice(0, longestLine), vocabulary);
  readRoiLine(said.slice(0, longestLine));
  for (const read of [readQuantity, readShare, readMoney, readDays, readContext]) read(said);
  readSchedule(said.slice(0, longestLine).split(/\s+/));
  decodeClick({ data: { custom_id: said, values: [] } });
  decodeForm({ data: { custom_id: said, components: [{ component: { custom_id: said, value: said } }] } });
  parseRest({ name: "cost", optionNames: ["model"] }, said, { platform: "slack", via: "click" });
  askThis(said, { platform: "slack", via: "command" });
  unwrap(said, [{ id: "1", username: said }]);
}

/** What must hold of every reading. */
function wrongIn(said: string): Fault[] {
  const faults: Fault[] = [];
  const clean = cleanText(said);
  if (clean.length > longestLine || !clean.isWellFormed()) faults.push({ kind: "invalid", says: "a cleaned line" });
  if (/[\p{Cc}\p{Cf}]/u.test(clean)) faults.push({ kind: "invalid", says: "control letters in a cleaned line" });
  const key = lineKey(said, 100);
  if (key !== said && !isLineKey(key))
    faults.push({ kind: "invalid", says: "a button's value is neither line nor key" });
  if (key.length > 100) faults.push({ kind: "invalid", says: "a button's value is too long" });
  unwrapText(said, "U0BOT00001");
  return faults;
}

async function runAndRender(dispatch: Bot["dispatch"], said: string, origin: Origin): Promise<Fault[]> {
  const reply = await dispatch.run(dispatch.read(said, origin));
  const text = renderText(reply, style);
  const slack = faultsOf(renderSlack(reply));
  const message = renderDiscord(reply);
  return [
    ...slack.map((says): Fault => ({ kind: /element of type|markup/.test(says) ? "pinged" : "invalid", says })),
    ...judgeMessage(message).map((says): Fault => ({ kind: "invalid", says })),
    ...textsOf(message)
      .filter(rings)
      .map((says): Fault => ({ kind: "pinged", says })),
    ...(/[^\P{Cc}\n]/u.test(text) ? [{ kind: "invalid", says: "control letters for a terminal" } as const] : []),
  ];
}

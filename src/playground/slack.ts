import { z } from "zod";
import type { Painter } from "#chart/painter.ts";
import type { Log } from "#core/log.ts";
import { type Act, type On, readTyped } from "#platforms/playground/act.ts";
import type { OpenSide } from "#platforms/playground/side.ts";
import { slackMeters } from "#platforms/slack/rehearsal/meters.ts";
import * as payloads from "#platforms/slack/rehearsal/payloads.ts";
import { createRehearsal, kindOf } from "#platforms/slack/rehearsal/rehearse.ts";
import { shownOf } from "#platforms/slack/rehearsal/shown.ts";

const stateSchema = z.record(z.string(), z.record(z.string(), z.looseObject({})));
const mentionSchema = z.looseObject({ event: z.looseObject({ ts: z.string() }) });

/** Slack for the playground. */
export function slackSide(log: Log, paint: Painter): OpenSide {
  return async ({ dispatch, kept }) => {
    const commands = dispatch.commands.map(({ name }) => name);
    const { deliver } = createRehearsal({ dispatch, kept, paint, log });
    const mention = oneThread();
    return {
      name: "slack",
      payloadFor: (act) => payloadFor(act, commands, mention),
      kindOf,
      deliver,
      shownOf,
      metersOf: slackMeters,
    };
  };
}

/** Mentions all in one thread, which the first begins: people reply there, and what follows on is read there. */
function oneThread(): (text: string) => object {
  let thread: string | undefined;
  return (text) => {
    const { event, ...delivery } = mentionSchema.parse(payloads.message(text, "channel", payloads.stamp()));
    const reply = thread === undefined ? {} : { thread_ts: thread };
    thread ??= event.ts;
    return { ...delivery, event: { ...event, ...reply } };
  };
}

function payloadFor(act: Act, commands: readonly string[], mention: (text: string) => object): object {
  switch (act.kind) {
    case "say": {
      const { command, text } = readTyped(act.line, commands);
      if (command !== undefined) return payloads.slashCommand(command, text, act.where);
      return act.where === "channel" ? mention(text) : payloads.message(text, act.where, payloads.stamp());
    }
    case "click":
      return payloads.click(act.element, act.on && clicked(act.on));
    case "submit":
      return payloads.submission(act.form, stateSchema.parse(act.state));
    case "home":
      return payloads.homeOpened(payloads.stamp());
  }
}

function clicked({ where, id, alone, thread }: On): payloads.Clicked {
  return { where, ts: id, alone, ...(thread ? { thread } : {}) };
}

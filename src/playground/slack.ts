import { z } from "zod";
import type { Painter } from "#chart/painter.ts";
import { type Act, type On, readTyped } from "#platforms/playground/act.ts";
import type { OpenSide } from "#platforms/playground/side.ts";
import { slackMeters } from "#platforms/slack/rehearsal/meters.ts";
import * as payloads from "#platforms/slack/rehearsal/payloads.ts";
import { createRehearsal, kindOf } from "#platforms/slack/rehearsal/rehearse.ts";
import { shownOf } from "#platforms/slack/rehearsal/shown.ts";
import type { Log } from "../log.ts";

const stateSchema = z.record(z.string(), z.record(z.string(), z.looseObject({})));

/** Slack for the playground. */
export function slackSide(log: Log, paint: Painter): OpenSide {
  return async ({ dispatch, kept }) => {
    const commands = dispatch.commands.map(({ name }) => name);
    const { deliver } = createRehearsal({ dispatch, kept, paint, log });
    return {
      name: "slack",
      payloadFor: (act) => payloadFor(act, commands),
      kindOf,
      deliver,
      shownOf,
      metersOf: slackMeters,
    };
  };
}

function payloadFor(act: Act, commands: readonly string[]): object {
  switch (act.kind) {
    case "say": {
      const { command, text } = readTyped(act.line, commands);
      if (command === undefined) return payloads.message(text, act.where, payloads.stamp());
      return payloads.slashCommand(command, text, act.where);
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

import { z } from "zod";
import type { Painter } from "#chart/painter.ts";
import type { AnyCommand } from "#core/command.ts";
import type { Log } from "#core/log.ts";
import { discordMeters } from "#platforms/discord/rehearsal/meters.ts";
import * as payloads from "#platforms/discord/rehearsal/payloads.ts";
import { createRehearsal, kindOf } from "#platforms/discord/rehearsal/rehearse.ts";
import { shownOf } from "#platforms/discord/rehearsal/shown.ts";
import { type Act, readTyped } from "#platforms/playground/act.ts";
import type { OpenSide } from "#platforms/playground/side.ts";

const stateSchema = z.array(z.looseObject({}));
const modalSchema = z.object({ custom_id: z.string() });
const nowhere = { where: "channel", id: "100000000000000011", alone: false } as const;

/** Discord for the playground. */
export function discordSide(log: Log, paint: Painter): OpenSide {
  return async ({ dispatch, kept }) => {
    const { deliver } = createRehearsal({ dispatch, kept, paint, log });
    return {
      name: "discord",
      payloadFor: (act) => payloadFor(act, dispatch.commands),
      ...{ kindOf, deliver, shownOf, metersOf: discordMeters },
    };
  };
}

function payloadFor(act: Act, commands: readonly AnyCommand[]): object {
  switch (act.kind) {
    case "say": {
      const { command: name, text } = readTyped(
        act.line,
        commands.map((command) => command.name),
      );
      const command = commands.find((candidate) => candidate.name === name);
      return command ? payloads.slashCommand(command, text, act.where) : payloads.message(text, act.where);
    }
    case "click":
      return payloads.click(act.element, act.on ?? nowhere);
    case "submit":
      return payloads.submission(
        modalSchema.parse(act.form).custom_id,
        stateSchema.parse(act.state),
        act.on ?? nowhere,
      );
    case "home":
      return payloads.message("casebook help", "direct");
  }
}

import { webApi } from "@slack/bolt";
import type { Painter } from "#chart/painter.ts";
import type { Dispatch } from "#core/adapter.ts";
import { inTurn } from "#core/in-turn.ts";
import type { KeptLines } from "#core/kept-lines.ts";
import type { Log } from "#core/log.ts";
import type { Call } from "#core/rehearsal.ts";
import { createSendAnswer } from "../answer.ts";
import { createConversation } from "../conversation.ts";
import { decodeHomeOpened } from "../decode-event.ts";
import { createHome } from "../home.ts";
import { pace } from "../limits.ts";
import { boltLogger } from "../log.ts";
import { createPictures } from "../pictures.ts";
import { createPost } from "../post.ts";
import { respondingTo } from "../respond.ts";
import { createSeen, takingOnce } from "../seen.ts";
import { createFiles } from "./files.ts";
import { self, stamp } from "./payloads.ts";

type Parts = {
  readonly dispatch: Dispatch;
  readonly kept: KeptLines;
  readonly paint: Painter;
  readonly log: Log;
};

/** What Slack delivers, by its form. */
export function kindOf(body: unknown): "command" | "click" | "form" | "message" | "home" | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  if ("command" in body) return "command";
  if (!("type" in body)) return undefined;
  if (body.type === "block_actions") return "click";
  if (body.type === "view_submission") return "form";
  if (body.type !== "event_callback") return undefined;
  return decodeHomeOpened(body) ? "home" : "message";
}

/**
 * The adapter with everything but the wire: what is delivered goes through the same decoding, answering and sending
 * as in Slack, and what would be sent is given back. One delivery at a time.
 */
export function createRehearsal({ dispatch, kept, paint, log }: Parts): {
  deliver(body: unknown): Promise<readonly Call[]>;
} {
  let calls: Call[] = [];
  const files = createFiles();
  const client = new webApi.WebClient("xoxb-playground", {
    logger: boltLogger(log),
    fetch: async (address, init) => {
      if (init?.body instanceof FormData) {
        calls.push({ method: "upload", body: await files.take(String(address), init.body) });
        return new Response("OK");
      }
      const method = new URL(String(address)).pathname.split("/").at(-1) ?? "";
      const body = readForm(init?.body);
      calls.push({ method, body });
      return Response.json(files.answer(method, body) ?? { ok: true, ts: stamp() });
    },
  });
  // Nobody is rung, so nobody has to wait a second between two messages.
  let clock = 0;
  const pictures = createPictures({ client, paint, log, patience: pace.digestPictureWait });
  const post = createPost({ client, kept, pictures, log }, () => (clock += 10_000));
  const send = createSendAnswer({ client, kept, pictures, post, log });
  const respond = async (message: Readonly<Record<string, unknown>>) => {
    calls.push({ method: "response_url", body: message });
    return "sent" as const;
  };
  const home = createHome({ dispatch, kept, client, log });
  const conversation = createConversation({
    ...{ dispatch, kept, client, post, home, log },
    respondTo: respondingTo(undefined),
    takeOnce: takingOnce(createSeen(), undefined, log),
    sendAnswer: (reply, to) => send(reply, { ...to, respond: to.respond && respond }),
  });

  const take = async (body: unknown): Promise<void> => {
    switch (kindOf(body)) {
      case "command":
        return conversation.command(body);
      case "click":
        return conversation.click(body);
      case "form":
        return conversation.submission(body);
      case "message":
        return conversation.message(body, self);
      case "home": {
        const opened = decodeHomeOpened(body);
        return opened && home.start(opened.origin, opened.viewHash);
      }
      case undefined:
        return undefined;
    }
  };

  return {
    deliver: inTurn(async (body) => {
      calls = [];
      await take(body);
      return calls.map(files.attach);
    }),
  };
}

/** A call's arguments: the client sends them as a form, with JSON inside. */
function readForm(body: unknown): Record<string, unknown> {
  const form = new URLSearchParams(typeof body === "string" ? body : "");
  return Object.fromEntries(
    [...form].filter(([key]) => key !== "token").map(([key, value]) => [key, readValue(value)]),
  );
}

function readValue(value: string): unknown {
  if (!/^[[{]|^(true|false)$/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

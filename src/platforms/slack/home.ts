import type { types, webApi } from "@slack/bolt";
import type { Dispatch } from "#core/adapter.ts";
import type { KeptLines } from "#core/kept-lines.ts";
import type { Log } from "#core/log.ts";
import type { Reply } from "#core/reply.ts";
import { refusesBlocks, slackCode } from "./errors.ts";
import type { Said } from "./origin.ts";
import { patiently } from "./patience.ts";
import { prepare } from "./versions.ts";
import { replyPage, startPage } from "./view.ts";

/** The Home tab of one person: the start page, and whatever is opened from it. */
export type Home = {
  start(origin: Said["origin"], viewHash?: string): Promise<void>;
  show(user: string, reply: Reply, viewHash?: string): Promise<void>;
};

type Parts = {
  readonly dispatch: Dispatch;
  readonly kept: KeptLines;
  readonly client: webApi.WebClient;
  readonly log: Log;
};

/** The line whose reply the start page shows. */
const startLine = "case";

/** The Home tabs of one workspace. One whose blocks Slack refuses is shown as text; its other errors reject. */
export function createHome({ dispatch, kept, client, log }: Parts): Home {
  const blocksOf = async (reply: Reply) => {
    // The Home tab has no table block, and nobody to share with.
    const versions = await prepare(reply, { share: false, tables: false }, { kept, log });
    const [{ text = "", blocks = [] } = {}] = versions;
    return { text, blocks };
  };

  const publish = async (user: string, view: types.HomeView, text: string, hash: string | undefined): Promise<void> => {
    const send = (shown: types.HomeView) =>
      patiently(() => client.views.publish({ user_id: user, view: shown, ...(hash ? { hash } : {}) }));
    try {
      await send(view);
    } catch (error) {
      const code = slackCode(error);
      // A newer view stands there already: the person clicked on.
      if (code === "hash_conflict") return;
      if (!refusesBlocks(code)) throw error;
      log.warn({ code, shape: view.blocks.map((block) => block.type).join(",") }, "Slack refused a Home tab's blocks");
      await send({ type: "home", blocks: [{ type: "section", text: { type: "mrkdwn", text, verbatim: true } }] });
    }
  };

  return {
    async start(origin, viewHash) {
      const reply = await dispatch.run(dispatch.read(startLine, origin));
      const { blocks, text } = await blocksOf(reply);
      await publish(
        origin.asker ?? "",
        startPage(dispatch.commandsAt?.(origin) ?? dispatch.commands, blocks),
        text,
        viewHash,
      );
    },
    async show(user, reply, viewHash) {
      const { blocks, text } = await blocksOf(reply);
      await publish(user, replyPage(blocks), text, viewHash);
    },
  };
}

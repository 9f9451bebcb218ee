import { webApi } from "@slack/bolt";
import type { Painter } from "#chart/painter.ts";
import type { Dispatch } from "#core/adapter.ts";
import type { KeptLines } from "#core/kept-lines.ts";
import type { Log } from "#core/log.ts";
import type { Observer } from "#core/observer.ts";
import { type Access, clientFor } from "./access.ts";
import { createSendAnswer } from "./answer.ts";
import { knowingAskers } from "./askers.ts";
import { type Conversation, createConversation } from "./conversation.ts";
import { createHome, type Home } from "./home.ts";
import { pace } from "./limits.ts";
import { namingPeople } from "./naming.ts";
import { createAcquaintance } from "./people.ts";
import { createPictures } from "./pictures.ts";
import { createPost, type Post } from "./post.ts";
import type { RespondTo } from "./respond.ts";
import type { TakeOnce } from "./seen.ts";

/** What the bot works with in one workspace: all of it speaks with that workspace's token. */
export type Workplace = {
  readonly conversation: Conversation;
  readonly home: Home;
  readonly post: Post;
};

type Parts = {
  readonly dispatch: Dispatch;
  readonly kept: KeptLines;
  readonly paint?: Painter | undefined;
  readonly takeOnce: TakeOnce;
  readonly respondTo: RespondTo;
  readonly log: Log;
  readonly observer: Observer;
  readonly clientOptions: webApi.WebClientOptions;
};

/** Sets up the work with one access. */
export function createWorkplace(
  access: Access,
  { dispatch: given, kept, paint, takeOnce, respondTo, log, observer, clientOptions }: Parts,
): Workplace {
  const client = new webApi.WebClient(access.token, clientFor(access, clientOptions));
  client.on(webApi.WebClientEvent.RATE_LIMITED, (seconds: number) => observer.toldToWait("slack", seconds * 1000));
  const acquaintance = createAcquaintance({ client, log });
  const dispatch = namingPeople(knowingAskers(given, acquaintance), acquaintance);
  const pictures = paint && createPictures({ client, paint, log, patience: pace.pictureWait });
  const post = createPost({ client, kept, pictures, log });
  const sendAnswer = createSendAnswer({ client, kept, pictures, post, log });
  const home = createHome({ dispatch, kept, client, log });
  const conversation = createConversation({ dispatch, kept, client, takeOnce, respondTo, post, sendAnswer, home, log });
  return { conversation, home, post };
}

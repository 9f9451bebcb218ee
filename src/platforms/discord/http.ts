import { DiscordAPIError, REST, RESTEvents, Routes } from "discord.js";
import type { Front, Served } from "#core/front.ts";
import { unobserved } from "#core/observer.ts";
import { Unreachable } from "#core/unreachable.ts";
import { createAnswerer } from "./answer.ts";
import { type Application, applicationSchema, interactionsPath, isKeyOf, whereToFind } from "./application.ts";
import { createEndpoint } from "./endpoint.ts";
import { tokenRefused, unreachable } from "./gateway.ts";
import { readInteraction } from "./incoming.ts";
import type { DiscordAdapter, DiscordConfig, DiscordParts } from "./listen.ts";
import { createPost } from "./post.ts";
import { closeRest, createInteractionRest, restOptionsOf } from "./rest.ts";
import { createSender } from "./send.ts";
import { readPublicKey } from "./signature.ts";
import { createWork } from "./work.ts";

/** Time for deliveries under way to be taken when stopping, in milliseconds. */
const closeWithin = 2000;

export type HttpConfig = Pick<DiscordConfig, "token" | "apiUrl"> & { readonly publicKey: string };

/** Discord over HTTP: slash commands, buttons, menus and forms come to an address of ours; mentions do not. */
export function createHttpAdapter(
  { token, apiUrl, publicKey }: HttpConfig,
  { dispatch, kept, paint, log, front, observer = unobserved }: DiscordParts & { readonly front: Front },
): DiscordAdapter {
  const rest = new REST(restOptionsOf(apiUrl)).setToken(token);
  rest.on(RESTEvents.RateLimited, ({ timeToReset }) => observer.toldToWait("discord", timeToReset));
  const answering = createInteractionRest(apiUrl, observer);
  const sender = createSender({ rest: answering, kept, paint, log, observer });
  const answer = createAnswerer({ dispatch, kept, sender });
  const work = createWork(log, observer);
  const endpoint = createEndpoint({
    key: readPublicKey(publicKey),
    take: (delivered) => {
      const interaction = readInteraction(delivered, log);
      if (interaction) work.take(() => answer(interaction));
      return interaction !== undefined;
    },
    stopping: work.stopping,
    log,
  });
  let served: Served | undefined;

  return {
    platform: "discord",
    post: createPost({ rest, kept, paint, log }),
    connected: () => !work.stopping() && (served?.listening() ?? false),
    start: async () => {
      const application = await ownApplication(rest, apiUrl);
      if (!isKeyOf(application, publicKey))
        throw new Error(
          `DISCORD_PUBLIC_KEY is not the key of ${application.name}: copy it from ${whereToFind.DISCORD_PUBLIC_KEY}.`,
        );
      served = await front.serve(interactionsPath, endpoint);
      if (!application.interactions_endpoint_url)
        log.warn({}, `Discord has no address to deliver to yet: set it under ${whereToFind.endpoint}`);
      log.info({ path: interactionsPath }, "listening for Discord's interactions over HTTP");
    },
    stop: async () => {
      const finished = work.finish();
      await served?.close(closeWithin);
      await finished;
      closeRest(rest);
      closeRest(answering);
    },
  };
}

async function ownApplication(rest: REST, apiUrl: string | undefined): Promise<Application> {
  try {
    return applicationSchema.parse(await rest.get(Routes.currentApplication()));
  } catch (error) {
    if (error instanceof DiscordAPIError && error.status === 401) throw new Error(tokenRefused);
    throw new Unreachable(unreachable(apiUrl));
  }
}

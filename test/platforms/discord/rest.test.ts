import { Routes } from "discord.js";
import { expect, test } from "vitest";
import { unobserved } from "#core/observer.ts";
import { closeRest, createInteractionRest } from "#platforms/discord/rest.ts";
import { startLocalDiscord } from "./local-discord.ts";
import { ids } from "./payloads.ts";

test("answers to interactions do not wait for the 50 requests a second that Discord asks of everything else", async () => {
  const discord = await startLocalDiscord();
  const waits: number[] = [];
  const rest = createInteractionRest(discord.apiUrl, {
    ...unobserved,
    toldToWait: (_, milliseconds) => waits.push(milliseconds),
  });
  const answers = Array.from({ length: 60 }, (_, i) =>
    rest
      .patch(Routes.webhookMessage(ids.application, `token-${i}`, "@original"), { body: {}, auth: false })
      .catch(() => undefined),
  );
  await Promise.all(answers);
  expect(waits).toEqual([]);
  expect(discord.seen).toHaveLength(60);
  closeRest(rest);
  await discord.stop();
});

import { freePort } from "../free-port.ts";
import { createHttpBot } from "../platforms/discord/http-bot.ts";
import { startLocalDiscord } from "../platforms/discord/local-discord.ts";
import { createSigner } from "../platforms/discord/signing.ts";
import type { Bot } from "./bot.ts";
import { discordPayload, rings, textsOf } from "./discord.ts";
import { mutateBytes, mutateJson } from "./mutate.ts";
import { below, maybe, nasty, oneOf } from "./nasty.ts";
import { sendRaw } from "./request.ts";
import type { Fault, Target } from "./target.ts";
import { underWay } from "./under-way.ts";

type Delivery = {
  readonly body: string;
  readonly signed: "well" | "by another" | "as something else" | "long ago" | "oddly" | "not at all";
  readonly method: string;
  readonly type: string;
  readonly path: string;
  readonly odd: string;
};

const honest = { "content-type": "application/json" };
const here = "/discord/interactions";

/** Discord's address for interactions over real HTTP: signed and changed, with broken bytes, and signed wrongly. */
export async function discordHttpTarget({ dispatch, kept, paint, log }: Bot): Promise<Target> {
  const discord = await startLocalDiscord();
  const { observer, settled } = underWay();
  const { adapter, url } = createHttpBot(dispatch, { discord, port: await freePort(), kept, paint, log, observer });
  await adapter.start();
  discord.seen.length = 0;
  const another = createSigner();

  const headersOf = ({ body, signed, odd }: Delivery): Record<string, string> => {
    const bytes = Buffer.from(body, "latin1");
    if (signed === "by another") return another.headers(bytes);
    if (signed === "as something else") return discord.signer.headers(Buffer.concat([bytes, Buffer.from(" ")]));
    if (signed === "long ago") return discord.signer.headers(bytes, Date.now() - 400_000);
    if (signed === "oddly") return { ...discord.signer.headers(bytes), "x-signature-ed25519": odd };
    return signed === "well" ? discord.signer.headers(bytes) : honest;
  };

  return {
    name: "discord-http",
    share: 1,
    make: (random, number): Delivery => {
      const payload = maybe(random, 0.05) ? { type: 1 } : discordPayload(random, number);
      const bytes = Buffer.from(JSON.stringify(mutateJson(random, payload, below(random, 4))) ?? "");
      const whole = maybe(random, 0.2) ? mutateBytes(random, bytes) : bytes;
      return {
        body: Buffer.from(whole).toString("latin1"),
        signed: maybe(random, 0.8)
          ? "well"
          : oneOf(random, ["by another", "as something else", "long ago", "oddly", "not at all"]),
        method: maybe(random, 0.97) ? "POST" : oneOf(random, ["GET", "PUT", "HEAD", "DELETE"]),
        type: maybe(random, 0.95)
          ? honest["content-type"]
          : oneOf(random, ["text/plain", "application/json;", ...nasty]),
        path: maybe(random, 0.97) ? here : `${here}${oneOf(random, ["/", "?x", "/..", "s", "/%00"])}`,
        odd: oneOf(random, nasty),
      };
    },
    take: async (given): Promise<Fault[]> => {
      const delivery = given as Delivery;
      const { body, signed, method, type, path } = delivery;
      const named = namesIn(body);
      if (named) discord.expects(named.id, named.token);
      const answer = await sendRaw(new URL(url).origin, {
        ...{ method, path, headers: { ...headersOf(delivery), "content-type": type } },
        // What other methods send behind their headers, Node takes for the next request.
        body: /^(?:POST|PUT)$/.test(method) ? Buffer.from(body, "latin1") : undefined,
      });
      await settled();
      discord.forget();
      const sent = discord.seen.splice(0);
      const faults: Fault[] = discord.refusals.splice(0).map((says) => ({ kind: "invalid", says }));
      const crashed = (says: string) => faults.push({ kind: "crashed", says });
      if (answer.status >= 500) crashed(`it answered ${answer.status}`);
      if (answer.text && answer.text !== '{"type":1}') crashed(`it answered with ${answer.text}`);
      if (signed !== "well" && (answer.status < 400 || sent.length > 0))
        crashed(`signed ${signed}, it was answered ${answer.status}, and ${sent.length} requests went out`);
      for (const { body: message } of sent)
        for (const text of typeof message === "object" && message ? textsOf(message) : [])
          if (rings(text)) faults.push({ kind: "pinged", says: text.slice(0, 200) });
      return faults;
    },
    close: async () => {
      await adapter.stop();
      await discord.stop();
    },
  };
}

/** The id and token that a body holds, where both are there. */
function namesIn(body: string): { id: string; token: string } | undefined {
  const [, id] = /"id":"(\d{19})"/.exec(body) ?? [];
  const [, token] = /"token":"(token-\d+)"/.exec(body) ?? [];
  return id && token ? { id, token } : undefined;
}

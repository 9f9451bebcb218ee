import { z } from "zod";
import { createChanges, openPlayground } from "../../src/playground/open.ts";
import type { Bot } from "./bot.ts";
import { discordPayload } from "./discord.ts";
import { mutateBytes, mutateJson, mutateText } from "./mutate.ts";
import { below, line, maybe, nasty, oneOf, type Random } from "./nasty.ts";
import { sendRaw } from "./request.ts";
import { judged, slackPayload } from "./slack.ts";
import type { Fault, Target } from "./target.ts";

type Sent = { readonly path: string; readonly body?: string };

const paths = ["/", "/main.ts", "/page.css", "/api/start", "/api/turn", "/events?x", "/icon.svg", "/../package.json"];
const chart = {
  ...{ kind: "chart", type: "bar", title: "Cost", unit: "$", alt: "Cost: a 1, b 2" },
  ...{ categories: ["a", "b"], series: [{ name: "x", values: [1, 2], low: [0, 1], high: [2, 3] }], highlight: 0 },
};

/** The playground's server over real HTTP: its pages, what it completes, what it plays and replays, its charts. */
export async function playgroundTarget({ dispatch, library, store, log }: Bot): Promise<Target> {
  const { address, close } = await openPlayground(
    { host: "127.0.0.1", port: 0 },
    { casebook: { dispatch, library }, store, changes: createChanges(), version: "0", log },
  );
  const send = ({ path, body }: Sent) => {
    const endless = path.startsWith("/events");
    if (body === undefined) return sendRaw(`${address}`, { method: "GET", path, endless });
    return sendRaw(`${address}`, {
      method: "POST",
      path,
      endless,
      body,
      headers: { "content-type": "application/json" },
    });
  };

  return {
    name: "playground",
    share: 0.2,
    make: (random, number): Sent => {
      if (maybe(random, 0.25)) return { path: mutateText(random, oneOf(random, paths)) };
      const { path, body } = posted(random, number);
      const text = JSON.stringify(mutateJson(random, body, below(random, 4)) ?? null);
      return { path, body: maybe(random, 0.1) ? Buffer.from(mutateBytes(random, Buffer.from(text))).toString() : text };
    },
    take: async (given): Promise<Fault[]> => {
      const sent = given as Sent;
      const { status, text } = await send(sent);
      const faults: Fault[] = status >= 500 ? [{ kind: "crashed", says: `it answered ${status}` }] : [];
      if (sent.body === undefined && /"private": true|root:x:/.test(text))
        faults.push({ kind: "crashed", says: "it gave away a file" });
      if (status === 200 && /^\/api\/(turn|replay)$/.test(sent.path)) faults.push(...shownFaults(JSON.parse(text)));
      return faults;
    },
    close,
  };
}

const slackTurn = z.object({ side: z.literal("slack") });
const shownSchema = z.object({
  shown: z.array(z.object({ kind: z.string(), payload: z.record(z.string(), z.unknown()) })),
});

/** What Slack would find wrong with what a turn shows; answers of other shapes show nothing. */
function shownFaults(answer: unknown): Fault[] {
  if (!slackTurn.safeParse(answer).success) return [];
  return shownSchema
    .parse(answer)
    .shown.flatMap(({ kind, payload }) =>
      kind === "message"
        ? judged({ method: "response_url", body: payload })
        : judged({ method: "views.open", body: { view: payload } }),
    );
}

function posted(random: Random, number: number): { path: string; body: object } {
  const side = oneOf(random, ["slack", "discord"]);
  const where = oneOf(random, ["channel", "direct"]);
  const on = { where, id: String(number), alone: maybe(random, 0.5) };
  const today = maybe(random, 0.2)
    ? oneOf(random, ["2027-03-05", "0000-00-00", "9999-12-31", "2026-02-30", ...nasty])
    : undefined;
  const acts = [
    { kind: "say", line: line(random), where },
    { kind: "click", on, element: { type: "button", action_id: "run:v1:0", value: line(random) } },
    { kind: "click", on, element: { type: 2, custom_id: `v1:0:${line(random).slice(0, 90)}` } },
    {
      kind: "submit",
      on,
      form: { custom_id: "m1:roi", private_metadata: "{}" },
      state: [{ custom_id: "people", value: line(random) }],
    },
    { kind: "home" },
  ] as const;
  switch (below(random, 16)) {
    case 0:
      return { path: "/api/chart", body: chart };
    case 1:
    case 2:
    case 3:
      return { path: "/api/complete", body: { line: line(random) } };
    case 4:
    case 5:
    case 6: {
      const payload = maybe(random, 0.5) ? slackPayload(random, number) : discordPayload(random, number);
      return { path: "/api/replay", body: { payload, today } };
    }
    default:
      return { path: "/api/turn", body: { side, act: oneOf(random, acts), today } };
  }
}

import { expect, test } from "vitest";
import { z } from "zod";
import type { Origin } from "#core/invocation.ts";
import { openReal } from "../real.ts";

const { dispatch, store } = await openReal({ DIGEST_MANAGERS: ["admins", "U1"] });
const owner: Origin = { platform: "discord", via: "command", workspace: "100", channel: "200", asker: "U1" };
const home = { platform: "discord", channel: "200" };
const elsewhere = {
  anotherServer: { ...owner, workspace: "999", channel: "900", admin: true },
  anotherChannel: { ...owner, channel: "201" },
  directMessage: { ...owner, workspace: undefined, channel: "dm1" },
  somebodyElse: { ...owner, channel: "201", asker: "U2", admin: true },
};
const say = (line: string, origin: Origin) => dispatch.run(dispatch.read(line, origin));
const made = z.object({ subscription: z.object({ id: z.string() }) });

let minutes = 10;
async function subscribe(): Promise<string> {
  const reply = await say(`digest subscribe daily 9:${++minutes} UTC ai`, owner);
  return made.parse(reply.data).subscription.id;
}

const actions = ["now", "preview", "edit", "settings", "history", "pause", "resume", "unsubscribe"];
const all = actions.map((action) => [action]);

test.each(all)(
  "digest %s: a digest is out of reach from another server, even for an admin who set it up",
  async (action) => {
    const id = await subscribe();
    const before = await (await store()).subscriptions.find(id);
    for (const origin of [elsewhere.anotherServer, elsewhere.somebodyElse])
      expect((await say(`digest ${action} ${id}${action === "edit" ? " daily 23:00" : ""}`, origin)).ok).toBe(false);
    expect(await (await store()).subscriptions.find(id)).toEqual(before);
    expect(await (await store()).outbox.history(home, 50)).toEqual([]);
  },
);
test.each(all)("digest %s: its owner reaches a digest from another channel of its server", async (action) => {
  const id = await subscribe();
  const other = { ...elsewhere.anotherChannel, shut: "I may not post here." };
  const reply = await say(`digest ${action} ${id}${action === "edit" ? " daily 23:30" : ""}`, other);
  expect([action, reply.ok, reply.parts]).toMatchObject([action, true, expect.anything()]);
});

test.each(["settings", "history", "pause", "resume", "unsubscribe"])(
  "digest %s: in a direct message its owner looks after a digest, as the notice of a pause offers",
  async (action) => {
    expect((await say(`digest ${action} ${await subscribe()}`, elsewhere.directMessage)).ok).toBe(true);
  },
);

test.each(["now", "preview", "edit"])(
  "digest %s: what posts to a server, or tells of it, is refused in a direct message, with a line that works there",
  async (action) => {
    const reply = await say(`digest ${action} ${await subscribe()}`, elsewhere.directMessage);
    expect(reply).toMatchObject({ ok: false, data: { error: "elsewhere" } });
    const [, line = ""] = /"code","text":"(digest settings \w+)"/.exec(JSON.stringify(reply.parts)) ?? [];
    expect((await say(line, elsewhere.directMessage)).ok).toBe(true);
  },
);

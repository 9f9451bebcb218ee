import { readFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStore } from "#store/open.ts";
import { openTestPlayground } from "./open.ts";

let playground: Awaited<ReturnType<typeof openTestPlayground>>;
beforeAll(async () => {
  playground = await openTestPlayground();
});
afterAll(() => playground.close());

/** A request with just these headers: fetch would put in its own. */
function send(
  path: string,
  headers: Record<string, string>,
  body?: string,
  { address } = playground,
): Promise<{ status: number; text: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; text: string }>();
  const sent = request(`${address}${path}`, { method: body === undefined ? "GET" : "POST", headers }, (answer) => {
    let text = "";
    answer.setEncoding("utf8").on("data", (piece) => {
      text += piece;
    });
    answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text }));
  });
  sent.on("error", reject);
  sent.end(body);
  return promise;
}
const json = { "content-type": "application/json" };
const ask = async (path: string, body: unknown, of = playground) =>
  JSON.parse((await send(path, json, JSON.stringify(body), of)).text);

test("a name that somebody else may point at this machine is refused, its own are not", async () => {
  expect((await send("/", { host: "evil.example" })).status).toBe(403);
  expect((await send("/", { host: "localhost.evil.example:3000" })).status).toBe(403);
  for (const host of ["localhost:3000", "127.0.0.1", "[::1]:80"]) expect((await send("/", { host })).status).toBe(200);
});

test("another site can neither ask nor send a form", async () => {
  const body = JSON.stringify({ line: "/case" });
  expect((await send("/api/complete", json, body)).status).toBe(200);
  expect((await send("/api/complete", { ...json, origin: "https://evil.example" }, body)).status).toBe(403);
  expect((await send("/api/complete", { ...json, "sec-fetch-site": "cross-site" }, body)).status).toBe(403);
  expect((await send("/api/complete", { "content-type": "text/plain" }, body)).status).toBe(403);
});

test("what is too long, no JSON, or of an unknown form is refused, and what does not exist is not found", async () => {
  expect((await send("/api/turn", json, `"${"x".repeat(300_000)}"`)).status).toBe(413);
  expect((await send("/api/turn", json, "{")).status).toBe(400);
  expect((await send("/api/turn", json, '{"side":"teams"}')).status).toBe(400);
  for (const path of [
    "/../package.json",
    "/%2e%2e/package.json",
    "/api/start",
    "/api/constructor",
    "/tsconfig.json",
    "//",
    "//evil.example",
  ])
    expect((await send(path, {})).status).toBe(404);
  expect((await send("/api/constructor", json, "{}")).status).toBe(404);
});

test("a chart larger than any of ours is not drawn: drawing holds up everybody else", async () => {
  const chart = {
    ...{ kind: "chart", type: "bar", title: "Cost", unit: "$", alt: "Cost: a 1", categories: ["a"] },
    series: [{ name: "x", values: [1] }],
  };
  expect((await send("/api/chart", json, JSON.stringify(chart))).status).toBe(200);
  for (const more of [{ categories: ["é".repeat(20_000)] }, { series: [{ name: "x", values: Array(5000).fill(1) }] }])
    expect((await send("/api/chart", json, JSON.stringify({ ...chart, ...more }))).status).toBe(400);
});

test("every answer forbids what comes from elsewhere and what stands inline", async () => {
  const { headers } = await fetch(playground.address);
  const policy = headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain("unsafe");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
});

test.each([
  ["/c", ["/case ", "/compare ", "/cost ", "/checklist "]],
  ["/case hugg", ["/case hugging-face "]],
  ["/casebook case hugg", ["/casebook case hugging-face "]],
  ["/cost gpu:h1", ["/cost gpu:h100 "]],
])("%s goes on as %j", async (line, expected) => {
  const lines: string[] = (await ask("/api/complete", { line })).map((one: { line: string }) => one.line.toLowerCase());
  for (const one of expected) expect(lines).toContain(one);
});

test("a question that only begins like a command gets no suggestions", async () => {
  expect(await ask("/api/complete", { line: "why did" })).toEqual([]);
});

const recorded = [
  ["slack", "command", JSON.parse(readFileSync("test/fixtures/slack/payloads/slash_command.json", "utf8"))],
  ["slack", "message", JSON.parse(readFileSync("test/fixtures/slack/payloads/message_im.json", "utf8"))],
  [
    "slack",
    "click",
    JSON.parse(readFileSync("test/fixtures/slack/payloads/block_actions_button_message.json", "utf8")),
  ],
  [
    "discord",
    "command",
    {
      ...{ id: "1", application_id: "2", type: 2, token: "t", guild_id: "3", channel_id: "4" },
      data: { id: "5", type: 1, name: "case", options: [{ name: "text", type: 3, value: "solana risks" }] },
    },
  ],
] as const;

test.each(recorded)(
  "a payload of %s (a %s) is known by its form and replayed stage by stage",
  async (side, kind, payload) => {
    const turn = await ask("/api/replay", { payload });
    expect(turn).toMatchObject({ side, kind });
    expect(turn.stages[0].value).toEqual(payload);
    if (kind !== "click")
      expect(turn.stages.map(({ name }: { name: string }) => name)).toEqual([
        "delivered",
        "decode",
        "parse",
        "run",
        "render and send",
      ]);
  },
);

test("a payload of neither platform is said to be unknown", async () => {
  expect(await ask("/api/replay", { payload: { hello: 1 } })).toEqual({ unknown: true });
});

test("a digest is previewed as of a chosen day, and the clock is left alone for everybody else", async () => {
  const act = { kind: "say", line: "digest preview ai", where: "channel" };
  const [then, now] = await Promise.all([
    ask("/api/turn", { side: "discord", act, today: "2027-03-05" }),
    ask("/api/turn", { side: "discord", act }),
  ]);
  expect(JSON.stringify(then.shown)).toContain("5 Mar");
  expect(JSON.stringify(now.shown)).not.toContain("5 Mar");
});

test("every answer names the file and line its passages stand on", async () => {
  const turn = await ask("/api/turn", {
    side: "slack",
    act: { kind: "say", line: "case hugging-face lessons", where: "channel" },
  });
  const [{ file, line, id }] = turn.why.passages;
  expect(id).toMatch(/^hugging-face#lessons\//);
  expect(readFileSync(file, "utf8").split("\n")[line - 1]).toMatch(/\S/);
  expect(turn.why.line).toBe("case hugging-face lessons");
});

test("a private answer is the asker's alone on both platforms until it is shared; in a direct message nothing is to share", async () => {
  const say = (side: string, line: string, where = "channel") =>
    ask("/api/turn", { side, act: { kind: "say", line, where } });
  for (const side of ["slack", "discord"]) {
    expect((await say(side, "/case solana")).shown).toMatchObject([{ kind: "message", manner: "add", alone: true }]);
    expect((await say(side, "/case solana share")).shown).toMatchObject([{ manner: "add", alone: false }]);
    expect((await say(side, "what is solana?")).shown).toMatchObject([{ alone: false }]);
    expect(JSON.stringify((await say(side, "what is solana?", "direct")).shown)).not.toContain('"Share"');
  }
});

test("a chart is a picture on both platforms, and its JSON is what the platform would be sent", async () => {
  const say = (side: string) =>
    ask("/api/turn", { side, act: { kind: "say", line: "/readiness 3 2 1 2 2 1 3 2 1 2 1 1", where: "channel" } });
  for (const [side, name] of [
    ["slack", /^F\w+$/],
    ["discord", /^chart-1\.png$/],
  ] as const) {
    // The second answer shows the picture that was made for the first.
    for (const turn of [await say(side), await say(side)]) {
      const [{ payload, attached }] = turn.shown;
      const [[id, address]] = Object.entries<string>(attached) as [[string, string]];
      expect(id).toMatch(name);
      const png = Buffer.from(address.replace(/^data:image\/png;base64,/, ""), "base64");
      expect(png.subarray(1, 4).toString()).toBe("PNG");
      expect(JSON.stringify(payload)).toContain(id);
      expect(JSON.stringify([payload, turn.stages])).not.toContain("base64");
    }
  }
});

test.each([
  ["slack", "direct"],
  ["slack", "channel"],
  ["discord", "direct"],
])("in a fresh playground a question on %s (%s) follows on from the one before", async (side, where) => {
  const fresh = await openTestPlayground();
  const said: string[] = [];
  for (const line of ["who founded mistral?", "what about their risks?", "and OpenAI?", "who invested?"])
    said.push((await ask("/api/turn", { side, act: { kind: "say", line, where } }, fresh)).why.line);
  expect(said).toEqual([
    "ask who founded mistral?",
    'ask question:"what about their risks?" about:mistral',
    `ask question:"what about OpenAI's risks?"`,
    'ask question:"who invested?" about:openai',
  ]);
  await fresh.close();
});

test("a playground that nothing was said in, but at the prompt beside it, keeps nothing", async () => {
  const fresh = await openTestPlayground();
  const { dispatch } = fresh.casebook;
  const origin = { platform: "terminal", via: "direct", direct: true } as const;
  for (const line of ["who founded mistral?", "what about their risks?"])
    expect(await dispatch.run(dispatch.read(line, origin))).toMatchObject({ ok: true });
  expect(await fresh.store.existing()).toBeUndefined();
  await fresh.close();
});

test("what is past its time is deleted when the playground starts", async () => {
  const directory = await mkdtemp(join(tmpdir(), "casebook-playground-"));
  const before = await openStore({ directory });
  const talk = { platform: "slack", workspace: "T1", asker: "U1", subjects: ["solana"], question: "who founded it?" };
  await before.threads.remember("old", talk, 0);
  await before.threads.remember("new", talk, Date.now());
  await before.close();
  const again = await openTestPlayground("content", directory);
  const { threads } = await again.store.get();
  expect(await threads.recall("old", 0)).toBeUndefined();
  expect(await threads.recall("new", 0)).toBeDefined();
  await again.close();
});

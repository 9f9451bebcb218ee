import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { longestBody, signedOnly } from "#platforms/slack/gate.ts";

const signingSecret = "0123456789abcdef0123456789abcdef";
const form = "application/x-www-form-urlencoded";
const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn(), fatal: vi.fn() };
/** What Bolt was given: the method, and the body as it reads it. */
const handedOn: string[] = [];
const receiver = {
  requestListener: vi.fn((request, response) => {
    if (request.url === "/slack/elsewhere") throw new Error("no path of mine");
    handedOn.push(`${request.method} ${"rawBody" in request ? String(request.rawBody) : ""}`);
    response.end("taken");
  }),
};
const server = createServer(signedOnly(receiver, { signingSecret, log }));
let url = "";

beforeAll(async () => {
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/slack/events`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  handedOn.length = 0;
});

function signed(body: string): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac("sha256", signingSecret).update(`v0:${timestamp}:${body}`).digest("hex");
  return { "x-slack-request-timestamp": timestamp, "x-slack-signature": `v0=${signature}` };
}

const post = (body: string, headers: Record<string, string> = {}, to = url) =>
  fetch(to, { method: "POST", body, headers: { "content-type": form, ...headers } });

test("what is signed is handed to Bolt with the body as it came", async () => {
  expect((await post("command=%2Fcase&text=é", signed("command=%2Fcase&text=é"))).status).toBe(200);
  expect(handedOn).toEqual(["POST command=%2Fcase&text=é"]);
});

test("pages that a browser asks for are handed on as they are", async () => {
  expect(await (await fetch(url)).text()).toBe("taken");
  expect(handedOn).toEqual(["GET "]);
});

test("a signed request to a path that Bolt does not serve is not found", async () => {
  const elsewhere = url.replace("events", "elsewhere");
  expect((await post("a=1", signed("a=1"), elsewhere)).status).toBe(404);
});

test.each([
  ["nothing is signed", "a=1", {}],
  ["another body was signed", "a=1", signed("a=2")],
  ["a signature comes twice", "a=1", { ...signed("a=1"), "X-Slack-Signature": "v0=0" }],
  ["the check of the connection stands beside more of itself", "ssl_check=1&ssl_check=1", {}],
  ["the check of the connection is no form", '{"ssl_check":"1"}', { "content-type": "application/json" }],
  ["the check of the connection is longer than one is", `ssl_check=1&${"a=1&".repeat(2000)}`, {}],
])("a request is turned away, and Bolt does not see it, where %s", async (_, body, headers) => {
  expect((await post(body, headers)).status).toBe(401);
  expect(handedOn).toEqual([]);
});

test("the check of the connection is answered, and Bolt does not see it", async () => {
  expect((await post("ssl_check=1&command=%2Fcase")).status).toBe(200);
  expect(handedOn).toEqual([]);
});

test("a body that is too long is turned away, whether or not it says how long it is", async () => {
  const long = "a&".repeat(longestBody);
  expect((await post(long, signed(long))).status).toBe(413);
  const said = once(connect(Number(new URL(url).port), "127.0.0.1").on("connect", send), "data");
  expect(String(await said)).toMatch(/^HTTP\/1\.1 413 /);
  expect(handedOn).toEqual([]);

  function send(this: import("node:net").Socket): void {
    this.write("POST /slack/events HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n");
    for (let i = 0; i < 20; i++) this.write(`10000\r\n${"a".repeat(65_536)}\r\n`);
  }
});

test("unsigned bodies of half a million fields are not read", { timeout: 5000 }, async () => {
  // To read one of them as a form would take seconds, in which nobody else is answered.
  const bomb = "a&".repeat(longestBody / 2 - 1);
  const answers = await Promise.all(Array.from({ length: 6 }, () => post(bomb)));
  expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(401));
});

test("without a secret it does not open", () => {
  expect(() => signedOnly(receiver, { signingSecret: "", log })).toThrow(/secret/);
});

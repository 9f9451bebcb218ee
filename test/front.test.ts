import { once } from "node:events";
import { connect, createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { createFront } from "../src/front.ts";
import { freePort } from "./free-port.ts";

async function started(patience: Parameters<typeof createFront>[1] = {}) {
  const port = await freePort();
  const front = createFront({ host: "127.0.0.1", port }, patience);
  const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`).then(({ status }) => status);
  return { port, front, get };
}

test("two platforms share one port, each below its own path, and nothing else is there", async () => {
  const { front, get } = await started();
  const slack = await front.serve("/slack", (_, response) => response.writeHead(201).end());
  const discord = await front.serve("/discord/interactions", (_, response) => response.writeHead(202).end());
  expect(await get("/slack/events")).toBe(201);
  expect(await get("/discord/interactions?x=1")).toBe(202);
  for (const path of ["/", "/slackers", "/discord", "/discord/interactionsx"]) expect(await get(path)).toBe(404);
  await slack.close(1000);
  expect([slack.listening(), discord.listening()]).toEqual([false, true]);
  expect(await get("/slack/events")).toBe(503);
  expect(await get("/discord/interactions")).toBe(202);
  await discord.close(1000);
  await expect(get("/discord/interactions")).rejects.toThrow();
});

test("what is under way is answered before it closes, and what never ends is cut off", async () => {
  const { front, get } = await started();
  let arrived = 0;
  const served = await front.serve("/slow", (request, response) => {
    arrived++;
    if (request.url === "/slow/ly") setTimeout(() => response.end(), 200);
  });
  const [slow, never] = [get("/slow/ly"), get("/slow/never").catch(() => "cut off")];
  while (arrived < 2) await sleep(10);
  await served.close(800);
  expect([await slow, await never]).toEqual([200, "cut off"]);
});

test("a port that is taken is told, and tried again later", async () => {
  const { port, front, get } = await started();
  const other = createServer().listen(port, "127.0.0.1");
  await expect(front.serve("/a", (_, response) => response.end())).rejects.toThrow(
    `Nothing can listen on 127.0.0.1:${port} (EADDRINUSE): set another PORT or HOST.`,
  );
  await new Promise((resolve) => other.close(resolve));
  const served = await front.serve("/a", (_, response) => response.end());
  expect(await get("/a")).toBe(200);
  await served.close(100);
});

test("a request that does not arrive in time is cut off, whether its head or its body is missing", async () => {
  const { port, front } = await started({ arriveWithin: 200 });
  const served = await front.serve("/a", (request, response) => request.on("end", () => response.end()).resume());
  const head = "POST /a HTTP/1.1\r\nHost: bot\r\nContent-Length: 1000\r\n";
  for (const sent of [head, `${head}\r\nx`]) {
    const socket = connect(port, "127.0.0.1");
    socket.write(sent);
    let got = "";
    socket.setEncoding("utf8").on("data", (text) => (got += text));
    await once(socket, "close");
    expect(got).toMatch(/^HTTP\/1\.1 408 /);
  }
  await served.close(100);
});

test("a request that is never answered is ended with 503", async () => {
  const { front, get } = await started({ answerWithin: 200 });
  const served = await front.serve("/a", () => {});
  expect(await get("/a")).toBe(503);
  await served.close(100);
});

import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { observeDispatch } from "#operate/observe.ts";
import { openTraces } from "#operate/traces.ts";
import { openReal } from "../real.ts";
import { makeObserver } from "./make.ts";

const attribute = z.object({ key: z.string(), value: z.looseObject({ stringValue: z.string().optional() }) });
const span = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  attributes: z.array(attribute),
});
const bodySchema = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.looseObject({ attributes: z.array(attribute) }),
      scopeSpans: z.array(z.looseObject({ spans: z.array(span) })),
    }),
  ),
});

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}

/** An OpenTelemetry collector on loopback that keeps what it is sent. */
async function startCollector() {
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    bodies.push(`${request.url} ${body}`);
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { bodies, url: `http://127.0.0.1:${portOf(server)}`, close: () => server.close() };
}

const { dispatch } = await openReal();
let collector: Awaited<ReturnType<typeof startCollector>> | undefined;
afterEach(() => collector?.close());

test("a request and its command are sent as one trace, with names and no words", async () => {
  collector = await startCollector();
  const traces = openTraces(collector.url, { version: "1.2.3", name: "casebook-test" });
  const { observer, instruments } = makeObserver(traces);
  const observed = observeDispatch(dispatch, instruments);
  await observer.request("slack", () =>
    observed.run(observed.read("who founded MARKERWORD?", { platform: "slack", via: "command" })),
  );
  await traces.close();
  const [sent = ""] = collector.bodies;
  expect(sent).toMatch(/^\/v1\/traces /);
  expect(collector.bodies.join("")).not.toMatch(/markerword/i);
  const { resourceSpans } = bodySchema.parse(JSON.parse(sent.slice("/v1/traces ".length)));
  const valuesOf = (list: readonly z.infer<typeof attribute>[] = []) =>
    Object.fromEntries(list.map(({ key, value }) => [key, value.stringValue]));
  expect(valuesOf(resourceSpans[0]?.resource.attributes)).toMatchObject({
    "service.name": "casebook-test",
    "service.version": "1.2.3",
  });
  const spans = resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans));
  const request = spans.find(({ name }) => name === "request");
  const run = spans.find(({ name }) => name === "run");
  expect(run).toMatchObject({ traceId: request?.traceId, parentSpanId: request?.spanId });
  expect(valuesOf(request?.attributes)).toMatchObject({ "casebook.command": "ask", "casebook.platform": "slack" });
});

test("a collector that never answers neither holds a request nor the end of the process", async () => {
  const mute = createServer(() => {}).listen(0, "127.0.0.1");
  await once(mute, "listening");
  onTestFinished(() => void mute.close().closeAllConnections());
  const traces = openTraces(`http://127.0.0.1:${portOf(mute)}`, { version: "1", name: "casebook" });
  expect(await traces.span("request", async () => 7)).toBe(7);
  await expect(
    traces.span("request", async () => {
      throw new Error("no");
    }),
  ).rejects.toThrow("no");
  // The exporter's own patience is ten seconds.
  expect(await Promise.race([traces.close(), sleep(8000, "held")])).toBeUndefined();
});

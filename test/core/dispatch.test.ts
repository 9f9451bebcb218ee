import { expect, test } from "vitest";
import { z } from "zod";
import { createLibrary } from "#content/library.ts";
import { defineCommand } from "#core/command.ts";
import { createDispatch } from "#core/dispatch.ts";
import { Refusal } from "#core/refusal.ts";
import { createSearchIndex } from "#search/passages/search-index.ts";
import { noRecords } from "../room/entry.ts";

const library = createLibrary([], noRecords, "test");
const origin = { platform: "terminal", via: "command" } as const;

const greet = defineCommand({
  name: "greet",
  summary: "Greets",
  examples: ["greet Ann 2"],
  visibility: "private",
  options: z.object({
    name: z.string().describe("a name"),
    times: z.coerce.number().int().min(1).optional().describe("how often, from 1"),
  }),
  positional: ["name", "times"],
  complete: { name: (typed) => Array.from({ length: 40 }, (_, i) => ({ name: `${typed}${i}`, value: String(i) })) },
  run: ({ name, times = 1 }) => {
    if (name === "nobody") throw new Refusal("Nobody is not here.", { understood: "a greeting" });
    if (name === "bug") throw new TypeError("secret detail");
    return { title: `Hello ${name}`, parts: [], data: { times } };
  },
});
const front = defineCommand({
  name: "front",
  summary: "Stands before others",
  examples: ["front help"],
  visibility: "public",
  keeps: ["help"],
  options: z.object({ topic: z.string().optional() }),
  positional: ["topic"],
  run: () => ({ title: "front", parts: [], data: {} }),
});
const ask = defineCommand({
  name: "ask",
  summary: "Asks",
  examples: ["ask x"],
  visibility: "private",
  options: z.object({ question: z.string().optional() }),
  positional: ["question"],
  run: ({ question }) => ({ title: `asked ${question}`, parts: [], data: {} }),
});

const failures: unknown[] = [];
const commands = [ask, greet, front];
const search = createSearchIndex(library);
const context = () => ({
  library,
  search,
  commands,
  now: new Date("2026-01-01"),
  origin,
  status: { version: "0", loadedAt: new Date(0), problems: [] },
  store: () => Promise.reject(new Error("no store here")),
});
const dispatch = createDispatch({
  commands,
  context,
  onFailure: (error, ref) => failures.push([error, ref]),
});
const say = (line: string) => dispatch.run(dispatch.read(line, origin));

test("words fill options in order, names win over order", async () => {
  expect(await say("greet Ann 3")).toMatchObject({
    ok: true,
    title: "Hello Ann",
    data: { times: 3 },
    line: "greet Ann 3",
  });
  expect(await say("greet 3 name:Bo")).toMatchObject({ title: "Hello Bo", data: { times: 3 } });
});

test("a bad option is refused in the asker's words with an example", async () => {
  const reply = await say("greet Ann many");
  expect(reply.ok).toBe(false);
  expect(JSON.stringify(reply.parts)).toContain("how often, from 1");
  expect(JSON.stringify(reply.parts)).toContain("greet Ann 2");
});

test("a missing option is asked for", async () => {
  expect(JSON.stringify((await say("greet")).parts)).toContain("greet needs a name");
});

test("a refusal says its sentence and what was understood", async () => {
  const text = JSON.stringify((await say("greet nobody")).parts);
  expect(text).toContain("Nobody is not here.");
  expect(text).toContain("a greeting");
});

test("a bug shows a reference and never the error", async () => {
  const reply = await say("greet bug");
  expect(reply.ok).toBe(false);
  expect(JSON.stringify(reply)).not.toContain("secret detail");
  expect(failures).toHaveLength(1);
});

test("an unknown command names the nearest and keeps what followed", async () => {
  const reply = await say("/gret Ann");
  expect(reply.ok).toBe(false);
  expect(JSON.stringify(reply.parts)).toContain("greet Ann");
});

test("without a slash a misspelt command that is no word of the library is not taken for a question", async () => {
  expect(await say("gret Ann")).toMatchObject({ ok: false, command: "gret" });
  expect(await say("where is Ann")).toMatchObject({ ok: true, command: "ask" });
});

test("a command that stands before others gives way to them", async () => {
  expect(await say("front greet Ann")).toMatchObject({ command: "greet", title: "Hello Ann" });
  expect(await say("front help")).toMatchObject({ command: "front" });
  expect(await say("front hlep")).toMatchObject({ command: "front" });
  expect(await say("front gret Ann")).toMatchObject({ command: "gret", ok: false });
  expect(await say("front where is Ann share:yes")).toMatchObject({ command: "ask", shared: true });
  expect(dispatch.isPublic(dispatch.read("front greet Ann", origin))).toBe(false);
  expect(dispatch.isPublic(dispatch.read("front help", origin))).toBe(true);
});

test("completion gives at most 25 choices and nothing for what is unknown", () => {
  expect(dispatch.complete("greet", "name", "a", {}, origin)).toHaveLength(25);
  expect(dispatch.complete("nope", "name", "a", {}, origin)).toEqual([]);
  for (const option of ["nope", "constructor", "toString"])
    expect(dispatch.complete("greet", option, "a", {}, origin)).toEqual([]);
});

test("a completion that breaks gives nothing, and is told with its command", () => {
  const told: unknown[] = [];
  const broken = defineCommand({
    name: "broken",
    summary: "Breaks",
    examples: ["broken"],
    visibility: "private",
    options: z.object({ name: z.string().optional().describe("a name") }),
    positional: ["name"],
    run: () => ({ title: "Done", parts: [], data: {} }),
    complete: {
      name: () => {
        throw new TypeError("secret detail");
      },
    },
  });
  const fails = createDispatch({
    commands: [broken],
    context,
    onFailure: (error, ref, command) => told.push([error, ref, command]),
  });
  expect(fails.complete("broken", "name", "a", {}, origin)).toEqual([]);
  expect(told).toEqual([[new TypeError("secret detail"), "completion", "broken"]]);
});

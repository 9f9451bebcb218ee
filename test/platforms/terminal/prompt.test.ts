import { mkdtemp, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import type { Reply } from "#core/reply.ts";
import { runBatch } from "#platforms/terminal/batch.ts";
import { completions, startPrompt } from "#platforms/terminal/prompt.ts";
import { styleFor } from "#platforms/terminal/style.ts";
import { lazyStore } from "#store/open.ts";
import { openCasebook } from "../../../src/open.ts";
import { cacheDirectory } from "../../cache.ts";

const directory = await mkdtemp(join(tmpdir(), "casebook-prompt-"));
const store = lazyStore({ directory });
const opened = await openCasebook(
  { CONTENT_DIR: "content", CACHE_DIR: cacheDirectory },
  { follow: false, store: store.get, remembered: store.existing },
);
if ("problems" in opened) throw new Error("the content does not load");
const { dispatch } = opened;

const lines = ["who founded mistral?", "what about their risks?", "and OpenAI?", "who invested?"];

test("at the prompt a question follows on from the one before, and nothing of it is kept", async () => {
  const asked: string[] = [];
  const heard = {
    ...dispatch,
    run: async (invocation: Parameters<typeof dispatch.run>[0]) => {
      const reply = await dispatch.run(invocation);
      asked.push(reply.line);
      return reply;
    },
  };
  const output = new PassThrough();
  const printed = text(output);
  await startPrompt(heard, Readable.from([`${lines.join("\n")}\n`]), output, styleFor({}, {}));
  output.end();
  expect(asked).toEqual([
    "ask who founded mistral?",
    'ask question:"what about their risks?" about:mistral',
    `ask question:"what about OpenAI's risks?"`,
    'ask question:"who invested?" about:openai',
  ]);
  expect(await printed).toMatch(/Microsoft/);
  expect(await readdir(directory)).toEqual([]);
});

test("of many lines on standard input each stands by itself", async () => {
  const replies: Reply[] = [];
  const origin = { platform: "terminal", via: "command" } as const;
  await runBatch(dispatch, origin, Readable.from([lines.join("\n")]), (reply) => replies.push(reply));
  expect(replies.map(({ line }) => line)).toEqual(lines.map((line) => `ask ${line}`));
});

test.each([
  ["/cas", ["/case ", "/casebook "], "/cas"],
  ["CASE open", ["openai ", "open "], "open"],
  ["case hf", ["hugging-face "], "hf"],
  ["salary vp-sales New", ['"New York" '], "New"],
  ["casebook compare solan", ["solana "], "solan"],
  ["case hugging-face lesso", ["lessons "], "lesso"],
])("Tab behind “%s” gives whole words in any letter case, with quotes where they need them", (line, some, typed) => {
  const [found, replaced] = completions(dispatch, line);
  expect(replaced).toBe(typed);
  for (const word of some.slice(0, 1)) expect(found).toContain(word);
  for (const word of found) expect(word).toMatch(/ $/);
});

test("where several names only hold what was typed, none takes its place", () => {
  const [found] = completions(dispatch, "case ai");
  for (const word of found) expect(word).toMatch(/^"?ai/i);
});

test("an empty line of a batch is answered where every line counts, and passed over where somebody reads", async () => {
  const origin = { platform: "terminal", via: "command" } as const;
  const answersTo = async (passOver: boolean) => {
    const replies: Reply[] = [];
    await runBatch(
      dispatch,
      origin,
      Readable.from(["case openai\n\n  \ncase solana\n"]),
      (reply) => replies.push(reply),
      {
        passOver,
      },
    );
    return replies.length;
  };
  expect(await answersTo(false)).toBe(4);
  expect(await answersTo(true)).toBe(2);
});

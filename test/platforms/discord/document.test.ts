import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Document } from "#core/reply.ts";
import { type DiscordMessage, sizeOf } from "#platforms/discord/components.ts";
import { documentFiles } from "#platforms/discord/document.ts";
import { letters } from "#platforms/discord/escape.ts";
import { prepare } from "#platforms/discord/forms.ts";
import { renderDiscord } from "#platforms/discord/render.ts";
import { hostileWords } from "../../core/arbitrary-reply.ts";
import { notesOf } from "../../room/long-meeting.ts";
import { until } from "../../until.ts";
import { keptInMemory, rememberedLog } from "./bot.ts";
import { judgeMessage } from "./judge.ts";
import type { Seen } from "./local-discord.ts";
import { commandData } from "./payloads.ts";
import { read } from "./reader.ts";
import { startRealBot } from "./real-bot.ts";
import { replyOf } from "./replies.ts";

const { real, bot } = await startRealBot();

const name = "meeting-notes.md";
const documentOf = (text: string): Document => ({ kind: "document", name, text });
const replyWith = (text: string, page = 1) => replyOf([documentOf(text)], { title: "Notes", page });
const withFile = { file: () => `attachment://${name}` };

function pagesOf(text: string): DiscordMessage[] {
  const pages: DiscordMessage[] = [];
  for (let page = 1, last = 1; page <= last; page++) {
    const message = renderDiscord(replyWith(text, page));
    pages.push(message);
    last = Number(/-# Page \d+ of (\d+)/.exec(JSON.stringify(message))?.[1] ?? 1);
  }
  return pages;
}

/** What a message shows above its footer, as Markdown. */
const markdownOf = ({ components: [{ components }] }: DiscordMessage): string => {
  const [first] = components;
  return first?.type === 10 ? first.content : "";
};
/** The lines in a message's code block. */
const blockOf = (message: DiscordMessage): string =>
  /^## Notes\n```\n([\s\S]*)\n```$/.exec(markdownOf(message))?.[1] ?? "";

describe("a document", () => {
  test("of hundreds of lines stands in code blocks, no line lost or cut, on pages that Discord takes with its file and without", () => {
    const notes = notesOf(real.library(), 300);
    const pages = pagesOf(notes);
    expect(pages.length).toBeGreaterThan(5);
    for (const [i, page] of pages.entries()) {
      expect(judgeMessage(page)).toEqual([]);
      const filed = renderDiscord(replyWith(notes, i + 1), withFile);
      expect(judgeMessage({ ...filed, attachments: [{ id: "0", filename: name }] })).toEqual([]);
      expect(blockOf(filed)).toBe(blockOf(page));
      expect(sizeOf(page).text).toBeGreaterThan(i + 1 < pages.length ? 2500 : 0);
    }
    const shown = pages.map(blockOf).join("\n");
    expect(shown.split("\n")).toEqual(notes.trimEnd().split("\n"));
  });

  test.each([
    "```\n@everyone\n```",
    "a ``` b",
    "`````` <@123456789012345678>",
    "``\n`\n```",
    "```js\nx\n```\n# head",
    "`",
  ])("keeps %j inside its block, where it rings nobody", (text) => {
    const [page, ...others] = pagesOf(`before\n${text}\nafter`);
    expect(others).toEqual([]);
    const markdown = page ? markdownOf(page) : "";
    expect(read(markdown).marks).toEqual(["heading", "code block"]);
    expect(read(markdown).letters).toMatch(/^Notes\n```\nbefore\n[\s\S]*\nafter\n```$/);
    expect(markdown).not.toMatch(/@(?:everyone|here|[!&]?\d)/);
    expect(markdown.replaceAll("\u200b", "")).toContain(text);
  });

  test("loses nothing over its pages, whatever it holds", () => {
    const words = fc.array(fc.oneof(fc.constantFrom(...hostileWords, "`", "``", " "), fc.string({ unit: "binary" })));
    const line = fc.oneof(
      { weight: 9, arbitrary: words.map((some) => some.join("")) },
      { weight: 1, arbitrary: fc.constantFrom("", "", "\t", "x".repeat(5000), "`".repeat(4100)) },
    );
    const squeezed = (text: string) => text.replace(/[\s\u200b]/g, "");
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 200 }), (lines) => {
        const text = `${lines.join("\n")}\n`;
        const pages = pagesOf(text);
        for (const page of pages) {
          expect(judgeMessage(page)).toEqual([]);
          expect(read(markdownOf(page)).marks.filter((mark) => mark !== "code block")).toEqual(["heading"]);
        }
        expect(squeezed(pages.map(blockOf).join(""))).toBe(squeezed(letters(text)));
      }),
      { numRuns: 60 },
    );
  });

  test("of blank lines alone is no block, which would be six backticks", () => {
    expect(pagesOf("\n\n").map(markdownOf)).toEqual(["## Notes"]);
  });

  test("goes along whole on every page; without its file it stands in letters all the same", async () => {
    const notes = notesOf(real.library(), 60);
    for (const page of [1, 2]) {
      const { log } = rememberedLog();
      const [best, second, ...last] = await prepare(replyWith(notes, page), { kept: keptInMemory(), log });
      expect(best?.files.map(({ data }) => new TextDecoder().decode(data))).toEqual([notes]);
      expect(judgeMessage(best?.message)).toEqual([]);
      expect(second?.files).toEqual([]);
      expect(judgeMessage(second?.message)).toEqual([]);
      expect(last.flatMap(({ files }) => files)).toEqual([]);
    }
  });

  test("larger than Discord takes goes along as no file", () => {
    const most = 10 * 1024 * 1024;
    expect(documentFiles([documentOf("x".repeat(most))])).toHaveLength(1);
    expect(documentFiles([documentOf("é".repeat(most / 2 + 1))])).toEqual([]);
  });
});

const bodySchema = z.object({ components: z.tuple([z.object({ components: z.array(z.unknown()) })]) });
const say = (line: string, ...options: Parameters<typeof commandData> extends [string, ...infer Rest] ? Rest : never) =>
  bot.discord.interact(2, commandData(line, ...options));
const answers = (id: string, count = 1): Promise<Seen[]> =>
  until(() => {
    const edits = bot.discord.responses(id).filter(({ method }) => method === "PATCH");
    return edits.length >= count && edits;
  });
const act = (action: string) => say("meeting", { name: "action", value: action });

describe("/meeting export", () => {
  beforeAll(async () => {
    await answers(act("start"));
    await answers(say("ask", { name: "question", value: "who founded Hugging Face?" }));
    await answers(act("end"));
  });

  test("comes as a file to keep, with its lines above it to copy", async () => {
    const [answer] = await answers(act("export"));
    const [file, ...others] = answer?.files ?? [];
    expect(others).toEqual([]);
    expect(file).toMatchObject({ name, type: expect.stringMatching(/^text\/plain/) });
    const notes = new TextDecoder().decode(file?.bytes);
    expect(notes).toMatch(/^# Meeting notes\n\n1 question: 1 answered, 0 not\. [\s\S]*\n## Sources\n\n1\. /);
    const [{ components }] = bodySchema.parse(answer?.body).components;
    expect(components.slice(0, 2)).toEqual([
      { type: 10, content: `## Meeting notes as Markdown\n\`\`\`\n${notes}\`\`\`` },
      { type: 13, file: { url: `attachment://${name}` } },
    ]);
  });

  test.each([
    ["finds it too large", 413, 40005],
    ["lets the bot attach no files", 403, 50013],
  ])("where Discord %s, comes in letters alone", async (_, status, code) => {
    bot.discord.faults.push({ path: /@original$/, status, body: { code, message: "No" }, times: 1 });
    const [refused, answer] = await answers(act("export"), 2);
    expect(refused?.files).toHaveLength(1);
    expect(answer).toMatchObject({ status: 200, files: [], body: { attachments: [] } });
    expect(JSON.stringify(answer?.body)).toContain("```\\n# Meeting notes\\n");
  });
});

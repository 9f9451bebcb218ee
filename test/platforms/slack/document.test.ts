import type { types } from "@slack/bolt";
import fc from "fast-check";
import { expect, test } from "vitest";
import { renderSlack, type SlackMessage } from "#platforms/slack/render.ts";
import { cleanLetters } from "#platforms/slack/text.ts";
import { hostileWords } from "../../core/arbitrary-reply.ts";
import { openReal } from "../../real.ts";
import { notesOf } from "../../room/long-meeting.ts";
import { faultsOf, lettersOf } from "./judge.ts";
import { makeReply } from "./make.ts";

const real = await openReal();

function pagesOf(text: string): SlackMessage[] {
  const pages: SlackMessage[] = [];
  for (let page = 1, more = true; more; page++) {
    const message = renderSlack(makeReply({ parts: [{ kind: "document", name: "notes.md", text }], page }));
    pages.push(message);
    more = lettersOf(message.blocks).includes(`More (${page + 1} of `);
  }
  return pages;
}

/** The letters of a message's preformatted block, which stands alone in its rich text. */
function preformatted({ blocks }: SlackMessage): string {
  const rich = blocks.filter((block): block is types.RichTextBlock => block.type === "rich_text");
  const [element, ...others] = rich.flatMap(({ elements }) => elements);
  expect(others).toEqual([]);
  expect(element?.type).toBe("rich_text_preformatted");
  return lettersOf([element]);
}

test("a document of hundreds of lines is preformatted, no line lost or cut, on pages that Slack takes", () => {
  const notes = notesOf(real.library(), 300);
  const pages = pagesOf(notes);
  expect(pages.length).toBeGreaterThan(2);
  for (const page of pages) expect(faultsOf(page)).toEqual([]);
  expect(pages.map(preformatted).join("\n").split("\n")).toEqual(notes.trimEnd().split("\n"));
});

test("what spells a mention in a document is letters, in its block and where only text is read", () => {
  const [page] = pagesOf("# Notes\n<!channel> <@U012345678> @here\n```\n:tada:\n");
  expect(page?.blocks[1]).toEqual({
    type: "rich_text",
    elements: [
      {
        type: "rich_text_preformatted",
        elements: [{ type: "text", text: "# Notes\n<!channel> <@U012345678> @here\n```\n:tada:" }],
      },
    ],
  });
  expect(page?.text).toBe("Acme\n# Notes\n&lt;!channel&gt; &lt;@U012345678&gt; @here\n```\n:tada:");
});

test("a document loses nothing over its pages, whatever it holds", () => {
  const words = fc.array(fc.oneof(fc.constantFrom(...hostileWords), fc.string({ unit: "binary" })));
  const line = fc.oneof(
    { weight: 9, arbitrary: words.map((some) => some.join("")) },
    { weight: 1, arbitrary: fc.constantFrom("", "", "\t", "x".repeat(13_000), "<".repeat(4000)) },
  );
  const squeezed = (text: string) => text.replace(/\s/g, "");
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 200 }), (lines) => {
      const text = `${lines.join("\n")}\n`;
      const pages = pagesOf(text);
      for (const page of pages) expect(faultsOf(page)).toEqual([]);
      expect(squeezed(pages.map(preformatted).join(""))).toBe(squeezed(cleanLetters(text)));
    }),
    { numRuns: 60 },
  );
});

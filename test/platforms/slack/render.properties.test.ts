import fc from "fast-check";
import { expect, test } from "vitest";
import type { Part, Reply, Statement } from "#core/reply.ts";
import { plain } from "#core/reply.ts";
import { draw, renderSlack, type SlackSettings } from "#platforms/slack/render.ts";
import { cleanLetters } from "#platforms/slack/text.ts";
import { startPage } from "#platforms/slack/view.ts";
import { arbitraryReply, hostileWords } from "../../core/arbitrary-reply.ts";
import { faultsOf, lettersOf, viewFaultsOf } from "./judge.ts";

const words = fc.array(fc.oneof(fc.constantFrom(...hostileWords), fc.string({ unit: "binary", maxLength: 12 })), {
  minLength: 1,
  maxLength: 6,
});
const anyText = fc.oneof(
  { weight: 12, arbitrary: words.map((some) => some.join(" ")) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 10_000 }).map((length) => "𝒳".repeat(length)) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 900 }).map((length) => "<!channel> ".repeat(length)) },
);
const statement = fc.record({
  text: fc.array(anyText, { minLength: 1, maxLength: 2 }),
  cites: fc.array(
    fc.integer({ min: 0, max: 149 }).map((n) => `s${n}`),
    { maxLength: 12 },
  ),
  asOf: fc.constantFrom("2023", "2023-08", "2023-08-24"),
  notes: fc.array(anyText, { maxLength: 2 }),
});
const manySources = Array.from({ length: 150 }, (_, i) => ({
  id: `s${i}`,
  title: `Source number ${i} ${hostileWords[i % hostileWords.length]}`,
  url: i % 7 ? `https://www.example.com/${"p".repeat(i)}?a=1&b=<${i}>|x` : "javascript:alert(1)",
  publisher: "Publisher",
  asOf: "2024-05",
}));

/** Harsher than what commands give: any letters, odd addresses, many sources. */
const hostileReply: fc.Arbitrary<Reply> = fc.record({
  ok: fc.constant(true),
  command: fc.constant("case"),
  line: anyText.map((value) => value.slice(0, 5000)),
  title: anyText,
  parts: fc.array(
    fc.oneof(
      statement.map((value): Part => ({ kind: "text", ...value })),
      fc.record({ kind: fc.constant("list" as const), items: fc.array(statement, { minLength: 1, maxLength: 12 }) }),
      fc.record({
        kind: fc.constant("fields" as const),
        fields: fc.array(fc.record({ label: anyText, value: statement }), { minLength: 1, maxLength: 12 }),
      }),
      fc.record({
        kind: fc.constant("table" as const),
        columns: fc.array(anyText, { minLength: 1, maxLength: 4 }),
        rows: fc.array(fc.array(statement, { maxLength: 25 }), { minLength: 1, maxLength: 5 }),
      }),
      fc.record({ kind: fc.constant("heading" as const), text: anyText }),
      fc.record({ kind: fc.constant("document" as const), name: fc.constant("notes.md"), text: anyText }),
      fc.record({
        kind: fc.constant("chart" as const),
        type: fc.constant("bar" as const),
        title: anyText,
        unit: anyText,
        alt: anyText,
        categories: fc.array(anyText, { minLength: 1, maxLength: 60 }),
        series: fc.array(
          fc.record({
            name: anyText,
            values: fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { maxLength: 60 }),
          }),
          { minLength: 1, maxLength: 3 },
        ),
      }),
      fc.record({
        kind: fc.constant("buttons" as const),
        buttons: fc.array(fc.record({ label: anyText, line: anyText }), { minLength: 1, maxLength: 60 }),
      }),
    ),
    { maxLength: 6 },
  ),
  sources: fc.constant(manySources),
  data: fc.constant(null),
  page: fc.constant(1),
  shared: fc.boolean(),
});

const runs = 60;

test("every page of any reply is a message that Slack takes", () => {
  fc.assert(
    fc.property(arbitraryReply, fc.boolean(), (reply, tables) => {
      const message = renderSlack(reply, { tables });
      expect(faultsOf(message)).toEqual([]);
    }),
    { numRuns: runs },
  );
});

test("text that spells mentions, markup or odd addresses still makes a message that Slack takes", () => {
  fc.assert(
    fc.property(hostileReply, (reply) => {
      expect(faultsOf(renderSlack(reply))).toEqual([]);
    }),
    { numRuns: runs / 3 },
  );
});

test("any reply also makes a Home tab that Slack takes", () => {
  fc.assert(
    fc.property(arbitraryReply, (reply) => {
      const { message } = draw(reply, { share: false, tables: false });
      expect(viewFaultsOf({ type: "home", blocks: message.blocks })).toEqual([]);
      expect(startPage([], message.blocks).blocks.length).toBeLessThanOrEqual(100);
    }),
    { numRuns: runs / 2 },
  );
});

test("over its pages a reply loses no source and no statement", () => {
  fc.assert(
    fc.property(arbitraryReply, (reply) => {
      const pages = allPages(reply);
      const shown = pages.map(({ blocks }) => lettersOf(blocks)).join("\n");
      for (const [i] of reply.sources.entries()) expect(shown).toContain(`[${i + 1}]`);
      if (pages.length > 1) return;
      for (const value of reply.parts.flatMap(statementsOf))
        expect(squeeze(shown)).toContain(squeeze(cleanLetters(plain(value.text))));
    }),
    { numRuns: runs / 2 },
  );
});

test("a line too long for its button is kept under the key that the button carries", () => {
  fc.assert(
    fc.property(arbitraryReply, (reply) => {
      const { message, kept } = draw(reply, {});
      for (const value of valuesOf(message.blocks)) if (value.startsWith("~")) expect(kept.has(value)).toBe(true);
    }),
    { numRuns: runs / 2 },
  );
});

function allPages(reply: Reply, settings: SlackSettings = {}) {
  const pages = [];
  for (let page = 1; page <= 200; page++) {
    const message = renderSlack({ ...reply, page }, settings);
    pages.push(message);
    if (!lettersOf(message.blocks).includes(`More (${page + 1} of `)) break;
  }
  return pages;
}

function statementsOf(part: Part): readonly Statement[] {
  if (part.kind === "text" || part.kind === "quote") return [part];
  if (part.kind === "list") return part.items;
  if (part.kind === "fields") return part.fields.map((field) => field.value);
  return [];
}

/** Without what rendering may change: white space, and the escapes and hosts that mrkdwn needs. */
function squeeze(value: string): string {
  return value
    .replace(/ \(example\.com\)/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, "");
}

function valuesOf(blocks: readonly unknown[]): string[] {
  const values: string[] = [];
  JSON.stringify(blocks, (key, value: unknown) => {
    if (key === "value" && typeof value === "string") values.push(value);
    return value;
  });
  return values;
}

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isLineKey, lineKey } from "#core/line-key.ts";
import { type Part, paragraph, type Reply, text } from "#core/reply.ts";
import { type DiscordMessage, sizeOf } from "#platforms/discord/components.ts";
import { keptLinesOf, renderDiscord } from "#platforms/discord/render.ts";
import { arbitraryReply } from "../../core/arbitrary-reply.ts";
import { type Component, everyComponent, judgeMessage } from "./judge.ts";
import { read } from "./reader.ts";
import { anyReply, replyOf } from "./replies.ts";

const textsOf = (message: DiscordMessage) =>
  everyComponent(message.components as unknown as Component[]).flatMap(({ content }) => content ?? []);
const textOf = (message: DiscordMessage) => textsOf(message).join("\n");
const valuesOf = (message: DiscordMessage) =>
  everyComponent(message.components as unknown as Component[]).flatMap((one) => [
    ...(one.custom_id ? [one.custom_id] : []),
    ...(one.options ?? []).map(({ value }) => value),
  ]);

/** All pages of a reply. */
function pagesOf(reply: Reply): DiscordMessage[] {
  const pages: DiscordMessage[] = [];
  for (let page = 1; page <= 400; page++) {
    const message = renderDiscord({ ...reply, page });
    const last = /^-# Page (\d+) of (\d+)$/m.exec(textOf(message));
    pages.push(message);
    if (!last || last[1] === last[2]) return pages;
  }
  throw new Error("more than 400 pages");
}

describe("any reply", () => {
  test("is a message that Discord takes", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.oneof(anyReply, arbitraryReply), (reply) => {
        expect(judgeMessage(renderDiscord(reply))).toEqual([]);
      }),
      { numRuns: 120, endOnFailure: true },
    );
  });

  test("keeps every source over its pages, and every page is a message that Discord takes", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyReply, (reply) => {
        const pages = pagesOf(reply);
        for (const page of pages) expect(judgeMessage(page)).toEqual([]);
        const named = pages.map(textOf).join("\n");
        for (const [i] of reply.sources.entries()) expect(named).toContain(`-# [${i + 1}] `);
      }),
      { numRuns: 15, endOnFailure: true },
    );
  });

  test("rings nobody and links nowhere but where it says", () => {
    fc.assert(
      fc.property(anyReply, (reply) => {
        for (const shown of textsOf(renderDiscord(reply))) {
          expect(shown.replace(/<https?:[^>\s]*>|\\/g, "")).not.toMatch(/@(?:everyone|here|[!&]?\d)/i);
          const marks = new Set(read(shown).marks);
          for (const mark of [
            "user or role",
            "channel",
            "command",
            "time",
            "custom emoji",
            "server place",
            "everyone",
            "emoji",
            "spoiler",
            "strike",
            "underline",
            "address",
            "mail",
          ])
            expect(marks).not.toContain(mark);
        }
      }),
      { numRuns: 80, endOnFailure: true },
    );
  });

  test("carries each long line under a key that is kept", () => {
    fc.assert(
      fc.property(anyReply, (reply) => {
        const kept = keptLinesOf(reply);
        for (const value of valuesOf(renderDiscord(reply))) {
          const carried = value.split(":").slice(2).join(":");
          if (isLineKey(carried)) expect(lineKey(kept.get(carried) ?? "", 0)).toBe(carried);
        }
      }),
      { numRuns: 80, endOnFailure: true },
    );
  });
});

describe("at its limits", () => {
  test.each(["x", "😀", "*"])("one page holds all it can, and one letter more makes two (%s)", (letter) => {
    const pages = (n: number) => pagesOf(replyOf([paragraph(letter.repeat(n))]));
    let [fits, full] = [1, 4001];
    while (full - fits > 1) {
      const n = (fits + full) >> 1;
      if (pages(n).length === 1) fits = n;
      else full = n;
    }
    const used = sizeOf(renderDiscord(replyOf([paragraph(letter.repeat(fits))]))).text;
    // What is left is room for the line that counts the pages, and for a role that a post calls.
    expect(used).toBeGreaterThan(4000 - "-# Page 999 of 999".length - 3 - "<@&12345678901234567890>\n".length - 1);
    expect(used).toBeLessThanOrEqual(4000);
    const shown = pages(fits + 1)
      .map((page) => read(textOf(page)).letters)
      .join("");
    expect(shown.split(letter)).toHaveLength(fits + 2);
  });

  test("25 options are one menu, 26 are two", () => {
    const menu = (n: number): Part => ({
      kind: "select",
      placeholder: "Pick",
      options: Array.from({ length: n }, (_, i) => ({ label: `o${i}`, line: `case ${i}` })),
    });
    const menus = (n: number) =>
      renderDiscord(replyOf([menu(n)], { shared: true })).components[0].components.filter(({ type }) => type === 1);
    expect(menus(25)).toHaveLength(1);
    expect(menus(26)).toHaveLength(2);
  });

  test("five buttons are one row, six are two", () => {
    const row = (n: number): Part => ({
      kind: "buttons",
      buttons: Array.from({ length: n }, (_, i) => ({ label: `b${i}`, line: "case acme" })),
    });
    const rows = (n: number) =>
      renderDiscord(replyOf([row(n)], { shared: true })).components[0].components.filter(({ type }) => type === 1);
    expect(rows(5)).toHaveLength(1);
    expect(rows(6)).toHaveLength(2);
  });

  test("a label of 80 stays, one of 81 ends in an ellipsis", () => {
    const label = (n: number) =>
      JSON.stringify(renderDiscord(replyOf([{ kind: "buttons", buttons: [{ label: "😀".repeat(n), line: "x" }] }])));
    expect(label(80)).toContain(`"${"😀".repeat(80)}"`);
    expect(label(81)).toContain('😀…"');
  });

  test("a line that fills a button is carried as it is, one letter more goes under a key", () => {
    const carry = (n: number) =>
      valuesOf(
        renderDiscord(replyOf([{ kind: "buttons", buttons: [{ label: "x", line: "l".repeat(n) }] }], { shared: true })),
      );
    expect(carry(94)).toEqual([`v1:0:${"l".repeat(94)}`]);
    expect(carry(95)[0]).toMatch(/^v1:0:~[\w-]{22}$/);
  });

  test("a button's address of more than 512 becomes a link in the text", () => {
    const url = `https://a.example/${"a".repeat(600)}`;
    const message = renderDiscord(replyOf([{ kind: "buttons", buttons: [{ label: "Read", url }] }]));
    expect(judgeMessage(message)).toEqual([]);
    expect(textOf(message)).toContain(`[Read](<${url}>)`);
  });

  test("even marks piled on one letter without end fit", () => {
    for (const pile of ["z\u0301", "👩\u200d", "\u1100"])
      expect(judgeMessage(renderDiscord(replyOf([paragraph(pile.repeat(6000))])))).toEqual([]);
  });
});

describe("what is read", () => {
  const sources = [
    { id: "a", title: "The paper", publisher: "Acme Press", asOf: "2023-08-24", url: "https://www.acme.example/paper" },
    { id: "b", title: "A memo" },
    { id: "c", title: "A talk", url: "https://talks.example/1" },
  ];
  const shown = (parts: Part[]) => textOf(renderDiscord(replyOf(parts, { sources })));

  test("a paragraph has its date, caveats and sources small below it, and the footer names the sources", () => {
    expect(
      shown([{ kind: "text", text: text`It grew.`, asOf: "2023-08", cites: ["a", "c"], notes: ["second-hand"] }]),
    ).toBe(
      [
        "## Acme\nIt grew.\n-# as of Aug 2023, second-hand [1][3]",
        "-# [1] The paper · Acme Press · 24 Aug 2023 · [acme.example](<https://www.acme.example/paper>)\n-# [3] A talk · [talks.example](<https://talks.example/1>)\n-# [2] A memo"
          .split("\n")
          .sort()
          .join("\n"),
      ].join("\n"),
    );
  });

  test("of many caveats three are shown and the others counted, and so are sources beyond sixty", () => {
    const notes = ["a", "b", "c", "d", "e", "f"].map((letter) => `caveat ${letter}`);
    expect(shown([{ kind: "text", text: text`x`, notes }])).toContain("-# caveat a, caveat b, caveat c, 3 more notes");
    expect(shown([{ kind: "text", text: text`x`, notes: notes.slice(0, 4) }])).toMatch(/, 1 more note$/m);
    const many = Array.from({ length: 130 }, (_, i) => ({ id: `s${i}`, title: `S${i}` }));
    // Every second one, so that no two make a run.
    const cites = many.filter((_, i) => i % 2 === 0).map(({ id }) => id);
    const says = textOf(renderDiscord(replyOf([{ kind: "text", text: text`x`, cites }], { sources: many })));
    expect(says).toContain("[119] and 5 more below");
  });

  test("list items and fields carry theirs behind them", () => {
    const says = { text: ["x"], asOf: "2023", cites: ["a", "b", "c"] };
    expect(shown([{ kind: "list", items: [says] }])).toContain("- x *as of 2023* [1–3]");
    expect(shown([{ kind: "fields", fields: [{ label: "Valuation", value: says }] }])).toContain(
      "**Valuation**: x *as of 2023* [1–3]",
    );
  });

  test("a numbered list goes on counting on the next page", () => {
    const items = Array.from({ length: 30 }, (_, i) => ({ text: [`item ${i + 1} ${"word ".repeat(60)}`] }));
    const pages = pagesOf(replyOf([{ kind: "list", ordered: true, items }]));
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages)
      for (const [, place, item] of textOf(page).matchAll(/^(\d+)\. item (\d+)/gm)) expect(place).toBe(item);
    expect(
      pages
        .map(textOf)
        .join("\n")
        .match(/^\d+\. item/gm),
    ).toHaveLength(30);
  });

  test("a numbered item that goes on over a page keeps its number, and its rest has none", () => {
    const long = "This is a sentence of the long second item. ".repeat(140);
    const items = ["Short first.", long, "Third."].map((said) => ({ text: [said] }));
    const bullets = pagesOf(replyOf([{ kind: "list", ordered: true, items }])).map((page) =>
      [...textOf(page).matchAll(/^(\d+\.|-|…) \S+/gm)].map(([whole]) => whole),
    );
    expect(bullets).toEqual([["1. Short"], ["2. This"], ["… This", "3. Third."]]);
  });

  test("a quote is set off, its date is not", () => {
    expect(shown([{ kind: "quote", text: ["One.\nTwo."], asOf: "2023" }])).toContain("> One.\n> Two.\n-# as of 2023");
  });

  test("a narrow table is monospaced with its date below", () => {
    const cell = (value: string) => ({ text: [value], asOf: "2023" });
    expect(
      shown([
        {
          kind: "table",
          columns: ["GPU", "Price"],
          rows: [
            [cell("H100"), cell("$2.10")],
            [cell("A100"), cell("$1.20")],
          ],
        },
      ]),
    ).toContain("```\nGPU   Price\n────  ─────\nH100  $2.10\nA100  $1.20\n```\n-# as of 2023");
  });

  test("a wide table is one short list a row, a wide one of two columns one line a row", () => {
    const long = { text: ["a cell that takes more than a phone is wide"] };
    expect(
      shown([
        {
          kind: "table",
          columns: ["Who", "What", "When"],
          rows: [[{ text: ["AWS"], asOf: "2024" }, long, { text: ["2024"] }]],
        },
      ]),
    ).toContain("**AWS** *as of 2024*\n- What: a cell that takes more than a phone is wide\n- When: 2024");
    expect(shown([{ kind: "table", columns: ["Who", "What"], rows: [[{ text: ["AWS"] }, long]] }])).toContain(
      "**Who · What**\n- AWS: a cell",
    );
  });

  test("a chart is drawn in letters with its words below, or sent as a picture with them as its description", () => {
    const chart: Part = {
      kind: "chart",
      type: "bar",
      title: "Stars",
      unit: "thousand",
      alt: "A has 10, B has 5.",
      categories: ["A", "B"],
      series: [{ name: "stars", values: [10, 5] }],
      highlight: 0,
    };
    expect(shown([chart])).toContain(
      "**Stars** (thousand)\n```\n▸A ██████████ 10\n B █████      5\n```\n-# A has 10, B has 5.",
    );
    const message = renderDiscord(replyOf([chart]), { picture: () => "attachment://stars.png" });
    const attachments = [{ id: "0", filename: "stars.png", description: "A has 10, B has 5." }];
    expect(judgeMessage({ ...message, attachments })).toEqual([]);
    expect(message.components[0].components).toContainEqual({
      type: 12,
      items: [{ media: { url: "attachment://stars.png" }, description: "A has 10, B has 5." }],
    });
  });

  test("Share stands below what only the asker sees, with the page shown, and not below a refusal", () => {
    const ids = (more: Partial<Reply>) => valuesOf(renderDiscord(replyOf([paragraph("x ".repeat(3000))], more)));
    expect(ids({})).toContainEqual(expect.stringMatching(/:case acme share:yes$/));
    expect(ids({ page: 2 })).toContainEqual(expect.stringMatching(/:case acme page:2 share:yes$/));
    expect(ids({ shared: true })).not.toContainEqual(expect.stringMatching(/share:yes$/));
    expect(ids({ ok: false })).not.toContainEqual(expect.stringMatching(/share:yes$/));
  });

  test("a refusal's bar has a colour of its own", () => {
    const bar = (ok: boolean) => {
      const [container] = renderDiscord(replyOf([paragraph("x")], { ok })).components;
      return container && "accent_color" in container ? container.accent_color : undefined;
    };
    expect([bar(true), bar(false)]).toEqual([0x2f7d6d, 0xc98a1b]);
  });

  test("the same reply is the same message, whatever page is asked for beyond the last", () => {
    expect(renderDiscord(replyOf([paragraph("x")], { page: 99 }))).toEqual(renderDiscord(replyOf([paragraph("x")])));
  });
});

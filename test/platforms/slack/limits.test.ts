import { expect, test } from "vitest";
import { lineKey } from "#core/line-key.ts";
import type { Part, Reply } from "#core/reply.ts";
import { limits } from "#platforms/slack/limits.ts";
import { renderSlack } from "#platforms/slack/render.ts";
import { formModal } from "#platforms/slack/view.ts";
import { faultsOf, lettersOf, viewFaultsOf } from "./judge.ts";
import { makeReply, times } from "./make.ts";

const buttonsOf = (reply: Reply) =>
  renderSlack(reply).blocks.flatMap((block) => (block.type === "actions" ? block.elements : []));
const first = (part: Part) => buttonsOf(makeReply({ parts: [part], shared: true }))[0];
const astral = (count: number) => "𝒳".repeat(count);

/** What is at a limit stays whole; what is one over is shortened visibly. Each letter counts once, however it is encoded. */
test.each([
  ["plain", (count: number) => "x".repeat(count)],
  ["astral", astral],
])("titles and labels of %s letters are whole at their limit and end in … beyond it", (_, letters) => {
  const title = (length: number) => lettersOf(renderSlack(makeReply({ title: letters(length), shared: true })).blocks);
  expect(title(150)).toBe(letters(150));
  expect(title(151)).toBe(`${letters(149)}…`);
  const label = (length: number) =>
    lettersOf([first({ kind: "buttons", buttons: [{ label: letters(length), line: "x" }] })]);
  expect(label(75)).toBe(letters(75));
  expect(label(76)).toBe(`${letters(74)}…`);
  const option = (length: number) => ({ label: letters(length), line: "x", description: letters(length) });
  const menu = (length: number) =>
    lettersOf([first({ kind: "select", placeholder: letters(length + 75), options: [option(length)] })]);
  expect(menu(75)).toBe(letters(150) + letters(75) + letters(75));
  expect(menu(76)).toBe(`${letters(149)}…${letters(74)}…${letters(74)}…`);
});

test("a line travels in its button up to 2,000 characters and in a menu up to 150", () => {
  const button = (length: number) => first({ kind: "buttons", buttons: [{ label: "x", line: "l".repeat(length) }] });
  expect(button(2000)).toMatchObject({ value: "l".repeat(2000) });
  expect(button(2001)).toMatchObject({ value: expect.stringMatching(/^~/) });
  const option = (length: number) =>
    first({ kind: "select", placeholder: "x", options: [{ label: "x", line: "l".repeat(length) }] });
  expect(option(150)).toMatchObject({ options: [{ value: "l".repeat(150) }] });
  expect(option(151)).toMatchObject({ options: [{ value: expect.stringMatching(/^~/) }] });
});

test("a menu takes a hundred options; the hundred-and-first begins a second menu", () => {
  const menus = (count: number) =>
    buttonsOf(
      makeReply({
        shared: true,
        parts: [
          { kind: "select", placeholder: "Open", options: times(count, (i) => ({ label: `${i}`, line: `${i}` })) },
        ],
      }),
    );
  expect(menus(100)).toHaveLength(1);
  expect(menus(101)).toMatchObject([
    { placeholder: { text: "Open (1–100)" } },
    { placeholder: { text: "Open (101–101)" }, options: [{ value: "100" }] },
  ]);
});

test("a table takes a hundred rows with its header, twenty columns and ten thousand characters; the rest follows on other pages", () => {
  const rows = (count: number) =>
    renderSlack(
      makeReply({ parts: [{ kind: "table", columns: ["n"], rows: times(count, (i) => [{ text: [`${i}`] }]) }] }),
    );
  const tableOf = ({ blocks }: ReturnType<typeof rows>) =>
    blocks.flatMap((block) => (block.type === "table" ? block.rows : []));
  expect(tableOf(rows(99))).toHaveLength(100);
  expect(lettersOf(rows(99).blocks)).not.toContain("More");
  expect(tableOf(rows(100))).toHaveLength(100);
  expect(lettersOf(rows(100).blocks)).toContain("More (2 of 2)");

  const wide = (count: number) =>
    renderSlack(
      makeReply({ parts: [{ kind: "table", columns: ["a"], rows: [times(count, () => ({ text: ["x"] }))] }] }),
    );
  expect(tableOf(wide(20))[1]).toHaveLength(20);
  expect(tableOf(wide(21))).toEqual([]);

  const big = (length: number) =>
    renderSlack(
      makeReply({
        parts: [{ kind: "table", columns: ["a"], rows: [[{ text: ["x"] }], [{ text: ["y".repeat(length)] }]] }],
      }),
    );
  expect(tableOf(big(9998))).toHaveLength(3);
  expect(tableOf(big(9999))).toHaveLength(2);
  for (const message of [rows(100), wide(21), big(9998), big(9999)]) expect(faultsOf(message)).toEqual([]);
});

test("fifty blocks go into one message, not fifty-one", () => {
  const headings = (count: number) =>
    renderSlack(makeReply({ shared: true, parts: times(count, (i) => ({ kind: "heading" as const, text: `${i}` })) }));
  // Pages are measured with the row of Back and More: header, row and 48 headings are 50.
  expect(headings(48).blocks).toHaveLength(49);
  expect(lettersOf(headings(49).blocks)).toContain("More (2 of 2)");
  expect(headings(49).blocks.length).toBeLessThanOrEqual(50);
});

test("an address of 3,000 characters is a link; a longer one is letters", () => {
  const url = (length: number) => `https://acme.example/${"p".repeat(length - 21)}`;
  const button = (length: number) => first({ kind: "buttons", buttons: [{ label: "Read", url: url(length) }] });
  expect(button(3000)).toHaveProperty("url");
  expect(button(3001)).not.toHaveProperty("url");
  const text = (length: number) =>
    JSON.stringify(
      renderSlack(makeReply({ parts: [{ kind: "text", text: [{ kind: "link", text: "Read", url: url(length) }] }] }))
        .blocks,
    );
  expect(text(3000)).toContain('"type":"link"');
  expect(text(3001)).not.toContain('"type":"link"');
  expect(text(3001)).toContain("Read (acme.example)");
});

test("a form is a modal that Slack takes, whatever its words and however long its line", () => {
  const long = astral(5000);
  const responseUrl = `https://hooks.slack.com/actions/T0TEAM001/${"1".repeat(40)}/${"a".repeat(40)}`;
  for (const line of ["x", '"'.repeat(limits.formLine), "\\".repeat(5000), astral(limits.formLine / 2)]) {
    const view = formModal(
      {
        ...{ kind: "form", label: long, title: long, line },
        fields: times(101, (i) => ({
          ...{ name: `field-${i}`, label: long, hint: long, value: "x".repeat(4000) },
          ...(i % 2 ? { choices: times(3, (j) => ({ label: long, value: `${j}${long}` })) } : {}),
        })),
      },
      {
        line: lineKey(line, limits.formLine),
        surface: "ephemeral",
        channel: "C0CHAN001",
        thread: "1767225600.000100",
        responseUrl,
      },
    );
    expect(viewFaultsOf(view).filter((fault) => !/characters in all/.test(fault))).toEqual([]);
    expect(view.private_metadata?.length).toBeLessThanOrEqual(3000);
    expect([...view.title.text].length).toBeLessThanOrEqual(24);
  }
});

test("a message never weighs more than 12,000, whatever it is made of", () => {
  for (const length of [100, 1000, 11_000, 12_000, 13_000, 30_000]) {
    const message = renderSlack(makeReply({ parts: [{ kind: "text", text: ["word ".repeat(length / 5)] }] }));
    expect(faultsOf(message)).toEqual([]);
    expect(lettersOf(message.blocks).length).toBeLessThan(12_000);
  }
});

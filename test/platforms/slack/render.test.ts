import { expect, test } from "vitest";
import { code, emphasis, link, type Part, strong } from "#core/reply.ts";
import { draw, renderSlack } from "#platforms/slack/render.ts";
import { faultsOf, lettersOf } from "./judge.ts";
import { makeReply, times } from "./make.ts";

const source = {
  id: "a/post",
  title: "State of our robots",
  publisher: "Acme",
  asOf: "2026-08-14",
  url: "https://acme.example/robots",
};
const cited = { asOf: "2023-08", cites: ["a/post"], notes: ["second-hand"] };
const blocksOf = (...parts: Part[]) => renderSlack(makeReply({ parts, sources: [source] })).blocks;
const typesOf = (...parts: Part[]) => blocksOf(...parts).map((block) => block.type);

test("a paragraph keeps its marks, and says small under it how old it is and where it comes from", () => {
  const [, paragraph, note] = blocksOf({
    kind: "text",
    text: ["Robots: ", strong("12,000"), " in ", emphasis("all"), ", ", code("v2")],
    ...cited,
  });
  expect(paragraph).toEqual({
    type: "rich_text",
    elements: [
      {
        type: "rich_text_section",
        elements: [
          { type: "text", text: "Robots: " },
          { type: "text", text: "12,000", style: { bold: true } },
          { type: "text", text: " in " },
          { type: "text", text: "all", style: { italic: true } },
          { type: "text", text: ", " },
          { type: "text", text: "v2", style: { code: true } },
        ],
      },
    ],
  });
  expect(note).toEqual({
    type: "context",
    elements: [{ type: "plain_text", text: "as of Aug 2023 · [1] · second-hand", emoji: false }],
  });
});

test("items of a list carry date and source behind them", () => {
  const [, list] = blocksOf({ kind: "list", items: [{ text: ["Own the interface"], ...cited }] });
  expect(lettersOf([list])).toBe("Own the interface  as of Aug 2023 · [1] · second-hand");
});

test("the footer numbers the sources with title, publisher, day and address", () => {
  const footer = blocksOf({ kind: "text", text: ["x"], ...cited }).at(-2);
  expect(footer).toEqual({
    type: "context",
    elements: [
      {
        type: "mrkdwn",
        verbatim: true,
        text: "Sources\n[1] <https://acme.example/robots|State of our robots (acme.example)>, Acme, 14 Aug 2026",
      },
    ],
  });
});

test("a title that mrkdwn would turn bold stands in rich text instead", () => {
  const { blocks } = renderSlack(makeReply({ sources: [{ ...source, title: "The *real* story :tada:" }] }));
  expect(blocks.map((block) => block.type)).toEqual(["header", "rich_text", "actions"]);
  expect(lettersOf(blocks)).toContain("The *real* story :tada: (acme.example)");
});

test("a link shows the host it truly leads to, unless its label does", () => {
  const [, block] = blocksOf({
    kind: "text",
    text: [
      link("bank.example", "https://evil.example/x"),
      " ",
      link("acme.example/robots", "https://www.acme.example/robots"),
      " ",
      link("acme.example.evil", "https://acme.example/"),
      " ",
      link("acme.example", "https://acme.example:8443/"),
    ],
  });
  expect(lettersOf([block])).toBe(
    "bank.example (evil.example) acme.example/robots acme.example.evil (acme.example) acme.example (acme.example:8443)",
  );
});

test("short fields stand in two columns, long or marked ones on lines of their own", () => {
  const short = { label: "Founded", value: { text: ["2016"], ...cited } };
  expect(blocksOf({ kind: "fields", fields: [short] })[1]).toEqual({
    type: "section",
    fields: [{ type: "mrkdwn", verbatim: true, text: "*Founded*\n2016\n_as of Aug 2023 · [1] · second-hand_" }],
  });
  const long = { label: "About", value: { text: ["x".repeat(200)] } };
  expect(typesOf({ kind: "fields", fields: [short, long] })[1]).toBe("rich_text");
  expect(typesOf({ kind: "fields", fields: [{ label: "Sum", value: { text: ["2 * 3 * 4"] } }] })[1]).toBe("rich_text");
});

test("eleven fields need two sections", () => {
  const fields = times(11, (i) => ({ label: `L${i}`, value: { text: ["v"] } }));
  expect(typesOf({ kind: "fields", fields }).filter((type) => type === "section")).toHaveLength(2);
});

test("a table is Slack's own, its numbers to the right; a second one is a list", () => {
  const table: Part = {
    kind: "table",
    columns: ["GPU", "Price"],
    rows: [
      [{ text: ["H100"] }, { text: ["$2.10"] }],
      [{ text: [""] }, { text: ["3"], ...cited }],
    ],
  };
  const [, first, second] = blocksOf(table, table);
  expect(first).toMatchObject({
    type: "table",
    column_settings: [{ align: "left" }, { align: "right" }],
    rows: [
      {},
      [
        { type: "raw_text", text: "H100" },
        { type: "raw_text", text: "$2.10" },
      ],
      [{ type: "raw_text", text: " " }, { type: "rich_text" }],
    ],
  });
  expect(second?.type).toBe("rich_text");
  expect(lettersOf([second])).toContain("H100 · Price: $2.10");
  expect(renderSlack(makeReply({ parts: [table] }), { tables: false }).blocks.map((block) => block.type)).not.toContain(
    "table",
  );
});

const chart: Part = {
  kind: "chart",
  type: "bar",
  title: "Cost of a run",
  unit: "USD",
  alt: "H100 costs 1,200 dollars, A100 costs 600.",
  categories: ["H100", "A100"],
  series: [{ name: "cost", values: [1200, 600], low: [1000, 500], high: [1400, 700] }],
  highlight: 0,
};

test("a chart is bars of letters with its words under them, until there is a picture", () => {
  const [, bars, words] = blocksOf(chart);
  expect(lettersOf([bars])).toBe(
    `Cost of a run (USD)H100  ${"█".repeat(17)} 1.2K (1K to 1.4K) ◂\nA100  ${"█".repeat(9)} 600 (500 to 700)`,
  );
  expect(lettersOf([words])).toBe("H100 costs 1,200 dollars, A100 costs 600.");
  const { blocks } = renderSlack(makeReply({ parts: [chart] }), { chartImage: () => ({ fileId: "F0CHART01" }) });
  expect(blocks[1]).toMatchObject({
    type: "image",
    slack_file: { id: "F0CHART01" },
    alt_text: "H100 costs 1,200 dollars, A100 costs 600.",
  });
});

test("numbers no word exists for are written in powers of ten", () => {
  const huge: Part = { ...chart, series: [{ name: "x", values: [1e300, 0] }] };
  expect(lettersOf(blocksOf(huge))).toContain("1.0e+300");
});

test("buttons and menus carry the lines they stand for, in rows of five", () => {
  const buttons: Part = { kind: "buttons", buttons: times(7, (i) => ({ label: `B${i}`, line: `case acme ${i}` })) };
  const select: Part = {
    kind: "select",
    placeholder: "Open",
    options: [{ label: "Risks", line: "case acme risks", description: "what may go wrong" }],
  };
  const { blocks } = renderSlack(makeReply({ parts: [buttons, select] }));
  const actions = blocks.flatMap((block) => (block.type === "actions" ? [block.elements] : []));
  expect(actions.map((elements) => elements.length)).toEqual([5, 2, 1, 1]);
  expect(actions[0]?.[0]).toMatchObject({ type: "button", action_id: "run:v1:0", value: "case acme 0" });
  expect(actions[2]?.[0]).toMatchObject({
    type: "static_select",
    action_id: "pick:v1:7",
    options: [{ value: "case acme risks", description: { text: "what may go wrong" } }],
  });
});

test("a button to an address names its host", () => {
  const [, , row] = blocksOf({ kind: "buttons", buttons: [{ label: "Read", url: "https://acme.example/x" }] });
  expect(row).toMatchObject({
    elements: [{ action_id: "link:v1:0", url: "https://acme.example/x", text: { text: "Read (acme.example)" } }],
  });
});

test("a private answer offers to be shared, with the page that is shown; a shared one and a refusal do not", () => {
  const share = (reply: Parameters<typeof makeReply>[0]) =>
    renderSlack(makeReply(reply)).blocks.flatMap((block) =>
      block.type === "actions"
        ? block.elements.flatMap((element) =>
            element.action_id?.startsWith("share") && "value" in element ? [element.value] : [],
          )
        : [],
    );
  expect(share({})).toEqual(["case acme share:yes"]);
  expect(share({ shared: true })).toEqual([]);
  expect(share({ ok: false })).toEqual([]);
  const long: Part = { kind: "list", items: times(80, (i) => ({ text: [`Sentence ${i}. `.repeat(20)] })) };
  expect(share({ parts: [long], page: 2 })).toEqual(["case acme page:2 share:yes"]);
});

test("pages turn by buttons that say which of how many; a page that is not there is the last", () => {
  const parts: Part[] = [{ kind: "list", items: times(80, (i) => ({ text: [`Sentence ${i}. `.repeat(20)] })) }];
  const labels = (page: number) => lettersOf(renderSlack(makeReply({ parts, page })).blocks.slice(-1));
  expect(labels(1)).toMatch(/^More \(2 of (\d)\)Share$/);
  const last = Number(/of (\d)/.exec(labels(1))?.[1]);
  expect(labels(2)).toBe(`Back (1 of ${last})More (3 of ${last})Share`);
  expect(labels(99)).toBe(`Back (${last - 1} of ${last})Share`);
});

test("an ordered list goes on counting on its second page", () => {
  const parts: Part[] = [
    { kind: "list", ordered: true, items: times(60, (i) => ({ text: [`Item ${i + 1} ${"x".repeat(300)}`] })) },
  ];
  const second = lettersOf(renderSlack(makeReply({ parts, page: 2 })).blocks);
  const [, number, item] = /(\d+)\. {2}Item (\d+) /.exec(second) ?? [];
  expect(Number(number)).toBeGreaterThan(1);
  expect(number).toBe(item);
});

test("an item that goes on over a page keeps its number, and its rest has none", () => {
  const long = "A sentence of some length that is said once more. ".repeat(270);
  const items = times(8, (i) => ({ text: [`Item ${i + 1}: ${i % 2 ? long : "short"}`] }));
  const parts: Part[] = [{ kind: "list", ordered: true, items }];
  const all = times(20, (i) => lettersOf(renderSlack(makeReply({ parts, page: i + 1 })).blocks));
  const numbered = [...new Set(all)].slice(1).join("\n");
  const begun = [...numbered.matchAll(/(\d+)\. {2}Item (\d+): /g)];
  expect(begun.length).toBeGreaterThan(4);
  for (const [, number, item] of begun) expect(number).toBe(item);
  expect(numbered).toMatch(/… {2}A sentence/);
  expect(numbered).not.toMatch(/… {2}Item/);
});

test("a form is a button that carries the form", () => {
  const form: Part = {
    kind: "form",
    label: "Calculate",
    title: "Training cost",
    line: "cost",
    fields: [{ name: "gpu", label: "GPU" }],
  };
  const [, , row] = blocksOf(form);
  expect(row).toMatchObject({
    elements: [{ action_id: "form:v1:0", text: { text: "Calculate" }, value: JSON.stringify(form) }],
  });
});

test("the fallback text is the answer: title, statements with date, sources, and nothing that pings", () => {
  const { text } = renderSlack(
    makeReply({ parts: [{ kind: "text", text: ["Robots & <!channel>"], ...cited }, chart], sources: [source] }),
  );
  expect(text).toBe(
    [
      "Acme",
      "Robots &amp; &lt;!channel&gt; (as of Aug 2023 · [1] · second-hand)",
      "H100 costs 1,200 dollars, A100 costs 600.",
      "[1] State of our robots, Acme, 14 Aug 2026 https://acme.example/robots",
    ].join("\n"),
  );
});

test.each([
  [[" ", "OpenAI", "Mistral"], "Founded: OpenAI December 2015; Mistral April 2023"],
  [[" ", "", "Mistral"], "Founded: December 2015; Mistral April 2023"],
  [["What", "OpenAI", "Mistral"], "What: Founded; OpenAI: December 2015; Mistral: April 2023"],
])("a row of a table under %j reads, where no block is shown, as %s", (columns, says) => {
  const rows = [["Founded", "December 2015", "April 2023"].map((cell) => ({ text: [cell] }))];
  expect(renderSlack(makeReply({ parts: [{ kind: "table", columns, rows }] })).text).toBe(`Acme\n${says}`);
});

test("a fallback text that is cut ends with a sentence and says that there is more", () => {
  const { text } = renderSlack(
    makeReply({ parts: [{ kind: "text", text: ["One sentence of it. ".repeat(400)] }], sources: [source] }),
  );
  expect(text.length).toBeLessThanOrEqual(3000);
  expect(text).toMatch(/One sentence of it\.\n… There is more than fits here\.\n… and one source more\.$/);
});

test("lines too long for their element are kept under the keys that stand there", () => {
  const long = `ask ${"why ".repeat(600)}`.trim();
  const reply = makeReply({ parts: [{ kind: "buttons", buttons: [{ label: "Again", line: long }] }] });
  const [[key, line] = []] = [...draw(reply, {}).kept];
  expect(line).toBe(long);
  expect(key).toMatch(/^~.{22}$/);
  expect(JSON.stringify(renderSlack(reply).blocks)).toContain(`"${key}"`);
});

test("whatever is left of a reply without letters is still a message", () => {
  const reply = makeReply({
    title: "\u202e",
    parts: [
      { kind: "text", text: ["\u0000"] },
      { kind: "heading", text: " " },
    ],
  });
  expect(faultsOf(renderSlack(reply))).toEqual([]);
});

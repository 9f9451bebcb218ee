import fc from "fast-check";
import type { Chart, Inline, Part, Reply, Source, Statement } from "#core/reply.ts";

/** Letters that break naive renderers: markup, mentions, astral characters, right-to-left, control characters. */
export const hostileWords = [
  "<!channel>",
  "<!here>",
  "<@U012345678>",
  "<!subteam^S123>",
  "@everyone",
  "@here",
  "<@123456789012345678>",
  "<@&123456789012345678>",
  "<#123456789012345678>",
  "</case:123456789012345678>",
  "<t:1700000000:R>",
  "<:x:123456789012345678>",
  "&amp;",
  "*bold*",
  "_it_",
  "~no~",
  "`code`",
  "```fence```",
  "# head",
  "> quote",
  "- item",
  "1. one",
  "[a](https://evil.example)",
  "<https://evil.example|bank.example>",
  "||spoiler||",
  "https://example.com/a_b_c",
  "𝒜𝓈𝓉𝓇𝒶𝓁",
  "👩‍👩‍👧‍👦",
  "\u202egnp.exe",
  "\u0000",
  "line\nbreak",
  "-# small",
  ":tada:",
  "\\",
  "|",
];

const word = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[A-Za-z0-9.,'-]{1,12}$/) },
  { weight: 1, arbitrary: fc.constantFrom(...hostileWords) },
);
const prose = (max: number) => fc.array(word, { minLength: 1, maxLength: max }).map((words) => words.join(" "));
const longProse = fc.oneof(
  { weight: 6, arbitrary: prose(30) },
  { weight: 1, arbitrary: prose(600) },
  { weight: 1, arbitrary: fc.constantFrom("x".repeat(5000), "𝒜".repeat(3000), "word ".repeat(2000).trim()) },
);
const url = fc.constantFrom(
  "https://example.com/",
  "https://example.com/a(b)c?d=e&f=g",
  `https://example.com/${"p".repeat(300)}`,
);
const date = fc.constantFrom<string[]>("2023", "2023-08", "2023-08-24");

const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 4, arbitrary: longProse },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom("strong" as const, "emphasis" as const, "code" as const),
      text: prose(8),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("link" as const), text: prose(5), url }) },
);

const sourceIds = ["s1", "s2", "s3", "s4", "s5", "s6"] as const;
const source = (id: string): fc.Arbitrary<Source> =>
  fc.record(
    { id: fc.constant(id), title: prose(12), asOf: date, url, publisher: prose(3) },
    { requiredKeys: ["id", "title"] },
  );

const statement: fc.Arbitrary<Statement> = fc
  .record(
    {
      text: fc.array(inline, { minLength: 1, maxLength: 3 }),
      asOf: date,
      cites: fc.subarray<string>([...sourceIds]),
      notes: fc.constant<string[]>(["second-hand"]),
    },
    { requiredKeys: ["text"] },
  )
  .map((value) => value);

const line = fc.oneof({ weight: 4, arbitrary: prose(4) }, { weight: 1, arbitrary: prose(60) });
const button = fc.oneof(fc.record({ label: prose(6), line }), fc.record({ label: prose(3), url }));

const part: fc.Arbitrary<Part> = fc.oneof(
  fc.record({ kind: fc.constant("heading" as const), text: prose(8) }),
  statement.map((value): Part => ({ kind: "text", ...value })),
  statement.map((value): Part => ({ kind: "quote", ...value })),
  fc.record({
    kind: fc.constant("list" as const),
    ordered: fc.boolean(),
    items: fc.array(statement, { minLength: 1, maxLength: 40 }),
  }),
  fc.record({
    kind: fc.constant("fields" as const),
    fields: fc.array(fc.record({ label: prose(3), value: statement }), { minLength: 1, maxLength: 25 }),
  }),
  fc.integer({ min: 1, max: 4 }).chain((columns) =>
    fc.record({
      kind: fc.constant("table" as const),
      columns: fc.array(prose(3), { minLength: columns, maxLength: columns }),
      rows: fc.array(fc.array(statement, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 30 }),
    }),
  ),
  fc.record({ kind: fc.constant("buttons" as const), buttons: fc.array(button, { minLength: 1, maxLength: 30 }) }),
  fc.record({
    kind: fc.constant("select" as const),
    placeholder: prose(20),
    options: fc.array(fc.record({ label: prose(20), line }), { minLength: 1, maxLength: 130 }),
  }),
  fc.record({
    kind: fc.constant("chart" as const),
    type: fc.constantFrom("bar" as const, "range" as const, "line" as const),
    title: prose(6),
    unit: fc.constant("USD"),
    alt: prose(40),
    categories: fc.constant<string[]>(["A100", "H100"]),
    series: fc.constant<Chart["series"]>([{ name: "cost", values: [1, 2], low: [0.5, 1], high: [2, 4] }]),
  }),
  fc.record({
    kind: fc.constant("document" as const),
    name: fc.constant("notes.md"),
    text: fc.array(longProse, { minLength: 1, maxLength: 60 }).map((lines) => lines.join("\n")),
  }),
  fc.record({
    kind: fc.constant("form" as const),
    label: prose(3),
    title: prose(6),
    line,
    fields: fc.array(fc.record({ name: fc.constantFrom("a", "b"), label: prose(3) }), { minLength: 1, maxLength: 7 }),
  }),
);

/** Replies of every shape, with text that tries to be markup. */
export const arbitraryReply: fc.Arbitrary<Reply> = fc.record({
  ok: fc.boolean(),
  command: fc.constant("case"),
  line,
  title: prose(10).map((value) => value.slice(0, 150)),
  parts: fc.array(part, { maxLength: 8 }),
  sources: fc.subarray([...sourceIds]).chain((ids) => fc.tuple(...ids.map(source))),
  data: fc.constant({}),
  page: fc.integer({ min: 1, max: 3 }),
  shared: fc.boolean(),
});

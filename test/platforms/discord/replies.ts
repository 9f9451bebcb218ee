import fc from "fast-check";
import type { Part, Reply, Source, Statement } from "#core/reply.ts";

/** Letters of all sorts: astral ones, markup, mentions, right-to-left, control characters, half a surrogate pair. */
const pieces = fc.constantFrom(
  "word",
  " ",
  " ",
  ". ",
  "A sentence. ",
  "😀",
  "👩‍👩‍👧",
  "𝕏",
  "é",
  "שלום",
  "漢字",
  "*",
  "_",
  "`",
  "```",
  "<@123456789012345678>",
  "@everyone",
  "[x](https://evil.example)",
  "https://a.example ",
  "# ",
  "\n",
  "\n\n",
  "- ",
  "||",
  "\\",
  "\u202e",
  "\ud800",
  "\u0007",
);
export const words = (maxLength: number) => fc.array(pieces, { minLength: 1, maxLength }).map((all) => all.join(""));
const label = fc.oneof(words(6), words(60)).map((text) => text || "x");
const long = fc.oneof(
  { weight: 8, arbitrary: words(30) },
  { weight: 2, arbitrary: words(300) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(pieces, fc.integer({ min: 1, max: 3000 }))
      .map(([piece, n]) => piece.repeat(n).slice(0, 10_000)),
  },
);
const url = fc
  .tuple(
    fc.constantFrom("a.example", "b.example:8080", "раураl.com"),
    fc.oneof(
      fc.webPath(),
      fc.nat({ max: 1500 }).map((n) => `/${"p".repeat(n)}`),
    ),
  )
  .map(([host, path]) => `https://${host}${path}`);

const inline = fc.oneof(
  { weight: 4, arbitrary: long },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom("strong" as const, "emphasis" as const, "code" as const),
      text: words(20),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("link" as const), text: words(10), url }) },
);
const day = fc.constantFrom("2023", "2023-08", "2023-08-24");

const statement = (ids: readonly string[]): fc.Arbitrary<Statement> =>
  fc.record(
    {
      text: fc.array(inline, { minLength: 1, maxLength: 4 }),
      asOf: day,
      cites: fc.subarray([...ids, "unknown"], { maxLength: Math.min(12, ids.length + 1) }),
      notes: fc.array(words(8), { maxLength: 6 }),
    },
    { requiredKeys: ["text"] },
  );

const line = fc.oneof(words(5), words(60)).map((text) => `case ${text}`);
const button = fc.oneof(
  fc.record({ label, line }),
  fc.record({ label, line, style: fc.constantFrom("primary" as const, "danger" as const) }),
  fc.record({ label, url }),
);

const parts = (ids: readonly string[]): fc.Arbitrary<Part> => {
  const says = statement(ids);
  return fc.oneof(
    fc.record({ kind: fc.constant("heading" as const), text: label }),
    says.map((all): Part => ({ kind: "text", ...all })),
    says.map((all): Part => ({ kind: "quote", ...all })),
    fc.record({
      kind: fc.constant("list" as const),
      ordered: fc.boolean(),
      items: fc.array(says, { minLength: 1, maxLength: 12 }),
    }),
    fc.record({
      kind: fc.constant("fields" as const),
      fields: fc.array(fc.record({ label, value: says }), { minLength: 1, maxLength: 8 }),
    }),
    fc.integer({ min: 1, max: 5 }).chain((n) =>
      fc.record({
        kind: fc.constant("table" as const),
        columns: fc.array(label, { minLength: n, maxLength: n }),
        rows: fc.array(
          fc.array(
            fc.oneof(
              says,
              words(2).map((text) => ({ text: [text] })),
            ),
            { minLength: n, maxLength: n },
          ),
          { minLength: 1, maxLength: 6 },
        ),
      }),
    ),
    fc.integer({ min: 1, max: 40 }).chain((n) =>
      fc.record({
        kind: fc.constant("chart" as const),
        type: fc.constantFrom("bar" as const, "range" as const, "line" as const),
        title: label,
        unit: words(4),
        alt: words(80),
        categories: fc.array(label, { minLength: n, maxLength: n }),
        series: fc.array(
          fc.record({
            name: label,
            values: fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: n, maxLength: n }),
          }),
          { minLength: 1, maxLength: 3 },
        ),
      }),
    ),
    fc.record({ kind: fc.constant("document" as const), name: fc.constant("notes.md"), text: long }),
    fc.record({ kind: fc.constant("buttons" as const), buttons: fc.array(button, { minLength: 1, maxLength: 14 }) }),
    fc.record({
      kind: fc.constant("select" as const),
      placeholder: label,
      options: fc.array(fc.record({ label, line, description: words(30) }, { requiredKeys: ["label", "line"] }), {
        minLength: 1,
        maxLength: 60,
      }),
    }),
    fc.record({
      kind: fc.constant("form" as const),
      label,
      title: label,
      line,
      fields: fc.array(
        fc.record(
          { name: fc.stringMatching(/^[a-z]{1,8}$/), label, hint: words(40), value: words(20), required: fc.boolean() },
          { requiredKeys: ["name", "label"] },
        ),
        { minLength: 1, maxLength: 8 },
      ),
    }),
  );
};

const source = (id: string): fc.Arbitrary<Source> =>
  fc.record({ id: fc.constant(id), title: label, url, asOf: day, publisher: label }, { requiredKeys: ["id", "title"] });

/** Any reply that the contract allows, within reason. */
export const anyReply: fc.Arbitrary<Reply> = fc
  .integer({ min: 0, max: 30 })
  .map((n) => Array.from({ length: n }, (_, i) => `s${i}`))
  .chain((ids) =>
    fc.record({
      ok: fc.boolean(),
      command: fc.constant("case"),
      line,
      title: label,
      parts: fc.array(parts(ids), { maxLength: 7 }),
      sources: fc.tuple(...ids.map(source)),
      data: fc.constant(null),
      page: fc.integer({ min: 1, max: 4 }),
      shared: fc.boolean(),
    }),
  );

/** A plain reply to build on. */
export function replyOf(parts: Part[], more: Partial<Reply> = {}): Reply {
  return {
    ok: true,
    command: "case",
    line: "case acme",
    title: "Acme",
    parts,
    sources: [],
    data: null,
    page: 1,
    shared: false,
    ...more,
  };
}

import { expect, test } from "vitest";
import { paragraph } from "#core/reply.ts";
import { listOnce } from "#core/same-sources.ts";

const blog = { title: "Our robots", publisher: "Acme", asOf: "2025-02-03", url: "https://acme.example/blog" };
const sources = [
  { id: "acme/blog", ...blog },
  { id: "bolt/acme-blog", ...blog },
  { id: "bolt/other", ...blog, title: "Their robots" },
];
const said = { text: ["Robots."], cites: ["bolt/acme-blog", "acme/blog", "bolt/other"] };

test("a source that two entries name is listed once and cited by its first name, wherever it is cited", () => {
  const listed = listOnce({
    parts: [
      { kind: "text", ...said },
      { kind: "quote", ...said },
      { kind: "list", items: [said] },
      { kind: "fields", fields: [{ label: "Makes", value: said }] },
      { kind: "table", columns: ["Makes"], rows: [[said]] },
    ],
    sources,
  });
  const once = { text: ["Robots."], cites: ["acme/blog", "bolt/other"] };
  expect(listed.sources.map(({ id }) => id)).toEqual(["acme/blog", "bolt/other"]);
  expect(listed.parts).toEqual([
    { kind: "text", ...once },
    { kind: "quote", ...once },
    { kind: "list", items: [once] },
    { kind: "fields", fields: [{ label: "Makes", value: once }] },
    { kind: "table", columns: ["Makes"], rows: [[once]] },
  ]);
});

test("sources that differ in a day, and what cites none, stay as they are", () => {
  const other = { id: "bolt/older", ...blog, asOf: "2024-02-03" };
  const parts = [paragraph("Robots.")];
  expect(listOnce({ parts, sources: [...sources.slice(0, 1), other] })).toEqual({
    parts,
    sources: [...sources.slice(0, 1), other],
  });
});

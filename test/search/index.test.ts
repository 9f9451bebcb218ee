import fc from "fast-check";
import { expect, test } from "vitest";
import { createIndex, search } from "#search/index.ts";

const documents = [
  {
    id: "kettle",
    title: "Kettle",
    text: "A kettle boils water in three minutes. It was first sold in 1893 in Chicago.",
  },
  {
    id: "teapot",
    title: "Teapot",
    text: "A teapot holds hot water and tea leaves. Porcelain ones keep warm for an hour.",
  },
  { id: "toaster", title: "Toaster", text: "A toaster browns bread with hot wires. Two slices take two minutes." },
  { id: "faq-return", title: "How can I return a toaster?", text: "Within thirty days, in the box it came in." },
  { id: "faq-clean", title: "How do I clean a kettle?", text: "Boil water with vinegar and rinse twice." },
  { id: "thai", title: "กาน้ำ", text: "กาน้ำต้มน้ำได้ในสามนาที" },
  { id: "chinese", title: "水壶", text: "这个水壶三分钟就能把水烧开。" },
];
const index = createIndex(documents);
const best = (query: string) => search(index, query)[0]?.id;

test("finds a document by other forms of its words", () => {
  expect(best("boiling kettles")).toBe("kettle");
});

test("prefers the title that asks the same question", () => {
  expect(best("How can I return it?")).toBe("faq-return");
  expect(best("how do I clean my kettle")).toBe("faq-clean");
});

test("prefers the document where the words stand side by side", () => {
  const two = createIndex([
    { id: "apart", title: "", text: "Bread is brown. The board is hot, and so is bread. A wire hangs there." },
    {
      id: "together",
      title: "",
      text: "Something long about kitchens, their walls and what else there is. Hot wires brown it.",
    },
  ]);
  expect(search(two, "hot wires")[0]?.id).toBe("together");
});

test("forgives typos in words it does not know, and only there", () => {
  expect(best("porcelian teapots")).toBe("teapot");
  expect(search(index, "toastr").map(({ id }) => id)).toContain("toaster");
  expect(search(index, "wires").every(({ id }) => id === "toaster")).toBe(true);
});

test("completes the last word while someone types", () => {
  expect(search(index, "toas", { typing: true }).map(({ id }) => id)).toContain("toaster");
  expect(search(index, "porc", { typing: false })).toEqual([]);
});

test("tells words apart in scripts that write without spaces", () => {
  expect(best("水壶")).toBe("chinese");
  expect(best("กาน้ำ")).toBe("thai");
});

test("keeps to a limit and to what is wanted", () => {
  expect(search(index, "water kettle toaster", { limit: 2 })).toHaveLength(2);
  expect(search(index, "kettle", { where: (id) => id !== "kettle" }).map(({ id }) => id)).not.toContain("kettle");
});

test("scores fall from first to last, ids are unique, and the same query gives the same hits", () => {
  fc.assert(
    fc.property(fc.constantFrom(...documents), fc.string(), (document, noise) => {
      const query = `${document.text.slice(0, 40)} ${noise}`;
      const hits = search(index, query);
      expect(hits).toEqual(search(createIndex(documents), query));
      expect(new Set(hits.map(({ id }) => id)).size).toBe(hits.length);
      for (const [i, hit] of hits.entries()) expect(hit.score).toBeLessThanOrEqual(hits[i - 1]?.score ?? Infinity);
    }),
    { numRuns: 60 },
  );
});

test("takes any text as query and as document", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), (text, query) => {
      const odd = createIndex([{ id: "odd", title: query, text }]);
      expect(search(odd, query).length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 100 },
  );
});

test("an empty index and an empty query find nothing", () => {
  expect(search(createIndex([]), "kettle")).toEqual([]);
  expect(search(index, "")).toEqual([]);
  expect(search(index, "the of and")).toEqual([]);
});

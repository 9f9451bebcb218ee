import fc from "fast-check";
import { dump } from "js-yaml";
import { expect, test } from "vitest";
import { readYaml } from "#content/yaml.ts";

const read = (source: string) => {
  const result = readYaml(source);
  if ("text" in result) throw new Error(`${result.line}: ${result.text}`);
  return result;
};

test("each part is found on its own line: keys, items, what stands in one line, what goes over several", () => {
  const { lineOf } = read(
    `# first
title: Acme
rows:
  - id: one
    text: >
      folded
      text
  - { id: two,
      text: flow }
empty:
after: [a,
  b]
`,
  );
  expect(lineOf([])).toBe(2);
  expect(lineOf(["title"])).toBe(2);
  expect(lineOf(["rows"])).toBe(3);
  expect(lineOf(["rows", 0])).toBe(4);
  expect(lineOf(["rows", 0, "text"])).toBe(5);
  expect(lineOf(["rows", 1, "id"])).toBe(8);
  expect(lineOf(["rows", 1, "text"])).toBe(9);
  expect(lineOf(["empty"])).toBe(10);
  expect(lineOf(["after", 1])).toBe(12);
});

test("a part that is not there is looked for at the nearest one around it", () => {
  const { lineOf } = read("a: 1\nrows:\n  - id: one\n");
  expect(lineOf(["rows", 0, "missing", "deeper"])).toBe(3);
  expect(lineOf(["missing"])).toBe(1);
});

test("windows line ends and a byte order mark move no line", () => {
  const { value, lineOf } = read("\uFEFFa: 1\r\nb:\r\n  - c\r\n");
  expect(value).toEqual({ a: 1, b: ["c"] });
  expect(lineOf(["b", 0])).toBe(3);
});

test.each([
  ["two documents", "a: 1\n---\nb: 2\n", 2, /several documents, expected one/],
  ["an alias", "a: &x [1]\nb: *x\n", 2, /YAML alias/],
  ["a key given twice", "a: 1\nb: 2\na: 3\n", 3, /not valid YAML: duplicated mapping key/],
  ["a list that is not closed", "a: [1, 2\nb: 3\n", 2, /not valid YAML/],
  ["a bracket closed at the margin", "a: [\n  1,\n]\n", 3, /further in than its key, the closing bracket too/],
  ["a tag that no schema knows", "a: !!js/function 'x'\n", 1, /not valid YAML: unknown.*tag/],
  ["more nesting than a person writes", "[".repeat(5000), 1, /not valid YAML/],
])("%s is told with its line", (_, source, line, message) => {
  const result = readYaml(source);
  expect(result).toMatchObject({ line, text: expect.stringMatching(message) });
});

test("nothing but comments gives no value", () => {
  expect(read("# nothing\n").value).toBeUndefined();
});

test("what is written as YAML is read as it was, and each key's line holds the key", () => {
  const name = fc.stringMatching(/^[a-z]{1,8}$/);
  const tree = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(name, tie("value"), { maxKeys: 4, noNullPrototype: true }),
    ),
  })).value;
  fc.assert(
    fc.property(fc.dictionary(name, tree, { minKeys: 1, maxKeys: 5, noNullPrototype: true }), (written) => {
      const source = dump(written);
      const { value, lineOf } = read(source);
      expect(value).toEqual(written);
      const lines = source.split("\n");
      for (const key of Object.keys(written)) expect(lines[lineOf([key]) - 1]).toContain(key);
    }),
  );
});

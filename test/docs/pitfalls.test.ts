import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const folder = "docs/pitfalls";
const documents = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
const rows = documents.flatMap((text) => [...text.matchAll(/^\| (\d+) \| (.+) \|$/gm)]);
const named = rows.flatMap(([, number = "", cells = ""]) =>
  [...(cells.split(" | ").at(-1) ?? "").matchAll(/`([\w./-]+\.test\.ts)`: (.*?)(?=<br>|$)/g)].map(
    ([, file = "", name = ""]): [string, string, string] => [number, file, name],
  ),
);

test("every trap is told of once", () => {
  const numbers = rows.map(([, number]) => Number(number)).sort((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: 128 }, (_, i) => i + 1));
});

test("every trap is held by a test, or says why not", () => {
  const held = new Set(named.map(([number]) => number));
  const others = rows.filter(([, number = ""]) => !held.has(number));
  for (const [row, , cells = ""] of others) {
    expect(row).toMatch(/ — \|$/);
    expect(cells.split(" | ")[1]?.length).toBeGreaterThan(30);
  }
});

test.each(named)("trap %s: %s holds “%s”", (_, file, name) => {
  const source = readFileSync(join("test", file), "utf8");
  const names = [name, name.replaceAll("'", "\\'")].flatMap((one) => [`"${one}"`, `'${one}'`]);
  expect(names.some((one) => source.includes(`(${one}`) || source.includes(`(\n  ${one}`) || titled(source, one))).toBe(
    true,
  );
});

/** Titles of `test.each` stand behind their rows. */
function titled(source: string, name: string): boolean {
  return source.includes(`])(${name}`) || source.includes(`])(\n  ${name}`) || source.includes(`  ${name},\n`);
}

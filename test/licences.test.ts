import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { licencesOf } from "../src/licences.ts";

const lock = (packages: Record<string, object>) => JSON.stringify({ packages: { "": {}, ...packages } });

test("every package that runs the bot has a licence that was looked at", () => {
  const all = licencesOf(readFileSync("package-lock.json", "utf8"));
  const { dependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  const names = new Set(all.map(({ name }) => name));
  expect(Object.keys(dependencies).filter((name) => !names.has(name))).toEqual([]);
  expect(names.has("vitest")).toBe(false);
});

test("a package of an unknown or a copyleft licence is named, one that only tests need is not", () => {
  const packages = {
    "node_modules/fine": { version: "1.0.0", license: "MIT" },
    "node_modules/a/node_modules/@b/copyleft": { version: "2.0.0", license: "GPL-3.0" },
    "node_modules/nameless": { version: "3.0.0" },
    "node_modules/tester": { version: "4.0.0", license: "GPL-3.0", dev: true },
  };
  expect(() => licencesOf(lock(packages))).toThrow("@b/copyleft (GPL-3.0), nameless (none named)");
  const { "node_modules/fine": fine } = packages;
  expect(licencesOf(lock({ "node_modules/fine": fine }))).toEqual([
    { name: "fine", version: "1.0.0", licence: "MIT", note: "" },
  ]);
});

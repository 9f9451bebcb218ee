import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { commands } from "../commands/index.ts";
import { between, generatedFiles } from "../src/generate.ts";

test.each(Object.entries(generatedFiles()))("%s is as the declarations make it (npm run generate)", (path, text) => {
  expect(readFileSync(path, "utf8")).toBe(text);
});

test("the README names the two commands a newcomer needs, each alone on a line", () => {
  const lines = readFileSync("README.md", "utf8").split("\n");
  expect(lines).toContain("npm ci && npm start");
  expect(lines).toContain("npm ci && npm test");
});

test("the README's table and Slack's manifest name every command", () => {
  const { "README.md": readme = "", "manifest.json": manifest = "" } = generatedFiles();
  for (const { name } of commands) {
    expect(readme).toContain(`| \`/${name}\` |`);
    expect(manifest).toContain(`"/${name}"`);
  }
});

test("text goes between marks, and missing marks are an error", () => {
  expect(between("a\n<!-- x -->\nold\n<!-- /x -->\nb", "x", "new")).toBe("a\n<!-- x -->\nnew\n<!-- /x -->\nb");
  expect(() => between("a", "x", "new")).toThrow("no marks");
});

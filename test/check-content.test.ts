import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { folderWith, goodStudy } from "./content/small-library.ts";

const run = (file: string, folder: string, ...given: readonly string[]) =>
  spawnSync(process.execPath, [file, ...given], { encoding: "utf8", env: { ...process.env, CONTENT_DIR: folder } });
const check = (folder: string, ...given: readonly string[]) => run("src/check-content.ts", folder, ...given);
const acme = "case-studies/acme.md";

test("npm run content exits 1 with one line a problem, 0 with a table", async () => {
  const bad = check(await folderWith({ [acme]: goodStudy.replace("asOf: 2024-01", "asOf: soon") }));
  expect(bad.status).toBe(1);
  expect(bad.stderr.trim().split("\n")).toHaveLength(1);
  const good = check(await folderWith({ [acme]: goodStudy }));
  expect(good.status).toBe(0);
  expect(good.stdout).toMatch(/case-study\/acme +\d+ +5 +2 +1 +1/);
});

test("npm run content lists with --stale what is past its review date, and writes a template with new", async () => {
  const folder = await folderWith({ [acme]: goodStudy });
  expect(check(folder, "--stale").stdout).toMatch(/acme#glance\/1: as of 2024-01, review due 2025-07/);
  expect(check(folder, "new", "role", "scout")).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/scout\.md/),
  });
});

test.each([
  ["--stael", /--stael/],
  ["--stale=yes", /--stale/],
  ["nwe role scout", /"nwe" is nothing to do/],
  ["new role scout master", /new takes a kind and an id/],
  ["new role scout --stale", /new takes a kind and an id/],
])("npm run content -- %s is misuse: it says what was wrong and how it is used", async (line, sentence) => {
  const { status, stderr, stdout } = check(await folderWith({ [acme]: goodStudy }), ...line.split(" "));
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toMatch(sentence);
  expect(stderr).toMatch(/^usage: npm run content/m);
});

test("npm run learn -- --form is misuse", () => {
  const { status, stderr } = run("src/learn.ts", "content", "--form", "x.json");
  expect(status).toBe(2);
  expect(stderr).toMatch(/--form[\s\S]*^usage: npm run learn/m);
});

test("an empty CONTENT_DIR counts as not set", () => {
  expect(check("")).toMatchObject({ status: 0, stdout: expect.stringContaining("case-study/hugging-face") });
});

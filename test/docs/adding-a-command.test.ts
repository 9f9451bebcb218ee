import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

const run = promisify(execFile);
const copied = [
  ...["src", "commands", "test", "eval", "docs"],
  ...["package.json", "package-lock.json", "tsconfig.json", "vitest.config.ts", "biome.json"],
];
const alsoCopied = ["README.md", "manifest.json", ".env.example", ".gitignore"];
const linked = ["node_modules", "content", "bench"];

let house: string;
beforeAll(async () => {
  house = await mkdtemp(join(tmpdir(), "casebook-guide-"));
  for (const name of [...copied, ...alsoCopied]) await cp(name, join(house, name), { recursive: true });
  for (const name of linked) await symlink(resolve(name), join(house, name));
});
afterAll(() => rm(house, { recursive: true, force: true }));

type Block = { readonly language: string; readonly file: string; readonly body: string };

async function blocksOf(guide: string): Promise<Block[]> {
  const text = await readFile(guide, "utf8");
  return [...text.matchAll(/^```(\w+) ?(\S*)\n(.*?)^```$/gms)].map(([, language = "", file = "", body = ""]) => ({
    ...{ language, file, body },
  }));
}

/** Adds the lines marked + where the unmarked ones around them stand. */
async function patch(file: string, body: string): Promise<void> {
  const lines = body.trimEnd().split("\n");
  const before = lines.filter((line) => line.startsWith(" ")).map((line) => line.slice(1));
  const after = lines.map((line) => line.slice(1));
  const text = await readFile(file, "utf8");
  expect(text, `${file} has the lines that the guide shows`).toContain(`${before.join("\n")}\n`);
  await writeFile(file, text.replace(`${before.join("\n")}\n`, `${after.join("\n")}\n`));
}

async function shell(line: string): Promise<string> {
  const environment = Object.entries(process.env).filter(([key]) => !/^(VITEST|SLACK|DISCORD|CI$)/.test(key));
  const { stdout } = await run("bash", ["-c", line], {
    cwd: house,
    env: {
      ...Object.fromEntries(environment),
      NO_COLOR: "1",
      PATH: `${join(house, "node_modules/.bin")}${delimiter}${process.env.PATH}`,
    },
  });
  return stdout;
}

/** True when the pieces of what the guide shows, between one … and the next, stand in the output in this order. */
function shows(output: string, shown: string): boolean {
  let from = 0;
  return shown
    .trim()
    .split("…")
    .every((piece) => {
      const at = output.indexOf(piece.trim(), from);
      from = at + piece.trim().length;
      return at >= 0;
    });
}

test("whoever follows the guide to a new command gets what it shows, step by step", { timeout: 300_000 }, async () => {
  const blocks = await blocksOf("docs/adding-a-command.md");
  let output = "";
  let steps = 0;
  for (const { language, file, body } of blocks) {
    if (language === "ts") await writeFile(join(house, file), body);
    else if (language === "diff") await patch(join(house, file), body);
    else if (language === "sh") output = await shell(body);
    else expect(shows(output, body), `the guide shows\n${body}\nand this came\n${output}`).toBe(true);
    steps++;
  }
  expect(steps).toBeGreaterThan(10);
  expect(await readFile(join(house, "README.md"), "utf8")).toContain(
    "| `/newest` | The newest facts of a case study |",
  );
  expect(await readFile(join(house, "manifest.json"), "utf8")).toContain('"/newest"');
});

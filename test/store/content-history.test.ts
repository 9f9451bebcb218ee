import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createLibrary, type Library } from "#content/library.ts";
import type { ContentChange, KeptPassage } from "#core/content-history.ts";
import type { Store } from "#core/store.ts";
import { compareContent, followContent, netChanges } from "#digest/content-changes.ts";
import { openStore } from "#store/open.ts";
import { makeReply } from "../platforms/slack/make.ts";
import { entry, noRecords } from "../room/entry.ts";
import { startPostgres } from "./postgres.ts";

type Row = { readonly title: string; readonly text: string };
const untitled = (...texts: string[]): Row[] => texts.map((text) => ({ title: "", text }));

/** A library of one study whose lessons are these rows. */
function libraryOf(rows: readonly Row[], version: string): Library {
  const passages = rows.map(({ title, text }, i) => ({
    ...{ id: `acme#lessons/${i + 1}`, entry: "acme", section: "lessons", kind: "case-study" as const, title, text },
    ...{ asOf: "2026-11-01", sources: [], secondHand: false, reviewBy: "never", also: [], aliases: [], asked: [] },
    ...{ file: "acme.md", line: 1 },
  }));
  const section = { id: "lessons", title: "Lessons", aliases: [], form: "list" as const, passages };
  return createLibrary([{ ...entry("acme", "Acme", []), sections: [section] }], noRecords, version);
}

let runs = 0;

/** What has changed in the last of these versions, since each of those before it. */
async function told(store: Store, versions: readonly (readonly Row[])[]) {
  // Versions are told apart by the run: the tests of one engine share a database.
  const run = ++runs * 1000;
  const libraries = versions.map((rows, i) => libraryOf(rows, `v${run + i}`));
  for (const [i, library] of libraries.entries()) await followContent(store.contentHistory, library, run + i);
  const now = libraryOf(versions.at(-1) ?? [], "now");
  return Promise.all(
    versions.slice(1).map(async (_, i) => {
      const net = netChanges(await store.contentHistory.since(run + i), now);
      return net.map((change) => says(change, now.passage(change.id)?.text));
    }),
  );
}

const says = ({ kind, was }: Pick<ContentChange, "kind" | "was">, is: string | undefined) => `${kind}: ${was} → ${is}`;

/** The same, by following every row of the last version back from step to step. */
function followed(versions: readonly (readonly Row[])[]) {
  const kept = versions.map((rows): readonly KeptPassage[] => libraryOf(rows, "").passages);
  return kept.slice(1).map((_, since) => {
    let origins = new Map(kept[since]?.map((passage) => [passage.id, passage]));
    for (const [i, after] of kept.slice(since + 1).entries()) {
      const { changes, moved } = compareContent(kept[since + i] ?? [], after, 0);
      const before = new Map([...moved].map(([was, is]) => [is, was]));
      const fresh = new Set(changes.flatMap(({ id, kind }) => (kind === "new" ? [id] : [])));
      origins = new Map(
        after.flatMap(({ id }) => {
          const origin = fresh.has(id) ? undefined : origins.get(before.get(id) ?? id);
          return origin ? [[id, origin] as const] : [];
        }),
      );
    }
    const lived = new Set([...origins.values()].map(({ id }) => id));
    const gone = (kept[since] ?? []).filter(({ id }) => !lived.has(id)).map(({ text }) => text);
    return (kept.at(-1) ?? []).flatMap(({ id, text }) => {
      const origin = origins.get(id);
      if (origin) return origin.text === text ? [] : [says({ kind: "changed", was: origin.text }, text)];
      const back = gone.indexOf(text);
      if (back >= 0) gone.splice(back, 1);
      return back >= 0 ? [] : [says({ kind: "new" }, text)];
    });
  });
}

const rows = fc.array(
  fc.record({ title: fc.constantFrom("", "", "Costs", "People"), text: fc.constantFrom("A", "B", "C", "D", "E") }),
  { minLength: 1, maxLength: 5 },
);

describe.each(["SQLite", "PostgreSQL"])("in %s", (engine) => {
  let server: Awaited<ReturnType<typeof startPostgres>> | undefined;
  let store: Store;
  beforeAll(async () => {
    server = engine === "PostgreSQL" ? await startPostgres() : undefined;
    const directory = await mkdtemp(join(tmpdir(), "casebook-history-"));
    store = await openStore({ directory, url: await server?.database() });
  });
  afterAll(async () => {
    await store?.close();
    await server?.stop();
  });

  test.each([
    [
      "edited, then one put above it",
      [
        ["A", "B 10"],
        ["A", "B 20"],
        ["new", "A", "B 20"],
      ],
      ["new: undefined → new", "changed: B 10 → B 20"],
    ],
    ["edited, then the one above it removed", [["A", "B 10"], ["A", "B 20"], ["B 20"]], ["changed: B 10 → B 20"]],
    [
      "edited, and moved with all others",
      [
        ["A 1", "B 1"],
        ["A 2", "B 1"],
        ["B 1", "A 2"],
      ],
      ["changed: A 1 → A 2"],
    ],
    ["edited behind one that was removed", [["A", "B 10"], ["B 10"], ["B 20"]], ["changed: B 10 → B 20"]],
    ["removed from the top, and put back", [["A", "B"], ["B"], ["A", "B"]], []],
    ["added, and taken away again", [["A"], ["new", "A"], ["A"]], []],
  ])("a row that was %s is told as what it was", async (_, versions, changes) => {
    const [all] = await told(
      store,
      versions.map((texts) => untitled(...texts)),
    );
    expect(all?.toSorted()).toEqual(changes.toSorted());
  });

  test("of more rows than one statement takes each keeps what was noted of it", async () => {
    const many = (last: string) => [...Array.from({ length: 1200 }, (_, i) => `row ${i}`), last];
    const [all] = await told(store, [
      untitled(...many("B 10")),
      untitled(...many("B 20")),
      untitled("new", ...many("B 20")),
    ]);
    expect(all?.toSorted()).toEqual(["changed: B 10 → B 20", "new: undefined → new"]);
  });

  test("a row that takes the place of a removed one is not taken for shown", async () => {
    const channel = { platform: "slack", channel: "C-moves" };
    await told(store, [untitled("A", "B", "C")]);
    const post = { ...channel, id: "shown-before", due: 1, person: false, reply: makeReply() };
    await store.outbox.add(post, 1, { items: ["acme#lessons/1", "acme#lessons/3"], memory: 0 });
    await told(store, [untitled("B", "C")]);
    expect([...(await store.channelMemory.shown(channel)).items.keys()]).toEqual(["acme#lessons/2"]);
  });

  test("over several versions each row is told against what it was itself", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(rows, { minLength: 3, maxLength: 4 }), async (versions) => {
        const sorted = (all: readonly string[][]) => all.map((some) => some.toSorted());
        expect(sorted(await told(store, versions))).toEqual(sorted(followed(versions)));
      }),
      { numRuns: engine === "SQLite" ? 300 : 40 },
    );
  });
});

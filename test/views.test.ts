import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, onTestFinished, test, vi } from "vitest";
import type { Library } from "#content/library.ts";
import { loadLibrary } from "#content/load.ts";
import { readWorkspaceContent } from "#content/workspaces.ts";
import type { Origin } from "#core/invocation.ts";
import { createScheduler } from "#digest/scheduler.ts";
import { createUpkeep } from "#room/upkeep.ts";
import { searchIndexSteps } from "#search/passages/search-index.ts";
import { lazyStore, openStore } from "#store/open.ts";
import { openCasebook } from "../src/open.ts";
import { createViews } from "../src/views.ts";
import { folderWith, goodStudy } from "./content/small-library.ts";
import { openReal } from "./real.ts";

const rules =
  "TAI=niche:ai-machine-learning,playbooks;TROLES=roles,comparisons,assumptions/salaries;TSOL=case-studies/solana;TALL=*";
let real: Awaited<ReturnType<typeof openReal>>;
beforeAll(async () => {
  real = await openReal({ WORKSPACE_CONTENT: readWorkspaceContent(rules) });
}, 120_000);

const from = (workspace: string, more: Partial<Origin> = {}): Origin => ({
  ...{ platform: "slack", via: "command", workspace, channel: `C${workspace}`, asker: "U1" },
  ...more,
});
const say = (line: string, origin: Origin) => real.dispatch.run(real.dispatch.read(line, origin));
const everything = (reply: unknown): string => JSON.stringify(reply);

test("a restricted workspace opens, finds, compares, asks and completes what it sees, and nothing else", async () => {
  const ai = from("TAI");
  expect((await say("case hugging-face lessons", ai)).ok).toBe(true);
  const refused = await say("case solana", ai);
  expect(refused.ok).toBe(false);
  expect(everything(refused.parts)).not.toMatch(/case solana|arbitrum|worldcoin/i);
  expect(everything((await say("case", ai)).parts)).not.toMatch(/solana|arbitrum|worldcoin/i);
  expect((await say("compare solana hugging-face", ai)).ok).toBe(false);
  expect(everything((await say("find grants for blockchain developers", ai)).data)).not.toMatch(/solana|arbitrum/i);
  const asked = await say("what can we learn from Solana's crash?", ai);
  expect(everything(asked.data)).not.toMatch(/solana#|arbitrum#/);
  expect(asked.sources.filter(({ id }) => /^(?:solana|arbitrum|worldcoin)\//.test(id))).toEqual([]);
  const completed = (typed: string, origin: Origin) =>
    real.dispatch.complete("case", "study", typed, {}, origin).map(({ value }) => value);
  expect(completed("sol", ai)).not.toContain("solana");
  expect(completed("sol", from("TALL"))).toContain("solana");
  expect((await say("salary vp-sales", ai)).ok).toBe(false);
  expect((await say("salary vp-sales", from("TROLES"))).ok).toBe(true);
});

test("a direct message in the workspace sees the same; other workspaces and terminals see everything, at no cost", async () => {
  const direct = from("TAI", { via: "direct", direct: true, channel: "D1" });
  expect((await say("case solana", direct)).ok).toBe(false);
  expect((await say("case hugging-face", direct)).ok).toBe(true);
  for (const origin of [from("TALL"), from("TNEW"), from("TAI", { platform: "terminal" })])
    expect((await say("case solana", origin)).ok).toBe(true);
  expect(real.searchAt({ workspace: "TNEW" })).toBe(real.search());
  expect(real.searchAt({ workspace: "TAI" })).toBe(real.searchAt({ workspace: "TAI" }));
});

test("examples are of what is seen there, or none", async () => {
  const examples = (workspace: string, name: string) =>
    real.dispatch.commandsAt?.(from(workspace)).find((command) => command.name === name)?.examples;
  expect(examples("TAI", "case")?.[0]).toBe("case hugging-face lessons");
  expect(examples("TSOL", "case")?.[0]).toBe("case solana lessons");
  expect(examples("TSOL", "brief")).toEqual(["brief solana"]);
  expect(examples("TROLES", "case")).toEqual(["case"]);
  expect(examples("TROLES", "rate")).toEqual(["rate"]);
  const refused = await say("brief nobody", from("TSOL"));
  expect(everything(refused.parts)).toContain("brief solana");
  expect(everything(refused.parts)).not.toContain("hugging-face");
});

/** Every line that something in a reply would run, and every id it names. */
function namesIn(value: unknown, key = ""): string[] {
  if (typeof value === "string") return ["line", "id", "study", "entry", "value"].includes(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((one) => namesIn(one, key));
  if (value && typeof value === "object") return Object.entries(value).flatMap(([name, one]) => namesIn(one, name));
  return [];
}

/** Where lines said somewhere lead to hidden entries; a command that is called like an entry is none. */
async function leaks(lines: readonly string[], origin: Origin, hidden: readonly string[]): Promise<string[]> {
  const named = hidden.filter((id) => !real.dispatch.commands.some(({ name }) => name === id));
  const found: string[] = [];
  for (const line of lines) {
    const { line: _, ...reply } = await say(line, origin);
    for (const name of namesIn(reply))
      if (name !== line && named.some((id) => new RegExp(`(^|[\\s:=])${id}($|[\\s#])`).test(name)))
        found.push(`${line} → ${name}`);
  }
  return found;
}

test.each(["TAI", "TROLES"])(
  "whatever is said in %s, no button, row or menu leads to what it does not see",
  async (workspace) => {
    const origin = from(workspace);
    const { library } = real.searchAt(origin);
    const hidden = real
      .library()
      .entries.filter(({ id }) => !library.entry(id))
      .map(({ id }) => id);
    expect(hidden.length).toBeGreaterThan(5);
    const commands = real.dispatch.commandsAt?.(origin) ?? [];
    const opening = { "case-study": "case", playbook: "playbook", role: "role", comparison: "compare" } as const;
    const lines = [
      ...commands.flatMap(({ name, examples }) => [...examples, name, `casebook help ${name}`]),
      ...Object.entries(opening).flatMap(([kind, name]) =>
        library.entries.filter((one) => one.kind === kind).map(({ id }) => `${name} ${id}`),
      ),
      ...[
        "case hugging-face related",
        "find network effects",
        "find grants crash token",
        "find revenue",
        "digest preview",
        "digest changes",
      ],
      ...[
        "what went wrong?",
        "which company is worth most?",
        "who is paid best?",
        "how do grants work?",
        "hub tools",
        "hub studies",
      ],
    ];
    expect(await leaks(lines, origin, hidden)).toEqual([]);
    expect(await leaks(["case", "find network effects", "hub"], from("TALL"), hidden)).not.toEqual([]);
  },
  120_000,
);

test("its digests are made of what it sees, and one that asks for the rest is paused", async () => {
  const store = await openStore({ directory: await mkdtemp(join(tmpdir(), "casebook-views-")) });
  onTestFinished(() => store.close());
  const now = Date.UTC(2026, 10, 23, 12);
  const add = (id: string, workspace: string, line: string) =>
    store.subscriptions.add({
      ...{ id, platform: "slack", workspace, channel: `C${id}`, line, schedule: "daily 09:00", zone: "UTC" },
      ...{ createdAt: 0, nextAt: Date.UTC(2026, 10, 23, 9), owner: "U1" },
    });
  await add("aaaa1111", "TAI", "case solana");
  await add("bbbb2222", "TALL", "case solana");
  await add("cccc3333", "TAI", "digest");
  const written: string[] = [];
  const quiet = {
    debug: () => {},
    info: () => {},
    warn: () => {},
    error: (fields: object | string) => void written.push(everything(fields)),
  };
  const scheduler = createScheduler({
    ...{ store, platforms: ["slack"], now: () => now, clock: () => now, log: quiet },
    desk: (place) => {
      const search = real.searchAt(place);
      return { library: search.library, search, store, run: say };
    },
    written: async () => {},
  });
  await scheduler.tick();
  expect(written).toEqual([]);
  expect((await store.subscriptions.find("aaaa1111"))?.paused).toMatch(/does not work any more/);
  expect((await store.outbox.history({ platform: "slack", channel: "Cbbbb2222" }, 1))[0]?.reply.title).toMatch(
    /Solana/,
  );
  const [ai] = await store.outbox.history({ platform: "slack", channel: "Ccccc3333" }, 1);
  const seen = real.searchAt({ workspace: "TAI" }).library;
  const { items } = (ai?.reply.data ?? {}) as { items?: { id: string }[] };
  expect(items?.length).toBeGreaterThan(0);
  for (const { id } of items ?? []) expect([id, seen.passage(id) ?? seen.entry(id)]).not.toEqual([id, undefined]);
});

test("nobody is told an answer that their workspace does not see", async () => {
  const store = await openStore({ directory: await mkdtemp(join(tmpdir(), "casebook-views-")) });
  onTestFinished(() => store.close());
  const told: string[] = [];
  const upkeep = createUpkeep({
    ...{ store, dispatch: real.dispatch, retentionDays: 90, threadHours: 24, log: { info: () => {}, error: () => {} } },
    tellers: new Map([["slack", async ({ workspace }) => void told.push(workspace)]]),
  });
  onTestFinished(() => upkeep.stop());
  for (const workspace of ["TAI", "TALL"])
    await store.gaps.file(
      "who founded Worldcoin?",
      "",
      { platform: "slack", workspace, channel: "C1", thread: "", asker: "U1" },
      1,
    );
  await upkeep.contentChanged();
  expect(told).toEqual(["TALL"]);
});

test("an edit is seen in every view that may see it, and a rule that selects nothing is told at the start", async () => {
  const other = goodStudy
    .replace("title: Acme Robotics", "title: Other")
    .replace("[acme]", "[]")
    .replace("AI & Machine Learning", "Blockchain & Web3");
  const folder = await folderWith({ "case-studies/acme.md": goodStudy, "case-studies/other.md": other });
  const store = lazyStore({ directory: await mkdtemp(join(tmpdir(), "casebook-views-")) });
  const open = (setting: string) =>
    openCasebook(
      { CONTENT_DIR: folder, WORKSPACE_CONTENT: readWorkspaceContent(setting) },
      { follow: true, store: store.get },
    );
  expect(await open("T1=case-studies/nobody")).toMatchObject({
    problems: [
      { file: "WORKSPACE_CONTENT", text: expect.stringMatching(/^T1: “case-studies\/nobody” selects nothing/) },
    ],
  });
  const opened = await open("T1=niche:blockchain-web3");
  if ("problems" in opened) throw new Error("the small library must load");
  onTestFinished(async () => {
    opened.close();
    await store.close();
  });
  const inT1 = () => opened.searchAt({ workspace: "T1" }).library;
  const before = inT1().version;
  expect(inT1().entries.map(({ id }) => id)).toEqual(["other"]);
  await writeFile(join(folder, "case-studies/other.md"), other.replace("A robot maker.", "A chain."));
  await vi.waitFor(() => expect(inT1().entry("other")?.summary).toBe("A chain."), { timeout: 5000, interval: 20 });
  expect(inT1().version).not.toBe(before);
  expect(inT1().entry("acme")).toBeUndefined();
});

/** Views of a library of one study, under way, and what was indexed for them so far. */
async function countedViews(setting: string) {
  const directory = await folderWith({ "case-studies/acme.md": goodStudy });
  const { library } = await loadLibrary(directory);
  if (!library) throw new Error("the small library must load");
  const indexed: string[] = [];
  const index = (of: Library) => {
    indexed.push(of.version);
    return searchIndexSteps(of);
  };
  const making = createViews(library, { rules: readWorkspaceContent(setting), directory, commands: [], index });
  return { library, indexed, making };
}

test("the view of every rule is made at the start, once for each selection: no request waits for its own", async () => {
  const { indexed, making, library } = await countedViews(
    "T1=case-studies;T2=case-studies/acme,case-studies;T3=case-studies,case-studies/acme;T4=case-studies,*;*=case-studies",
  );
  const views = await making;
  expect(indexed).toHaveLength(3);
  const at = (workspace?: string, platform = "slack") => views.at({ workspace, platform });
  expect(at("T2")).toBe(at("T3"));
  expect(at("T9")).toBe(at("T1"));
  expect(at()).toBe(at("T1"));
  expect([at("T4"), at("T1", "terminal")]).toEqual([views.whole(), views.whole()]);
  expect(at("T1").library.version).not.toBe(library.version);
  await views.swap(library);
  expect(indexed).toHaveLength(6);
  at("T1");
  expect(indexed).toHaveLength(6);
});

test("while another library is indexed, the one before answers in every view; then all of it serves at once", async () => {
  const directory = await folderWith({ "case-studies/acme.md": goodStudy });
  const load = async (summary: string) => {
    await writeFile(join(directory, "case-studies/acme.md"), goodStudy.replace("A robot maker.", summary));
    const { library } = await loadLibrary(directory);
    if (!library) throw new Error("the small library must load");
    return library;
  };
  const [old, next] = [await load("A robot maker."), await load("A maker of robots.")];
  const rules = readWorkspaceContent("T1=case-studies");
  const views = await createViews(old, { rules, directory, commands: [], index: searchIndexSteps });
  const said = () => [{}, { workspace: "T1" }].map((place) => views.at(place).search.library.entry("acme")?.summary);
  expect(said()).toEqual(["A robot maker.", "A robot maker."]);
  const swapping = views.swap(next);
  expect(said()).toEqual(["A robot maker.", "A robot maker."]);
  await swapping;
  expect(said()).toEqual(["A maker of robots.", "A maker of robots."]);
});

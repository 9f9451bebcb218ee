import { cp, rename, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { type LiveOptions, openLiveLibrary } from "#content/live.ts";
import { folderWith, goodStudy } from "./small-library.ts";

async function open(options: LiveOptions = {}, at?: (folder: string) => Promise<string>) {
  const made = await folderWith({ "case-studies/acme.md": goodStudy });
  const folder = (await at?.(made)) ?? made;
  const events: string[] = [];
  const opened = await openLiveLibrary(folder, {
    swapped: () => events.push("swapped"),
    refused: () => events.push("refused"),
    ...options,
  });
  if ("problems" in opened) throw new Error("the good study must load");
  onTestFinished(() => opened.live.close());
  return { live: opened.live, file: join(folder, "case-studies/acme.md"), folder, events };
}
/** Longer than any machine needs: what is waited for is that it happens. */
const soon = { timeout: 10_000, interval: 20 };

test("a changed file is live by itself", async () => {
  const { live, file } = await open();
  await writeFile(file, goodStudy.replace("A robot maker.", "A drone maker."));
  await vi.waitFor(() => expect(live.library.entry("acme")?.summary).toBe("A drone maker."), soon);
  expect(live.problems).toEqual([]);
});

test("an editor that writes aside and renames is followed", async () => {
  const { live, file, folder } = await open();
  await writeFile(join(folder, "acme.tmp"), goodStudy.replace("A robot maker.", "Renamed."));
  await rename(join(folder, "acme.tmp"), file);
  await vi.waitFor(() => expect(live.library.entry("acme")?.summary).toBe("Renamed."), soon);
});

test("a bad edit keeps the last good library and says what is wrong; mending it serves the new one", async () => {
  const { live, file, events } = await open();
  await writeFile(file, goodStudy.replace("updated: 2026-01-02", "updated: someday"));
  await vi.waitFor(() => expect(live.problems).toHaveLength(1), soon);
  expect(live.library.entry("acme")?.summary).toBe("A robot maker.");
  expect(live.problems[0]).toMatchObject({ field: "updated", line: 6 });
  await writeFile(file, goodStudy.replace("A robot maker.", "Mended."));
  await vi.waitFor(() => expect(live.library.entry("acme")?.summary).toBe("Mended."), soon);
  expect(live.problems).toEqual([]);
  expect(events).toEqual(["refused", "swapped"]);
});

test("a bad edit that is taken back as it was leaves no problem", async () => {
  const { live, file, events } = await open();
  await writeFile(file, goodStudy.replace("updated: 2026-01-02", "updated: someday"));
  await vi.waitFor(() => expect(live.problems).toHaveLength(1), soon);
  await writeFile(file, goodStudy);
  await vi.waitFor(() => expect(live.problems).toEqual([]), soon);
  expect(live.library.entry("acme")?.summary).toBe("A robot maker.");
  expect(events).not.toContain("swapped");
});

test("a library that cannot be made ready is reported, the old one serves on, and it is tried again by itself", async () => {
  const reported: string[] = [];
  let failing = true;
  const { live, file } = await open({
    prepare: async () => {
      if (failing) throw new Error("no memory left");
    },
    refused: ([problem]) => reported.push(problem?.text ?? ""),
  });
  await writeFile(file, goodStudy.replace("A robot maker.", "A drone maker."));
  await vi.waitFor(() => expect(reported).toEqual(["could not be loaded: no memory left"]), soon);
  expect(live.library.entry("acme")?.summary).toBe("A robot maker.");
  expect(live.problems).toHaveLength(1);
  failing = false;
  await vi.waitFor(() => expect(live.library.entry("acme")?.summary).toBe("A drone maker."), soon);
  expect(live.problems).toEqual([]);
});

test("a new file appears and a deleted one goes", async () => {
  const { live, folder } = await open();
  const other = join(folder, "case-studies/other.md");
  await writeFile(
    other,
    goodStudy.replace("title: Acme Robotics", "title: Other").replace("aliases: [acme]", "aliases: []"),
  );
  await vi.waitFor(() => expect(live.library.entry("other")).toBeDefined(), soon);
  await rm(other);
  await vi.waitFor(() => expect(live.library.entry("other")).toBeUndefined(), soon);
});

/** Looked at so often, no test waits for it. */
const soonSeen = { lookEvery: 20 };
const saying = (summary: string) => goodStudy.replace("A robot maker.", summary);

test("a content folder that is moved away and put back serves on, and later edits are live", async () => {
  const { live, file, folder } = await open(soonSeen);
  await rename(folder, `${folder}-away`);
  await vi.waitFor(() => expect(live.problems[0]?.text).toMatch(/^no content here/), soon);
  expect(live.library.entry("acme")?.summary).toBe("A robot maker.");
  await rename(`${folder}-away`, folder);
  await vi.waitFor(() => expect(live.problems).toEqual([]), soon);
  await writeFile(file, saying("Back again."));
  await vi.waitFor(() => expect(live.library.entry("acme")?.summary).toBe("Back again."), soon);
});

test("another folder in the place of the content is served, and its edits are followed", async () => {
  const { live, file, folder } = await open(soonSeen);
  await cp(folder, `${folder}-next`, { recursive: true });
  await writeFile(join(`${folder}-next`, "case-studies/acme.md"), saying("The next one."));
  await rename(folder, `${folder}-before`);
  await rename(`${folder}-next`, folder);
  await vi.waitFor(() => expect(live.library.entry("acme")?.summary).toBe("The next one."), soon);
  await writeFile(file, saying("Edited."));
  await vi.waitFor(() => expect(live.library.entry("acme")?.summary).toBe("Edited."), soon);
});

test("a link that leads to another release is followed; a bad release leaves the last good one serving", async () => {
  const { live, folder: current } = await open(soonSeen, async (release) => {
    await symlink(release, `${release}-current`);
    return `${release}-current`;
  });
  const leadTo = async (release: string) => {
    await symlink(release, `${current}-next`);
    await rename(`${current}-next`, current);
  };
  const second = await folderWith({ "case-studies/acme.md": saying("The second release.") });
  await leadTo(second);
  await vi.waitFor(() => expect(live.library.entry("acme")?.summary).toBe("The second release."), soon);
  const bad = await folderWith({
    "case-studies/acme.md": goodStudy.replace("updated: 2026-01-02", "updated: someday"),
  });
  await leadTo(bad);
  await vi.waitFor(() => expect(live.problems).toMatchObject([{ field: "updated" }]), soon);
  expect(live.library.entry("acme")?.summary).toBe("The second release.");
  await leadTo(second);
  await vi.waitFor(() => expect(live.problems).toEqual([]), soon);
  await writeFile(join(second, "case-studies/acme.md"), saying("Edited in place."));
  await vi.waitFor(() => expect(live.library.entry("acme")?.summary).toBe("Edited in place."), soon);
});

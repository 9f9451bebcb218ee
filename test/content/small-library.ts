import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A study that passes every check; tests break it one way at a time. */
export const goodStudy = `---
title: Acme Robotics
niche: AI & Machine Learning
summary: A robot maker.
aliases: [acme]
updated: 2026-01-02
quickAnswer:
  - { text: Acme makes robots., asOf: 2025, sources: [blog] }
glance:
  - { label: Valuation, value: $1B, asOf: 2024-01, sources: [relay], also: [{ text: $2B, asOf: 2025-01, sources: [blog] }] }
  - { label: Founded, value: 2019, asOf: 2025, sources: [blog], reviewBy: never }
sources:
  - { id: blog, title: Our robots, publisher: Acme, date: 2025-02-03, url: "https://acme.example/blog" }
  - { id: relay, title: Acme said to raise, publisher: Relay, date: 2024-02, secondHand: true }
---

## How it grew

It grew by *selling* robots. [@blog, 2025-02]

- A list item too. [@blog @relay, 2024]
`;

/** Writes files below a new temporary folder; gives the folder. */
export async function folderWith(files: Record<string, string | Uint8Array>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "casebook-content-"));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  }
  return root;
}

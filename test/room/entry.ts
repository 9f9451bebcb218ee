import type { Entry, Kind } from "#content/entry.ts";
import type { Records } from "#content/library.ts";

export const noRecords: Records = {
  assumptions: new Map(),
  comparisons: new Map(),
  playbooks: new Map(),
  salaries: undefined,
  glossary: undefined,
  tools: undefined,
};

/** An entry with a name and nothing else. */
export function entry(id: string, title: string, aliases: readonly string[], kind: Kind = "case-study"): Entry {
  return {
    id,
    kind,
    title,
    niche: "",
    themes: [],
    summary: "",
    aliases,
    related: [],
    relatedLine: 1,
    updated: "2026-01-01",
    short: false,
    sections: [],
    sources: [],
    file: `${id}.md`,
  };
}

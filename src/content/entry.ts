import type { Source } from "#core/reply.ts";

export const kinds = [
  "case-study",
  "playbook",
  "role",
  "comparison",
  "salaries",
  "glossary",
  "statistics",
  "checklist",
  "idea",
  "tools",
  "assumptions",
] as const;
/** What sort of thing an entry is; also the facet searches are filtered by. */
export type Kind = (typeof kinds)[number];

/** A figure another source gives for the same thing, shown beside the first with its own date. */
type Rival = {
  readonly text: string;
  readonly asOf: string;
  readonly sources: readonly string[];
  readonly secondHand: boolean;
};

/** One row or paragraph: the smallest thing that is cited, linked to, found and sent. */
export type Passage = {
  /** `hugging-face#lessons/3`, or `glossary#terms/mfu` where rows have names of their own. */
  readonly id: string;
  readonly entry: string;
  readonly kind: Kind;
  /** Id of the section it stands in. */
  readonly section: string;
  /** Label of a row ("Valuation"), question of an FAQ, heading of a prose section; may be empty. */
  readonly title: string;
  readonly text: string;
  readonly asOf: string;
  /** Ids of the entry's sources. */
  readonly sources: readonly string[];
  /** No primary source stands behind it. */
  readonly secondHand: boolean;
  /** The day from which the figure should be looked up again; `never` for what cannot change. */
  readonly reviewBy: string;
  readonly also: readonly Rival[];
  /** Other words people use for the row: a glossary term's aliases. */
  readonly aliases: readonly string[];
  /** Other ways people ask for it, in words the row itself does not use; never shown. */
  readonly asked: readonly string[];
  readonly file: string;
  readonly line: number;
};

/** A named part of an entry: takeaways, timeline, an analytic section, a playbook's stage. */
export type Section = {
  /** Kebab-case; unique in the entry. */
  readonly id: string;
  readonly title: string;
  /** Other names people type for it. */
  readonly aliases: readonly string[];
  /** How its rows are best shown. */
  readonly form: "prose" | "list" | "fields" | "timeline" | "faq" | "table";
  readonly passages: readonly Passage[];
};

/** Where a fact was read. `secondHand`: it relays what others published. */
export type EntrySource = Source & { readonly secondHand: boolean };

/** One piece of content of any kind, in the one shape that commands, search and digests read. */
export type Entry = {
  /** File name without its ending; unique in the library. */
  readonly id: string;
  readonly kind: Kind;
  readonly title: string;
  /** "AI & Machine Learning"; empty for kinds that belong to no niche. */
  readonly niche: string;
  readonly themes: readonly string[];
  readonly summary: string;
  readonly aliases: readonly string[];
  readonly related: readonly string[];
  /** Line of `related` in the file. */
  readonly relatedLine: number;
  readonly updated: string;
  /** True for an entry that has only its summary and sources so far. */
  readonly short: boolean;
  readonly sections: readonly Section[];
  readonly sources: readonly EntrySource[];
  readonly file: string;
};

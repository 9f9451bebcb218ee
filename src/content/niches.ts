import type { Named } from "#core/nearest.ts";

/** What case studies are grouped by: the name that files write, and what people type for it, the usual word first. */
export const niches = [
  { name: "AI & Machine Learning", aliases: ["ai", "ml", "machine learning"] },
  { name: "Blockchain & Web3", aliases: ["web3", "blockchain", "crypto"] },
] as const;
export type Niche = (typeof niches)[number];

/** The niches under all their names. */
export const namedNiches: readonly Named<Niche>[] = niches.map((niche) => ({
  value: niche,
  names: [niche.name, ...niche.aliases],
}));

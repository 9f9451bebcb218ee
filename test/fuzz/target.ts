import type { Random } from "./nasty.ts";

/** What is wrong with how a case went: it broke, it would call somebody, or the platform would refuse it. */
export type Fault = { readonly kind: "crashed" | "pinged" | "invalid"; readonly says: string };

/** An entrance that cases are thrown at. */
export type Target = {
  readonly name: string;
  /** How often it is chosen beside the others. */
  readonly share: number;
  /** A payload, the same for the same random numbers and case number. */
  readonly make: (random: Random, number: number) => unknown;
  /** Throws the payload at the entrance; whatever it rejects with is a crash. */
  readonly take: (payload: unknown, number: number) => Promise<readonly Fault[]> | readonly Fault[];
  readonly close?: () => Promise<void>;
};

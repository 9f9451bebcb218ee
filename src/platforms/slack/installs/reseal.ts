import type { Installations } from "#core/installations.ts";
import { type Seal, SealBroken } from "#core/seal.ts";
import { sealedFor } from "./kept.ts";

/** Seals installations anew that are under a former key. Gives how many, and the ids of those that no key opens. */
export async function resealAll(
  installations: Installations,
  seal: Seal,
): Promise<{ readonly resealed: number; readonly broken: readonly string[] }> {
  const broken: string[] = [];
  let resealed = 0;
  for (const { id, sealed } of await installations.all()) {
    try {
      const text = seal.open(sealed, sealedFor(id));
      if (!seal.isCurrent(sealed) && (await installations.replace(id, sealed, seal.close(text, sealedFor(id)))))
        resealed++;
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
      broken.push(id);
    }
  }
  return { resealed, broken };
}

/** Moments that processes share, so that no two of them do a thing at once. */
export type Slots = {
  /** The first moment from `from` on at which `name` is free, in milliseconds since 1970; it is then busy for `gap` more. */
  take(name: string, gap: number, from: number): Promise<number>;
};

/** Moments of one process alone. */
export function ownSlots(): Slots {
  const freeAt = new Map<string, number>();
  return {
    take: async (name, gap, from) => {
      const at = Math.max(from, freeAt.get(name) ?? 0);
      freeAt.set(name, at + gap);
      return at;
    },
  };
}

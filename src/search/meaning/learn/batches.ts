/** What one passage can be asked with: its lines as numbers of words, and where it stands. */
export type Taught = {
  /** Its entry: the passages around it are those that it is told from. */
  readonly entry: string;
  /** What it is about; passages about the same, of other entries, are not told from each other. */
  readonly about: string;
  readonly lines: readonly Uint32Array[];
};

/** One line of a passage, and some others that stand for it. */
type Example = {
  readonly about: string;
  readonly line: Uint32Array;
  readonly against: readonly Uint32Array[];
};

/** Entries in a batch, and passages of each. */
const entriesTaken = 16;
const passagesTaken = 16;
/** Lines whose middle stands for a passage. */
const linesAgainst = 3;
/** Large entries are taken more often, but less so than they are large. */
const evenness = 0.7;
/** Share of a line's words left out, so that none is relied on alone. */
const dropped = 0.1;

/** Draws batches: some entries, some passages of each, and a line of each with others that mean the same. */
export function createBatches(taught: readonly Taught[], random: () => number): () => readonly Example[] {
  const groups = [
    ...Map.groupBy(
      taught.filter(({ lines }) => lines.length > 1),
      ({ entry }) => entry,
    ).values(),
  ];
  const thinned = (line: Uint32Array) => {
    const rest = line.length < 3 ? line : line.filter(() => random() >= dropped);
    return rest.length > 0 ? rest : line;
  };
  return () =>
    drawn(groups, ({ length }) => length ** evenness, entriesTaken, random).flatMap((group) =>
      drawn(group, () => 1, passagesTaken, random).flatMap(({ about, lines }): Example[] => {
        const [line, ...against] = drawn(lines, () => 1, 1 + linesAgainst, random).map(thinned);
        return line ? [{ about, line, against }] : [];
      }),
    );
}

/** Some of the things, each at most once, by their weights: those with the smallest random keys (Efraimidis and Spirakis 2006). */
function drawn<T>(things: readonly T[], weightOf: (thing: T) => number, count: number, random: () => number): T[] {
  return things
    .map((thing) => ({ thing, key: -Math.log(1 - random()) / weightOf(thing) }))
    .sort((a, b) => a.key - b.key)
    .slice(0, count)
    .map(({ thing }) => thing);
}

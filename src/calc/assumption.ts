/** A number a calculator uses, with where it comes from. The shape of a row of `content/assumptions`. */
export type Assumption = {
  readonly id: string;
  readonly group: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly value: number | string;
  readonly unit: string;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly attributes: Readonly<Record<string, number | string | boolean | readonly number[] | readonly string[]>>;
  readonly text: string;
  readonly asOf: string;
  readonly sources: readonly string[];
};

/** A number with its uncertainty; `low ≤ typical ≤ high`. */
export type Range = { readonly low: number; readonly typical: number; readonly high: number };

/** A row that a result was made of, and the content file it stands in. */
export type Used = { readonly entry: string; readonly row: Assumption };

/** Rows of one content file, remembering which were asked for: a result hands back what it was made of. */
export type Ledger = {
  readonly rows: readonly Assumption[];
  /** A row's number. Throws when there is none: a fault of the content, not of the asker. */
  number(id: string): number;
  /** A row's value with its low and high; where the row gives none, they equal the value. Throws as `number` does. */
  range(id: string): Range;
  /** The row, marked as used. Throws when there is none. */
  row(id: string): Assumption;
  /** Marks a row as used and gives it back. */
  use(row: Assumption): Assumption;
  /** Marks rows as used, by id; unknown ids are passed over. */
  mark(...ids: readonly string[]): void;
  used(): readonly Used[];
};

/** Opens a ledger over the rows of one file, named by its entry id. */
export function openLedger(entry: string, rows: readonly Assumption[]): Ledger {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const seen = new Set<Assumption>();
  const use = (row: Assumption) => {
    seen.add(row);
    return row;
  };
  const row = (id: string) => {
    const found = byId.get(id);
    if (!found) throw new Error(`content/assumptions/${entry}.yaml has no row "${id}"`);
    return use(found);
  };
  const numeric = (id: string) => {
    const found = row(id);
    if (typeof found.value !== "number") throw new Error(`row "${id}" of ${entry}.yaml holds no number`);
    return { ...found, value: found.value };
  };
  return {
    rows,
    number: (id) => numeric(id).value,
    range: (id) => {
      const { value, low, high } = numeric(id);
      return { low: low ?? value, typical: value, high: high ?? value };
    },
    row,
    use,
    mark: (...ids) => {
      for (const id of ids) {
        const found = byId.get(id);
        if (found) use(found);
      }
    },
    used: () => [...seen].map((seenRow) => ({ entry, row: seenRow })),
  };
}

/** A number among a row's attributes, or undefined. */
export function numberOf(row: Assumption, attribute: string): number | undefined {
  const value = row.attributes[attribute];
  return typeof value === "number" ? value : undefined;
}

/** A word among a row's attributes, or undefined. */
export function wordOf(row: Assumption, attribute: string): string | undefined {
  const value = row.attributes[attribute];
  return typeof value === "string" ? value : undefined;
}

/** Words of a list among a row's attributes; empty when there is none. */
export function wordsOf(row: Assumption, attribute: string): readonly string[] {
  const value = row.attributes[attribute];
  return Array.isArray(value) ? value.map(String) : [];
}

/** Numbers of a list among a row's attributes; empty when there is none. */
export function numbersOf(row: Assumption, attribute: string): readonly number[] {
  const value = row.attributes[attribute];
  return Array.isArray(value) ? value.filter((one) => typeof one === "number") : [];
}

/** A row's value as a number. Throws when it is none. */
export function numberIn(row: Assumption): number {
  if (typeof row.value !== "number") throw new Error(`row "${row.id}" holds no number`);
  return row.value;
}

/** The first row of a group whose `upTo` is at least `count`, else the one without `upTo`. Throws when there is none. */
export function tierOf(ledger: Ledger, group: readonly string[], count: number): Assumption {
  const rows = group.flatMap((id) => ledger.rows.find((row) => row.id === id) ?? []);
  const fits = rows.find((row) => count <= (numberOf(row, "upTo") ?? Number.POSITIVE_INFINITY));
  if (!fits) throw new Error(`no row among ${group.join(", ")} is for ${count}`);
  return ledger.use(fits);
}

/** Rows written or named at once: both databases limit the values of one statement. */
const most = 500;

/** Rows in portions that one statement takes, in their order. */
export function portionsOf<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / most) }, (_, i) => rows.slice(i * most, (i + 1) * most));
}

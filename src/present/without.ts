/** The options of a line but some. */
export function without<Option extends string>(
  typed: Readonly<Partial<Record<Option, string>>>,
  ...left: readonly NoInfer<Option>[]
): Readonly<Partial<Record<Option, string>>> {
  const kept: Partial<Record<Option, string>> = { ...typed };
  for (const option of left) delete kept[option];
  return kept;
}

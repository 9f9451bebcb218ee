/** Options that were given, without the comma that parts one from the next: `model=7B, gpu=H100`. */
export function givenOptions<T extends string>(options: Readonly<Partial<Record<T, string | undefined>>>) {
  return Object.fromEntries(
    Object.entries<string | undefined>(options).flatMap(([option, value]) => {
      const given = value?.trim().replace(/(?<=[a-z\d%$€£])[,;]+$/i, "");
      return given ? [[option, given]] : [];
    }),
  );
}

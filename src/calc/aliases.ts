/** Other names of options, as people type them, with spaces between. */
export type Aliases<Option extends string> = Readonly<Record<Option, string>>;

/** Every name of an option, its own first. */
export function namesIn<Option extends string>(aliases: Aliases<Option>, option: Option): readonly string[] {
  return [option, ...aliases[option].split(" ").filter(Boolean)];
}

/** The options by every name of theirs. */
export function byName<Option extends string>(
  options: readonly Option[],
  aliases: Aliases<Option>,
): ReadonlyMap<string, Option> {
  return new Map(options.flatMap((option) => namesIn(aliases, option).map((name) => [name, option] as const)));
}

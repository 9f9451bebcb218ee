/** Says what was wrong with a program's arguments and how it is used, and ends it with exit code 2. */
export function misuse(sentence: string, usage: string): never {
  console.error(`${sentence}\n${usage}`);
  process.exit(2);
}

/** What a program reads of its arguments; whatever that throws is misuse. */
export function readArguments<Read>(usage: string, read: () => Read): Read {
  try {
    return read();
  } catch (error) {
    return misuse(error instanceof Error ? error.message : String(error), usage);
  }
}

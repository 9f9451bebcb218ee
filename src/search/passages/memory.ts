/**
 * Keeps at least so many of the values used last, in two halves, so that forgetting costs nothing: the older half goes as
 * a whole, and looking one up costs a fraction of what `createRecent` takes to know which was used last.
 */
export function createMemory<T>(remembered: number) {
  let young = new Map<string, T>();
  let old = young;
  const set = (key: string, value: T): void => {
    if (young.size >= remembered) {
      old = young;
      young = new Map();
    }
    young.set(key, value);
  };
  const get = (key: string): T | undefined => {
    const value = young.get(key);
    if (value !== undefined) return value;
    const older = old.get(key);
    if (older !== undefined) set(key, older);
    return older;
  };
  return { get, set };
}

/** What is remembered of objects: a `WeakMap`, or a `Map` where it is given up with all it holds. */
type Known<Of extends object, Result> = WeakMap<Of, { readonly result: Result }> | Map<Of, { readonly result: Result }>;

/** The same function, its results remembered for as long as the objects they are made from; these must not change. */
export function onceEach<Of extends object, Result>(
  make: (of: Of) => Result,
  known: Known<Of, Result> = new WeakMap(),
): (of: Of) => Result {
  return (of) => {
    const before = known.get(of);
    if (before) return before.result;
    const result = make(of);
    known.set(of, { result });
    return result;
  };
}

/**
 * The same for objects that mostly serve once: remembered of those that are frozen, as what is handed out again is, and of
 * the last other one. What a `WeakMap` holds of a short-lived object is moved among the old ones before it is let go.
 */
export function onceEachFrozen<Of extends object, Result>(make: (of: Of) => Result): (of: Of) => Result {
  const ofFrozen = onceEach(make);
  let last: { readonly of: Of; readonly result: Result } | undefined;
  return (of) => {
    if (Object.isFrozen(of)) return ofFrozen(of);
    if (last?.of !== of) last = { of, result: make(of) };
    return last.result;
  };
}

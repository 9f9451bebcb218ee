/** The same function, its results remembered for as long as the objects they are made from; these must not change. */
export function onceEach<Of extends object, Result>(make: (of: Of) => Result): (of: Of) => Result {
  const known = new WeakMap<Of, { readonly result: Result }>();
  return (of) => {
    const before = known.get(of);
    if (before) return before.result;
    const result = make(of);
    known.set(of, { result });
    return result;
  };
}

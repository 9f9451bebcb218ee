/** The same function of nothing, made when it is first called and remembered. */
export function once<Result>(make: () => Result): () => Result {
  let known: { readonly result: Result } | undefined;
  return () => {
    known ??= { result: make() };
    return known.result;
  };
}

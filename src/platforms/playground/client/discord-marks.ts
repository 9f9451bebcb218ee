/** In the order they are tried. What an escape guards is no end of a mark: branches share no letter, so none is tried twice. */
const patterns = [
  ["escape", /^\\([^\w\s])/],
  ["code", /^`([^`]+)`/],
  ["link", /^\[((?:\\.|[^\]\\])+)\]\(<?(https?:[^\s<>)]+)>?\)/],
  ["address", /^<(https?:[^\s<>]+)>/],
  ["strong", /^\*\*((?:\\.|(?!\*\*)[^\\])+?)\*\*(?!\*)/],
  ["underline", /^__((?:\\.|(?!__)[^\\])+?)__/],
  ["strike", /^~~((?:\\.|(?!~~)[^\\])+?)~~/],
  ["spoiler", /^\|\|((?:\\.|(?!\|\|)[^\\])+?)\|\|/],
  ["emphasis", /^\*((?:\\.|[^*\\])+)\*/],
  ["emphasis", /^_((?:\\.|[^_\\])+)_(?!\w)/],
  ["mention", /^(<(?:@[!&]?|#)\d+>|@(?:everyone|here))/],
  ["address", /^(https?:\/\/[^\s<>]+[^\s<>.,:;"')\]])/],
] as const;

/** A mark at the beginning of a text: what it holds, where it leads if it is a link, and its length. */
export type Mark = {
  readonly kind: (typeof patterns)[number][0];
  readonly inner: string;
  readonly url: string;
  readonly length: number;
};

/** The inline mark of Discord's that a text begins with, if any. */
export function markAt(text: string): Mark | undefined {
  if (!/^[\\`[<*_~|@h]/.test(text)) return undefined;
  for (const [kind, pattern] of patterns) {
    const [whole, inner = "", url = ""] = pattern.exec(text) ?? [];
    if (whole) return { kind, inner, url, length: whole.length };
  }
  return undefined;
}

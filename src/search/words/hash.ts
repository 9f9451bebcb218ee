const empty = 0x811c9dc5;

/** A text as a 32-bit number, behind what `from` stands for. FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/ */
export function hashOf(text: string, from = empty): number {
  let hash = from;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return Math.imul(hash ^ 0x20, 0x01000193) >>> 0;
}

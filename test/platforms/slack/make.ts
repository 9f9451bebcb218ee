import type { Reply } from "#core/reply.ts";

/** A small reply; give what a test is about. */
export function makeReply(more: Partial<Reply> = {}): Reply {
  return {
    ok: true,
    command: "case",
    line: "case acme",
    title: "Acme",
    parts: [],
    sources: [],
    data: {},
    page: 1,
    shared: false,
    ...more,
  };
}

/** `count` things made one after the other. */
export function times<T>(count: number, make: (i: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => make(i));
}

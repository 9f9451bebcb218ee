import { below, long, maybe, nasty, oneOf, type Random } from "./nasty.ts";

/** Text with one thing changed. */
export function mutateText(random: Random, text: string): string {
  const at = below(random, text.length + 1);
  const end = at + below(random, Math.min(40, text.length - at + 1));
  switch (below(random, 9)) {
    case 0:
      return text.slice(0, at) + oneOf(random, nasty) + text.slice(at);
    case 1:
      return oneOf(random, nasty);
    case 2:
      return text.slice(0, at) + text.slice(end);
    case 3:
      return text.slice(0, end) + text.slice(at);
    case 4:
      return text.slice(0, at);
    case 5:
      return text.slice(0, at) + String.fromCodePoint(below(random, 0x110000)) + text.slice(at + 1);
    case 6:
      return maybe(random, 0.1) ? text.slice(0, at) + long(random) + text.slice(at) : text.toUpperCase();
    case 7:
      return [...Array(1 + below(random, 5))].map(() => oneOf(random, nasty)).join(maybe(random, 0.5) ? " " : "");
    default:
      return text.slice(at) + text.slice(0, at);
  }
}

/** Bytes with some of them changed, cut out or doubled. */
export function mutateBytes(random: Random, bytes: Uint8Array): Uint8Array {
  let changed = Uint8Array.from(bytes);
  for (let i = 1 + below(random, 4); i > 0; i--) {
    const at = below(random, changed.length + 1);
    const end = Math.min(changed.length, at + below(random, 16));
    const kind = below(random, 4);
    if (kind === 0) changed[at] = below(random, 256);
    else if (kind === 1) changed = joined(changed.subarray(0, at), changed.subarray(end));
    else if (kind === 2) changed = joined(changed.subarray(0, end), changed.subarray(at));
    else changed = joined(changed.subarray(0, at), Buffer.from(oneOf(random, nasty)), changed.subarray(at));
  }
  return changed;
}

const joined = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.concat(parts));

const limits: readonly unknown[] = [
  ...([0, -0, -1, 1, 0.5, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 1e308, 5e-324, true, false, null] as const),
  ...["", " ", "0", [], {}, [[]], [null], { id: {} }, { toString: 1 }],
];

/** A member of a JSON value: what holds it, and under which key. */
type Member = { readonly holder: object; readonly key: string };

/** A copy of a JSON value with `changes` members changed: dropped, doubled, retyped, renamed, nested, grown, swapped. */
export function mutateJson(random: Random, value: unknown, changes: number): unknown {
  const whole: { value: unknown } = { value: structuredClone(value) };
  for (let i = 0; i < changes; i++) {
    const members = membersIn(whole);
    change(random, oneOf(random, [{ holder: whole, key: "value" }, ...members]), members);
  }
  return whole.value;
}

function change(random: Random, { holder, key }: Member, members: readonly Member[]): void {
  const kind = below(random, 10);
  const value: unknown = Reflect.get(holder, key);
  if (kind === 0) Reflect.deleteProperty(holder, key);
  else if (kind === 1 && !Array.isArray(holder))
    own(holder, oneOf(random, ["__proto__", "constructor", "toString", ...nasty]), value);
  else Reflect.set(holder, key, another(random, kind, value, members));
}

function another(random: Random, kind: number, value: unknown, members: readonly Member[]): unknown {
  switch (kind) {
    case 2:
      if (Array.isArray(value)) return Array.from({ length: 200 }, () => value).flat();
      return typeof value === "string" ? Number(value) : JSON.stringify(value);
    case 3:
      return nested(random, value);
    case 4: {
      const other = members[below(random, members.length)];
      return other ? structuredClone(Reflect.get(other.holder, other.key)) : null;
    }
    case 5:
      return typeof value === "string" ? long(random) : oneOf(random, nasty);
    default:
      return typeof value === "string" ? mutateText(random, value) : structuredClone(oneOf(random, limits));
  }
}

/** As JSON.parse makes it: `__proto__` becomes a key like any other. */
function own(holder: object, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

function nested(random: Random, value: unknown): unknown {
  let inner = value;
  const list = maybe(random, 0.5);
  for (let depth = maybe(random, 0.1) ? 600 : 3; depth > 0; depth--) inner = list ? [inner] : { value: inner };
  return inner;
}

const most = 400;

function membersIn(root: object): Member[] {
  const members: Member[] = [];
  const open: object[] = [root];
  for (let holder = open.pop(); holder && members.length < most; holder = open.pop())
    for (const [key, value] of Object.entries(holder)) {
      if (holder !== root) members.push({ holder, key });
      if (typeof value === "object" && value !== null) open.push(value);
    }
  return members;
}

import { constructFromEvents, EVENT_ID, type Event, getScalarValue, parseEvents, YAMLException } from "js-yaml";

/** A value read from YAML, and where its parts stand. */
type ReadYaml = {
  readonly value: unknown;
  /** The line, from 1, of the part at a path, or of the nearest part around it that is there. */
  lineOf(path: readonly PropertyKey[]): number;
};

/** What keeps a text from being read. */
type YamlFault = { readonly line: number; readonly text: string };

/**
 * Reads one YAML 1.2 document; one that is empty gives undefined. Aliases are refused, so that a small file cannot grow
 * into a large value.
 */
export function readYaml(source: string): ReadYaml | YamlFault {
  const lineAt = linesIn(source);
  try {
    const events = parseEvents(source, {});
    const alias = events.find((event) => event.type === EVENT_ID.ALIAS);
    if (alias)
      return { line: lineAt(alias.anchorStart), text: "YAML alias, expected plain values (aliases are refused)" };
    const documents = constructFromEvents(events, { source, maxAliases: 0 });
    if (documents.length > 1)
      return { line: lineAt(source.indexOf("\n---") + 1), text: "not valid YAML: several documents, expected one" };
    let root: Spot | undefined;
    return {
      value: documents[0],
      lineOf: (path) => {
        root ??= placesIn(source, events);
        let place = root;
        for (const key of path) {
          const inner = place.parts.get(String(key));
          if (!inner) break;
          place = inner;
        }
        return lineAt(place.at);
      },
    };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return {
      line: (error.mark?.line ?? 0) + 1,
      text: `not valid YAML: ${error.reason}${hints.get(error.reason) ?? ""}`,
    };
  }
}

const hints = new Map([
  [
    "deficient indentation",
    "; what goes on over several lines stands further in than its key, the closing bracket too",
  ],
]);

/** A value's offset, or its key's, and the places of what it holds, by key or number. */
type Spot = { readonly at: number; readonly parts: ReadonlyMap<string, Spot> };

function placesIn(source: string, events: readonly Event[]): Spot {
  let next = 1;
  const place = (around: number): Spot => {
    const event = events[next++];
    const parts = new Map<string, Spot>();
    if (event?.type === EVENT_ID.SCALAR) return { at: startOr(event.valueStart, around), parts };
    if (event?.type !== EVENT_ID.MAPPING && event?.type !== EVENT_ID.SEQUENCE) return { at: around, parts };
    const at = startOr(event.start, around);
    while (events[next] && events[next]?.type !== EVENT_ID.POP) {
      const key = events[next];
      if (event.type === EVENT_ID.SEQUENCE) parts.set(String(parts.size), place(at));
      else {
        const { at: keyAt } = place(at);
        const held = place(keyAt);
        if (key?.type === EVENT_ID.SCALAR) parts.set(getScalarValue(source, key), { ...held, at: keyAt });
      }
    }
    next++;
    return { at, parts };
  };
  return place(0);
}

const startOr = (start: number, otherwise: number): number => (start < 0 ? otherwise : start);

/** The line of an offset, from 1. */
function linesIn(source: string): (offset: number) => number {
  let starts: readonly number[] | undefined;
  return (offset) => {
    starts ??= [0, ...[...source.matchAll(/\n/g)].map(({ index }) => index + 1)];
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

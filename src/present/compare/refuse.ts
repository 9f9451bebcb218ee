import type { Entry, Kind } from "#content/entry.ts";
import type { Library } from "#content/library.ts";
import { clip } from "#core/clip.ts";
import { formatWord } from "#core/line.ts";
import { Refusal } from "#core/refusal.ts";
import { type Alignment, alignEntries } from "../align.ts";
import { rowsNamed, sectionRow } from "../aspect.ts";

/** What is to be compared, as typed. */
export type Wanted = { readonly words: readonly string[]; readonly aspect: string };

/** Whether a comparison gives an answer: what is offered is tried before. */
export type Works = (wanted: Wanted) => boolean;

const lineOf = ({ words, aspect }: Wanted): string =>
  ["compare", ...words, aspect && `aspect:${formatWord(aspect)}`].filter(Boolean).join(" ");

const mostOffered = 3;

function refusal(says: string, offers: readonly Wanted[], works: Works): Refusal {
  const lines: string[] = [];
  for (const offer of offers) if (lines.length < mostOffered && works(offer)) lines.push(lineOf(offer));
  if (lines.length === 0) lines.push("compare hugging-face openai");
  return new Refusal(says, {
    examples: lines.slice(0, 1),
    buttons: lines.map((line) => ({ label: clip(line.replace(/^compare /, ""), 75), line })),
  });
}

/** Nothing, or only one thing to compare is known; what was typed beside it may be the aspect. */
export function tooFew(one: Entry | undefined, typed: string, library: Library, works: Works): Refusal {
  if (!one)
    return refusal(
      `${typed ? `I know nothing called “${clip(typed, 60)}”. ` : ""}Name two to four companies or roles to compare.`,
      [],
      works,
    );
  const others = besides(one, typed, library);
  const pair = [one, ...others.slice(0, 1)];
  const isAspect = typed !== "" && [...sectionRow(typed, pair), ...rowsNamed(typed, alignEntries(pair))].length > 0;
  const says =
    typed && !isAspect
      ? `I know ${one.title}, but nothing called “${clip(typed, 60)}” to compare it with.`
      : `Compare ${one.title} with what? Name a second one.`;
  return refusal(
    says,
    others.map(({ id }) => ({ words: [one.id, id], aspect: isAspect ? typed : "" })),
    works,
  );
}

/** Others of its kind: those that sound as typed, else those it is related to before the rest. */
function besides(one: Entry, typed: string, library: Library): readonly Entry[] {
  const found = typed ? library.find(typed, [one.kind]) : undefined;
  const near = found && !found.match ? found.nearest : [];
  const related = one.related.flatMap((id) => library.entry(id) ?? []).filter(({ kind }) => kind === one.kind);
  return [...new Set(near.length > 0 ? near : [...related, ...library.ofKind(one.kind)])].filter(
    (entry) => entry !== one,
  );
}

const kindNames: Partial<Record<Kind, string>> = { "case-study": "company", role: "role", playbook: "playbook" };

/** A company beside a role: they have no row in common. */
export function mixedKinds(entries: readonly Entry[], library: Library, works: Works): Refusal {
  const kinds = [...Map.groupBy(entries, ({ kind }) => kind)];
  const named = kinds.map(([kind, [first]]) => `${first?.title} is a ${kindNames[kind] ?? kind}`);
  const offers = kinds.flatMap(([, some]) => {
    const [first, second] = some;
    const beside = first && (second ?? besides(first, "", library)[0]);
    return first && beside ? [{ words: [first.id, beside.id], aspect: "" }] : [];
  });
  return refusal(
    `${named.join(", and ")}: there is little to hold against each other. Name two of a kind.`,
    offers,
    works,
  );
}

/** An aspect that no row is named after and no side speaks of. */
export function noAspect(asked: string, words: readonly string[], { rows }: Alignment, works: Works): Refusal {
  const aspects = rows.map(({ aspect }) => aspect.toLowerCase());
  return refusal(
    `“${clip(asked, 60)}” is no aspect both sides have. There are: ${aspects.join(", ")}.`,
    [...aspects, ""].map((aspect) => ({ words, aspect })),
    works,
  );
}

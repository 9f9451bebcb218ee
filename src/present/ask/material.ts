import type { Entry, Passage } from "#content/entry.ts";
import type { Library } from "#content/library.ts";
import { clip } from "#core/clip.ts";
import { fold } from "#core/nearest.ts";
import type { Button } from "#core/reply.ts";
import { openLine } from "../open-line.ts";

/** Shorter names are words of another kind: "AI", "as". */
const shortest = 3;

/** The kinds of entries that say what belongs in a text or a plan. */
const kinds: ReadonlySet<Entry["kind"]> = new Set(["checklist", "playbook", "role", "idea"]);

/** To whom a text goes is not what belongs in it: "an email to a partner". */
const addressee = /(?<=\b(?:e-?mail|mail|letter|note|message|text) )to (?:an?|the|my|our) \p{L}+(?: \p{L}+)?$/u;

type Named = { readonly name: string; readonly button: Button };

/** Buttons for the terms, checklists and other entries that a text names, the longest names first, at most three. */
export function materialNamed(text: string, library: Library): Button[] {
  const line = ` ${fold(text).replace(addressee, "")} `;
  const found: Named[] = [...entriesIn(library), ...termsIn(library)]
    .filter(({ name }) => name.length >= shortest && (line.includes(` ${name} `) || line.includes(` ${name}s `)))
    .sort((a, b) => b.name.length - a.name.length);
  // "Plan" says nothing more where "mutual action plan" is named.
  const whole = found.filter(
    ({ name, button }, i) =>
      !found
        .slice(0, i)
        .some((other) => ` ${other.name} `.includes(` ${name} `) || other.button.label === button.label),
  );
  return whole.slice(0, 3).map(({ button }) => button);
}

/** The term of the glossary that has a name; nothing where none has it to the letter. */
export function termNamed(typed: string, library: Library): string | undefined {
  const wanted = fold(typed);
  const found = termsIn(library).find(({ name }) => name === wanted)?.button;
  return found && "line" in found ? found.line : undefined;
}

const termsIn = (library: Library): readonly Named[] =>
  library.ofKind("glossary").flatMap((entry) =>
    entry.sections
      .flatMap(({ passages }) => passages)
      .flatMap((passage: Passage) =>
        [passage.title, ...passage.aliases].map((name) => ({
          name: fold(name),
          button: { label: clip(passage.title, 75), line: openLine(entry, passage) },
        })),
      ),
  );

const entriesIn = (library: Library): readonly Named[] =>
  library.entries
    .filter(({ kind }) => kinds.has(kind))
    .flatMap((entry) =>
      [entry.title, ...entry.aliases].map((name) => ({
        name: fold(name),
        button: { label: clip(entry.title, 75), line: openLine(entry) },
      })),
    );

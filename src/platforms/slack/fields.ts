import type { types } from "@slack/bolt";
import { codePoints } from "#core/clip.ts";
import type { Part, Statement } from "#core/reply.ts";
import { limits } from "./limits.ts";
import { leaves, lines, richText, statementLeaves } from "./rich-text.ts";
import { cleanLetters, escapeMrkdwn, isMrkdwnSafe, label, labels, noteOf } from "./text.ts";

type Fields = Extract<Part, { kind: "fields" }>["fields"];
type Numbers = ReadonlyMap<string, number>;

/** Longest value that reads well in half a message's width. */
const columnWidth = 90;

/** Labels with values: two columns while all are short, else one line each. */
export function fieldBlocks(fields: Fields, numbers: Numbers): types.KnownBlock[] {
  const short = fields.map((field) => columnText(field.label, field.value, numbers));
  if (short.every((text) => text !== undefined)) return columns(short);
  const named = fields.map(({ label: name, value }) => [
    ...leaves([{ kind: "strong", text: label(name, labels.field) }, "  "]),
    ...statementLeaves(value, numbers),
  ]);
  return [richText(lines(named))];
}

/** A field in mrkdwn, when nothing in it could be taken for markup. */
function columnText(name: string, value: Statement, numbers: Numbers): string | undefined {
  if (value.text.some((piece) => typeof piece !== "string")) return undefined;
  const letters = cleanLetters(value.text.join("")).trim();
  const note = noteOf(value, numbers);
  const all = `${label(name, labels.field)}\n${letters}\n${note}`;
  if (letters === "" || codePoints(letters) > columnWidth || codePoints(all) > limits.sectionField / 5)
    return undefined;
  if (!isMrkdwnSafe(all)) return undefined;
  return [`*${escapeMrkdwn(label(name, labels.field))}*`, escapeMrkdwn(letters), note ? `_${escapeMrkdwn(note)}_` : ""]
    .filter(Boolean)
    .join("\n");
}

function columns(texts: readonly string[]): types.SectionBlock[] {
  const blocks: types.SectionBlock[] = [];
  for (let i = 0; i < texts.length; i += limits.sectionFields) {
    const some = texts.slice(i, i + limits.sectionFields);
    blocks.push({ type: "section", fields: some.map((text) => ({ type: "mrkdwn", text, verbatim: true })) });
  }
  return blocks;
}

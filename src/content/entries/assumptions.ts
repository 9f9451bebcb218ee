import { amountInWords } from "../amount-in-words.ts";
import type { Entry } from "../entry.ts";
import type { ParsedFile } from "../parse-file.ts";
import type { AssumptionsFile, SalariesFile } from "../schema/assumptions.ts";
import { sectionBuilder } from "../section-builder.ts";
import { entryOf, wordsOf } from "./common.ts";

/** Pay as an entry: a section for each role, a passage for each row of it, with its amounts in words. */
export function salariesEntry(id: string, parsed: ParsedFile<SalariesFile>): Entry {
  const build = sectionBuilder("salaries", id, parsed);
  const byRole = Map.groupBy(parsed.data.rows.entries(), ([, row]) => row.role);
  return entryOf(
    "salaries",
    id,
    parsed,
    [...byRole].map(([role, items]) =>
      build(
        { id: role, title: wordsOf(role), form: "list", ages: true },
        items.map(([i, row]) => ({
          id: row.id,
          title: `${wordsOf(row.role)} pay, ${row.city}${row.level ? ` (${row.level})` : ""}`,
          text: payInWords(row),
          fact: row,
          path: ["rows", i],
        })),
      ),
    ),
  );
}

/** A salary row in one line: "base 180,000–200,000 USD, on-target earnings 300,000–400,000 USD a year; …". */
function payInWords(row: SalariesFile["rows"][number]): string {
  const money = (label: string, amount: { low: number; high: number } | undefined) =>
    amount
      ? `${label} ${amount.low.toLocaleString("en-US")}${amount.high === amount.low ? "" : `–${amount.high.toLocaleString("en-US")}`} ${row.currency}`
      : undefined;
  const parts = [
    money("base salary", row.base),
    money("variable", row.variable),
    money("on-target earnings", row.ote),
  ].filter(Boolean);
  const rest = [
    row.equity && `equity ${row.equity}`,
    row.note,
    row.derived && `derived: ${row.derived}`,
    row.sample && `sample: ${row.sample}`,
  ].filter(Boolean);
  return [parts.length > 0 ? `${parts.join(", ")} a year` : "", ...rest].filter(Boolean).join("; ");
}

/** What a calculator assumes as an entry: a section for each group, a passage for each row, with its amount in words. */
export function assumptionsEntry(id: string, parsed: ParsedFile<AssumptionsFile>): Entry {
  const build = sectionBuilder("assumptions", id, parsed);
  const groups = Map.groupBy(parsed.data.rows.entries(), ([, row]) => row.group);
  return entryOf(
    "assumptions",
    id,
    parsed,
    [...groups].map(([group, items]) =>
      build(
        { id: group, title: wordsOf(group), form: "fields", ages: true },
        items.map(([i, row]) => ({
          id: row.id,
          title: row.name,
          text: `${amountInWords(row)}. ${row.text}`,
          aliases: row.aliases,
          fact: row,
          path: ["rows", i],
        })),
      ),
    ),
  );
}

import type { types } from "@slack/bolt";
import { limits } from "./limits.ts";

/** Whether Slack takes these blocks as one message: their number, their weight, their one table. */
export function fitsMessage(blocks: readonly types.KnownBlock[]): boolean {
  const tables = blocks.filter((block) => block.type === "table");
  return (
    blocks.length + limits.mentionBlocks <= limits.blocksInMessage &&
    weigh(blocks) <= limits.messageWeight &&
    tables.length <= limits.tablesInMessage &&
    tables.every((table) => table.rows.length <= limits.tableRows && tableCharacters(table) <= limits.tableCharacters)
  );
}

/** What a message counts towards Slack's undocumented limit: the letters shown, and something for every block and element. */
export function weigh(blocks: readonly object[]): number {
  return blocks.reduce((sum, block) => sum + limits.blockWeight + inside(block), 0);
}

const shown = new Set(["text", "url", "alt_text", "image_url"]);

function inside(value: object): number {
  let sum = "type" in value ? limits.elementWeight : 0;
  for (const [key, child] of Object.entries(value)) {
    if (typeof child === "object" && child !== null) sum += inside(child);
    else if (typeof child === "string" && shown.has(key)) sum += escapedLength(child);
  }
  return sum;
}

/** Length with `&`, `<` and `>` as entities, which is how Slack keeps text. */
function escapedLength(value: string): number {
  if (!/[&<>]/.test(value)) return value.length;
  let length = value.length;
  for (const letter of value) length += letter === "&" ? 4 : letter === "<" || letter === ">" ? 3 : 0;
  return length;
}

function tableCharacters(table: types.TableBlock): number {
  let sum = 0;
  JSON.stringify(table.rows, (key, value: unknown) => {
    if (key === "text" && typeof value === "string") sum += value.length;
    return value;
  });
  return sum;
}

import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { z } from "zod";
import type { SlackMessage } from "#platforms/slack/render.ts";

const schema: object = JSON.parse(readFileSync("test/fixtures/slack/blocks.schema.json", "utf8"));
const ajv = new Ajv({ strict: false, allErrors: false });
ajv.addSchema(schema, "blocks");

const check = (definition: string) => ajv.compile({ $ref: `blocks#/definitions/${definition}` });
const blocksFit = check("MessageBlocks");
const homeFits = check("HomeView");
const modalFits = check("ModalView");

/** Blocks that every Slack client shows; newer ones some do not. */
const everywhere = new Set([
  "header",
  "section",
  "context",
  "divider",
  "image",
  "actions",
  "table",
  "rich_text",
  "input",
]);

/** What Slack would find wrong with a message, read from its documents and not from our limits. */
export function faultsOf({ text, blocks }: SlackMessage): string[] {
  const faults: string[] = [];
  if (!blocksFit(blocks)) faults.push(`schema: ${ajv.errorsText(blocksFit.errors?.slice(0, 2))}`);
  if (text.trim() === "" || [...text].length > 4000) faults.push(`text of ${[...text].length} characters`);
  if (/<(?!$)/.test(text)) faults.push(`text holds markup: ${text.slice(0, 80)}`);
  const tables = blocks.filter((block) => block.type === "table");
  if (tables.length > 1) faults.push("more than one table");
  return [...faults, ...unknownBlocks(blocks), ...nestedFaults(blocks)];
}

function unknownBlocks(blocks: readonly unknown[]): string[] {
  const types = z.array(z.object({ type: z.string() })).parse(blocks);
  return types.filter(({ type }) => !everywhere.has(type)).map(({ type }) => `a ${type} block`);
}

/** The message among the arguments of a call. */
export function messageOf(args: Record<string, unknown>): SlackMessage {
  if (typeof args.text !== "string" || !isBlocks(args.blocks)) throw new Error("the call holds no message");
  return { text: args.text, blocks: args.blocks };
}

function isBlocks(value: unknown): value is SlackMessage["blocks"] {
  return Array.isArray(value);
}

const viewSchema = z.object({ type: z.enum(["home", "modal"]), blocks: z.array(z.unknown()) });

/** What Slack would find wrong with a view. */
export function viewFaultsOf(given: unknown): string[] {
  const view = viewSchema.parse(given);
  const fits = view.type === "home" ? homeFits : modalFits;
  const faults = fits(given) ? [] : [`schema: ${ajv.errorsText(fits.errors?.slice(0, 2))}`];
  if (JSON.stringify(view.blocks).includes('"type":"table"')) faults.push("a table outside a message");
  return [...faults, ...unknownBlocks(view.blocks), ...nestedFaults(view.blocks)];
}

type Found = { letters: number; tableLetters: number; ids: string[]; faults: string[] };

function nestedFaults(blocks: readonly unknown[]): string[] {
  const found: Found = { letters: 0, tableLetters: 0, ids: [], faults: [] };
  walk(blocks, found, false);
  const { faults, ids, letters, tableLetters } = found;
  if (letters > 12_000) faults.push(`${letters} characters in all`);
  if (tableLetters > 10_000) faults.push(`${tableLetters} characters in a table`);
  if (new Set(ids).size < ids.length) faults.push("an action_id twice");
  return faults;
}

const mentions = new Set(["user", "usergroup", "channel", "broadcast", "team", "emoji", "date"]);

function walk(value: unknown, found: Found, inTable: boolean): void {
  if (Array.isArray(value)) for (const item of value) walk(item, found, inTable);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return;
  const type = "type" in value ? value.type : undefined;
  if (typeof type === "string" && mentions.has(type)) found.faults.push(`an element of type ${type}`);
  for (const [key, child] of Object.entries(value)) {
    if (typeof child !== "string") walk(child, found, inTable || type === "table");
    else if (key === "action_id") found.ids.push(child);
    else if (key === "text" || key === "alt_text") letters(child, type, value, found, inTable || type === "table");
    else if (key === "url" && !/^https?:\/\//.test(child)) found.faults.push(`an address ${child}`);
  }
}

function letters(text: string, type: unknown, holder: object, found: Found, inTable: boolean): void {
  found.letters += text.length;
  if (inTable) found.tableLetters += text.length;
  if (text === "") found.faults.push(`empty ${type}`);
  if (!text.isWellFormed() || /[\u202a-\u202e\u2066-\u2069]|[^\P{Cc}\n]/u.test(text))
    found.faults.push(`control characters in ${JSON.stringify(text.slice(0, 40))}`);
  if (type !== "mrkdwn") return;
  if (!("verbatim" in holder) || holder.verbatim !== true) found.faults.push("mrkdwn that is not verbatim");
  const withoutLinks = text.replace(/<https?:\/\/[^<>|\s]+\|[^<>|]*>/g, "");
  if (/[<>]/.test(withoutLinks)) found.faults.push(`markup in mrkdwn: ${withoutLinks.slice(0, 80)}`);
}

/** All letters a message shows, in order. */
export function lettersOf(blocks: readonly unknown[]): string {
  const shown: string[] = [];
  JSON.stringify(blocks, (key, value: unknown) => {
    if (key === "text" && typeof value === "string") shown.push(value);
    return value;
  });
  return shown.join("");
}

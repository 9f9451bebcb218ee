import { z } from "zod";
import { codePoints } from "#core/clip.ts";
import type { Meter } from "#core/rehearsal.ts";
import { limits } from "../limits.ts";
import { weigh } from "../measure.ts";

const payloadSchema = z.looseObject({
  type: z.string().optional(),
  text: z.string().optional(),
  blocks: z.array(z.looseObject({})),
});

/** How near a message or view comes to each of Slack's limits that it has to do with. */
export function slackMeters(payload: unknown): Meter[] {
  const parsed = payloadSchema.safeParse(payload);
  if (!parsed.success) return [];
  const { type, text, blocks } = parsed.data;
  const isView = type === "modal" || type === "home";
  const found = collect(blocks);
  const most = (key: string) => Math.max(0, ...(found.get(key) ?? []));
  const meters: Meter[] = [
    { name: "Blocks", used: blocks.length, limit: isView ? limits.blocksInView : limits.blocksInMessage },
    ...(isView ? [] : [{ name: "Weight of the message", used: weigh(blocks), limit: limits.messageWeight }]),
    { name: "Fallback text", used: codePoints(text ?? ""), limit: limits.fallbackText },
    { name: "Longest text object", used: most("text"), limit: limits.textObject },
    { name: "Longest button label", used: most("button"), limit: limits.buttonText },
    { name: "Longest button value", used: most("value"), limit: limits.buttonValue },
    { name: "Buttons in a row", used: most("elements"), limit: limits.actionsElements },
    { name: "Options in a menu", used: most("options"), limit: limits.selectOptions },
    { name: "Fields in a section", used: most("fields"), limit: limits.sectionFields },
    { name: "Rows in a table", used: most("rows"), limit: limits.tableRows },
    { name: "Private metadata", used: most("private_metadata"), limit: limits.privateMetadata },
  ];
  return meters.filter(({ used }, i) => used > 0 || i === 0);
}

/** Lengths found in a payload, by what they are lengths of. */
function collect(payload: unknown): Map<string, number[]> {
  const found = new Map<string, number[]>();
  const note = (key: string, size: number) => found.set(key, [...(found.get(key) ?? []), size]);
  JSON.stringify(payload, function (this: unknown, key, value: unknown) {
    const kind = typeof this === "object" && this !== null && "type" in this ? this.type : undefined;
    if (key === "text" && typeof value === "string" && (kind === "plain_text" || kind === "mrkdwn"))
      note("text", codePoints(value));
    if (key === "text" && kind === "button" && typeof value === "object" && value !== null && "text" in value)
      note("button", codePoints(String(value.text)));
    if (key === "value" && kind === "button") note("value", String(value).length);
    if (key === "private_metadata") note(key, String(value).length);
    if (Array.isArray(value) && ["options", "fields", "rows"].includes(key)) note(key, value.length);
    if (Array.isArray(value) && key === "elements" && kind === "actions") note(key, value.length);
    return value;
  });
  return found;
}

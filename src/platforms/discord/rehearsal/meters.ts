import { z } from "zod";
import type { Meter } from "#core/rehearsal.ts";
import { limits } from "../limits.ts";

const modalSchema = z.object({ custom_id: z.string(), title: z.string(), components: z.array(z.unknown()) });
const messageSchema = z.looseObject({ components: z.array(z.unknown()) });

/** How near a message or modal comes to each of Discord's limits that it has to do with. */
export function discordMeters(payload: unknown): Meter[] {
  const { components, text, most } = measure(payload);
  const modal = modalSchema.safeParse(payload).data;
  if (modal)
    return [
      { name: "Fields", used: modal.components.length, limit: limits.modalFields },
      { name: "Title", used: modal.title.length, limit: limits.modalTitle },
      { name: "Longest custom_id", used: most("custom_id"), limit: limits.customId },
      { name: "Options in a menu", used: most("options"), limit: limits.selectOptions },
    ].filter(({ used }) => used > 0);
  if (!messageSchema.safeParse(payload).success) return [];
  const meters: Meter[] = [
    { name: "Components, nested ones counted", used: components, limit: limits.components },
    { name: "Text in all", used: text, limit: limits.text },
    { name: "Longest custom_id", used: most("custom_id"), limit: limits.customId },
    { name: "Longest button label", used: most("button"), limit: limits.buttonLabel },
    { name: "Longest address", used: most("url"), limit: limits.buttonUrl },
    { name: "Buttons in a row", used: most("row"), limit: limits.buttonsPerRow },
    { name: "Options in a menu", used: most("options"), limit: limits.selectOptions },
    { name: "Longest option label", used: most("option"), limit: limits.selectLabel },
  ];
  return meters.filter(({ used }, i) => used > 0 || i < 2);
}

/** Counts what a payload holds, without the renderer's own types: a payload may be somebody's paste. */
function measure(payload: unknown): { components: number; text: number; most: (key: string) => number } {
  const found = new Map<string, number>();
  const note = (key: string, size: number) => found.set(key, Math.max(size, found.get(key) ?? 0));
  let components = 0;
  let text = 0;
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return void value.map(visit);
    if (typeof value !== "object" || value === null) return;
    const part = new Map(Object.entries(value));
    const type = part.get("type");
    if (typeof type === "number") components++;
    if (type === 10) text += String(part.get("content") ?? "").length;
    const inner = part.get("components");
    if (type === 1 && Array.isArray(inner)) note("row", inner.length);
    for (const key of ["custom_id", "url"]) if (part.has(key)) note(key, String(part.get(key)).length);
    const label = String(part.get("label") ?? "");
    if (label) note(type === 2 ? "button" : "option", label.length);
    const options = part.get("options");
    if (Array.isArray(options)) note("options", options.length);
    for (const child of part.values()) visit(child);
  };
  visit(payload);
  return { components, text, most: (key) => found.get(key) ?? 0 };
}

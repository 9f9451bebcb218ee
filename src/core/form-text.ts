import { type Form, formSchema } from "./reply.ts";

/** A form as text: its button carries the whole form, so that opening it runs nothing a second time. */
export function formText({ label, title, line, fields }: Form): string {
  return JSON.stringify({ kind: "form", label, title, line, fields });
}

/** The form that a text stands for; nothing when it is none. */
export function readForm(text: string): Form | undefined {
  try {
    return formSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

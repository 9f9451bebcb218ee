import type { Document } from "#core/reply.ts";
import { insideBlock, letters } from "./escape.ts";
import type { File } from "./files.ts";
import { limits } from "./limits.ts";

/** A document's lines as a code block; nothing where all are blank, which Discord would show as six backticks. */
export function renderDocument({ text }: Document): string {
  const lines = insideBlock(text).replace(/\n$/, "");
  return lines.trim() ? `\`\`\`\n${lines}\n\`\`\`` : "";
}

/** Documents as files to keep, those that Discord takes. */
export function documentFiles(documents: readonly Document[]): File[] {
  return documents
    .map(({ name, text }) => ({
      name,
      data: new TextEncoder().encode(letters(text)),
      contentType: "text/plain; charset=utf-8",
    }))
    .filter(({ data }) => data.length <= limits.file);
}

import type { Attachment } from "./components.ts";

/** A file that goes along with a message; `description` is for who does not see it. */
export type File = {
  readonly name: string;
  readonly data: Uint8Array;
  readonly contentType: string;
  readonly description?: string;
};

/** The address by which a message's components name a file that goes along. */
export function addressOf(name: string): string {
  return `attachment://${name}`;
}

/** How a message lists the files that go along, in their order. */
export function attachmentsOf(files: readonly File[]): Attachment[] {
  return files.map(({ name, description }, i) => ({
    id: String(i),
    filename: name,
    ...(description ? { description } : {}),
  }));
}

import type { Button, Text } from "./reply.ts";

export type RefusalDetails = {
  /** Command lines that work, shown as code. */
  readonly examples?: readonly string[];
  /** What was understood before it went wrong. */
  readonly understood?: string;
  /** Ways on: nearest matches as buttons. */
  readonly buttons?: readonly Button[];
  /** The command's typed result for a refusal. */
  readonly data?: unknown;
};

/** Cannot go on because of what was asked. Its text is for the asker; every other error is a bug. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly says: Text;
  readonly details: RefusalDetails;

  constructor(says: Text | string, details: RefusalDetails = {}) {
    const spoken = typeof says === "string" ? [says] : says;
    super(spoken.map((piece) => (typeof piece === "string" ? piece : piece.text)).join(""));
    this.says = spoken;
    this.details = details;
  }
}

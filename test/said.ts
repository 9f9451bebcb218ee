import { plain, type Reply } from "#core/reply.ts";

/** The sentences of a reply, one a line. */
export const words = ({ parts }: Reply): string =>
  parts.flatMap((part) => (part.kind === "text" ? [plain(part.text)] : [])).join("\n");

/** The command lines of a reply's buttons, in their order. */
export const linesOf = ({ parts }: Reply): string[] =>
  parts
    .flatMap((part) => (part.kind === "buttons" ? part.buttons : []))
    .flatMap((button) => ("line" in button ? [button.line] : []));

import type { Reply } from "#core/reply.ts";
import { renderText } from "#platforms/terminal/render.ts";
import { styleFor } from "#platforms/terminal/style.ts";

/** Forms a reply can be printed in. */
export const forms = ["text", "json", "slack", "discord"] as const;
export type Form = (typeof forms)[number];

/** What stands between one reply and the next in a text. */
const separator = "─".repeat(40);

/** The neutral reply as others rely on it. */
function renderJson({ command, ok, title, parts, sources, data, line }: Reply) {
  return { command, ok, title, parts, sources, data, line };
}

/**
 * Writes replies to a stream, one after the other: text, or one line of JSON exactly as the platform would get it. A
 * platform's library is loaded only where its form is asked for. Once nobody reads the stream the process ends.
 */
export async function writer(
  form: Form,
  output: NodeJS.WriteStream,
  environment: NodeJS.ProcessEnv,
): Promise<(reply: Reply) => void> {
  const print = await printer(form, output, environment);
  output.on("error", endWithReader);
  return (reply) => output.write(`${print(reply)}\n`);
}

/** When nobody reads on, as behind `| head`, the process ends without a word. */
function endWithReader(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
  process.exit();
}

async function printer(
  form: Form,
  output: NodeJS.WriteStream,
  environment: NodeJS.ProcessEnv,
): Promise<(reply: Reply) => string> {
  switch (form) {
    case "text": {
      const style = styleFor(output, environment);
      let isFirst = true;
      return (reply) => {
        const between = isFirst ? "" : `\n${style.faint(separator)}\n\n`;
        isFirst = false;
        return between + renderText(reply, style);
      };
    }
    case "json":
      return (reply) => JSON.stringify(renderJson(reply));
    case "slack": {
      const { renderSlack } = await import("#platforms/slack/render.ts");
      return (reply) => JSON.stringify(renderSlack(reply));
    }
    case "discord": {
      const { renderDiscord } = await import("#platforms/discord/render.ts");
      return (reply) => JSON.stringify(renderDiscord(reply));
    }
  }
}

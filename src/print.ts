import type { Reply } from "#core/reply.ts";
import { renderDiscord } from "#platforms/discord/render.ts";
import { renderSlack } from "#platforms/slack/render.ts";
import { renderText } from "#platforms/terminal/render.ts";
import { styleFor } from "#platforms/terminal/style.ts";

/** Forms a reply can be printed in. */
export const forms = ["text", "json", "slack", "discord"] as const;
export type Form = (typeof forms)[number];

/** The neutral reply as others rely on it. */
export function renderJson({ command, ok, title, parts, sources, data, line }: Reply) {
  return { command, ok, title, parts, sources, data, line };
}

/** One reply in a form: text, or one line of JSON exactly as the platform would get it. */
export function print(reply: Reply, form: Form, style: ReturnType<typeof styleFor>): string {
  switch (form) {
    case "text":
      return renderText(reply, style);
    case "json":
      return JSON.stringify(renderJson(reply));
    case "slack":
      return JSON.stringify(renderSlack(reply));
    case "discord":
      return JSON.stringify(renderDiscord(reply));
  }
}

/** Writes replies to a stream, one after the other; JSON forms take one line each. */
export function writer(form: Form, output: NodeJS.WriteStream, environment: NodeJS.ProcessEnv): (reply: Reply) => void {
  const style = styleFor(output, environment);
  return (reply) => output.write(`${print(reply, form, style)}\n`);
}

import type { Context } from "#core/command.ts";
import { createDispatch } from "#core/dispatch.ts";
import type { Desk } from "../compose-post.ts";

/** The desk of a command, which runs other lines as its asker. */
export async function deskOf(context: Context): Promise<Desk> {
  const { library, search, commands } = context;
  const inner = createDispatch({ commands, context: (origin) => ({ ...context, origin }) });
  return {
    library,
    search,
    store: await context.store(),
    run: (line, origin) => inner.run(inner.read(line, origin)),
  };
}

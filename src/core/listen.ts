import { once } from "node:events";
import type { Server } from "node:http";
import { errorCode } from "./errors.ts";

type Where = { readonly host: string; readonly port: number };

/** Resolves once a server listens; rejects with a sentence that names the settings to change. */
export async function listen(server: Server, { host, port }: Where, settings = "PORT or HOST"): Promise<void> {
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (error) {
    throw new Error(
      `Nothing can listen on ${host}:${port} (${errorCode(error) ?? "failed"}): set another ${settings}.`,
    );
  }
}

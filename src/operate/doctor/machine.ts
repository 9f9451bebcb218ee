import { randomBytes } from "node:crypto";
import { existsSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import { errorCode } from "#core/errors.ts";
import type { Finding } from "#core/finding.ts";

/** Bytes of free disk below which it is worth telling. */
const littleSpace = 200 * 1024 * 1024;

/** Whether a folder can be written to, and how much room is left; of one that is not there yet, whether it can be made. */
export function checkDisk(directory: string): Finding {
  const check = "disk";
  const there = nearestThere(resolve(directory));
  try {
    const probe = join(there, `.doctor-${randomBytes(4).toString("hex")}`);
    writeFileSync(probe, "casebook", { flag: "wx" });
    rmSync(probe);
  } catch (error) {
    const says = `${directory} cannot be written to (${errorCode(error) ?? "failed"})`;
    return { check, state: "problem", says, todo: "give the bot's user write access to it, or set DATA_DIR" };
  }
  const { bavail, bsize } = statfsSync(there);
  const says = `${directory} can be written to, ${Math.round((bavail * bsize) / 1024 ** 2)} MiB free`;
  if (bavail * bsize >= littleSpace) return { check, state: "ok", says };
  return { check, state: "problem", says, todo: "make room: nothing is kept on a full disk" };
}

const nearestThere = (path: string): string => (existsSync(path) ? path : nearestThere(dirname(path)));

type Port = { readonly name: string; readonly host: string; readonly port: number };

/** Whether a port is free to listen on; `running`: the bot is known to run here and may hold it. */
export async function checkPort({ name, host, port }: Port, running: boolean): Promise<Finding> {
  const server = createServer();
  const check = `port ${name}`;
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, host, resolve);
    });
    return { check, state: "ok", says: `${host}:${port} is free` };
  } catch (error) {
    const code = errorCode(error) ?? "failed";
    if (running && code === "EADDRINUSE")
      return { check, state: "note", says: `${host}:${port} is taken, as it should be while the bot runs` };
    const todo =
      code === "EADDRINUSE" ? `stop what listens there, or set another ${name}` : `set another ${name} or host`;
    return { check, state: "problem", says: `nothing can listen on ${host}:${port} (${code})`, todo };
  } finally {
    server.close();
  }
}

/** Whether a bot answers on its health port. */
export async function isRunning(host: string, port: number): Promise<boolean> {
  const reachable = { "0.0.0.0": "127.0.0.1", "::": "[::1]" }[host] ?? (host.includes(":") ? `[${host}]` : host);
  try {
    const response = await fetch(`http://${reachable}:${port}/healthz`, { signal: AbortSignal.timeout(2000) });
    return response.ok && (await response.text()).includes('"alive":true');
  } catch {
    return false;
  }
}

/** Whether this Node can run the bot. */
export function checkNode(version: string): Finding {
  const check = "Node";
  const major = Number(version.split(".")[0]);
  if (major >= 24) return { check, state: "ok", says: version };
  return {
    check,
    state: "problem",
    says: `${version} is too old`,
    todo: "run through npm after npm ci: it brings Node 24",
  };
}

import { type FSWatcher, watch } from "node:fs";
import { realpath, stat } from "node:fs/promises";

/**
 * Calls `changed` when something in a folder changes, or when another folder stands in its place: it was moved away and
 * back, or is a link that now leads elsewhere. That is looked at every so many milliseconds, since a watcher stays with
 * the folder it began with. Follows from when it resolves until it is closed.
 */
export async function followFolder(
  directory: string,
  changed: () => void,
  lookEvery = 2000,
): Promise<{ close(): void }> {
  let watcher: FSWatcher | undefined;
  let watched: string | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const forget = () => {
    watcher?.close();
    watcher = undefined;
    watched = undefined;
  };
  /** True when what is watched is not what was watched before. */
  const watchAnew = async (): Promise<boolean> => {
    const now = await identityOf(directory);
    if (closed || (now === watched && (watcher || now === undefined))) return false;
    const moved = now !== watched;
    forget();
    watched = now;
    try {
      if (now !== undefined)
        watcher = watch(directory, { recursive: true, persistent: false }, changed).on("error", forget);
    } catch {
      // Tried again at the next look; until then only a folder in its place is noticed.
    }
    return moved || watcher !== undefined;
  };
  const look = async () => {
    if (await watchAnew()) changed();
    lookLater();
  };
  const lookLater = () => {
    if (!closed) timer = setTimeout(look, lookEvery).unref();
  };

  await watchAnew();
  lookLater();
  return {
    close: () => {
      closed = true;
      clearTimeout(timer);
      forget();
    },
  };
}

/** Tells one folder from another that stands, or once stood, at the same path; nothing where there is none. */
async function identityOf(directory: string): Promise<string | undefined> {
  try {
    const { dev, ino, birthtimeNs } = await stat(directory, { bigint: true });
    return [await realpath(directory), dev, ino, birthtimeNs].join();
  } catch {
    return undefined;
  }
}

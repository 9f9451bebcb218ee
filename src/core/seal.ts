import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

/** Keeps texts unreadable at rest. */
export type Seal = {
  /** Seals a text under the first key. `about` names what it belongs to: under another name it does not open. */
  close(text: string, about: string): string;
  /** @throws SealBroken when no key fits, or it was changed */
  open(sealed: string, about: string): string;
  /** Whether a text is sealed under the first key. */
  isCurrent(sealed: string): boolean;
};

/** A sealed text that cannot be opened. */
export class SealBroken extends Error {}

const keyBytes = 32;
const form = /^1\.([0-9a-f]{8})\.([\w-]{16})\.([\w-]{22})\.([\w-]*)$/;

/** The keys in a setting: 32 bytes in base64 each, with commas between, the one in use first. Undefined: it is none. */
export function readSealKeys(setting: string): readonly Buffer[] | undefined {
  const keys = setting.split(/[\s,]+/).filter(Boolean);
  const read = keys.map((key) => (/^[\w+/-]{43}=?$/.test(key) ? Buffer.from(key, "base64") : Buffer.alloc(0)));
  return read.length > 0 && read.every((key) => key.length === keyBytes) ? read : undefined;
}

/** AES-256-GCM under the first of the keys; what is sealed under another of them still opens. */
export function createSeal(keys: readonly Buffer[]): Seal {
  const named = keys.map((key) => ({
    name: createHash("sha256").update("casebook\0").update(key).digest("hex").slice(0, 8),
    key,
  }));
  const [current] = named;
  if (!current) throw new Error("a seal needs a key");
  return {
    close(text, about) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", current.key, nonce).setAAD(Buffer.from(about));
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      const letters = [nonce, cipher.getAuthTag(), body].map((bytes) => bytes.toString("base64url"));
      return ["1", current.name, ...letters].join(".");
    },
    open(sealed, about) {
      const [, name, nonce = "", tag = "", body = ""] = form.exec(sealed) ?? [];
      const found = named.find((one) => one.name === name);
      if (!found) throw new SealBroken("none of the keys opens it");
      try {
        const decipher = createDecipheriv("aes-256-gcm", found.key, Buffer.from(nonce, "base64url"))
          .setAAD(Buffer.from(about))
          .setAuthTag(Buffer.from(tag, "base64url"));
        return Buffer.concat([decipher.update(Buffer.from(body, "base64url")), decipher.final()]).toString("utf8");
      } catch {
        throw new SealBroken("it was changed, or belongs to something else");
      }
    },
    isCurrent: (sealed) => form.exec(sealed)?.[1] === current.name,
  };
}

import { generateKeyPairSync, sign } from "node:crypto";
import { z } from "zod";

const jwk = z.object({ x: z.string() });

/** A key pair as Discord holds one for each application, and the two headers it signs a body with. */
export function createSigner() {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const { x } = jwk.parse(publicKey.export({ format: "jwk" }));
  return {
    publicKey: Buffer.from(x, "base64url").toString("hex"),
    headers: (body: string | Buffer, at = Date.now()) => {
      const timestamp = String(Math.floor(at / 1000));
      const signed = Buffer.concat([Buffer.from(timestamp), Buffer.from(body)]);
      return {
        "content-type": "application/json",
        "x-signature-ed25519": sign(null, signed, privateKey).toString("hex"),
        "x-signature-timestamp": timestamp,
      };
    },
  };
}
export type Signer = ReturnType<typeof createSigner>;

import type { IncomingMessage } from "node:http";

/** A request's body as it came; nothing when it is longer than so many bytes. Rejects when the connection breaks before its end. */
export function readBody(request: IncomingMessage, longest: number): Promise<Buffer | undefined> {
  if (Number(request.headers["content-length"] ?? 0) > longest) return Promise.resolve(undefined);
  const { promise, resolve, reject } = Promise.withResolvers<Buffer | undefined>();
  const chunks: Buffer[] = [];
  let length = 0;
  request.on("data", (chunk: Buffer) => {
    length += chunk.length;
    if (length <= longest) return void chunks.push(chunk);
    chunks.length = 0;
    resolve(undefined);
  });
  request.on("end", () => resolve(length <= longest ? Buffer.concat(chunks) : undefined));
  request.on("error", reject);
  return promise;
}

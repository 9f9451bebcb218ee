import { type IncomingHttpHeaders, request } from "node:http";

export type Sent = {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string | undefined;
  /** Leaves when the answer begins: it has no end. */
  readonly endless?: boolean;
};

export type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string };

/** Sends a request as it is, without what `fetch` would mend; letters that no request may hold become others. */
export async function sendRaw(base: string, { method, path, headers = {}, body, endless }: Sent): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const clean = Object.entries(headers).map(([name, value]) => [name, value.replace(/[^\x20-\x7e\x80-\xff]/g, "?")]);
  const sent = request(
    base,
    { agent: false, method, path: path.replace(/[^\x21-\x7e]/g, "?"), headers: Object.fromEntries(clean) },
    (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (piece) => (text += piece));
      if (endless) answer.destroy();
      answer.on("close", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    },
  );
  sent.on("error", reject);
  sent.end(body);
  return promise;
}

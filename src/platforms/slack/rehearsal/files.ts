import { z } from "zod";
import { createRecent } from "#core/recent.ts";
import type { Call } from "#core/rehearsal.ts";

/** Files as Slack would hold them. */
export type Files = {
  /** Slack's answer to a method that has to do with files; nothing for other methods. */
  answer(method: string, body: unknown): object | undefined;
  /** Keeps what is sent to an upload's address; gives what to tell of it. */
  take(address: string, form: FormData): Promise<{ readonly file: string; readonly bytes: number }>;
  /** A call with the pictures its message shows, under `attached` as addresses a browser can show. */
  attach(call: Call): Call;
};

const remembered = 200;
const completedSchema = z.object({ files: z.array(z.object({ id: z.string() })) });

/** Holds the files of one rehearsal, the last two hundred. */
export function createFiles(): Files {
  const kept = createRecent<string>(remembered);
  let count = 0;
  return {
    answer(method, body) {
      if (method === "files.getUploadURLExternal") {
        const file_id = `F0PICTURE${String(++count).padStart(4, "0")}`;
        return { ok: true, file_id, upload_url: `https://files.slack.com/upload/v1/${file_id}` };
      }
      if (method !== "files.completeUploadExternal") return undefined;
      return { ok: true, files: completedSchema.parse(body).files.map(({ id }) => ({ id, filetype: "png" })) };
    },
    async take(address, form) {
      const file = address.split("/").at(-1) ?? "";
      const [part] = [...form.values()];
      const bytes = part instanceof File ? Buffer.from(await part.arrayBuffer()) : Buffer.alloc(0);
      kept.set(file, `data:image/png;base64,${bytes.toString("base64")}`);
      return { file, bytes: bytes.length };
    },
    attach(call) {
      const ids = [...JSON.stringify(call.body.blocks ?? []).matchAll(/"slack_file":\{"id":"(\w+)"\}/g)];
      const attached = ids.flatMap(([, id = ""]) => {
        const address = kept.get(id);
        return address ? [[id, address] as const] : [];
      });
      return attached.length > 0 ? { ...call, body: { ...call.body, attached: Object.fromEntries(attached) } } : call;
    },
  };
}

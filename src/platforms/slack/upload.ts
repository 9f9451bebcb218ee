import { setTimeout as sleep } from "node:timers/promises";
import type { webApi } from "@slack/bolt";
import { pace } from "./limits.ts";

/**
 * Uploads a picture without sharing it anywhere; gives the file's id once Slack is done with it. A file whose type Slack
 * does not know yet is refused in blocks (`invalid_blocks`, "invalid slack file") for a second or two:
 * https://github.com/slackapi/python-slack-sdk/issues/1521. Completing the upload again tells, and needs no further
 * scope. Rejects with Slack's error.
 */
export async function uploadPicture(
  client: webApi.WebClient,
  { png, title, alt }: { readonly png: Uint8Array; readonly title: string; readonly alt: string },
): Promise<string> {
  const file = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  const { files } = await client.filesUploadV2({ file, filename: "chart.png", title, alt_text: alt });
  const [uploaded] = files.flatMap((completed) => completed.files ?? []);
  if (!uploaded?.id) throw new Error("Slack named no file");
  const { id } = uploaded;
  const deadline = Date.now() + pace.processing;
  for (let { filetype } = uploaded; !filetype && Date.now() < deadline; ) {
    await sleep(pace.betweenLooks);
    const again = await client.files.completeUploadExternal({ files: [{ id, title }] }).catch(() => undefined);
    filetype = again ? again.files?.[0]?.filetype : "unknown";
  }
  return id;
}

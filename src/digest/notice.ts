import { code, paragraph, type Reply, text } from "#core/reply.ts";
import type { Subscription } from "#core/subscriptions.ts";
import { settingsButton } from "./compose-post.ts";

/** What an owner reads when a subscription was paused for a reason; `notice` is its delivery's id, by which it is found again. */
export function noticeReply({ id, line, schedule, zone }: Subscription, notice: string, reason: string): Reply {
  return {
    ok: true,
    command: "digest",
    line: `digest settings ${id}`,
    title: "Your digest is paused",
    parts: [
      paragraph(text`I stopped posting ${code(line)} (${schedule}, ${zone}): ${reason.replace(/[.]$/, "")}.`),
      paragraph(text`Nothing is lost. When that is put right, ${code(`digest resume ${id}`)} starts it again.`),
      {
        kind: "buttons",
        buttons: [
          { label: "Resume", line: `digest resume ${id}`, style: "primary" },
          { label: "Unsubscribe", line: `digest unsubscribe ${id}` },
          settingsButton(notice),
        ],
      },
    ],
    sources: [],
    data: { paused: id, reason },
    page: 1,
    shared: false,
  };
}

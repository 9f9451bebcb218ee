import type { Library } from "#content/library.ts";
import { clip } from "#core/clip.ts";
import type { Channel, Destination } from "#core/destination.ts";
import type { DigestStore } from "#core/digest-store.ts";
import { week } from "#core/durations.ts";
import type { Origin } from "#core/invocation.ts";
import { splitWords } from "#core/parse.ts";
import { type Button, type Part, plain, type Reply } from "#core/reply.ts";
import type { RoomStore } from "#core/room.ts";
import type { Subscription } from "#core/subscriptions.ts";
import type { SearchIndex } from "#search/passages/search-index.ts";
import { composeDigest, type Digest } from "./compose.ts";
import { isOnce } from "./ids.ts";
import { nextDue } from "./schedule.ts";
import { newsSince, scheduleOf } from "./subscription-schedule.ts";
import { readWatchList } from "./watch-list.ts";

/** What posts are composed with. */
export type Desk = {
  readonly library: Library;
  readonly search: SearchIndex;
  readonly store: DigestStore & Pick<RoomStore, "gaps">;
  /** Runs any command line, as somebody in the channel. */
  readonly run: (line: string, origin: Origin) => Promise<Reply>;
};

/** A post ready to be written, or the reply of a line that does not work. */
export type Post =
  | {
      readonly reply: Reply;
      /** Ids the channel has now been shown, and the state of its memory they were chosen from. */
      readonly items: readonly string[];
      readonly memory: number;
    }
  | { readonly refused: Reply };

/** What a digest is asked for: where, about what, and between which moments. */
export type DigestRequest = Channel & {
  readonly workspace?: string | undefined;
  readonly words: readonly string[];
  readonly zone: string;
  readonly since: number;
  readonly due: number;
  readonly next?: number | undefined;
};

const listedQuestions = 20;

/** The words of a line that asks for the digest ("digest ai hugging-face"); undefined for any other line. */
export function digestWords(line: string): string[] | undefined {
  const [first = "", ...words] = splitWords(line.replace(/^\//, ""));
  return first.toLowerCase() === "digest" ? words : undefined;
}

/** Composes the digest proper for a channel. @throws Refusal when a filter fits nothing */
export async function composeFor(desk: Desk, request: DigestRequest): Promise<Digest & { readonly memory: number }> {
  const { library, search, store } = desk;
  const list = readWatchList(request.words, library);
  const { version, items: shown } = await store.channelMemory.shown(request);
  const changes = (await store.contentHistory.since(request.since)).filter((change) => change.at <= request.due);
  // A channel is told of what was asked in it for all to read. A channel without a workspace shares no questions with
  // anybody: those that were asked there are strangers'.
  const { workspace, channel } = request;
  const gaps = list.changesOnly || !workspace ? [] : await store.gaps.open(workspace);
  const digest = composeDigest({
    library,
    search,
    list,
    now: new Date(request.due),
    zone: request.zone,
    since: request.since,
    next: request.next,
    changes,
    shown,
    seed: `${request.platform}:${request.channel}`,
    unanswered: gaps
      .filter(({ heardAt, heardIn }) => heardAt > request.due - week && heardIn === channel)
      .slice(0, listedQuestions),
  });
  return { ...digest, memory: version };
}

/** Composes what a subscription posts at a due time, under the delivery's id. Its line may be any command's. */
export async function composePost(desk: Desk, subscription: Subscription, due: number, id: string): Promise<Post> {
  const words = digestWords(subscription.line);
  if (!words) return composeCommand(desk, subscription, id);
  const digest = await composeFor(desk, {
    ...subscription,
    words,
    since: newsSince(subscription, due),
    due,
    next: nextDue(scheduleOf(subscription), due),
  });
  const { title, parts, sources, data } = digest.answer;
  return {
    reply: {
      ok: true,
      command: "digest",
      line: `digest show ${id}`,
      title: clip(title, 150),
      parts: withButtons(parts, [settingsButton(id)]),
      sources: [...(sources ?? [])],
      data,
      page: 1,
      shared: true,
    },
    items: digest.items.map((item) => item.id),
    memory: digest.memory,
  };
}

async function composeCommand(desk: Desk, subscription: Subscription, id: string): Promise<Post> {
  const { platform, workspace, channel, thread, zone, line } = subscription;
  const { version } = await desk.store.channelMemory.shown(subscription);
  const reply = await desk.run(line, originOf({ platform, workspace, channel, thread }, zone));
  if (!reply.ok) return { refused: reply };
  return {
    reply: { ...reply, shared: true, parts: withButtons(reply.parts, [settingsButton(id)]) },
    items: [],
    memory: version,
  };
}

function originOf({ workspace, channel, thread }: Destination, zone: string): Origin {
  return {
    platform: "schedule",
    via: "schedule",
    channel,
    zone,
    ...(workspace ? { workspace } : {}),
    ...(thread ? { thread } : {}),
  };
}

/** The button that is on every post. Its line names the delivery, by which Discord's deliverer finds a post again. */
export function settingsButton(id: string): Button {
  return { label: isOnce(id) ? "Digests here" : "Settings", line: `digest settings ${id}` };
}

/** Adds buttons to the last row of them, or below everything. */
function withButtons(parts: readonly Part[], buttons: readonly Button[]): Part[] {
  const last = parts.at(-1);
  return last?.kind === "buttons"
    ? [...parts.slice(0, -1), { ...last, buttons: [...last.buttons, ...buttons] }]
    : [...parts, { kind: "buttons", buttons: [...buttons] }];
}

/** What a refused line says, in one sentence. */
export function reasonOf(refused: Reply): string {
  const [says] = refused.parts.flatMap((part) => (part.kind === "text" ? [plain(part.text)] : []));
  return says ?? refused.title;
}

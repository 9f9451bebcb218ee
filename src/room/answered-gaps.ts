import type { Reply } from "#core/reply.ts";
import type { Filing, Gap, Gaps } from "#core/room.ts";
import { isAnsweredAnew } from "./answer-mark.ts";
import { askedOf } from "./asked.ts";
import { rateButtons, renewButtons } from "./buttons.ts";

/** A gap that the casebook answers now, and who waits for it. */
export type AnsweredGap = { readonly gap: Gap; readonly reply: Reply; readonly tell: readonly Filing[] };

/** Somebody who waits for a gap that is answered now. */
type Awaiting = Omit<AnsweredGap, "tell"> & { readonly filing: Filing };

/** Says one person that their question is answered now, where they asked. Rejects when it could not be said. */
export type Teller = (filing: Filing, reply: Reply) => Promise<void>;

/**
 * Asks all gaps again that are open or awaited; gives those that have an answer now. A gap that was filed against an
 * answer counts only once its answer says something else.
 */
export async function answeredGaps(
  { gaps }: { readonly gaps: Gaps },
  ask: (question: string, workspace: string) => Promise<Reply>,
): Promise<AnsweredGap[]> {
  const answered: AnsweredGap[] = [];
  for (const gap of await gaps.wanted()) {
    const reply = await ask(gap.question, gap.workspace);
    if (isAnsweredAnew(gap, askedOf(reply))) answered.push({ gap, reply, tell: await gaps.waiting(gap.id) });
  }
  return answered;
}

export type TellingParts = {
  readonly store: { readonly gaps: Gaps };
  /** How each platform says it; people of other platforms wait on. */
  readonly tellers: ReadonlyMap<string, Teller>;
  readonly now: () => number;
  readonly onFailure: (error: unknown, filing: Filing) => void;
};

/**
 * Tells those who wait, each once whatever number of processes tell, and those of one place in one message; closes the gaps
 * of which nobody waits on.
 */
export async function tellAnswered(
  answered: readonly AnsweredGap[],
  { store, tellers, now, onFailure }: TellingParts,
): Promise<number> {
  const { gaps } = store;
  let told = 0;
  const waiting = answered.flatMap(({ gap, reply, tell }) => tell.map((filing): Awaiting => ({ gap, reply, filing })));
  for (const together of Map.groupBy(waiting, newsKey).values()) {
    const teller = tellers.get(together[0]?.filing.platform ?? "");
    // Who filed it in a terminal can be told nowhere.
    const reachable = together.filter(({ filing }) => teller !== undefined || filing.asker === "");
    const claimed = await gaps.claim(
      reachable.map(({ filing }) => filing.id),
      now(),
    );
    const first = together.find(({ filing }) => claimed.includes(filing.id));
    if (!first || !teller) continue;
    try {
      await teller(first.filing, newsOf(first.gap, first.reply));
      told += claimed.length;
    } catch (error) {
      await gaps.release(claimed);
      onFailure(error, first.filing);
    }
  }
  for (const { gap } of answered) if ((await gaps.waiting(gap.id)).length === 0) await gaps.close([gap.id], now());
  return told;
}

/** What is told where: to a thread, a channel or, of a channel of Slack itself, to each by themselves; the same answer once. */
function newsKey({ gap, reply, filing }: Awaiting): string {
  const { platform, workspace, channel, thread, asker } = filing;
  const alone = platform === "slack" && thread === "" ? asker : "";
  return JSON.stringify([platform, workspace, channel, thread, alone, askedOf(reply)?.answers[0]?.id ?? gap.id]);
}

function newsOf({ question }: Gap, reply: Reply): Reply {
  const [best] = askedOf(reply)?.answers ?? [];
  const rated = renewButtons(reply, best ? rateButtons(best.id, question) : []);
  return {
    ...rated,
    title: "The casebook can answer this now",
    parts: [{ kind: "text", text: ["A question filed here: ", { kind: "strong", text: question }] }, ...rated.parts],
    shared: true,
  };
}

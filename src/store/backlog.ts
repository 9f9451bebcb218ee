import type { Backlog } from "#core/digest-store.ts";
import type { Database } from "./tables.ts";

/** How many posts wait or were given up. */
export async function backlog(database: Database, now: number): Promise<Backlog> {
  const rows = await database
    .selectFrom("deliveries")
    .select(({ fn }) => ["state", fn.countAll<number>().as("posts"), fn.min("due").as("due")])
    .where("state", "in", ["waiting", "given-up"])
    .groupBy("state")
    .execute();
  const of = (state: string) => rows.find((row) => row.state === state);
  return {
    waiting: Number(of("waiting")?.posts ?? 0),
    givenUp: Number(of("given-up")?.posts ?? 0),
    longestWait: Math.max(0, now - (of("waiting")?.due ?? now)),
  };
}

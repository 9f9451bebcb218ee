import type { Transaction } from "kysely";
import { portionsOf } from "./portions.ts";
import type { Tables } from "./tables.ts";

type Renamed = ReadonlyMap<string, string>;

/**
 * Items whose id became another keep being known as shown; what was shown under an id that another item now has is
 * forgotten. All leave their old ids before any has its new one: two may have changed places.
 */
export async function renameItems(transaction: Transaction<Tables>, moved: Renamed): Promise<void> {
  const rows: Tables["shown_items"][] = [];
  for (const items of portionsOf([...new Set([...moved.keys(), ...moved.values()])]))
    rows.push(...(await transaction.deleteFrom("shown_items").where("item", "in", items).returningAll().execute()));
  const renamed = rows.flatMap((row) => {
    const item = moved.get(row.item);
    return item === undefined ? [] : [{ ...row, item }];
  });
  for (const values of portionsOf(renamed)) await transaction.insertInto("shown_items").values(values).execute();
}

/** What was noted of rows goes by the names they have now, as with what was shown: all at once. */
export async function renameChanges(transaction: Transaction<Tables>, names: Renamed): Promise<void> {
  const rows: Tables["content_changes"][] = [];
  for (const ids of portionsOf([...names.keys()]))
    rows.push(...(await transaction.deleteFrom("content_changes").where("id", "in", ids).returningAll().execute()));
  const renamed = rows.map((row) => ({ ...row, id: names.get(row.id) ?? row.id }));
  for (const values of portionsOf(renamed)) await transaction.insertInto("content_changes").values(values).execute();
}

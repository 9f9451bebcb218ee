import { sql } from "kysely";
import type { Migration } from "kysely/migration";

const counts = ["first", "second", "third", "fourth", "last"];
const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** "every second monday" is kept with its month from here on: without it, it may be every other Monday, and is refused. */
export const nthWeekdaysMigration: Migration = {
  up: async (database) => {
    for (const count of counts)
      for (const day of days) {
        const [before, now] = [`every ${count} ${day} `, `every ${count} ${day} of the month `];
        await sql`update subscriptions set schedule = replace(schedule, ${before}, ${now}) where schedule like ${`${before}%`} and schedule not like ${`${now}%`}`.execute(
          database,
        );
      }
  },
};

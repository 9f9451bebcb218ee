import type { Kysely } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { keptLinesMigration } from "./migrations/001-kept-lines.ts";
import { digestsMigration } from "./migrations/002-digests.ts";
import { roomMigration } from "./migrations/003-room.ts";
import { pingsMigration } from "./migrations/005-pings.ts";
import { installationsMigration } from "./migrations/006-installations.ts";
import { scorecardsMigration } from "./migrations/007-scorecards.ts";
import { claimsMigration } from "./migrations/008-claims.ts";
import { failuresMigration } from "./migrations/009-failures.ts";
import { contentBegunMigration } from "./migrations/010-content-begun.ts";
import { nthWeekdaysMigration } from "./migrations/011-nth-weekdays.ts";
import { lastAnswersMigration } from "./migrations/012-last-answers.ts";
import { heardGapsMigration } from "./migrations/013-heard-gaps.ts";
import { turnedAwayMigration } from "./migrations/014-turned-away.ts";

/** Versioned steps of the schema, oldest first. Never edit one that was released: add the next. */
const migrations: Record<string, Migration> = {
  "001-kept-lines": keptLinesMigration,
  "002-digests": digestsMigration,
  "003-room": roomMigration,
  "005-pings": pingsMigration,
  "006-installations": installationsMigration,
  "007-scorecards": scorecardsMigration,
  "008-claims": claimsMigration,
  "009-failures": failuresMigration,
  "010-content-begun": contentBegunMigration,
  "011-nth-weekdays": nthWeekdaysMigration,
  "012-last-answers": lastAnswersMigration,
  "013-heard-gaps": heardGapsMigration,
  "014-turned-away": turnedAwayMigration,
};

/** Names of the steps, oldest first. */
export const migrationNames: readonly string[] = Object.keys(migrations);

/**
 * Brings a database to this release's schema. Rejects with a sentence for the operator when the database was written
 * by a newer release, or when a step fails.
 */
export async function migrate(database: Kysely<never>): Promise<void> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (!error) return;
  const reason = error instanceof Error ? error.message : String(error);
  throw new Error(
    /previously executed migration .* is missing/i.test(reason)
      ? "The database was written by a newer release of Casebook. Install that release, or restore a backup from before the upgrade."
      : `The database could not be brought up to date: ${reason}`,
  );
}

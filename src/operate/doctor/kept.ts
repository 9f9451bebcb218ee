import { loadLibrary } from "#content/load.ts";
import { formatProblem } from "#content/problem.ts";
import { emptyRules, type WorkspaceContent } from "#content/workspaces.ts";
import type { DatabaseState } from "#core/database-state.ts";
import { errorCode } from "#core/errors.ts";
import type { Finding } from "#core/finding.ts";
import { isDamaged } from "#core/sqlite-file.ts";

const advice = {
  SQLite: { at: "in", backup: "npm run -s backup", access: "give the bot's user access to it, or set DATA_DIR" },
  PostgreSQL: {
    at: "at",
    backup: "pg_dump (docs/operating.md)",
    access: "check that it runs, its address, user and password, and the network between",
  },
} as const;

/** Judges the database, which lies in a folder or at a host: whether it can be read, is whole, and fits this release. */
export async function checkDatabase(
  kind: keyof typeof advice,
  place: string,
  inspect: () => Promise<DatabaseState>,
): Promise<Finding> {
  const check = "database";
  const { at, backup, access } = advice[kind];
  const name = `${kind} ${at} ${place}`;
  const damaged = (how: string): Finding => ({
    ...{ check, state: "problem", says: `${name} is damaged: ${how}` },
    todo: "stop the bot and restore the last backup (docs/operating.md)",
  });
  try {
    const state = await inspect();
    if (state.kind === "absent") return { check, state: "note", says: `${name}: none yet; the first start makes it` };
    if (state.integrity !== "ok") return damaged(state.integrity);
    if (state.unknown.length > 0)
      return {
        ...{ check, state: "problem", says: `${name} was written by a newer release (${state.unknown.join(", ")})` },
        todo: "install that release, or restore a backup from before the upgrade",
      };
    if (state.waiting.length > 0)
      return {
        ...{ check, state: "note", says: `${name}: the next start brings it up to date (${state.waiting.join(", ")})` },
        todo: `make a backup first: ${backup}`,
      };
    return { check, state: "ok", says: `${name} is up to date` };
  } catch (error) {
    if (isDamaged(error)) return damaged(error.message);
    const code = errorCode(error);
    return {
      check,
      state: "problem",
      says: `${name} cannot be reached or read${code ? ` (${code})` : ""}`,
      todo: access,
    };
  }
}

/** Loads the content as the bot would, and looks whether what each workspace is to see is there. */
export async function checkContent(directory: string, rules: WorkspaceContent = new Map()): Promise<Finding> {
  const check = "content";
  try {
    const { library, problems } = await loadLibrary(directory);
    const [empty] = library ? emptyRules(rules, library, directory) : [];
    if (empty) return { check, state: "problem", says: empty, todo: "mend WORKSPACE_CONTENT" };
    if (library && library.entries.length > 0)
      return { check, state: "ok", says: `${library.entries.length} entries, ${library.passages.length} passages` };
    if (library) return { check, state: "problem", says: `${directory} is empty`, todo: "set CONTENT_DIR" };
    const [first] = problems;
    const more = problems.length > 1 ? `, and ${problems.length - 1} more` : "";
    const says = `does not load: ${first ? formatProblem(first) : ""}${more}`;
    return { check, state: "problem", says, todo: "npm run content lists them all" };
  } catch {
    return {
      check,
      state: "problem",
      says: `${directory} cannot be read`,
      todo: "set CONTENT_DIR, or give access to it",
    };
  }
}

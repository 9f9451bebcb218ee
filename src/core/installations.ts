/** Why digests rest where the bot was removed. They are known by these words when it is installed there again. */
export const removedFromWorkspace =
  "Casebook was removed from the workspace; once it is installed there again, this goes on by itself";

/** Told of workspaces that the bot may speak in from now on, or may not any more. */
export type WorkspacesFollowed = {
  installed(workspaces: readonly string[]): Promise<void>;
  removed(workspaces: readonly string[]): Promise<void>;
};

/** One installation as it is kept: its id and its sealed text. */
export type KeptInstallation = { readonly id: string; readonly sealed: string };

/**
 * Where the bot was installed by people of many workspaces. Ids are the platform's own, of a workspace or of an
 * organisation that has several; what an installation holds is sealed before it comes here.
 */
export type Installations = {
  /** Keeps an installation in place of an earlier one. `at`: when it was installed, milliseconds since 1970. */
  keep(id: string, sealed: string, at: number): Promise<void>;
  find(id: string): Promise<string | undefined>;
  all(): Promise<readonly KeptInstallation[]>;
  /** Seals one anew; false when it has changed since it was read. */
  replace(id: string, from: string, to: string): Promise<boolean>;
  /** Notes that an organisation's installation serves a workspace. */
  join(workspace: string, organisation: string): Promise<void>;
  /** Notes that an organisation's installation does not serve a workspace any more. */
  leave(workspace: string, organisation: string): Promise<void>;
  /** The organisation whose installation serves a workspace. */
  organisationOf(workspace: string): Promise<string | undefined>;
  /**
   * Deletes what was installed before a moment for a workspace or an organisation. Gives the workspaces that it served;
   * none when it was installed again since.
   */
  remove(id: string, before: number): Promise<readonly string[]>;
};

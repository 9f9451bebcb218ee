import { exampleFitter } from "#content/fitting.ts";
import type { Library } from "#content/library.ts";
import { type Selection, viewOf } from "#content/view.ts";
import { ruleFor, type WorkspaceContent } from "#content/workspaces.ts";
import type { AnyCommand } from "#core/command.ts";
import { byTurns, type Steps } from "#core/steps.ts";
import type { SearchIndex } from "#search/passages/search-index.ts";

/** What one workspace sees: an index with its library, and the commands with examples that work there. */
export type View = {
  readonly library: Library;
  readonly search: SearchIndex;
  readonly commands: readonly AnyCommand[];
  /** An example line with what is not there replaced, or nothing when that cannot be. */
  readonly example: (line: string) => string | undefined;
};

export type Views = {
  /** The view of the whole library. */
  readonly whole: () => View;
  /** The view from where somebody asks; terminals are the operator's own, and see everything. */
  readonly at: (where: { readonly workspace?: string | undefined; readonly platform?: string | undefined }) => View;
  /** Makes all views of another library, by turns with what else is to be done; then all of it serves. */
  swap(library: Library): Promise<void>;
};

type Parts = {
  readonly rules: WorkspaceContent;
  readonly directory: string;
  readonly commands: readonly AnyCommand[];
  readonly index: (library: Library) => Steps<SearchIndex>;
};

/** Views of a library: of the whole, and one for each distinct selection of the rules. All are made before one serves, so that no request waits for its own. */
export async function createViews(library: Library, parts: Parts): Promise<Views> {
  let made = await viewsOf(library, parts);
  return {
    whole: () => made.whole,
    at: ({ platform, workspace }) =>
      (platform === "terminal" ? undefined : ruleFor(made.byWorkspace, workspace)) ?? made.whole,
    swap: async (next) => {
      made = await viewsOf(next, parts);
    },
  };
}

async function viewsOf(library: Library, { rules, directory, commands, index }: Parts) {
  const search = await byTurns(index(library));
  const whole: View = { library, search, commands, example: (line) => line };

  const partOf = async (selection: Selection): Promise<View> => {
    const part = viewOf(library, selection, directory);
    const example = exampleFitter(library, part);
    return {
      library: part,
      search: await byTurns(index(part)),
      example,
      commands: commands.map((command) => ({ ...command, examples: fitted(command, example) })),
    };
  };

  const bySelection = new Map<string, View>();
  const byWorkspace = new Map<string, View>();
  for (const [workspace, selection] of rules) {
    const key = [...selection].sort().join();
    const view = selection.includes("*") ? whole : (bySelection.get(key) ?? (await partOf(selection)));
    bySelection.set(key, view);
    byWorkspace.set(workspace, view);
  }
  return { whole, byWorkspace };
}

function fitted({ name, examples }: AnyCommand, example: View["example"]): AnyCommand["examples"] {
  const [first, ...others] = new Set(examples.flatMap((line) => example(line) ?? []));
  return first === undefined ? [name] : [first, ...others];
}

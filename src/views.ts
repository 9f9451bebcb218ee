import { exampleFitter } from "#content/fitting.ts";
import type { Library } from "#content/library.ts";
import { viewOf } from "#content/view.ts";
import { selectionFor, type WorkspaceContent } from "#content/workspaces.ts";
import type { AnyCommand } from "#core/command.ts";
import { atOnce, byTurns, type Steps } from "#core/steps.ts";
import type { SearchIndex } from "#search/passages.ts";

/** What one place sees: an index with its library, and the commands with examples that work there. */
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
  /** The view of a place; terminals are the operator's own, and see everything. */
  readonly at: (place: { readonly workspace?: string | undefined; readonly platform?: string | undefined }) => View;
  /** Indexes another library, and the views in use of it, by turns with what else is to be done; then all of it serves. */
  swap(library: Library): Promise<void>;
};

type Parts = {
  readonly rules: WorkspaceContent;
  readonly directory: string;
  readonly commands: readonly AnyCommand[];
  readonly index: (library: Library) => Steps<SearchIndex>;
};

/** Views of a library: one for each distinct selection, made when it is first asked for. */
export function createViews(library: Library, { rules, directory, commands, index }: Parts): Views {
  const wholeOf = (search: SearchIndex): View => ({
    library: search.library,
    search,
    commands,
    example: (line) => line,
  });
  let whole = wholeOf(atOnce(index(library)));
  let views = new Map<string, View>();

  const partOf = (all: Library, selection: readonly string[]) => index(viewOf(all, selection, directory));
  const viewFrom = (all: Library, search: SearchIndex): View => {
    const example = exampleFitter(all, search.library);
    return {
      library: search.library,
      search,
      example,
      commands: commands.map((command) => ({ ...command, examples: fitted(command, example) })),
    };
  };

  return {
    whole: () => whole,
    at: ({ platform, workspace }) => {
      const selection = platform === "terminal" ? undefined : selectionFor(rules, workspace);
      if (!selection) return whole;
      const key = [...selection].sort().join();
      const all = whole.library;
      const view = views.get(key) ?? viewFrom(all, atOnce(partOf(all, selection)));
      views.set(key, view);
      return view;
    },
    swap: async (next) => {
      const nextWhole = wholeOf(await byTurns(index(next)));
      const nextViews = new Map<string, View>();
      for (const key of views.keys()) nextViews.set(key, viewFrom(next, await byTurns(partOf(next, key.split(",")))));
      whole = nextWhole;
      views = nextViews;
    },
  };
}

function fitted({ name, examples }: AnyCommand, example: View["example"]): AnyCommand["examples"] {
  const [first, ...others] = new Set(examples.flatMap((line) => example(line) ?? []));
  return first === undefined ? [name] : [first, ...others];
}

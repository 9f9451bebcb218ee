import { globSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import type { Entry } from "#content/entry.ts";
import { createLibrary, type Library } from "#content/library.ts";
import { formatProblem } from "#content/problem.ts";
import { type Growing, readers } from "#content/readers.ts";
import { findProblems } from "#content/verify.ts";
import { createDispatch } from "#core/dispatch.ts";
import { renderDiscord } from "#platforms/discord/render.ts";
import { renderSlack } from "#platforms/slack/render.ts";
import { createSearchIndex } from "#search/passages/search-index.ts";
import { commands } from "../../commands/index.ts";
import { goodStudy } from "../content/small-library.ts";
import { judgeMessage } from "../platforms/discord/judge.ts";
import { faultsOf } from "../platforms/slack/judge.ts";
import type { Bot } from "./bot.ts";
import { rings, textsOf } from "./discord.ts";
import { mutateBytes, mutateText } from "./mutate.ts";
import { below, maybe, nasty, oneOf } from "./nasty.ts";
import type { Fault, Target } from "./target.ts";

type File = { readonly path: string; readonly text: string };

const small = 12_000;
const files: File[] = globSync(["content/**/*.md", "content/**/*.yaml"])
  .filter((path) => !path.endsWith("README.md"))
  .map((path) => ({ path: relative("content", path), text: readFileSync(path, "utf8") }))
  .filter(({ text }) => text.length < small);
const study: File = { path: "case-studies/acme.md", text: goodStudy };

const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${[..."bcdefgh"].map((name, i) => `${name}: &${name} [${`*${"abcdefg"[i]},`.repeat(9)}]`).join("\n")}\n`;

/** Files of the content folder as a careless or ill-meaning writer leaves them; what is accepted is shown. */
export function contentTarget({ store, log }: Bot): Target {
  return {
    name: "content",
    share: 2,
    make: (random): File => {
      const { path, text } = maybe(random, 0.6) ? study : oneOf(random, files);
      const kind = random();
      if (kind < 0.05) return { path, text: text.replace("---\n", `---\n${bomb}`) };
      if (kind < 0.2) return { path, text: Buffer.from(mutateBytes(random, Buffer.from(text))).toString("utf8") };
      const lines = text.split("\n");
      for (let i = below(random, 4) + 1; i > 0; i--) {
        const at = below(random, lines.length);
        const old = lines[at] ?? "";
        if (kind < 0.6) lines[at] = mutateText(random, old);
        else if (kind < 0.8)
          lines[at] = old.replace(/[^\s:{},[\]#-][^:{},[\]]{2,}(?=[,}]?)/, () => JSON.stringify(oneOf(random, nasty)));
        else lines.splice(at, below(random, 2), oneOf(random, lines));
      }
      return { path, text: lines.join("\n") };
    },
    take: async (given): Promise<Fault[]> => {
      const { path, text } = given as File;
      const library = read(path, text);
      return library ? show(library) : [];
    },
  };

  async function show(library: Library): Promise<Fault[]> {
    const search = createSearchIndex(library);
    const faults: Fault[] = [];
    const dispatch = createDispatch({
      commands,
      context: (origin) => ({
        ...{ library, search, commands, origin, store: store.get, now: new Date("2026-11-28T09:00:00Z") },
        status: { version: "0", loadedAt: new Date(0), problems: [] },
      }),
      onFailure: (error, ref, command) => {
        log.error({ err: error, ref, command }, "a command failed");
      },
    });
    const [entry] = library.entries;
    const id = entry?.id ?? "";
    const asked = ["case", `case ${id}`, `find ${id}`, `ask what does ${entry?.title} do?`, "glossary", "stat", "idea"];
    for (const typed of asked) {
      const reply = await dispatch.run(dispatch.read(typed, { platform: "terminal", via: "command" }));
      const message = renderDiscord(reply);
      faults.push(
        ...faultsOf(renderSlack(reply)).map(
          (says): Fault => ({
            kind: /element of type|markup/.test(says) ? "pinged" : "invalid",
            says: `${typed}: ${says}`,
          }),
        ),
        ...judgeMessage(message).map((says): Fault => ({ kind: "invalid", says: `${typed}: ${says}` })),
        ...textsOf(message)
          .filter(rings)
          .map((says): Fault => ({ kind: "pinged", says: `${typed}: ${says}` })),
      );
    }
    return faults;
  }
}

/** A library of this one file, or nothing where the file is refused, with its problems as sentences. */
function read(path: string, text: string): Library | undefined {
  const fits = readers.find(([pattern]) => pattern.test(path));
  const id = (path.split("/").at(-1) ?? "").replace(/\.(md|yaml)$/, "");
  const { entry, keep, problems } = fits?.[1](id, path, text) ?? { problems: [] };
  const records: Growing = {
    ...{ assumptions: new Map(), comparisons: new Map(), playbooks: new Map() },
    ...{ salaries: undefined, glossary: undefined, tools: undefined, vocabulary: undefined },
  };
  keep?.(records);
  const entries: Entry[] = entry ? [entry] : [];
  const all = [...problems, ...findProblems(entries, records, new Set(problems.length > 0 ? [id] : []))];
  for (const problem of all) formatProblem(problem);
  return all.length === 0 && entry ? createLibrary(entries, records, "fuzz") : undefined;
}

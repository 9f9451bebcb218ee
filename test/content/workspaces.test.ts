import { join } from "node:path";
import { expect, test } from "vitest";
import { loadLibrary } from "#content/load.ts";
import { viewOf } from "#content/view.ts";
import { emptyRules, readWorkspaceContent, ruleFor } from "#content/workspaces.ts";
import { readConfig } from "../../src/read-config.ts";
import { folderWith, goodStudy } from "./small-library.ts";

const rules = (setting: string) => Object.fromEntries(readWorkspaceContent(setting));

test.each([
  ["", {}],
  [
    "T012AB3CD=niche:ai-machine-learning,playbooks;G123=case-studies",
    { T012AB3CD: ["niche:ai-machine-learning", "playbooks"], G123: ["case-studies"] },
  ],
  [
    " T1 = case-studies/solana , resources/checklists ;\n*=playbooks; ",
    { T1: ["case-studies/solana", "resources/checklists"], "*": ["playbooks"] },
  ],
])("“%s” is understood", (setting, read) => {
  expect(rules(setting)).toEqual(read);
});

test("a YAML file says the same", async () => {
  const text = "T1: [niche:ai-machine-learning, playbooks]\n'*': playbooks\n";
  const folder = await folderWith({ "workspaces.yaml": text, "bad.yaml": "T1: [[x]]\n", "broken.yaml": "T1: [" });
  expect(rules(join(folder, "workspaces.yaml"))).toEqual({
    T1: ["niche:ai-machine-learning", "playbooks"],
    "*": ["playbooks"],
  });
  for (const name of ["bad.yaml", "broken.yaml", "missing.yaml"])
    expect(() => rules(join(folder, name))).toThrow(/cannot be read|expected|is no niche/);
});

test.each([
  ["T1", /^WORKSPACE_CONTENT “T1” has no one = in it.*This works: T012AB3CD=/],
  ["T1=", /^WORKSPACE_CONTENT “T1”: selects nothing/],
  ["T1=../secrets", /^WORKSPACE_CONTENT “T1 0”: is no niche, folder or file/],
  ["T1=niche:AI", /is no niche, folder or file/],
  ["T 1=playbooks", /is no id of a workspace/],
  ["workspaces.yaml", /^WORKSPACE_CONTENT workspaces\.yaml cannot be read/],
])("“%s” is refused with a sentence", (setting, sentence) => {
  const read = readConfig({ WORKSPACE_CONTENT: setting });
  expect("problems" in read && read.problems.join()).toMatch(sentence);
});

test("a place has the rule of its workspace, else that of *, else none", () => {
  const some = readWorkspaceContent("T1=playbooks;T2=*;*=roles");
  expect(ruleFor(some, "T1")).toEqual(["playbooks"]);
  expect(ruleFor(some, "T2")).toEqual(["*"]);
  expect(ruleFor(some, "T3")).toEqual(["roles"]);
  expect(ruleFor(some, undefined)).toEqual(["roles"]);
  expect(ruleFor(readWorkspaceContent("T1=playbooks"), "T3")).toBeUndefined();
});

test("a study selected by its file brings no other whose name begins the same", async () => {
  const longer = goodStudy.replace("title: Acme Robotics", "title: Acme Robotics Motors").replace("[acme]", "[]");
  const directory = await folderWith({ "case-studies/acme.md": goodStudy, "case-studies/acme-motors.md": longer });
  const { library, problems } = await loadLibrary(directory);
  if (!library) throw new Error(JSON.stringify(problems));
  const selected = (part: string) => viewOf(library, [part], directory).entries.map(({ id }) => id);
  expect(selected("case-studies/acme")).toEqual(["acme"]);
  expect(selected("case-studies/acme-motors")).toEqual(["acme-motors"]);
  expect(selected("case-studies")).toHaveLength(2);
  // Part of a name is none.
  expect(selected("case-studies/acm")).toEqual([]);
});

test("a view holds what is selected and no link to the rest; what selects nothing is told with what could be", async () => {
  const other = goodStudy
    .replace("title: Acme Robotics", "title: Other\nrelated: [acme]")
    .replace("[acme]\nupdated", "[]\nupdated");
  const directory = await folderWith({
    "case-studies/acme.md": goodStudy,
    "case-studies/other.md": other.replace("AI & Machine Learning", "Blockchain & Web3"),
  });
  const { library, problems } = await loadLibrary(directory);
  if (!library) throw new Error(JSON.stringify(problems));
  const view = viewOf(library, ["niche:blockchain-web3"], directory);
  expect(view.entries.map(({ id, related }) => [id, related])).toEqual([["other", []]]);
  expect([view.entry("acme"), view.find("acme").match]).toEqual([undefined, undefined]);
  expect(view.passages.every(({ entry }) => entry === "other")).toBe(true);
  expect(view.version).not.toBe(library.version);
  expect(viewOf(library, ["case-studies/other"], directory).version).toBe(view.version);
  expect(emptyRules(readWorkspaceContent("T1=case-studies,niche:robots"), library, directory)).toEqual([
    "T1: “niche:robots” selects nothing, expected one of niche:ai-machine-learning, niche:blockchain-web3, case-studies, or a file such as case-studies/solana",
  ]);
});

import { expect, test } from "vitest";
import { loadLibrary } from "#content/load.ts";
import { formatProblem } from "#content/problem.ts";
import { folderWith, goodStudy } from "./small-library.ts";

const load = async (files: Record<string, string | Uint8Array>) => loadLibrary(await folderWith(files));
const problemsOf = async (files: Record<string, string | Uint8Array>) =>
  (await load(files)).problems.map(formatProblem).map((line) => line.replace(/^.*?casebook-content-[^/]+\//, ""));
const acme = "case-studies/acme.md";

test("a good study becomes sections of passages with ids, dates, sources and lines", async () => {
  const { library } = await load({ [acme]: goodStudy });
  const valuation = library?.passage("acme#glance/1");
  expect(valuation).toMatchObject({
    title: "Valuation",
    text: "$1B",
    asOf: "2024-01",
    sources: ["relay"],
    secondHand: true,
    reviewBy: "2025-07",
    line: 10,
  });
  expect(valuation?.also).toEqual([{ text: "$2B", asOf: "2025-01", sources: ["blog"], secondHand: false }]);
  expect(library?.passage("acme#glance/2")).toMatchObject({ text: "2019", reviewBy: "never" });
  expect(library?.passage("acme#how-it-grew/1")).toMatchObject({
    text: "It grew by selling robots.",
    asOf: "2025-02",
    sources: ["blog"],
    line: 19,
  });
  expect(library?.passage("acme#how-it-grew/2")).toMatchObject({
    text: "A list item too.",
    sources: ["blog", "relay"],
  });
});

test("ways of asking belong to a section of the body, or to one paragraph of it", async () => {
  const asked = "asked:\n  how-it-grew: [growth]\n  how-it-grew/2: [a list]\nquickAnswer:";
  const { library } = await load({ [acme]: goodStudy.replace("quickAnswer:", asked) });
  expect(library?.passage("acme#how-it-grew/1")?.asked).toEqual(["growth"]);
  expect(library?.passage("acme#how-it-grew/2")?.asked).toEqual(["a list", "growth"]);
});

test("a file is found by its folder where a backslash stands between, as on Windows, and comes in the same order", async () => {
  const other = goodStudy.replaceAll("Acme Robotics", "Beta Robotics").replace("aliases: [acme]\n", "");
  const onWindows = await load({ "case-studies\\acme.md": goodStudy, "case-studies/beta.md": other });
  expect(onWindows.problems).toEqual([]);
  const here = await load({ [acme]: goodStudy, "case-studies/beta.md": other });
  expect(onWindows.library?.version).toBe(here.library?.version);
});

test("a heading may be a word that every object knows", async () => {
  const { library, problems } = await load({ [acme]: goodStudy.replace("## How it grew", "## Constructor") });
  expect(problems).toEqual([]);
  expect(library?.passage("acme#constructor/1")?.asked ?? []).toEqual([]);
});

test("questions that people asked lead to the row that answers them, and one that leads nowhere is named", async () => {
  const questions = "resources/questions/acme.yaml";
  const { library } = await load({ [acme]: goodStudy, [questions]: "acme#glance/1: [what are they worth]\n" });
  expect(library?.records.answered).toEqual(["what are they worth"]);
  expect(library?.passage("acme#glance/1")?.asked).toContain("what are they worth");
  expect(library?.entries).toHaveLength(1);
  expect(await problemsOf({ [acme]: goodStudy, [questions]: "acme#glance/1: [a]\nacme#glance/99: [b]\n" })).toEqual([
    expect.stringMatching(/^resources\/questions\/acme\.yaml:2: acme#glance\/99.*no such row/),
  ]);
});

test("questions in several files lead to the same row", async () => {
  const { library } = await load({
    [acme]: goodStudy,
    "resources/questions/a.yaml": "acme#glance/1: [what are they worth]\n",
    "resources/questions/b.yaml": "acme#glance/1: [price of the firm]\n",
  });
  expect(library?.records.answered).toEqual(["what are they worth", "price of the firm"]);
  expect(library?.passage("acme#glance/1")?.asked).toEqual(
    expect.arrayContaining(["what are they worth", "price of the firm"]),
  );
});

test("questions that nothing answers are kept beside the entries", async () => {
  const { library } = await load({
    [acme]: goodStudy,
    "resources/unanswered.yaml": "questions: [who owns their roof]\n",
    "resources/unanswered/acme.yaml": "questions: [what did their roof cost]\n",
    "resources/unanswered/beyond.yaml": "beyond: [did legal sign it]\n",
  });
  expect(library?.records).toMatchObject({
    unanswered: ["who owns their roof", "what did their roof cost"],
    beyond: ["did legal sign it"],
  });
  expect(library?.entries).toHaveLength(1);
});

test("the same content gives the same version, another content another", async () => {
  const [one, two, three] = await Promise.all([
    load({ [acme]: goodStudy }),
    load({ [acme]: goodStudy }),
    load({ [acme]: goodStudy.replace("robots", "drones") }),
  ]);
  expect(one.library?.version).toBe(two.library?.version);
  expect(one.library?.version).not.toBe(three.library?.version);
});

test.each([
  ["an empty file", "", /acme\.md:1: the file is empty, expected front matter/],
  ["no front matter", "just text", /acme\.md:1: no front matter, expected a first line ---/],
  ["broken YAML", "---\ntitle: [a\n---\n", /acme\.md:\d+: not valid YAML/],
  [
    "an unknown field",
    goodStudy.replace("summary:", "sumary: x\nsummary:"),
    /acme\.md:4: unknown field "sumary", expected one of the fields/,
  ],
  ["a missing field", goodStudy.replace("title: Acme Robotics\n", ""), /acme\.md:\d+: title: missing, expected string/],
  [
    "a wrong date",
    goodStudy.replace("asOf: 2024-01", "asOf: soon"),
    /acme\.md:10: glance\[0\]\.asOf: "soon" does not fit, expected a date such as 2023/,
  ],
  [
    "a day that does not exist",
    goodStudy.replace("2025-02-03", "2025-02-30"),
    /sources\[0\]\.date: "2025-02-30" does not fit, .*expected a day that exists/,
  ],
  [
    "an unknown niche",
    goodStudy.replace("AI & Machine Learning", "Fintech"),
    /niche: "Fintech" does not fit, expected AI & Machine Learning or Blockchain & Web3/,
  ],
  [
    "an unsafe address",
    goodStudy.replace("https://acme.example/blog", "javascript:alert(1)"),
    /sources\[0\]\.url: .*expected an address that begins with https/,
  ],
  [
    "ways of asking for a paragraph that is not there",
    goodStudy.replace("quickAnswer:", "asked:\n  how-it-grew/3: [growth]\nquickAnswer:"),
    /acme\.md:8: asked: "how-it-grew\/3" is no section or paragraph of the body, expected one of how-it-grew, how-it-grew\/1/,
  ],
  [
    "a source that is not listed",
    goodStudy.replace("sources: [blog] }\nglance", "sources: [blag] }\nglance"),
    /acme\.md:8: summary\.sources: "blag" is not listed/,
  ],
  [
    "a rival figure's source that is not listed",
    goodStudy.replace("asOf: 2025-01, sources: [blog] }", "asOf: 2025-01, sources: [blag] }"),
    /acme\.md:10: glance\.sources: "blag" is not listed/,
  ],
  ["a doubled source id", goodStudy.replace("id: relay", "id: blog"), /two sources have the id "blog"/],
  [
    "a dead related link",
    goodStudy.replace("aliases:", "related: [nobody]\naliases:"),
    /related: "nobody" is no other entry/,
  ],
  [
    "a paragraph without a citation",
    goodStudy.replace(" [@blog, 2025-02]", ""),
    /acme\.md:19: How it grew: paragraph without a citation, expected it to end with \[@source-id, 2023-08\]/,
  ],
  ["a heading of the wrong level", goodStudy.replace("## How", "### How"), /heading of level 3, expected ##/],
  [
    "two headings alike",
    `${goodStudy}\n## How it grew\n\nAgain. [@blog, 2025]\n`,
    /how-it-grew: two sections have this id/,
  ],
  [
    "a YAML alias",
    goodStudy.replace("aliases: [acme]", "aliases: &a [acme]\nrelated: *a"),
    /YAML alias, expected plain values/,
  ],
])("%s is reported with file, line and field", async (_, text, message) => {
  const problems = await problemsOf({ [acme]: text });
  expect(problems.join("\n")).toMatch(message);
});

const gpus = (...rows: string[]) => `title: Accelerators
summary: Peaks of accelerators.
updated: 2026-01-02
sources: [{ id: sheet, title: Data sheet, publisher: Acme, date: 2025 }]
rows:
${rows.map((row) => `  - { ${row}, group: acme, value: 1, unit: TFLOP/s, text: A card., asOf: 2025, sources: [sheet] }\n`).join("")}`;

test.each([
  ["no accelerator", ["id: a, name: A"], "no row marked as default, expected one row"],
  [
    "two accelerators",
    ["id: a, name: A, attributes: { default: true }", "id: b, name: B, attributes: { default: true }"],
    "a, b marked as default, expected one row",
  ],
])("%s marked as the one a cost means by default is a problem", async (_, rows, text) => {
  expect(await problemsOf({ "assumptions/gpus.yaml": gpus(...rows) })).toEqual([expect.stringContaining(text)]);
});

test.each([
  ["low: 9", /gpus\.yaml:6: rows\[0\]\.low: 9 does not fit, expected no more than the value$/],
  ["high: 0.5", /gpus\.yaml:6: rows\[0\]\.high: 0\.5 does not fit, expected no less than the value and the low$/],
  ["low: 9, high: 1", /rows\[0\]\.low: 9 .*\n.*rows\[0\]\.high: 1 does not fit/],
])("an assumption of 1 with %s is a problem of that field", async (range, message) => {
  const row = `id: a, name: A, attributes: { default: true }, ${range}`;
  expect((await problemsOf({ "assumptions/gpus.yaml": gpus(row) })).join("\n")).toMatch(message);
});

test.each(["low: 1, high: 1", "low: 0", "high: 2"])("an assumption of 1 with %s is none", async (range) => {
  const row = `id: a, name: A, attributes: { default: true }, ${range}`;
  expect(await problemsOf({ "assumptions/gpus.yaml": gpus(row) })).toEqual([]);
});

test("pay whose low is above its high is a problem of that field", async () => {
  const pay = (base: string) => `title: Pay
summary: What roles are paid.
updated: 2026-01-02
sources: [{ id: survey, title: Survey, publisher: Acme, date: 2025 }]
rows:
  - { id: a, role: vp-sales, city: Paris, base: ${base}, currency: EUR, confidence: survey, asOf: 2025, sources: [survey] }
`;
  const problems = async (base: string) => problemsOf({ "assumptions/salaries.yaml": pay(base) });
  expect(await problems("{ low: 300000, high: 100000 }")).toEqual([
    "assumptions/salaries.yaml:6: rows[0].base.low: 300000 does not fit, expected no more than the high",
  ]);
  expect(await problems("{ low: 100000, high: 100000 }")).toEqual([]);
});

test("two entries may not share a name", async () => {
  const problems = await problemsOf({
    [acme]: goodStudy,
    "case-studies/other.md": goodStudy.replace("title: Acme Robotics", "title: Other"),
  });
  expect(problems.join("\n")).toMatch(/other\.md:1: aliases: "acme" already names .*acme\.md/);
});

test("all problems of all files are told at once", async () => {
  const problems = await problemsOf({
    [acme]: goodStudy.replace("asOf: 2024-01", "asOf: soon").replace("niche: AI & Machine Learning", "niche: x"),
    "case-studies/empty.md": "",
    "notes/x.md": "x",
  });
  expect(problems).toHaveLength(4);
});

test("a dead link is told along with other files' problems; a link to a file that does not parse is none", async () => {
  const problems = await problemsOf({
    [acme]: goodStudy.replace("aliases:", "related: [broken, acmee-motors]\naliases:"),
    "case-studies/acme-motors.md": goodStudy
      .replaceAll("Acme Robotics", "Acme Motors")
      .replace("aliases: [acme]\n", ""),
    "case-studies/broken.md": "just text",
  });
  expect(problems.join("\n")).toMatch(
    /acme\.md:5: related: "acmee-motors" is no other entry, expected an id such as acme-motors/,
  );
  expect(problems.join("\n")).not.toMatch(/"broken" is no other entry/);
  expect(problems).toHaveLength(2);
});

test("a YAML bomb is refused", async () => {
  const bomb = `---\na: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefgh"
    .split("")
    .map((name, i) => `${name}: &${name} [${`*${"abcdefgh"[i]},`.repeat(9)}]`)
    .join("\n")}\n---\n`;
  expect((await problemsOf({ [acme]: bomb })).join()).toMatch(/YAML alias/);
});

test("keys that would reach an object's prototype are unknown fields", async () => {
  expect(
    (await problemsOf({ [acme]: goodStudy.replace("summary:", "__proto__: { polluted: yes }\nsummary:") })).join(),
  ).toMatch(/unknown field|__proto__/);
  expect(Reflect.get({}, "polluted")).toBeUndefined();
});

test("bytes that are no text and a folder that is missing are problems, not crashes", async () => {
  expect(await problemsOf({ [acme]: new Uint8Array([0xff, 0xfe, 0, 1, 2]) })).toHaveLength(1);
  expect((await loadLibrary("/nowhere/at/all")).problems.map(formatProblem)).toEqual([
    "/nowhere/at/all:1: no content here, expected files as in content/README.md",
  ]);
});

test("a way of asking that is a glossary term's own name is a problem, named once", async () => {
  const glossary = `title: Words
summary: What words mean.
updated: 2026-01-02
terms:
  - { id: arr, term: Annual recurring revenue, aliases: [ARR], group: Metrics, text: Revenue of a year., asOf: 2025, sources: [blog] }
sources:
  - { id: blog, title: Our words, publisher: Acme, date: 2025-02-03, url: "https://acme.example/words" }
`;
  const study = goodStudy.replace("value: 2019,", 'value: 2019, asked: [arr, "born when"],');
  expect(await problemsOf({ [acme]: study, "resources/glossary.yaml": glossary })).toEqual([
    'case-studies/acme.md:11: asked: "arr" is a term of the glossary, expected other words',
  ]);
});

test.each([
  [
    "a founding year told differently",
    "text: Acme makes robots.",
    "text: Acme was founded in 2017.",
    /summary: founding year 2017 contradicts acme#glance\/2 \(2019\)/,
  ],
  [
    "a valuation of the same day told differently",
    "{ text: Acme makes robots., asOf: 2025,",
    "{ text: It was valued at $3 billion., asOf: 2024-01,",
    /summary: valuation \$3b contradicts acme#glance\/1 \(\$1b, \$2b\)/,
  ],
])("%s is a contradiction", async (_, from, to, message) => {
  expect((await problemsOf({ [acme]: goodStudy.replace(from, to) })).join()).toMatch(message);
});

test("the same figure in other words, a rival or another day is no contradiction", async () => {
  for (const text of ["Acme was founded in 2019.", "It was valued at $2 billion."]) {
    expect(
      await problemsOf({
        [acme]: goodStudy.replace("{ text: Acme makes robots., asOf: 2025,", `{ text: ${text}, asOf: 2024-01,`),
      }),
    ).toEqual([]);
  }
  expect(
    await problemsOf({ [acme]: goodStudy.replace("text: Acme makes robots.", "text: It was valued at $9B.") }),
  ).toEqual([]);
  // Another figure than the row's, with the row's as its rival.
  const disputed =
    "{ text: It was valued at $3 billion., asOf: 2024-01, sources: [relay], also: [{ text: $1B, asOf: 2024-01, sources: [blog] }] }";
  expect(
    await problemsOf({
      [acme]: goodStudy.replace("{ text: Acme makes robots., asOf: 2025, sources: [blog] }", disputed),
    }),
  ).toEqual([]);
});

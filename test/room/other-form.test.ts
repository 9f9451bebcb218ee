import { expect, test } from "vitest";
import { plain, type Reply } from "#core/reply.ts";
import { formOf } from "#room/other-form.ts";

const origin = { platform: "terminal", via: "command" } as const;
const invocation = { command: "ask", words: ["source?"], named: {}, rest: "source?", share: false, page: 1, origin };

const dated = (...days: string[]): Reply => ({
  ok: true,
  command: "stat",
  line: "stat x",
  title: "x",
  parts: [{ kind: "list", items: days.map((asOf) => ({ text: ["It is so."], asOf, cites: ["a/1"] })) }],
  sources: [{ id: "a/1", title: "A" }],
  data: {},
  page: 1,
  shared: false,
});

test.each([
  [["2026", "2026-07-02"], "The answer holds as of 2026."],
  [["2026-07-02", "2026-07-02"], "The answer holds as of 2 Jul 2026."],
  [["2025-03", "2026", "2026-07-02"], "What it says is dated from Mar 2025 to 2 Jul 2026."],
])("rows of %j are dated so: %s", (days, says) => {
  const [first] = formOf("sources", dated(...days), invocation).parts;
  expect(first?.kind === "text" && plain(first.text)).toBe(says);
});

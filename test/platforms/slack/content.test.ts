import { expect, test } from "vitest";
import type { Reply } from "#core/reply.ts";
import { draw, renderSlack } from "#platforms/slack/render.ts";
import { startPage } from "#platforms/slack/view.ts";
import { openReal } from "../../real.ts";
import { faultsOf, lettersOf, viewFaultsOf } from "./judge.ts";

const real = await openReal();

/** Every example of every command, and every section of every entry that has sections. */
const lines = [
  ...real.dispatch.commands.flatMap((command) => [command.name, ...command.examples]),
  "ask who heads partnerships at anthropic?",
  ...real
    .library()
    .entries.flatMap((entry) =>
      entry.kind === "case-study" ? entry.sections.map((section) => `case ${entry.id} ${section.id}`) : [],
    ),
];

function pagesOf(reply: Reply) {
  const pages = [];
  for (let page = 1; page < 100; page++) {
    pages.push(renderSlack({ ...reply, page }));
    if (!lettersOf(pages.at(-1)?.blocks ?? []).includes(`More (${page + 1} of `)) break;
  }
  return pages;
}

test("every command's examples and every section of every study make messages that Slack takes, with all their sources", async () => {
  for (const line of lines) {
    const reply = await real.say(line);
    const pages = pagesOf(reply);
    for (const message of pages) expect([line, ...faultsOf(message)]).toEqual([line]);
    const shown = pages.map(({ blocks }) => lettersOf(blocks)).join("\n");
    for (const i of reply.sources.keys()) expect(shown).toContain(`[${i + 1}]`);
  }
});

test("the Home tab with the library's list is one that Slack takes", async () => {
  const { message } = draw(await real.say("case"), { share: false, tables: false });
  expect(viewFaultsOf(startPage(real.dispatch.commands, message.blocks))).toEqual([]);
});

test("a question that spells mentions is quoted without one", async () => {
  const message = renderSlack(
    await real.say("ask <!channel> <@U012345678> <!subteam^S1|@ops> who founded hugging face @here?"),
  );
  expect(faultsOf(message)).toEqual([]);
});

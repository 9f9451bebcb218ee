import { HTTPError } from "discord.js";
import { expect, test } from "vitest";
import { unobserved } from "#core/observer.ts";
import type { Chart } from "#core/reply.ts";
import { loggedOf } from "#platforms/discord/errors.ts";
import { prepare } from "#platforms/discord/forms.ts";
import { drawPictures } from "#platforms/discord/pictures.ts";
import { createWork } from "#platforms/discord/work.ts";
import { createLog } from "../../../src/log.ts";
import { replyOf } from "./replies.ts";

function bug(): never {
  throw new TypeError("what was asked");
}

function logged() {
  const lines: string[] = [];
  return { log: createLog("info", { write: (line) => void lines.push(line) }), lines };
}

const chart: Chart = {
  ...{ kind: "chart", type: "bar", title: "T", unit: "", alt: "1" },
  ...{ categories: ["a"], series: [{ name: "s", values: [1] }] },
};

test("a reply that cannot be shown is logged under the reference its asker reads, with the place in the code", async () => {
  const { log, lines } = logged();
  const long = replyOf([{ kind: "buttons", buttons: [{ label: "Long", line: `ask ${"x".repeat(200)}` }] }]);
  const [form] = await prepare(long, { kept: { keep: bug, find: bug }, log });
  const { ref, err, command } = JSON.parse(lines.join());
  expect(ref).toMatch(/^[0-9a-f]{6}$/);
  expect(JSON.stringify(form)).toContain(`reference \`${ref}\``);
  expect({ command, type: err.type }).toEqual({ command: long.command, type: "TypeError" });
  expect(err.stack).toContain("bugs.test.ts");
});

test("a bug under an interaction, and one in a drawing, are logged with their place in the code", async () => {
  const { log, lines } = logged();
  createWork(log, unobserved).take(async () => bug());
  await drawPictures([chart], async () => bug(), log);
  await new Promise(setImmediate);
  expect(lines.map((line) => JSON.parse(line).err.stack)).toEqual([
    expect.stringContaining("bugs.test.ts"),
    expect.stringContaining("bugs.test.ts"),
  ]);
});

test("what Discord answered is logged without the address, which holds a token", () => {
  const url = "https://discord.com/api/v10/webhooks/1/aToken";
  const error = new HTTPError(502, "Bad Gateway", "POST", url, { body: {}, files: undefined });
  expect(loggedOf(error)).toEqual({ status: 502, reason: "Discord answered with an error" });
});

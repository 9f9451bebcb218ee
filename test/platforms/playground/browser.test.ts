import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { folderWith, goodStudy } from "../../content/small-library.ts";
import { openBrowser } from "./browser.ts";
import { openTestPlayground } from "./open.ts";

let browser: Browser;
let playground: Awaited<ReturnType<typeof openTestPlayground>>;
const pages: Page[] = [];

beforeAll(async () => {
  [browser, playground] = await Promise.all([openBrowser(), openTestPlayground()]);
});
afterEach(async () => {
  await Promise.all(pages.splice(0).map((page) => page.close()));
});
afterAll(async () => {
  await browser?.close();
  await playground?.close();
});

type Opened = { page: Page; faults: string[]; addresses: string[] };

async function open(address = playground.address): Promise<Opened> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  pages.push(page);
  page.setDefaultTimeout(15_000);
  const faults: string[] = [];
  const addresses: string[] = [];
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("dialog", (dialog) => {
    faults.push(`a dialog opened: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => addresses.push(request.url()));
  await page.goto(address);
  await page.waitForSelector("body[data-ready]");
  return { page, faults, addresses };
}

async function say(page: Page, line: string): Promise<void> {
  await page.fill("#line", line);
  await page.press("#line", "Enter");
  await page.waitForSelector("#slack-log .message:last-child .inspector, #slack-log .notice:last-child");
  await page.waitForSelector("#discord-log .message:last-child .inspector, #discord-log .notice:last-child");
}

const last = (page: Page, side: "slack" | "discord") => page.locator(`#${side}-log > article`).last();

test("a chart is a picture on both platforms, with its numbers in words, and nothing of it comes from elsewhere", async () => {
  const act = { kind: "say", line: "/readiness 3 2 1 2 2 1 3 2 1 2 1 1", where: "channel" };
  // Draws it once, with more patience than an answer has, however busy the machine is.
  await fetch(`${playground.address}/api/turn`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ side: "slack", act }),
  });
  const { page, faults, addresses } = await open();
  await say(page, act.line);
  for (const side of ["slack", "discord"] as const) {
    const picture = last(page, side)
      .getByRole("img", { name: /Data infrastructure \d+/ })
      .first();
    await picture.waitFor();
    const width = () => picture.evaluate((image) => ("naturalWidth" in image ? Number(image.naturalWidth) : 0));
    await expect.poll(width, { timeout: 10_000 }).toBeGreaterThan(600);
  }
  expect(faults).toEqual([]);
  expect(addresses.filter((one) => !one.startsWith(playground.address) && !one.startsWith("data:"))).toEqual([]);
});

test("a newcomer types /case hugg, takes the suggestion, opens a section in place and shares it, on both platforms", async () => {
  const { page, faults } = await open();
  await page.keyboard.type("/case hugg");
  await page.getByRole("option", { name: /Hugging Face/ }).waitFor();
  await page.keyboard.press("Tab");
  expect(await page.inputValue("#line")).toBe("/case hugging-face ");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
  for (const side of ["slack", "discord"] as const) {
    await last(page, side).getByRole("heading", { name: "Hugging Face" }).first().waitFor();
    await last(page, side)
      .getByText(/^Only (visible to you|you can see this)$/)
      .waitFor();
    const messages = await page.locator(`#${side}-log > article`).count();
    await last(page, side).getByRole("combobox").click();
    await last(page, side)
      .getByRole("option", { name: /lessons/i })
      .first()
      .click();
    await last(page, side)
      .getByRole("heading", { name: /lessons/i })
      .first()
      .waitFor();
    expect(await page.locator(`#${side}-log > article`).count()).toBe(messages);
    await last(page, side).getByRole("button", { name: "Share" }).click();
    await page.waitForSelector(`#${side}-log > article:last-child:not(.alone) .inspector`);
    expect(await last(page, side).textContent()).not.toMatch(/Only (visible to you|you can see this)/);
  }
  expect(faults).toEqual([]);
});

test("a form opens as the platform's modal, and what is sent comes back as an answer", async () => {
  const { page, faults } = await open();
  await say(page, "/digest list");
  for (const side of ["slack", "discord"] as const) {
    await last(page, side).getByRole("button", { name: "New digest" }).click();
    const form = page.getByRole("dialog", { name: "New digest" });
    await form.getByLabel(/^When/).fill("every monday 09:00");
    await form.getByLabel(/^Time zone/).fill("Europe/Paris");
    await form.getByLabel(/^About/).fill("ai");
    await form.locator("button[type=submit]").click();
    await page
      .getByText(/every monday/i)
      .and(page.locator(`#${side}-log *`))
      .first()
      .waitFor();
    expect(await page.locator("dialog.form").count()).toBe(0);
  }
  expect(faults).toEqual([]);
});

test("a meeting's notes stand line by line on both platforms, and Discord's file of them can be kept", async () => {
  const { page, faults } = await open();
  for (const line of ["/meeting start hugging-face", "who founded Hugging Face?", "/meeting export"])
    await say(page, line);
  for (const side of ["slack", "discord"] as const)
    expect(await last(page, side).locator(".body pre").first().innerText()).toMatch(
      /^# Meeting notes: Hugging Face\n\n1 question: 1 answered, 0 not\. .+\n\n## Answered\n\n- /,
    );
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    last(page, "discord").getByRole("link", { name: "meeting-notes.md" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("meeting-notes.md");
  expect(await readFile(await download.path(), "utf8")).toMatch(/^# Meeting notes: Hugging Face\n\n1 question/);
  expect(faults).toEqual([]);
});

test("everything works from the keyboard: the box, a menu, the inspector's tabs, and the focus is kept", async () => {
  const { page } = await open();
  await page.selectOption("#view", "slack");
  await page.focus("#line");
  await page.keyboard.type("case solana");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
  const menu = last(page, "slack").getByRole("combobox");
  await menu.focus();
  await page.keyboard.press("ArrowDown");
  expect(await menu.getAttribute("aria-expanded")).toBe("true");
  await page.keyboard.press("ArrowDown");
  const marked = await last(page, "slack").locator("[role=option][aria-selected=true] .option-label").textContent();
  await page.keyboard.press("Enter");
  await last(page, "slack")
    .locator("h3", { hasText: marked ?? "?" })
    .waitFor();
  expect(await page.evaluate('document.activeElement.closest("article").matches(":last-child")')).toBe(true);
  await last(page, "slack").locator(".inspector > summary").focus();
  await page.keyboard.press("Enter");
  await last(page, "slack").getByRole("tab", { name: "Why" }).waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowRight");
  expect(await page.evaluate("document.activeElement.textContent")).toBe("Limits");
  expect(await last(page, "slack").getByRole("meter", { name: "Blocks" }).getAttribute("max")).toBe("50");
});

const attacks = [
  `<script>window.hit = 1</script>`,
  `<img src=x onerror="window.hit = 1">`,
  `[press](javascript:window.hit=1)`,
  `<javascript:window.hit=1|press>`,
  `"><svg onload=window.hit=1>`,
];

test("no script in content or question ever runs, and its letters are shown", async () => {
  const hostile = goodStudy
    .replace("A robot maker.", () => JSON.stringify(`A robot maker. ${attacks[0]}`))
    .replace("Acme makes robots.", () => JSON.stringify(`Robots ${attacks.join(" ")}`));
  const folder = await folderWith({ "case-studies/acme.md": hostile });
  const other = await openTestPlayground(folder);
  try {
    const { page, faults } = await open(other.address);
    await say(page, "/case acme");
    for (const attack of attacks) await say(page, `/ask what is ${attack}`);
    await say(page, `what is ${attacks.join(" ")}?`);
    for (const side of ["slack", "discord"] as const) {
      const shown = await page.locator(`#${side}-log`).textContent();
      expect(shown).toContain("<script>window.hit = 1</script>");
      expect(shown).toContain("javascript:window.hit=1");
    }
    await page.locator(".inspector > summary").first().click();
    expect(await page.evaluate("'hit' in window")).toBe(false);
    expect(await page.locator(".log script, .log img, .log svg").count()).toBe(0);
    const hrefs = await page.evaluate("[...document.querySelectorAll('a')].map((link) => link.href)");
    for (const href of z.array(z.string()).parse(hrefs)) expect(href).toMatch(/^https?:/);
    expect(faults).toEqual([]);
  } finally {
    await other.close();
  }
});

test("a change of the content shows the last answer anew; a broken one is named and the good one stays", async () => {
  const folder = await folderWith({ "case-studies/acme.md": goodStudy });
  const other = await openTestPlayground(folder);
  const file = join(folder, "case-studies/acme.md");
  try {
    const { page } = await open(other.address);
    await say(page, "/case acme");
    await writeFile(file, (await readFile(file, "utf8")).replace("Acme makes robots.", "Acme now makes rockets."));
    for (const side of ["slack", "discord"] as const)
      await last(page, side).getByText("Acme now makes rockets.").waitFor();
    await writeFile(file, "---\ntitle: broken\n---\n");
    await page
      .getByRole("alert")
      .getByText(/case-studies\/acme\.md:\d+/)
      .first()
      .waitFor();
    await last(page, "slack").getByText("Acme now makes rockets.").waitFor();
  } finally {
    await other.close();
  }
});

test.each(["light", "dark"])("the %s theme's letters stand out from their ground by 4.5 to 1", async (theme) => {
  const { page } = await open();
  await page.selectOption("#theme", theme);
  for (const line of ["/compare hugging-face openai", "/cost 7B 1T H100", "who founded hugging face?"])
    await say(page, line);
  await page.locator(".inspector > summary").first().click();
  const faint = await page.evaluate(await readFile("test/platforms/playground/faint-texts.js", "utf8"));
  expect(faint).toEqual([]);
});

test("the page asks nobody but its own server, and its first load is under 300 kB", async () => {
  const { page, addresses } = await open();
  const first = z
    .number()
    .parse(
      await page.evaluate("performance.getEntries().reduce((sum, entry) => sum + (entry.encodedBodySize ?? 0), 0)"),
    );
  expect(first).toBeGreaterThan(20_000);
  expect(first).toBeLessThan(300_000);
  for (const line of ["/cost 7B 1T H100", "/case hugging-face", "/hub"]) await say(page, line);
  await page.locator("#slack-log .inspector > summary").first().click();
  await page.locator("#slack-log figure.chart img").first().waitFor();
  expect(
    addresses.filter((address) => !address.startsWith(playground.address) && !address.startsWith("data:")),
  ).toEqual([]);
});

test("a pasted payload is watched on its way through decode, parse, run and render", async () => {
  const { page } = await open();
  await page.getByRole("button", { name: "Replay" }).click();
  await page.fill("#replay-payload", await readFile("test/fixtures/slack/payloads/slash_command.json", "utf8"));
  await page.getByRole("button", { name: "Run it" }).click();
  await page.getByText("Read as Slack’s command.").waitFor();
  const stages = await page.locator("#replay .stages > li strong").allTextContents();
  expect(stages).toEqual(["delivered", "decode", "parse", "run", "render and send"]);
  await page.fill("#replay-payload", "no json");
  await page.getByRole("button", { name: "Run it" }).click();
  await page.getByText("This is not JSON.").waitFor();
});

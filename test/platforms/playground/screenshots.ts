import { mkdirSync } from "node:fs";
import type { Page } from "playwright-core";
import { openBrowser } from "./browser.ts";
import { openTestPlayground } from "./open.ts";

/** `npm run screenshots`: the pictures in docs/, or those named (`-- chart-dark`), from the playground as it is now. */
type Shot = {
  readonly name: string;
  readonly lines: readonly string[];
  readonly settings: Readonly<Record<string, string>>;
  readonly width: number;
  readonly height: number;
  readonly prepare?: (page: Page) => Promise<void>;
};

const both = { view: "both", width: "desktop" };
const shots: readonly Shot[] = [
  {
    name: "ask-light",
    lines: ["who founded hugging face?"],
    settings: { ...both, theme: "light" },
    width: 1280,
    height: 800,
  },
  {
    name: "compare-dark",
    lines: ["/compare hugging-face openai"],
    settings: { ...both, theme: "dark" },
    width: 1280,
    height: 800,
  },
  { name: "cost-light", lines: ["/cost 7B 1T H100"], settings: { ...both, theme: "light" }, width: 1280, height: 800 },
  {
    name: "chart-dark",
    lines: ["/readiness 3 2 1 2 2 1 3 2 1 2 1 1"],
    settings: { ...both, theme: "dark" },
    width: 1280,
    height: 800,
  },
  {
    name: "phone-dark",
    lines: ["/brief hugging-face"],
    settings: { view: "both", theme: "dark", width: "phone" },
    ...{ width: 900, height: 860 },
  },
  {
    name: "inspect-light",
    lines: ["/digest list"],
    settings: { ...both, theme: "light" },
    ...{ width: 1280, height: 800 },
    prepare: async (page) => {
      await page.locator("#slack-log .inspector > summary").last().click();
      await page.locator("#slack-log").getByRole("tab", { name: "Limits" }).click();
      await page.locator("#discord-log .inspector > summary").last().click();
      await page.locator("#discord-log").getByRole("tab", { name: "Stages" }).click();
    },
  },
];

const [browser, playground] = await Promise.all([openBrowser(), openTestPlayground()]);
mkdirSync("docs", { recursive: true });
const named = process.argv.slice(2);
for (const { name, lines, settings, width, height, prepare } of shots) {
  if (named.length > 0 && !named.includes(name)) continue;
  const page = await browser.newPage({ viewport: { width, height } });
  // The clock of the pictures stands still, so that they change only when what they show does.
  await page.clock.setFixedTime(new Date("2026-11-23T09:30:00"));
  await page.goto(playground.address);
  await page.waitForSelector("body[data-ready]");
  for (const [id, value] of Object.entries(settings)) await page.selectOption(`#${id}`, value);
  for (const line of lines) {
    await page.fill("#line", line);
    await page.press("#line", "Enter");
    await page.waitForSelector("#slack-log > article:last-child .inspector");
    await page.waitForSelector("#discord-log > article:last-child .inspector");
  }
  await prepare?.(page);
  await page.waitForTimeout(300);
  await page.screenshot({ path: `docs/${name}.png` });
  await page.close();
}
await browser.close();
await playground.close();

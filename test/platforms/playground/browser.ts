import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import chromium from "@sparticuz/chromium";
import { type Browser, chromium as playwright } from "playwright-core";

/** A real Chromium out of a package, with the font that is shipped and nothing that speaks to the network by itself. */
export async function openBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    headless: true,
    args: [
      "--no-sandbox",
      "--headless=new",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-domain-reliability",
      "--disable-sync",
      "--no-first-run",
      "--no-pings",
      "--font-render-hinting=none",
    ],
    env: { ...process.env, FONTCONFIG_FILE: fontConfig() },
  });
}

/** A font configuration of our own: a machine that runs tests may have no fonts at all. */
function fontConfig(): string {
  const directory = mkdtempSync(join(tmpdir(), "casebook-fonts-"));
  const file = join(directory, "fonts.conf");
  const fonts = resolve("node_modules/dejavu-fonts-ttf/ttf");
  const alias = (family: string, font: string) =>
    `<alias><family>${family}</family><prefer><family>${font}</family></prefer></alias>`;
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fonts}</dir><selectfont><rejectfont><glob>*Serif*</glob></rejectfont><rejectfont><glob>*Math*</glob></rejectfont><rejectfont><glob>*Condensed*</glob></rejectfont></selectfont><cachedir>${directory}</cachedir>${alias("sans-serif", "DejaVu Sans")}${alias("system-ui", "DejaVu Sans")}${alias("monospace", "DejaVu Sans Mono")}</fontconfig>`,
  );
  return file;
}

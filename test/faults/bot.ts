import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { vi } from "vitest";
import { freePort } from "../free-port.ts";
import { deliver, payload, signingSecret } from "../platforms/slack/harness.ts";
import type { SlackServer } from "../platforms/slack/slack-server.ts";

type Options = {
  readonly slackApi: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Limits of the shell it is started from, such as `-n 60`: 60 open files. */
  readonly ulimit?: string;
  readonly data?: string;
  /** The number of the user and group it runs as; only root may say so. */
  readonly user?: number;
};

/** For tests that start processes and wait for clocks, on any machine. */
export const slow = { timeout: 240_000 };

export const portOf = (url: string): number => Number(new URL(url).port);

/** What went to the response_url of a name. */
export const answersTo = (slack: SlackServer, name: string) =>
  slack.to("response_url").filter(({ args }) => args.url === `/response/${name}`);

const patience = { timeout: 120_000, interval: 50 };

/** `npm start` as a process of its own, on Slack over HTTP. */
export async function startProcess({ slackApi, environment = {}, ulimit, data, user }: Options) {
  const directory = data ?? (await mkdtemp(join(tmpdir(), "casebook-faults-")));
  const port = await freePort();
  const start = [process.execPath, "--disable-warning=ExperimentalWarning", "src/main.ts"];
  const [command = "", ...words] = ulimit ? ["bash", "-c", `ulimit ${ulimit}; exec "$@"`, "bash", ...start] : start;
  const main = spawn(command, words, {
    env: {
      ...Object.fromEntries(Object.entries(process.env).filter(([key]) => !/^(SLACK|DISCORD|DATABASE)_/.test(key))),
      ...{ SLACK_BOT_TOKEN: "xoxb-not-a-token", SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: slackApi },
      ...{ PORT: String(port), DATA_DIR: directory, LOG_LEVEL: "info", ANSWER_THREADS: "0", ...environment },
    },
    stdio: ["ignore", "pipe", "pipe"],
    ...(user === undefined ? {} : { uid: user, gid: user }),
  });
  let said = "";
  for (const stream of [main.stdout, main.stderr]) stream.setEncoding("utf8").on("data", (text) => (said += text));
  const ended = once(main, "exit").then(([code, signal]) => ({ code, signal }));
  const url = `http://127.0.0.1:${port}/slack/events`;
  let asked = 0;
  return {
    data: directory,
    ended,
    said: () => said,
    /** Resolves when it has said so. */
    hears: (words: string | RegExp) =>
      vi.waitFor(() => {
        if (!(typeof words === "string" ? said.includes(words) : words.test(said)))
          throw new Error(`it did not say ${words}:\n${said.slice(-2000)}`);
      }, patience),
    kill: async (signal: NodeJS.Signals) => {
      main.kill(signal);
      return ended;
    },
    port,
    /** Sends a signed slash command whose answer goes to `responseUrl`. */
    ask: (text: string, responseUrl: string) =>
      deliver(
        url,
        payload("slash_command", (body) => {
          Object.assign(body, { command: "/casebook", text, response_url: responseUrl, trigger_id: `t${++asked}` });
        }),
      ),
  };
}

export type Process = Awaited<ReturnType<typeof startProcess>>;

export const eventually = <T>(check: () => T): Promise<T> => vi.waitFor(check, patience);

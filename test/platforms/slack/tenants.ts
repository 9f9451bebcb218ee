import { randomBytes } from "node:crypto";
import type { Log } from "#core/log.ts";
import type { Store } from "#core/store.ts";
import { createSlackAdapter } from "#platforms/slack/adapter.ts";
import type { SlackConfig } from "#platforms/slack/config.ts";
import { createSlackDeliverer } from "#platforms/slack/deliver.ts";
import { createFront } from "../../../src/front.ts";
import { freePort } from "../../free-port.ts";
import { deliver, inside, memoryLines, memoryLog, payload, signingSecret, stubDispatch } from "./harness.ts";
import { makeReply } from "./make.ts";
import type { SlackServer } from "./slack-server.ts";

export const newKey = (): string => randomBytes(32).toString("base64");

/** What Slack answers to a code: a bot of a workspace, or of an organisation. */
export function granted(name: string, more: Record<string, unknown> = {}) {
  return {
    ok: true,
    app_id: "A0APP0001",
    token_type: "bot",
    access_token: tokenOf(name),
    scope: "commands,chat:write",
    bot_user_id: `UBOT${name}`,
    team: { id: `T${name}`, name: `The <b>${name}</b> team` },
    enterprise: null,
    is_enterprise_install: false,
    authed_user: { id: "U0USER001" },
    ...more,
  };
}

export const tokenOf = (name: string): string => `xoxb-secret-of-${name}`;

/** An organisation's bot. */
export const organisation = (name: string) =>
  granted(name, { team: null, enterprise: { id: `E${name}`, name }, is_enterprise_install: true });

type Tenants = { slack: SlackServer; store: Store; key: string; allowed?: readonly string[]; log?: Log };

/** The bot that many workspaces install, over HTTP, with answers that tell what was asked. */
export async function startTenants({ slack, store, key, allowed, log: given }: Tenants) {
  const remembered = memoryLog();
  const log = given ?? remembered;
  const port = await freePort();
  const config: SlackConfig = {
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_CLIENT_ID: "123.456",
    SLACK_CLIENT_SECRET: "the-client-secret",
    SLACK_STATE_SECRET: "a-state-secret-of-thirty-two-letters",
    INSTALLATION_KEY: key,
    SLACK_WORKSPACES: allowed,
    SLACK_API_URL: slack.apiUrl,
    HOST: "127.0.0.1",
    PORT: port,
  };
  const { installations } = store;
  const [installed, removed]: [string[], string[]] = [[], []];
  const adapter = createSlackAdapter(config, {
    ...{ dispatch: stubDispatch((line) => makeReply({ title: `You asked: ${line}` })), kept: memoryLines(), log },
    installations,
    front: createFront({ host: "127.0.0.1", port }),
    followed: {
      installed: async (workspaces) => void installed.push(...workspaces),
      removed: async (workspaces) => void removed.push(...workspaces),
    },
  });
  await adapter.start();
  const base = `http://127.0.0.1:${port}`;
  const send = (body: Record<string, unknown>) => deliver(`${base}/slack/events`, body);
  return {
    ...{ adapter, log: remembered, base, installed, removed, send },
    deliverer: createSlackDeliverer(config, { kept: memoryLines(), log, installations }),
    install: (code: string) => install(base, code),
    command: (team: string, more: Record<string, unknown> = {}) =>
      send(
        payload("slash_command", (body) =>
          Object.assign(body, { team_id: team, response_url: slack.responseUrl(team) }, more),
        ),
      ),
    mention: (team: string, id: string, of: { enterprise?: string; bot?: string } = {}) => send(mention(team, id, of)),
    stop: () => adapter.stop(),
  };
}

/** Walks through the install at `base` as a browser does; gives the last page. */
export async function install(base: string, code: string) {
  const begun = await fetch(`${base}/slack/install`);
  const page = await begun.text();
  const href = /href="([^"]+)"/.exec(page)?.[1]?.replaceAll("&#38;", "&") ?? "";
  const [cookie = ""] = begun.headers.getSetCookie();
  const state = new URL(href).searchParams.get("state") ?? "";
  const done = await fetch(`${base}/slack/oauth_redirect?${new URLSearchParams({ code, state })}`, {
    headers: { cookie: cookie.split(";")[0] ?? "" },
  });
  return {
    begun,
    page,
    href: new URL(href),
    cookie,
    state,
    status: done.status,
    done: await done.text(),
    headers: done.headers,
  };
}

function mention(
  team: string,
  id: string,
  { enterprise, bot = `UBOT${team.slice(1)}` }: { enterprise?: string; bot?: string },
) {
  return payload("app_mention", (body) => {
    const wide = enterprise !== undefined;
    Object.assign(body, { team_id: team, context_team_id: team, event_id: id, enterprise_id: enterprise ?? null });
    body.authorizations = [
      { enterprise_id: enterprise ?? null, team_id: team, user_id: bot, is_bot: true, is_enterprise_install: wide },
    ];
    Object.assign(inside(body, "event"), {
      text: `<@${bot}> case acme`,
      ts: `${id.length}.${id}`,
      channel: `C${team}`,
    });
  });
}

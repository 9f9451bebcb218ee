import { randomFrom } from "#calc/random.ts";
import { startSlackServer } from "../platforms/slack/slack-server.ts";
import { granted, newKey, organisation, startTenants } from "../platforms/slack/tenants.ts";
import type { Bot } from "./bot.ts";
import { mutateJson, mutateText } from "./mutate.ts";
import { below, maybe, nasty, oneOf, type Random } from "./nasty.ts";
import { type Answer, sendRaw } from "./request.ts";
import type { Fault, Target } from "./target.ts";

/** A visit to the pages; what is signed is put in when it is made, and changed by the seed. */
type Visit = {
  readonly page: "begin" | "end" | "other";
  readonly method: string;
  readonly path: string;
  readonly query: readonly (readonly [string, string])[];
  readonly state: "ours" | "changed" | "another's" | "none";
  readonly cookie: "ours" | "changed" | "another's" | "none";
  readonly odd: string;
  readonly seed: number;
  /** What Slack says to the code. */
  readonly slack: unknown;
};

const begin = "/slack/install";
const end = "/slack/oauth_redirect";
const others = [
  "/slack",
  "/slack/",
  "/slack//",
  "/slack/events",
  "/slack/install/",
  "/slack/install/../../package.json",
];

/** The pages to install in Slack over real HTTP: queries, states, cookies and Slack's own answers, all of them changed. */
export async function slackInstallTarget({ store, log }: Bot): Promise<Target> {
  const slack = await startSlackServer();
  const { base, stop } = await startTenants({ slack, store: await store.get(), key: newKey(), log });

  /** State and cookie as a browser has them after the first page. */
  const begun = async (): Promise<{ state: string; cookie: string }> => {
    const { headers, text } = await sendRaw(base, { method: "GET", path: begin });
    const state = /[?&;]state=([^&"]+)/.exec(text)?.[1] ?? "";
    return { state, cookie: headers["set-cookie"]?.[0]?.split(";")[0] ?? "" };
  };

  return {
    name: "slack-install",
    share: 1,
    make: (random, number): Visit => {
      const page = oneOf(random, ["begin", "end", "end", "end", "end", "other"] as const);
      const path = { begin, end, other: oneOf(random, others) }[page];
      const known = ["ours", "ours", "ours", "changed", "another's", "none"] as const;
      return {
        page,
        method: maybe(random, 0.9) ? "GET" : oneOf(random, ["POST", "HEAD", "PUT", "DELETE", "OPTIONS"]),
        path: maybe(random, 0.1) ? `/slack/${mutateText(random, path.slice(7))}` : path,
        query: queryOf(random, number),
        state: oneOf(random, known),
        cookie: oneOf(random, known),
        odd: oneOf(random, nasty),
        seed: below(random, 2 ** 31),
        slack: mutateJson(random, answerOf(random, number), below(random, 4)),
      };
    },
    take: async (given): Promise<Fault[]> => {
      const visit = given as Visit;
      const [ours, anothers] = [await begun(), await begun()];
      const random = randomFrom(visit.seed);
      const is = (what: Visit["state"], own: string, other: string): string | undefined =>
        ({ ours: own, changed: mutateText(random, own), "another's": other, none: undefined })[what];
      const state = is(visit.state, ours.state, anothers.state);
      const cookie = is(visit.cookie, ours.cookie, anothers.cookie);
      const query = new URLSearchParams(visit.query.map(([name, value]): [string, string] => [name, value]));
      if (state !== undefined) query.append("state", state);
      if (typeof visit.slack === "object") slack.trouble("oauth.v2.access", { body: visit.slack });
      const headers = { "user-agent": visit.odd };
      const answer = await sendRaw(base, {
        method: visit.method,
        // Longer ones Node turns away by itself.
        path: `${visit.path}?${query}`.slice(0, 6000),
        headers: { ...headers, ...(cookie === undefined ? {} : { cookie: cookie.slice(0, 6000) }) },
      });
      const asked = slack.calls.splice(0).length > 0;
      // Whatever was not asked for is not to be answered to the next.
      slack.forgive();
      const matches = state !== undefined && cookie === `__Host-casebook-install=${state}`;
      return faultsOf(answer, asked, matches);
    },
    close: async () => {
      await stop();
      await slack.close();
    },
  };
}

/** A page is ours, whatever it was asked with; Slack is asked about a code only for the browser that began. */
function faultsOf({ status, headers, text }: Answer, asked: boolean, matches: boolean): Fault[] {
  const faults: string[] = [];
  // 502 tells people that Slack did not complete it.
  if (status >= 500 && !(status === 502 && asked)) faults.push(`it answered ${status}`);
  if (asked && !matches) faults.push("a code was taken from a browser that did not begin");
  if (/<(?:script|img|iframe|link)\b|<[^>]*\son\w+=|href="(?!https:\/\/slack\.com\/|\/slack\/)/i.test(text))
    faults.push(`a page holds ${text}`);
  if (text && !/default-src 'none'/.test(String(headers["content-security-policy"])))
    faults.push(`a page without a policy: ${text}`);
  return faults.map((says) => ({ kind: "crashed", says }));
}

function queryOf(random: Random, number: number): [string, string][] {
  const code = maybe(random, 0.8) ? `code-${number}` : oneOf(random, nasty);
  const query: [string, string][] = maybe(random, 0.9) ? [["code", code]] : [];
  if (maybe(random, 0.1)) query.push(["error", oneOf(random, ["access_denied", ...nasty])]);
  for (let more = below(random, 3); more > 0; more--)
    query.push([oneOf(random, ["code", "state", "team", "__proto__", ...nasty]), oneOf(random, nasty)]);
  return query;
}

function answerOf(random: Random, number: number): object {
  const name = maybe(random, 0.5) ? `N${below(random, 50)}` : oneOf(random, nasty);
  switch (below(random, 5)) {
    case 0:
      return { ok: false, error: oneOf(random, ["invalid_code", "code_already_used", "fatal_error", ...nasty]) };
    case 1:
      return organisation(name);
    case 2:
      return granted(name, { expires_in: below(random, 100_000), refresh_token: `xoxe-1-${number}` });
    default:
      return granted(name);
  }
}

import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";
import type { Call } from "#core/rehearsal.ts";
import { decodeClick, decodeCommand } from "#platforms/slack/decode.ts";
import { decodeHomeOpened, decodeMessage } from "#platforms/slack/decode-event.ts";
import { decodeSubmission, formLine } from "#platforms/slack/decode-form.ts";
import { decodeAskThis } from "#platforms/slack/decode-shortcut.ts";
import { self } from "#platforms/slack/rehearsal/payloads.ts";
import { createRehearsal } from "#platforms/slack/rehearsal/rehearse.ts";
import { commands } from "../../commands/index.ts";
import { faultsOf, messageOf, viewFaultsOf } from "../platforms/slack/judge.ts";
import type { Bot } from "./bot.ts";
import { mutateJson } from "./mutate.ts";
import { below, line, maybe, oneOf, type Random } from "./nasty.ts";
import type { Fault, Target } from "./target.ts";

const record = z.record(z.string(), z.unknown());
type Payload = z.infer<typeof record>;

const folder = "test/fixtures/slack";
const read = (name: string): Payload => record.parse(JSON.parse(readFileSync(`${folder}/${name}`, "utf8")));
const recorded = readdirSync(`${folder}/payloads`).map((file) => read(`payloads/${file}`));
const shapes = readdirSync(`${folder}/shapes`).map((file) => read(`shapes/${file}`));

const forms = commands.flatMap(({ name }) => [
  JSON.stringify({
    ...{ kind: "form", label: "Change", title: name, line: name },
    fields: [{ name: "title", label: "Title", choices: [{ label: "a", value: "b" }] }],
  }),
]);

/** A payload as Slack delivers it, with a line of somebody's in it, and of its own: no two cases are one delivery. */
export function slackPayload(random: Random, number: number): Payload {
  const body = structuredClone(maybe(random, 0.9) ? oneOf(random, recorded) : oneOf(random, shapes));
  const said = line(random);
  if (body.event_id !== undefined) body.event_id = `Ev${number}`;
  const event = record.safeParse(body.event).data;
  if (event) {
    Object.assign(event, { ts: `17${number}.000100`, event_ts: `17${number}.000100` });
    if ("text" in event) event.text = maybe(random, 0.5) ? `<@U0BOT00001> ${said}` : said;
    if (typeof event.channel === "string") event.channel += String(number);
    body.event = event;
  }
  if ("command" in body) {
    body.command = `/${oneOf(
      random,
      commands.map(({ name }) => name),
    )}`;
    body.text = said;
  }
  const [first] = z.array(record).safeParse(body.actions).data ?? [];
  if (first) {
    const act = oneOf(random, ["run", "pick", "page", "share", "form", "start", "link"]);
    const value = act === "form" ? oneOf(random, forms) : said;
    body.actions = [
      {
        ...first,
        action_id: `${act}:v1:0`,
        ...("selected_option" in first ? { selected_option: { value } } : { value }),
      },
    ];
  }
  if (body.type === "view_submission") {
    const privately = JSON.stringify({
      line: said,
      surface: oneOf(random, ["ephemeral", "direct", "public", "home"]),
      channel: "C0FORM",
      responseUrl: "https://hooks.slack.com/actions/x",
    });
    const state = { values: { "0:title": { "value:0": { type: "plain_text_input", value: line(random) } } } };
    body.view = { ...record.parse(body.view), private_metadata: privately, state };
  }
  const message = record.safeParse(body.message).data;
  if (body.type === "message_action" && message) body.message = { ...message, text: said };
  return body;
}

const changed = (random: Random, payload: unknown): unknown => mutateJson(random, payload, below(random, 5));

/** Decoding alone, and what the line is read as: the cheap part, so that millions of payloads can be tried. */
export function slackDecodeTarget({ dispatch }: Bot): Target {
  const names = commands.map(({ name }) => name);
  return {
    name: "slack-decode",
    share: 60,
    make: (random, number) => changed(random, slackPayload(random, number)),
    take: (body) => {
      const submission = decodeSubmission(body);
      if (submission) formLine(submission.openedFrom.line, submission.answers);
      decodeHomeOpened(body);
      const heard = [decodeCommand(body, names), decodeMessage(body, self), decodeAskThis(body)];
      for (const said of heard) if (said) dispatch.isPublic(dispatch.read(said.line, said.origin));
      const click = decodeClick(body);
      if (click) dispatch.isPublic(dispatch.read(click.value, click.origin));
      return [];
    },
  };
}

/** The Slack adapter from decoding to sending, without the wire. */
export function slackTarget({ dispatch, kept, paint, log }: Bot): Target {
  const { deliver } = createRehearsal({ dispatch, kept, paint, log });
  return {
    name: "slack",
    share: 3,
    make: (random, number) => changed(random, slackPayload(random, number)),
    take: async (payload) => (await deliver(payload)).flatMap(judged),
  };
}

/** What is wrong with a call, read from Slack's documents. */
export function judged({ method, body }: Pick<Call, "method" | "body">): Fault[] {
  const says = `${method}: `;
  return faultsIn(method, body).map((fault) => ({
    kind: /^(?:an element of type|text holds markup|markup in mrkdwn)/.test(fault) ? "pinged" : "invalid",
    says: says + fault,
  }));
}

function faultsIn(method: string, body: Call["body"]): string[] {
  if (/^chat\.|^response_url$/.test(method)) {
    if (body.delete_original === true) return [];
    return faultsOf(messageOf({ ...body, blocks: body.blocks ?? [] }));
  }
  return /^views\./.test(method) ? viewFaultsOf(body.view) : [];
}

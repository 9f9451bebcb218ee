import type { webApi } from "@slack/bolt";
import type { Dispatch } from "#core/adapter.ts";
import { askThis } from "#core/ask-this.ts";
import { readForm } from "#core/form-text.ts";
import type { KeptLines } from "#core/kept-lines.ts";
import { isLineKey, lineKey } from "#core/line-key.ts";
import type { Log } from "#core/log.ts";
import { wordless } from "#core/notice.ts";
import type { AnswerRoute, SendAnswer } from "./answer.ts";
import { type Click, decodeClick, decodeCommand } from "./decode.ts";
import { decodeMessage, type Self } from "./decode-event.ts";
import { decodeSubmission, formLine } from "./decode-form.ts";
import { decodeAskThis } from "./decode-shortcut.ts";
import { slackCode } from "./errors.ts";
import type { Home } from "./home.ts";
import { limits } from "./limits.ts";
import { crowded, expired, late } from "./notices.ts";
import { Crowded } from "./one-by-one.ts";
import type { Said } from "./origin.ts";
import { patiently } from "./patience.ts";
import type { Post } from "./post.ts";
import type { RespondTo } from "./respond.ts";
import type { TakeOnce } from "./seen.ts";
import { unescapeText } from "./unwrap.ts";
import { formModal } from "./view.ts";

export type Parts = {
  readonly dispatch: Dispatch;
  readonly kept: KeptLines;
  readonly client: webApi.WebClient;
  /** Decides whether a message is this process's to answer. */
  readonly takeOnce: TakeOnce;
  readonly respondTo: RespondTo;
  readonly post: Post;
  readonly sendAnswer: SendAnswer;
  readonly home: Home;
  readonly log: Log;
};

/** What the bot does with each thing Slack delivers; each takes the payload after it was acked. */
export type Conversation = {
  command(body: unknown): Promise<void>;
  click(body: unknown): Promise<void>;
  submission(body: unknown): Promise<void>;
  /** `self` is the bot in the workspace that it was said in. */
  message(body: unknown, self: Self): Promise<void>;
  /** A message somebody asks about from its menu. */
  askThis(body: unknown): Promise<void>;
};

/**
 * A message that only the clicker reads (private, direct, Home) changes in place, page by page. A message that others
 * read never changes under their eyes: whoever clicks gets a private answer and may share it.
 */
export function createConversation({
  dispatch,
  kept,
  client,
  takeOnce,
  respondTo,
  post,
  sendAnswer,
  home,
  log,
}: Parts): Conversation {
  const names = dispatch.commands.map((command) => command.name);

  const lineOf = async (value: string) => (isLineKey(value) ? kept.find(value) : value);

  const answerClick = async (click: Click, said: Said): Promise<void> => {
    const invocation = dispatch.read(said.line, said.origin);
    const reply = await dispatch.run(invocation);
    if (click.surface === "home") return home.show(click.origin.asker ?? "", reply, click.viewHash);
    const to = routeOf(click, reply.ok && dispatch.isPublic(invocation), respondTo);
    const aside = dispatch.commands.some(({ name, aside }) => aside && name === invocation.command);
    await sendAnswer(reply, aside ? { ...to, manner: "add" } : to);
  };

  const openForm = async (click: Click, value: string): Promise<void> => {
    const form = readForm(value);
    if (!form || !click.triggerId) return answerExpired(click);
    const { channel, thread } = click.origin;
    const { surface, responseUrl } = click;
    const line = lineKey(form.line, limits.formLine);
    const view = formModal(form, { line, surface, channel, thread, responseUrl });
    const trigger_id = click.triggerId;
    try {
      await patiently(() => client.views.open({ trigger_id, view }));
    } catch (error) {
      log.warn({ code: slackCode(error) }, "a form did not open");
      await sendAnswer(late, { ...routeOf(click, false, respondTo), manner: "add" });
    }
  };

  const answerExpired = async (click: Click): Promise<void> => {
    if (click.surface === "home") return home.start(click.origin, click.viewHash);
    await sendAnswer(expired, routeOf(click, false, respondTo));
  };

  return {
    async command(body) {
      const said = decodeCommand(body, names);
      if (!said) return log.warn("a slash command had an unknown shape");
      const invocation = dispatch.read(said.line, said.origin);
      const reply = await dispatch.run(invocation);
      const open = reply.ok && dispatch.isPublic(invocation);
      const { channel, asker } = said.origin;
      const respond = respondTo(said.responseUrl);
      await sendAnswer(reply, {
        respond,
        audience: open ? "everyone" : "asker",
        share: !open,
        manner: "add",
        channel,
        asker,
      });
    },

    async click(body) {
      const click = decodeClick(body);
      if (!click) return;
      if (click.act === "start") return home.start(click.origin, click.viewHash);
      const value = await lineOf(click.value);
      if (value === undefined) return answerExpired(click);
      if (click.act === "form") return openForm(click, value);
      await answerClick(click, { line: value, origin: click.origin });
    },

    async submission(body) {
      const submission = decodeSubmission(body);
      if (!submission) return log.warn("a form had an unknown shape");
      const { openedFrom, origin } = submission;
      const line = await lineOf(openedFrom.line);
      const values = await Promise.all(
        submission.answers.map(({ value, picked }) => (picked ? lineOf(value) : unescapeText(value))),
      );
      const click: Click = {
        act: "run",
        value: "",
        surface: openedFrom.surface,
        origin,
        responseUrl: openedFrom.responseUrl,
      };
      if (line === undefined) return answerExpired(click);
      const answers = submission.answers.map(({ name }, i) => ({ name, value: values[i] ?? "" }));
      await answerClick(click, { line: formLine(line, answers), origin });
    },

    async message(body, self) {
      const heard = decodeMessage(body, self);
      if (!heard || !(await takeOnce(heard.keys))) return;
      // What is said in the open is answered in the open.
      const reply = await dispatch.run({ ...dispatch.read(heard.line, heard.origin), share: true });
      const { channel, thread } = heard;
      try {
        await post({ channel, thread }, reply);
      } catch (error) {
        if (!(error instanceof Crowded)) throw error;
        const { asker } = heard.origin;
        await sendAnswer(crowded(reply.line), {
          audience: "asker",
          share: false,
          manner: "add",
          channel,
          thread,
          asker,
        });
      }
    },

    async askThis(body) {
      const said = decodeAskThis(body);
      if (!said) return log.warn("a message shortcut had an unknown shape");
      const invocation = askThis(said.line, said.origin);
      const reply = invocation ? await dispatch.run(invocation) : wordless;
      const { channel, thread, asker, direct } = said.origin;
      const respond = respondTo(said.responseUrl);
      await sendAnswer(reply, { respond, audience: "asker", share: !direct, manner: "add", channel, thread, asker });
    },
  };
}

/** A click's answer: in place where nobody else reads, private where others do, in the open when it was shared. */
function routeOf({ act, surface, origin, responseUrl }: Click, open: boolean, respondTo: RespondTo): AnswerRoute {
  const { channel, thread, asker } = origin;
  const respond = responseUrl ? respondTo(responseUrl) : undefined;
  const reader = { respond, channel, thread, asker };
  if (open) {
    const taken = act === "share" && surface === "ephemeral";
    return { ...reader, audience: "everyone", share: false, manner: taken ? "renew" : "add" };
  }
  if (surface === "direct") return { ...reader, audience: "asker", share: false, manner: "replace" };
  // Replacing a private message in a thread has been seen to land in the channel.
  const manner = surface === "public" ? "add" : thread ? "renew" : "replace";
  return { ...reader, audience: "asker", share: true, manner };
}

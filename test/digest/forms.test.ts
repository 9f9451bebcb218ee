import { expect, test } from "vitest";
import { z } from "zod";
import type { Origin } from "#core/invocation.ts";
import type { Form } from "#core/reply.ts";
import { decodeForm } from "#platforms/discord/decode.ts";
import { decodeSubmission, formLine } from "#platforms/slack/decode-form.ts";
import { openReal } from "../real.ts";

const { dispatch } = await openReal();
type Answers = Readonly<Record<string, string>>;

/** The line that a form sent becomes, as each platform reads it. */
const platforms = {
  slack: (form: Form, answers: Answers): string => {
    const values = Object.fromEntries(
      form.fields.map(({ name }, i) => [`${i}:${name}`, { a: { value: answers[name] } }]),
    );
    const openedFrom = { line: form.line, surface: "ephemeral", channel: "C1" };
    const view = { private_metadata: JSON.stringify(openedFrom), state: { values } };
    const submission = decodeSubmission({ user: { id: "U1" }, team: { id: "T1" }, view });
    return formLine(submission?.openedFrom.line ?? "", submission?.answers ?? []);
  },
  discord: (form: Form, answers: Answers): string => {
    const components = form.fields.map(({ name }) => ({ component: { custom_id: name, value: answers[name] ?? "" } }));
    const sent = decodeForm({ data: { custom_id: `m1:${form.line}`, components } });
    return `${sent?.value} ${sent?.answers}`;
  },
};
const listed = z.object({
  subscriptions: z.array(z.object({ line: z.string(), schedule: z.string(), ping: z.string().optional() })),
});

test.each(["slack", "discord"] as const)(
  "on %s a form clears what is left blank, and keeps what is filled in",
  async (platform) => {
    const group = platform === "slack" ? "S0123ABCD" : "223456789012345678";
    const origin: Origin = { platform, via: "form", workspace: "T1", channel: "C1", asker: "U1" };
    const say = (line: string) => dispatch.run(dispatch.read(line, origin));
    await say(`digest subscribe daily 8:00 UTC ai ping=${group}`);
    const send = async (answers: Answers) => {
      const [form] = (await say("digest settings")).parts.filter((part) => part.kind === "form");
      if (!form) throw new Error("no form");
      const filled = Object.fromEntries(form.fields.map(({ name, value = "" }) => [name, value]));
      expect((await say(platforms[platform](form, { ...filled, ...answers }))).title).toMatch(/^Changed/);
      return listed.parse((await say("digest list")).data).subscriptions[0];
    };
    expect(await send({ schedule: "daily 9:00" })).toEqual({ line: "digest ai", schedule: "daily 09:00", ping: group });
    expect(await send({ ping: "" })).toEqual({ line: "digest ai", schedule: "daily 09:00" });
    expect(await send({ line: "" })).toMatchObject({ line: "digest" });
    expect(await send({ line: "case hugging-face lessons", ping: group })).toMatchObject({
      ...{ line: "case hugging-face lessons", ping: group },
    });
  },
);

import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { until } from "../../until.ts";
import { type Bot, inside, payload, startBot } from "./harness.ts";
import { faultsOf, lettersOf, messageOf, viewFaultsOf } from "./judge.ts";

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterEach(() => {
  bot.slack.calls.length = 0;
});
afterAll(() => bot.stop());

type Where = "ephemeral" | "message" | "home" | "direct" | "thread" | "ephemeral thread";

/** A click on a button (or a pick, when the id says so) that stands for a line. */
function click(where: Where, actionId: string, value: string) {
  const fixture =
    where === "home"
      ? "block_actions_home"
      : where.startsWith("ephemeral")
        ? "block_actions_button_ephemeral"
        : "block_actions_button_message";
  return payload(fixture, (body) => {
    const option = { text: { type: "plain_text", text: "x" }, value };
    const action = actionId.startsWith("pick")
      ? { type: "static_select", selected_option: option }
      : { type: "button", value };
    body.actions = [{ ...action, action_id: actionId, block_id: "b", action_ts: "1767225620.123456" }];
    if (where !== "home") body.response_url = bot.slack.responseUrl(where.replace(" ", "-"));
    if (where === "direct") Object.assign(body, { channel: { id: "D0DM00001", name: "directmessage" } });
    if (where.endsWith("thread")) inside(body, "container").thread_ts = "1767225500.000100";
  });
}

const answer = async (at = 0) => (await until(() => bot.slack.to("response_url")[at])).args;
const shownBy = (args: Record<string, unknown>) => lettersOf(messageOf(args).blocks);

test.each(["run:v1:0", "pick:v1:3", "page:v1:4"])(
  "%s in a private message turns that message over in place",
  async (id) => {
    await bot.deliver(click("ephemeral", id, "case hugging-face risks"));
    const args = await answer();
    expect(args).toMatchObject({ replace_original: true, url: "/response/ephemeral" });
    expect(args).not.toHaveProperty("response_type");
    expect(faultsOf(messageOf(args))).toEqual([]);
    expect(shownBy(args)).toMatch(/^Hugging Face.*Share$/s);
  },
);

test.each(["run:v1:0", "pick:v1:3", "page:v1:4"])(
  "%s in a message others read leaves it alone and answers the clicker privately",
  async (id) => {
    await bot.deliver(click("message", id, "case hugging-face risks page:1"));
    const args = await answer();
    expect(args).toMatchObject({ replace_original: false, response_type: "ephemeral" });
    expect(shownBy(args)).toMatch(/Share$/);
  },
);

test("a click in a direct message turns it over in place, with nobody to share it with", async () => {
  await bot.deliver(click("direct", "run:v1:0", "case hugging-face risks"));
  const args = await answer();
  expect(args).toMatchObject({ replace_original: true });
  expect(shownBy(args)).not.toMatch(/Share$/);
});

test("a private answer to a click in a thread stands in that thread; the next one takes its place", async () => {
  await bot.deliver(click("thread", "run:v1:0", "case solana"));
  expect(await answer()).toMatchObject({
    replace_original: false,
    thread_ts: "1767225500.000100",
    response_type: "ephemeral",
  });
  bot.slack.calls.length = 0;
  await bot.deliver(click("ephemeral thread", "run:v1:0", "case solana risks"));
  expect(await answer(0)).toMatchObject({ replace_original: false, thread_ts: "1767225500.000100" });
  expect(await answer(1)).toMatchObject({ delete_original: true });
});

test("Share posts the answer for everyone and takes the private copy away", async () => {
  await bot.deliver(click("ephemeral", "share:v1:9", "case hugging-face lessons share:yes"));
  const args = await answer(0);
  expect(args).toMatchObject({ response_type: "in_channel", replace_original: false });
  expect(shownBy(args)).not.toMatch(/Share$/);
  expect(await answer(1)).toMatchObject({ delete_original: true });
});

test("a click in the Home tab opens the answer there, with the way back; the way back opens the start page", async () => {
  await bot.deliver(click("home", "pick:v1:0", "case hugging-face"));
  const { view } = (await until(() => bot.slack.to("views.publish")[0])).args;
  expect(viewFaultsOf(view)).toEqual([]);
  expect(lettersOf([view])).toMatch(/^Start page.*Hugging Face/s);
  bot.slack.calls.length = 0;
  await bot.deliver(click("home", "start:v1:1000", "start"));
  const start = (await until(() => bot.slack.to("views.publish")[0])).args;
  expect(lettersOf([start.view])).toMatch(/^Casebook/);
});

test("a line too long for its button is found by its key; one that is gone gets a way on", async () => {
  const long = `ask ${"who founded hugging face and why did they do so ".repeat(50)}`;
  await bot.command("/ask", long.slice(4));
  const share = JSON.stringify((await answer()).blocks).match(/"share:v1:[^}]*}[^}]*"value":"(~[^"]+)"/)?.[1] ?? "";
  expect(bot.kept.lines.get(share)).toMatch(/ share:yes$/);
  bot.slack.calls.length = 0;
  await bot.deliver(click("ephemeral", "share:v1:9", share));
  expect(await answer()).toHaveProperty("text");
  expect(await answer(1)).toMatchObject({ delete_original: true });
  bot.slack.calls.length = 0;
  await bot.deliver(click("ephemeral", "run:v1:0", "~0000000000000000000000"));
  expect(shownBy(await answer())).toMatch(/^That button is too old/);
});

test.each(["open_report", "run:v0:1", "link:v1:3"])("a click on %s is acked and left alone", async (id) => {
  const response = await bot.deliver(click("message", id, "case solana"));
  expect(response.status).toBe(200);
  await expect(until(() => bot.slack.calls[0], 150)).rejects.toThrow();
});

const form = {
  kind: "form",
  label: "Ask",
  title: "Ask the casebook something",
  line: "ask",
  fields: [
    { name: "question", label: "Your question", hint: "In your own words", required: true },
    {
      name: "about",
      label: "About",
      value: "solana",
      choices: [
        { label: "Hugging Face", value: "hugging-face" },
        { label: "Solana", value: "solana" },
      ],
    },
  ],
};

test("a form opens as a modal within three seconds; what is sent comes back as a line, answered where it was opened", async () => {
  await bot.deliver(click("ephemeral", "form:v1:2", JSON.stringify(form)));
  const { trigger_id, view } = (await until(() => bot.slack.to("views.open")[0])).args;
  expect(trigger_id).toBe("1.2.abc");
  expect(viewFaultsOf(view)).toEqual([]);
  expect(view).toMatchObject({
    title: { text: "Ask the casebook…" },
    blocks: [
      { block_id: "0:question", optional: false, element: { type: "plain_text_input" } },
      { block_id: "1:about", optional: true, element: { type: "static_select", initial_option: { value: "solana" } } },
    ],
  });
  const submitted = payload("view_submission", (body) => {
    Object.assign(inside(body, "view"), {
      callback_id: "form:v1",
      private_metadata: privateOf(view),
      state: {
        values: {
          "0:question": { value: { type: "plain_text_input", value: "who founded\nhugging face?" } },
          "1:about": { value: { type: "static_select", selected_option: { value: "hugging-face" } } },
        },
      },
    });
  });
  const ack = await bot.deliver(submitted);
  expect(ack).toMatchObject({ status: 200, body: "" });
  const args = await answer();
  expect(args).toMatchObject({ url: "/response/ephemeral", replace_original: true });
  expect(shownBy(args)).toMatch(/^who founded hugging face\?/);
});

test("a form that did not open in time says so", async () => {
  bot.slack.trouble("views.open", { body: { ok: false, error: "expired_trigger_id" } });
  await bot.deliver(click("ephemeral", "form:v1:2", JSON.stringify(form)));
  expect(shownBy(await answer())).toMatch(/^The form did not open/);
});

function privateOf(view: unknown): unknown {
  return typeof view === "object" && view && "private_metadata" in view ? view.private_metadata : undefined;
}

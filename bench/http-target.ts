import { App, HTTPReceiver } from "@slack/bolt";

// A bare Bolt app: acks and answers one fixed text. The baseline that the bot is held against.
const { SLACK_SIGNING_SECRET: signingSecret = "", SLACK_API_URL: slackApiUrl = "", PORT: port = "0" } = process.env;
const receiver = new HTTPReceiver({ signingSecret });
const app = new App({
  token: "xoxb-bench",
  receiver,
  clientOptions: { slackApiUrl },
  tokenVerificationEnabled: false,
  botId: "B1",
  botUserId: "U1",
});
app.command(/.*/, async ({ ack, respond }) => {
  await ack();
  await respond({ text: "ok" });
});
await app.start(Number(port));

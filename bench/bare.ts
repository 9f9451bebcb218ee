import { App, HTTPReceiver } from "@slack/bolt";
import { Client, Events, GatewayIntentBits } from "discord.js";

// A bare Bolt app and a bare discord.js client: each acks and answers one fixed text. What the bot is held against.
const {
  SLACK_SIGNING_SECRET: signingSecret = "",
  SLACK_API_URL: slackApiUrl = "",
  DISCORD_API_URL: api = "",
  DISCORD_TOKEN: token = "",
  PORT: port = "0",
} = process.env;
const app = new App({
  token: "xoxb-bench",
  receiver: new HTTPReceiver({ signingSecret }),
  clientOptions: { slackApiUrl },
  tokenVerificationEnabled: false,
  botId: "B1",
  botUserId: "U1",
});
app.command(/.*/, async ({ ack, respond }) => {
  await ack();
  await respond({ text: "ok" });
});
const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api, globalRequestsPerSecond: 1e9 } });
client.on(Events.InteractionCreate, async (interaction) => {
  if (!interaction.isChatInputCommand()) return;
  await interaction.deferReply({ flags: "Ephemeral" });
  await interaction.editReply("ok");
});
await client.login(token);
await app.start(Number(port));

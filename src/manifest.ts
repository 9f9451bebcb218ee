import { slackManifest } from "#platforms/slack/manifest.ts";
import { commands } from "../commands/index.ts";

const usage = "usage: npm run -s manifest -- https://casebook.example.com";

const [address = ""] = process.argv.slice(2);
if (/^https:\/\/[^/\s]+\/?$/.test(address)) console.log(JSON.stringify(slackManifest(commands, address), null, 2));
else {
  console.error(`${usage}\nThe address at which Slack reaches this bot over HTTPS, without a path.`);
  process.exitCode = 2;
}

import { z } from "zod";

/** Where Discord's REST API is, unless a proxy stands before it. */
export const discordApi = "https://discord.com/api";

const app = "discord.com/developers/applications → your app";

/** Where what an operator sets, or looks up, is found. */
export const whereToFind = {
  bot: `${app} → Bot`,
  DISCORD_TOKEN: `${app} → Bot → Reset Token`,
  DISCORD_APPLICATION_ID: `${app} → General Information → Application ID`,
  DISCORD_PUBLIC_KEY: `${app} → General Information → Public Key`,
  endpoint: `${app} → General Information → Interactions Endpoint URL`,
} as const;

/** An id, as Discord gives them to everything: a number of 17 to 20 digits. */
export const snowflake = /^\d{17,20}$/;

/** Where Discord delivers interactions over HTTP, behind the address that it is told. */
export const interactionsPath = "/discord/interactions";

/** What is read of the application that a token belongs to: https://docs.discord.com/developers/resources/application */
export const applicationSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Its public key, 64 hex digits. */
  verify_key: z.string().optional(),
  interactions_endpoint_url: z.string().nullish(),
});
export type Application = z.output<typeof applicationSchema>;

/** Whether a public key is the application's own; true where Discord does not say. */
export function isKeyOf({ verify_key }: Application, publicKey: string): boolean {
  return verify_key === undefined || verify_key.toLowerCase() === publicKey.toLowerCase();
}

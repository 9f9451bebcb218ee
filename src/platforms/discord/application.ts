import { z } from "zod";

/** Where an application's ids, keys and addresses are found. */
export const generalInformation = "discord.com/developers/applications → your app → General Information";

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

import type { Finding } from "#core/finding.ts";
import { hostOf } from "#core/host.ts";
import { type Application, interactionsPath, isKeyOf, whereToFind } from "./application.ts";

export type InteractionSettings = {
  readonly interactions?: "gateway" | "http" | undefined;
  readonly publicKey?: string | undefined;
};

/** Whether Discord delivers interactions where this bot waits for them, and signs them with the key it knows. */
export function interactionFindings(
  application: Application,
  { interactions = "gateway", publicKey }: InteractionSettings,
): Finding[] {
  const check = "Discord interactions";
  const field = whereToFind.endpoint;
  const { interactions_endpoint_url: address, name } = application;
  if (interactions === "gateway") {
    if (!address) return [{ check, state: "ok", says: "come through the gateway" }];
    const says = `go to ${hostIn(address)}, and none comes through the gateway`;
    return [{ check, state: "problem", says, todo: `empty ${field}, or set DISCORD_INTERACTIONS=http` }];
  }
  return [
    publicKey && isKeyOf(application, publicKey)
      ? { check: "Discord public key", state: "ok", says: `belongs to ${name}` }
      : {
          check: "Discord public key",
          state: "problem",
          says: `is not the key of ${name}, so every delivery is turned away`,
          todo: `copy it from ${whereToFind.DISCORD_PUBLIC_KEY}`,
        },
    address
      ? { check, state: "ok", says: `go to ${hostIn(address)}` }
      : {
          check,
          state: "problem",
          says: "Discord has no address to deliver them to",
          todo: `while the bot runs, set ${field} to https://YOUR-ADDRESS${interactionsPath}`,
        },
  ];
}

const hostIn = (address: string): string => hostOf(address) ?? "an address that is none";

import { hostOf } from "#core/host.ts";
import { escapeInline } from "./escape.ts";

/** Longest address that is linked; a longer one leaves only its label. */
const longestUrl = 1000;

/** A link without preview. Where the label could pass for another address, it stays letters and the host is the link. */
export function link(label: string, url: string): string {
  const host = hostOf(url);
  if (host === undefined) return escapeInline(label);
  const href = new URL(url).href.replace(/[()\\]/g, (letter) => escapes[letter] ?? letter);
  if (href.length > longestUrl) return escapeInline(label);
  if (label === host || label === url) return `[${escapeInline(host)}](<${href}>)`;
  return passesForAddress(label)
    ? `${escapeInline(label)} ([${escapeInline(host)}](<${href}>))`
    : `[${escapeInline(label)}](<${href}>)`;
}

const escapes: Readonly<Record<string, string>> = { "(": "%28", ")": "%29", "\\": "%5C" };

/** Whether a label has brackets, a scheme, or a dot of any script before letters, as names of hosts have. */
function passesForAddress(label: string): boolean {
  const seen = label.normalize("NFKC").replace(/\p{Default_Ignorable_Code_Point}/gu, "");
  return /[[\]]|:\/\//.test(seen) || dotted.test(seen);
}

/** Marks that are no dash and no quote may pass for a dot, and so may digits and letters that are drawn as one. */
const dotted =
  /[\p{L}\p{M}\p{N}_](?:\.|[[\p{P}\p{S}]--[\p{ASCII}\p{Pd}\p{Pi}\p{Pf}]]|[\u0660\u06f0\ua4f8\ua4fa\ua78f\u{1d16d}])+[\p{L}\p{M}]{2}/v;

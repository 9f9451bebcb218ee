import { randomInt } from "node:crypto";

/** Letters and digits that are not taken for one another. */
const alphabet = "23456789abcdefghjkmnpqrstuvwxyz";

/** A new id that people can type: letters and digits, none of them alike. Eight tell subscriptions apart. */
export function newId(letters = 8): string {
  return Array.from({ length: letters }, () => alphabet[randomInt(alphabet.length)]).join("");
}

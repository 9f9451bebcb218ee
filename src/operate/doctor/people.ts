import type { Finding } from "#core/finding.ts";

/** Who may stand in a list of people: the word, or an id of Slack or Discord. */
const one = /^(?:admins|[UW][A-Z0-9]{6,}|\d{17,20})$/;

/** What stands for nobody in a setting that lists people: they are known by their ids, never by their names. */
export function checkPeople(setting: string, people: readonly string[]): Finding[] {
  return people
    .filter((person) => !one.test(person))
    .map((person) => ({
      ...{ check: "configuration", state: "note", says: `${setting} names ${person}: neither admins nor an id` },
      todo: "Slack: profile → ⋮ → Copy member ID (U…); Discord: with developer mode on, right-click a name → Copy User ID",
    }));
}

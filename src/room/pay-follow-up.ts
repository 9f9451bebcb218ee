import type { Library } from "#content/library.ts";
import type { Talk } from "#core/room.ts";
import { placeMeant, placeNamed } from "#present/salary/place.ts";
import { entriesNamed } from "./entries-named.ts";
import { barely } from "./lead.ts";

const ofPay =
  /\b(?:earns?|earnings|pay|pays|paid|salar(?:y|ies)|ote|comp|compensation|wages?|package|make|makes|remuneration|bonus|equity)\b/i;
const levels =
  /^(?:an? |the )?(senior|junior|entry[- ]level|mid[- ]level|lead|principal|experienced)(?: (?:one|level|role))?$/;
const placed = /^(?:in|at|for) (?:the )?(\p{L}[\p{L} .'-]{1,40})$/u;
const inTime =
  /\b(?:total|general|detail|short|years?|months?|time|cash|equity|stock|euros?|dollars?|pounds|percent)\b/;

/** What is asked of a role's pay behind an answer about it, in a company too: "in Paris?", "and senior?" */
export function payFollowUp(question: string, { subjects: [subject], question: asked }: Talk, library: Library) {
  if (!(asked === "" || ofPay.test(asked))) return undefined;
  const of = subject === undefined ? undefined : library.entry(subject);
  const role = [of, ...entriesNamed(asked, library).map(({ entry }) => entry)].find((entry) => entry?.kind === "role");
  if (!role) return undefined;
  const said = barely(question);
  const level = levels.exec(said)?.[1];
  if (level) return `what does a ${level} ${role.title} earn?`;
  const named = placed.exec(/^(?:in|at|for) /.test(said) ? said : `in ${said}`)?.[1];
  if (named === undefined || inTime.test(named)) return undefined;
  const place = placeNamed(named, library);
  const isKnown = place.match !== undefined && place.how === "exact";
  // A place that nobody knows is one where somebody says "in" it, and pay was asked before.
  if (!isKnown && !(asked !== "" && /^in /.test(said) && named.split(" ").length < 4)) return undefined;
  return `what does a ${role.title} earn ${placeMeant(named, library).said}?`;
}

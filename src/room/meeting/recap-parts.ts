import { clip } from "#core/clip.ts";
import { formatWord } from "#core/line.ts";
import { code, type Form, type Part, paragraph, type Select, strong, text } from "#core/reply.ts";
import type { Asked } from "#core/room.ts";
import { type Recap, spanOf, tally } from "./recap.ts";

/** A recap for the room: what is open and who looks after it, asked and answered, what was not looked up, cases cited. */
export function recapParts(recap: Recap): Part[] {
  const { answered, unanswered, turnedAway, cited, meeting } = recap;
  return [
    paragraph(`${tally(recap)}. ${spanOf(meeting)}.`),
    ...headed("Not answered", {
      kind: "list",
      // By their numbers owners are given: "meeting own 1 Anna".
      ordered: true,
      items: unanswered.map(({ question, owner }) => ({
        text: [strong(question), ` Owner: ${owner || "nobody yet"}`],
      })),
    }),
    ...(unanswered.some(({ owner }) => owner === "")
      ? [paragraph(text`Owners are named here, or by number: ${code("meeting own 1 Anna")}.`)]
      : []),
    ...ownerParts(recap),
    ...headed("Answered", {
      kind: "list",
      items: answered.map(({ question, answer, from, cites }) => ({
        text: [strong(question), " ", answer],
        ...(from ? { id: from.id, asOf: from.asOf, cites: [...cites] } : {}),
      })),
    }),
    ...headed("Not looked up", { kind: "list", items: turnedAway.map(({ question }) => ({ text: [question] })) }),
    ...(cited.length > 0 ? [paragraph(`Cases cited: ${cited.map(({ title }) => title).join(", ")}.`)] : []),
    { kind: "buttons", buttons: [{ label: "Export Markdown", line: `meeting export meeting:${meeting.id}` }] },
  ];
}

const headed = (heading: string, list: Extract<Part, { kind: "list" }>): Part[] =>
  list.items.length > 0 ? [{ kind: "heading", text: heading }, list] : [];

/** Teams a question is often handed to. */
const teams = ["Partnerships", "Business development", "Legal", "Finance", "Product", "Leadership"];
/** Menus in one recap; a form names owners for the rest. */
const mostMenus = 4;

/** Menus that name an owner for what is open, and a form for anybody else. */
function ownerParts({ meeting, unanswered }: Recap): Part[] {
  const line = (asked: Asked, owner: string) =>
    `meeting own meeting:${meeting.id} question:${asked.id} owner:${formatWord(owner)}`;
  const open = unanswered.filter(({ owner }) => owner === "");
  const menus = open.slice(0, mostMenus).map(
    (asked): Select => ({
      placeholder: `Owner: ${clip(asked.question, 100)}`,
      options: [
        { label: "I take it", line: line(asked, "me") },
        ...teams.map((team) => ({ label: team, line: line(asked, team) })),
      ],
    }),
  );
  const form: Form = {
    kind: "form",
    label: "Name an owner",
    title: "Who looks after it?",
    line: `meeting own meeting:${meeting.id}`,
    fields: [
      {
        name: "question",
        label: "Question",
        required: true,
        choices: unanswered.slice(0, 25).map(({ id, question }) => ({ label: clip(question, 75), value: id })),
      },
      { name: "owner", label: "Owner", hint: "A name or a team", required: true },
    ],
  };
  return [...menus.map((menu): Part => ({ kind: "select", ...menu })), ...(unanswered.length > 0 ? [form] : [])];
}

import { z } from "zod";
import { clip } from "./clip.ts";
import type { AnyCommand, Context } from "./command.ts";
import type { Invocation } from "./invocation.ts";
import { kebab } from "./line.ts";
import { type Named, resolveName } from "./nearest.ts";
import type { Refusal, RefusalDetails } from "./refusal.ts";
import { type Answer, code, type Part, paragraph, type Text, text } from "./reply.ts";

/** Says that there is no such command, and offers the one meant or the nearest. */
export function unknownCommand(invocation: Invocation, commands: readonly AnyCommand[]): Answer {
  const found = resolveName(invocation.command, linesByName(commands));
  const nearest = found.match ? [found.match] : found.nearest;
  const typed = clip(invocation.command, 40);
  const [best] = nearest;
  const meant = best && found.match ? [best.begins, invocation.rest].filter(Boolean).join(" ") : undefined;
  return {
    ok: false,
    title: `There is no command “${typed}”`,
    parts: [
      paragraph(
        best
          ? text`Did you mean ${code(clip(meant ?? best.example, 200))}?`
          : text`Try ${code("casebook help")} for all of them, or just ask a question.`,
      ),
      {
        kind: "buttons",
        buttons: [
          ...(meant
            ? [{ label: clip(meant, 60), line: meant }]
            : nearest.map(({ example }) => ({ label: clip(example, 60), line: example }))),
          { label: "All commands", line: "casebook help" },
        ],
      },
    ],
    data: { error: "unknown-command", command: invocation.command, nearest: nearest.map(({ begins }) => begins) },
  };
}

/** Says that a schedule does not run this. */
export function unscheduledAnswer({ name }: AnyCommand): Answer {
  return {
    ok: false,
    title: `No schedule runs “${name}”`,
    parts: [
      paragraph(
        text`“${name}” changes something or is for one person, so it is only done when somebody asks. This works: ${code("stat")}`,
      ),
    ],
    data: { error: "unscheduled", command: name },
  };
}

/** What a mistyped word may begin: a command, or a command and one of the words it keeps. */
function linesByName(commands: readonly AnyCommand[]): Named<{ readonly begins: string; readonly example: string }>[] {
  return commands.flatMap(({ name, examples, keeps = [] }) => [
    { value: { begins: name, example: examples[0] }, names: [name] },
    ...keeps.map((word) => ({ value: { begins: `${name} ${word}`, example: `${name} ${word}` }, names: [word] })),
  ]);
}

/** What a command refuses to do, with what works instead. */
export function refusalAnswer(refusal: Refusal, command: AnyCommand, example: Context["example"]): Answer {
  return {
    ok: false,
    title: "That did not work",
    parts: refusalParts(refusal.says, fitted(refusal.details, command, example), command),
    data: refusal.details.data ?? { error: refusal.message },
  };
}

/** Its examples as they work where somebody asks. */
function fitted(details: RefusalDetails, command: AnyCommand, example: Context["example"]): RefusalDetails {
  if (!example || !details.examples?.length) return details;
  const examples = details.examples.flatMap((line) => example(line) ?? []);
  return { ...details, examples: examples.length > 0 ? examples : [command.examples[0]] };
}

function refusalParts(says: Text, details: RefusalDetails, command: AnyCommand): Part[] {
  const examples = details.examples ?? [command.examples[0]];
  return [
    paragraph(says),
    ...(details.understood ? [paragraph(`Understood: ${details.understood}`)] : []),
    ...(examples.length > 0
      ? [
          paragraph([
            "This works: ",
            ...examples.flatMap((example, i) => (i > 0 ? [", ", code(example)] : [code(example)])),
          ]),
        ]
      : []),
    ...(details.buttons && details.buttons.length > 0
      ? [{ kind: "buttons" as const, buttons: [...details.buttons] }]
      : []),
  ];
}

/** Options that do not fit, in terms of what was typed, not of the schema. */
export function optionAnswer(error: z.ZodError, command: AnyCommand): Answer {
  const [issue] = error.issues;
  const name = String(issue?.path[0] ?? "");
  const option = command.options.shape[name];
  const wants = option instanceof z.ZodType ? (z.globalRegistry.get(option)?.description ?? "") : "";
  const missing = issue?.code === "invalid_type";
  const says = missing
    ? `${command.name} needs ${wants ? inSentence(wants) : kebab(name)}.`
    : `The ${kebab(name)} given does not fit${wants ? `: ${inSentence(wants)}` : ""}${issue?.code === "invalid_value" ? ` (${issue.values.join(", ")})` : ""}.`;
  return {
    ok: false,
    title: "That did not work",
    parts: refusalParts([says], {}, command),
    data: { error: "option", option: name },
  };
}

/** A description within a sentence: its capital goes, an abbreviation's stays. */
const inSentence = (words: string): string =>
  /^\p{Lu}\p{Ll}/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;

import type { AnyCommand, Context } from "#core/command.ts";
import { type Answer, code, paragraph, text } from "#core/reply.ts";
import { runCommand } from "./run-command.ts";

/** What people want the bot itself to do, in their words, and the line that does it. */
type Deed = {
  readonly line: string;
  readonly verbs: string;
  readonly things: string;
  /** What the line gives, where the command's summary tells too little. */
  readonly says?: string;
  /** The line needs more words, so that it is shown and not offered to press. */
  readonly unfinished?: true;
};

const deeds: readonly Deed[] = [
  {
    line: "meeting start",
    verbs: "start|begin|open|launch|kick off|turn on|switch on|activate|enter",
    things: "meeting(?: mode)?",
  },
  {
    line: "meeting end",
    says: "It gives the recap: what was answered, what is open, and who looks after it.",
    verbs: "end|stop|finish|close|conclude|leave|exit|quit|turn off|switch off",
    things: "meeting(?: mode)?",
  },
  {
    line: "meeting export",
    says: "It gives the notes as Markdown, to copy or to keep.",
    verbs: "export|download|copy|save|get",
    things: "meeting(?:s)? (?:notes|recap|minutes)|recap of (?:a|the|this|our) meeting",
  },
  {
    line: "digest subscribe",
    verbs: "subscribe(?: to)?|sign up (?:for|to)|set up|create|schedule|start|add|order|get|have",
    things: "digests?",
  },
  {
    line: "digest list",
    says: "It shows the digests of this channel, each with what changes, pauses or ends it.",
    verbs:
      "unsubscribe(?: from)?|change|edit|move|reschedule|adjust|set|stop|end|cancel|delete|remove|pause|resume|see|list|show",
    things:
      "digests?(?: (?:time|schedule|hour|day|zone|time zone|contents?|topics?|settings))?|(?:time|schedule|hour|day|zone|contents?|topics?|settings) of (?:a|the|this|our) digest",
  },
  { line: "gaps file", verbs: "file|report|submit|raise|log|record|flag|add", things: "gaps?", unfinished: true },
  { line: "gaps", verbs: "see|list|show|view|close", things: "(?:open |filed )?gaps" },
  { line: "rate", verbs: "rate|grade|give feedback on", things: "answers?|reply|replies", unfinished: true },
  {
    line: "readiness",
    verbs: "use|take|do|start|run|open|fill in|fill out|make",
    things: "(?:ai )?readiness (?:scorecard|assessment|check|questionnaire|test|score)",
  },
];

const asking =
  "(?:(?:please|so|ok|okay|hey|hi|and|now|casebook) )*(?:(?:how (?:do|can|could|would|should|must) (?:i|we|you|one)|how to|where (?:do|can) (?:i|we)|whats the command to|what is the command to|which command do i use to|(?:can|could|would|will) (?:i|we|you)(?: please)?|(?:i|we) (?:want|need|would like) to|id like to|lets|let us|help me(?: to)?) )?";
const which = "(?:(?:a|an|the|this|that|our|my|your|another|new|in|into|out of|running|current|weekly|daily|all) )*";
const where =
  "(?: (?:here|now|please|again|with (?:you|this bot|the bot|casebook)|in (?:slack|discord|casebook|this (?:channel|thread|room))|for (?:me|us|this (?:channel|thread|room))))*";
const bot = "(?:this|you|(?:this|the) (?:bot|tool|app|thing)|(?:the )?casebook)";

const whole = (pattern: string): RegExp => new RegExp(`^${pattern}${where}$`);

const asked = deeds.map((deed) => ({ deed, pattern: whole(`${asking}(?:${deed.verbs}) ${which}(?:${deed.things})`) }));

/** What everything it does is asked with. */
const everything = whole(
  `(?:${asking}(?:use|talk to|work with) ${bot}|what can (?:you|${bot}) do|what can (?:i|we) (?:ask|say|type)(?: you)?|what can (?:i|we) do (?:here|with ${bot})|help(?: me)?|(?:all )?commands|usage|(?:what|which) commands (?:are there|do you (?:have|know|take|understand)|can (?:i|we) use)|(?:list|show)(?: me)?(?: all)?(?: the| your)? commands|${asking}share (?:an|the|this) (?:answer|reply))`,
);

const isRunning = whole(
  `(?:are you (?:up|online|alive|working|running)|is (?:this|the) bot (?:up|online|alive|working|running|down|offline)|(?:what|which) version (?:are you|is this|of casebook is this|do you run))`,
);

/** Letters; what is longer asks something of its own. */
const longest = 100;

/** What of the bot's own is asked for: a line that answers at once, or one to be shown, with the command that it is of. */
export type Usage = { readonly runs: string } | { readonly shows: Pick<Deed, "line" | "says" | "unfinished"> };

/** The command that a question how to use the bot is answered with: "how do I start a meeting?", "what can you do?" */
export function usageOf(question: string, commands: readonly Pick<AnyCommand, "name">[]): Usage | undefined {
  if (question.length > longest) return undefined;
  const said = plain(question);
  if (everything.test(said)) return { runs: "casebook help" };
  if (isRunning.test(said)) return { runs: "casebook status" };
  const name = commandAsked(said, commands);
  if (name) return { runs: `casebook help ${name}` };
  const deed = asked.find(({ pattern }) => pattern.test(said))?.deed;
  return deed && { shows: deed };
}

/** The command that is asked about by its name: "how do I use /cost?", "what does the roi command do?" */
function commandAsked(said: string, commands: readonly Pick<AnyCommand, "name">[]): string | undefined {
  const names = commands.map(({ name }) => name).join("|");
  const command = `(?:the )?(?:/(${names})(?: command)?|(${names}) command)`;
  const pattern = whole(
    `(?:${asking}(?:use|run|type|call) ${command}|what (?:does|is) ${command}(?: do| for)?|${command})`,
  );
  return pattern
    .exec(said)
    ?.slice(1)
    .find((group) => group !== undefined);
}

/** Points to the command, in its own words, or gives what it answers; undefined where it is not to be had. */
export async function sayUsage(usage: Usage, question: string, context: Context): Promise<Answer | undefined> {
  const data = { question, answered: false, refused: "itself", confidence: 0, kind: "fact", subjects: [], answers: [] };
  if ("runs" in usage) {
    const [name = "", ...words] = usage.runs.split(" ");
    const answer = await runCommand(name, words, context);
    return answer && { ...answer, data: { ...data, runs: usage.runs, result: answer.data } };
  }
  const { line, says, unfinished } = usage.shows;
  const command = context.commands.find(({ name }) => name === line.split(" ")[0]);
  if (!command) return undefined;
  const isExample = command.examples.includes(line);
  const example = isExample ? line : (command.examples.find((one) => one.startsWith(`${line} `)) ?? line);
  return {
    title: "There is a command for that",
    parts: [
      paragraph(text`Say ${code(example)} for that. ${says ?? `${command.summary}.`}`),
      {
        kind: "buttons",
        buttons: [
          ...(unfinished ? [] : [{ label: line, line }]),
          { label: `Help for ${command.name}`, line: `casebook help ${command.name}` },
        ],
      },
    ],
    data: { ...data, runs: line },
  };
}

const plain = (question: string): string =>
  question
    .toLowerCase()
    .replace(/[’']/g, "")
    .replace(/[^\p{L}\p{N}/-]+/gu, " ")
    .trim();

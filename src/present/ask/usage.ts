import type { AnyCommand, Context } from "#core/command.ts";
import { type Answer, code, paragraph, text } from "#core/reply.ts";
import { type Deed, deeds, which } from "./deeds.ts";
import { runCommand } from "./run-command.ts";

const asking =
  "(?:(?:please|so|ok|okay|hey|hi|and|now|casebook) )*(?:(?:how (?:do|can|could|would|should|must) (?:i|we|you|one)|how to|where (?:do|can) (?:i|we)|whats the command to|what is the command to|which command do i use to|(?:can|could|would|will) (?:i|we|you)(?: please)?|(?:i|we) (?:want|need|would like) to|id like to|lets|let us|help me(?: to)?) )?";
const where =
  "(?: (?:here|now|please|again|with (?:you|this bot|the bot|casebook)|in (?:slack|discord|casebook|this (?:channel|thread|room))|for (?:me|us|this (?:channel|thread|room))))*";
const bot = "(?:this|you|(?:this|the) (?:bot|tool|app|thing)|(?:the )?casebook)";

const whole = (pattern: string): RegExp => new RegExp(`^${pattern}${where}$`);

const asked = deeds.map(({ verbs, things, alone, bare, ...deed }) => ({
  deed,
  pattern: whole(`${asking}(?:(?:(?:${verbs}) )${bare ? "?" : ""}${which}(?:${things})${alone ? `|${alone}` : ""})`),
}));

/** What everything it does is asked with. */
const everything = whole(
  `(?:${asking}(?:use|talk to|work with) ${bot}|what can (?:you|${bot}) do|what can (?:i|we) (?:ask|say|type)(?: you)?|what can (?:i|we) do (?:here|with ${bot})|help(?: me)?|(?:all )?commands|usage|(?:what|which) commands (?:are there|do you (?:have|know|take|understand)|can (?:i|we) use)|(?:list|show)(?: me)?(?: all)?(?: the| your)? commands)`,
);

const isRunning = whole(
  `(?:are you (?:up|online|alive|working|running)|is (?:this|the) bot (?:up|online|alive|working|running|down|offline)|(?:what|which) version (?:are you|is this|of casebook is this|do you run)|(?:(?:whats|what is|show) )?(?:(?:the|your) )?(?:casebook )?(?:version|status)(?: number)?(?: of ${bot})?)`,
);

/** What has changed is asked with. */
const isNew = whole(
  `(?:(?:whats|what is|anything|any) (?:new|changed)(?: (?:in|with) ${bot})?|what(?: has|s)? changed(?: in ${bot})?|(?:(?:what are|show me) )?(?:the )?(?:whats new|latest (?:changes|updates|additions)|change ?log|release notes))`,
);
const changes: Deed = {
  line: "digest changes",
  says: "It lists what changed in the casebook, entry by entry.",
};

/** Letters; what is longer asks something of its own. */
const longest = 100;

/** What of the bot's own is asked for: a line that answers at once, or one to be shown, with the command that it is of. */
export type Usage = { readonly runs: string } | { readonly shows: Deed };

/**
 * The command that a question how to use the bot is answered with: "how do I start a meeting?", "what can you do?" Within a
 * talk on an entry, "what is new?" is asked of that.
 */
export function usageOf(
  question: string,
  commands: readonly Pick<AnyCommand, "name">[],
  withinTalk = false,
): Usage | undefined {
  if (question.length > longest) return undefined;
  const said = plain(question);
  if (everything.test(said)) return { runs: "casebook help" };
  if (isRunning.test(said)) return { runs: "casebook status" };
  if (isNew.test(said) && !withinTalk) return { shows: changes };
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

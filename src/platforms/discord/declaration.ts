import { z } from "zod";
import { askThisName } from "#core/ask-this.ts";
import { clip } from "#core/clip.ts";
import type { AnyCommand } from "#core/command.ts";
import { kebab } from "#core/line.ts";
import { limits } from "./limits.ts";

/** The option that shows an answer to everyone, and the one that takes words as they would be typed in a line. */
export const shareOption = "share";
export const freeText = "text";

/** Discord's kinds of option: https://docs.discord.com/developers/interactions/application-commands#application-command-option-type */
const kinds = { string: 3, integer: 4, boolean: 5, number: 10 } as const;

export type OptionDeclaration = {
  readonly type: number;
  readonly name: string;
  readonly description: string;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly { readonly name: string; readonly value: string }[];
  readonly min_value?: number;
  readonly max_value?: number;
};

/** A command as Discord registers it. */
export type CommandDeclaration = {
  readonly type: 1;
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionDeclaration[];
  readonly integration_types?: readonly number[];
  readonly contexts?: readonly number[];
  /** Permissions that a server's members need to see it, as bits; its admins can change that for their server. */
  readonly default_member_permissions?: number;
};

/** An entry in every message's menu, as Discord registers it. */
export type MenuDeclaration = Pick<
  CommandDeclaration,
  "name" | "integration_types" | "contexts" | "default_member_permissions"
> & {
  readonly type: 3;
};

/** Manage Server: https://docs.discord.com/developers/topics/permissions */
const manageServer = 1 << 5;

/**
 * Everything that is registered for these commands: each of them, and the entry in a message's menu that asks.
 * `managed`: names of commands that only people who may manage a server see at first.
 */
export function declareAll(
  commands: readonly AnyCommand[],
  scope: "global" | "guild" = "global",
  managed: readonly string[] = [],
): (CommandDeclaration | MenuDeclaration)[] {
  const menu: MenuDeclaration = { type: 3, name: askThisName, ...whereUsed(scope) };
  const asks = commands.some(({ name }) => name === "ask");
  const declared = commands.map((command) => ({
    ...declareCommand(command, scope),
    ...(managed.includes(command.name) ? { default_member_permissions: manageServer } : {}),
  }));
  return [...declared, ...(asks ? [menu] : [])];
}

function whereUsed(scope: "global" | "guild"): Pick<CommandDeclaration, "integration_types" | "contexts"> {
  return scope === "global" ? { integration_types: [0, 1], contexts: [0, 1, 2] } : {};
}

const declared = z.object({
  properties: z.record(
    z.string(),
    z.object({
      type: z.enum(["string", "integer", "boolean", "number"]).catch("string"),
      description: z.string().optional(),
      enum: z.array(z.string()).optional().catch(undefined),
      minimum: z.number().optional(),
      maximum: z.number().optional(),
    }),
  ),
  required: z.array(z.string()).default([]),
});

/** Whether people may type free words to a command, beside its options. */
export function typesFreely(command: AnyCommand): boolean {
  return command.read !== undefined && !("text" in command.options.shape);
}

/**
 * A command's registration, read from its declaration. Global commands also say where they may be used: installed in
 * a server or by a person; in servers, in direct messages with the bot and in other ones.
 * @throws if the command has more options or letters than Discord takes
 */
export function declareCommand(command: AnyCommand, scope: "global" | "guild" = "global"): CommandDeclaration {
  const { properties, required } = declared.parse(
    z.toJSONSchema(command.options, { io: "input", unrepresentable: "any" }),
  );
  const free = typesFreely(command);
  const options = Object.entries(properties).map(([key, property]) =>
    declareOption(key, property, !free && required.includes(key), command),
  );
  const all: OptionDeclaration[] = [
    ...options.filter((option) => option.required),
    ...options.filter((option) => !option.required),
    ...(free
      ? [
          {
            type: kinds.string,
            name: freeText,
            description: describe(`Or in your own words: ${command.examples[0].replace(/^\S+\s*/, "")}`),
          },
        ]
      : []),
    ...(command.visibility === "private" && !command.personal && !(shareOption in command.options.shape)
      ? [{ type: kinds.boolean, name: shareOption, description: "Show the answer to everyone in this channel" }]
      : []),
  ];
  const declaration: CommandDeclaration = {
    type: 1,
    name: command.name,
    description: describe(command.summary),
    options: all,
    ...whereUsed(scope),
  };
  mustFit(declaration);
  return declaration;
}

function mustFit(declaration: CommandDeclaration): void {
  const { name, options } = declaration;
  for (const [what, count, most] of [
    ["options", options.length, limits.commandOptions],
    [
      "letters in a name",
      Math.max(...[name, ...options.map((option) => option.name)].map(({ length }) => length)),
      limits.commandName,
    ],
    ["letters in all", lettersOf(declaration), limits.commandCharacters],
  ] as const)
    if (count > most) throw new Error(`Command ${name} has ${count} ${what}; Discord takes ${most}.`);
}

/** What Discord counts of a command: names, descriptions and the values of choices. */
function lettersOf({ name, description, options }: CommandDeclaration): number {
  const texts = options.flatMap((option) => [
    option.name,
    option.description,
    ...(option.choices ?? []).flatMap((choice) => [choice.name, choice.value]),
  ]);
  return [name, description, ...texts].join("").length;
}

type Property = z.output<typeof declared>["properties"][string];

function declareOption(key: string, property: Property, required: boolean, command: AnyCommand): OptionDeclaration {
  const choices = property.enum && property.enum.length <= limits.choices ? property.enum : undefined;
  return {
    type: kinds[property.type],
    name: kebab(key),
    description: describe(property.description ?? kebab(key).replace(/-/g, " ")),
    ...(required ? { required } : {}),
    ...(choices ? { choices: choices.map((value) => ({ name: clip(value, limits.choiceName), value })) } : {}),
    ...(!choices && command.complete?.[key] ? { autocomplete: true } : {}),
    ...(property.minimum === undefined ? {} : { min_value: property.minimum }),
    ...(property.maximum === undefined ? {} : { max_value: property.maximum }),
  };
}

function describe(text: string): string {
  return clip(text, limits.commandDescription) || "…";
}

import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { z } from "zod";

const spec = z
  .looseObject({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
  .parse(JSON.parse(readFileSync(new URL("../../fixtures/discord/openapi-requests.json", import.meta.url), "utf8")));

const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: false });
ajv.addSchema(spec, "discord");

/** Discord's published schema of what a route takes, such as `post /channels/{channel_id}/messages`. */
function schemaOf(method: string, path: string) {
  const pointer = ["paths", path, method, "requestBody", "content", "application/json", "schema"]
    .map((step) => step.replace(/~/g, "~0").replace(/\//g, "~1").replace(/[{}]/g, encodeURIComponent))
    .join("/");
  return ajv.compile({ $ref: `discord#/${pointer}` });
}

const component: z.ZodType<Component> = z.lazy(() =>
  z.looseObject({
    type: z.number(),
    components: z.array(component).optional(),
    component: component.optional(),
    accessory: component.optional(),
    content: z.string().optional(),
    custom_id: z.string().optional(),
    label: z.string().optional(),
    url: z.string().optional(),
    items: z
      .array(z.strictObject({ media: z.strictObject({ url: z.string() }), description: z.string().min(1).max(1024) }))
      .optional(),
    file: z.strictObject({ url: z.string().startsWith("attachment://") }).optional(),
    options: z.array(z.looseObject({ label: z.string(), value: z.string() })).optional(),
  }),
);
/** Any component, loosely. */
export type Component = {
  type: number;
  components?: Component[] | undefined;
  component?: Component | undefined;
  accessory?: Component | undefined;
  content?: string | undefined;
  custom_id?: string | undefined;
  label?: string | undefined;
  url?: string | undefined;
  items?: { media: { url: string }; description: string }[] | undefined;
  file?: { url: string } | undefined;
  options?: { label: string; value: string }[] | undefined;
};

/** A component and all within it. */
export function everyComponent(top: readonly Component[]): Component[] {
  return top.flatMap((one) => [
    one,
    ...everyComponent([
      ...(one.components ?? []),
      ...[one.component, one.accessory].filter((inner) => inner !== undefined),
    ]),
  ]);
}

const componentKeys: Record<number, string> = {
  1: "type components",
  2: "type style label custom_id url disabled",
  3: "type custom_id placeholder options required",
  4: "type custom_id style required max_length min_length value placeholder",
  9: "type components accessory",
  10: "type content",
  12: "type items",
  13: "type file",
  14: "type divider spacing",
  17: "type components accent_color",
  18: "type label description component",
};

const messageSchema = z.strictObject({
  flags: z.number(),
  components: z.array(component).min(1),
  allowed_mentions: z.strictObject({ parse: z.array(z.never()), roles: z.array(z.string()).length(1).optional() }),
  attachments: z
    .array(
      z.strictObject({
        id: z.string(),
        filename: z.string().regex(/^[\w.-]+$/),
        description: z.string().max(1024).optional(),
      }),
    )
    .default([]),
  nonce: z.string().max(25).optional(),
  enforce_nonce: z.boolean().optional(),
  message_reference: z.unknown().optional(),
});

const v2 = 1 << 15;

/** What Discord refuses in a message although its schema lets it through, and what we never want to send. */
export function messageFaults(body: unknown): string[] {
  const parsed = messageSchema.safeParse(body);
  if (!parsed.success) return parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  const { flags, components, attachments } = parsed.data;
  const all = everyComponent(components);
  const texts = all.flatMap(({ content }) => content ?? []);
  return [
    ...((flags & v2) === 0 ? ["the Components V2 flag is missing"] : []),
    ...(all.length > 40 ? [`${all.length} components`] : []),
    ...(texts.join("").length > 4000 ? [`${texts.join("").length} characters of text`] : []),
    ...componentFaults(all),
    ...attachmentFaults(
      all,
      attachments.map(({ filename }) => filename),
    ),
  ];
}

/** With Components V2 a file is shown where a component names it and nowhere else. */
function attachmentFaults(all: readonly Component[], files: readonly string[]): string[] {
  const shown = all.flatMap(({ items = [], file }) => [...items.map(({ media }) => media), ...(file ? [file] : [])]);
  const named = shown.map(({ url }) => url.replace(/^attachment:\/\//, ""));
  return [
    ...named.filter((name) => !files.includes(name)).map((name) => `${name} does not go along`),
    ...files.filter((name) => !named.includes(name)).map((name) => `${name} is not shown`),
    ...(new Set(files).size < files.length ? ["a file name twice"] : []),
  ];
}

function componentFaults(all: readonly Component[]): string[] {
  const ids = all.flatMap(({ custom_id }) => custom_id ?? []);
  return [
    ...all.flatMap((one) => {
      const known = componentKeys[one.type]?.split(" ");
      return Object.keys(one)
        .filter((key) => !known?.includes(key))
        .map((key) => `unknown key ${key} in type ${one.type}`);
    }),
    ...all.filter(({ type, content }) => type === 10 && !content?.trim()).map(() => "empty text"),
    ...all.filter(({ label }) => label !== undefined && !label.trim()).map(() => "empty label"),
    ...(new Set(ids).size < ids.length ? ["a custom_id twice"] : []),
    ...ids.filter((id) => id.length < 1 || id.length > 100).map((id) => `custom_id of ${id.length}`),
    ...all.flatMap(({ type, components = [] }) => (type === 1 ? rowFaults(components) : [])),
    ...all.flatMap(({ type, options }) => (type === 3 ? optionFaults(options ?? []) : [])),
    ...all.filter(({ url }) => (url?.length ?? 0) > 512).map(() => "an address over 512"),
  ];
}

function rowFaults(components: readonly Component[]): string[] {
  const buttons = components.filter(({ type }) => type === 2).length;
  const fine = buttons === components.length ? buttons >= 1 && buttons <= 5 : components.length === 1;
  return fine ? [] : [`a row of ${components.length}`];
}

function optionFaults(options: readonly { label: string; value: string }[]): string[] {
  const values = new Set(options.map(({ value }) => value));
  return [
    ...(options.length < 1 || options.length > 25 ? [`${options.length} options`] : []),
    ...(values.size < options.length ? ["an option's value twice"] : []),
    ...options.filter(({ label, value }) => !label.trim() || !value || value.length > 100).map(() => "a wrong option"),
  ];
}

const callbackSchema = z.strictObject({ type: z.number(), data: z.looseObject({}).optional() });

function callbackFaults(body: unknown): string[] {
  const { type, data } = callbackSchema.parse(body);
  if (type === 4) return messageFaults(data);
  if (type === 5 && data && (Object.keys(data).join() !== "flags" || data.flags !== 64))
    return ["a defer takes EPHEMERAL alone"];
  if (type === 6 && data) return ["a deferred update takes no data"];
  if (type === 8)
    return z
      .strictObject({
        choices: z
          .array(z.strictObject({ name: z.string().min(1).max(100), value: z.string().min(1).max(100) }))
          .max(25),
      })
      .safeParse(data).success
      ? []
      : ["wrong choices"];
  if (type === 9) return modalFaults(data);
  return [];
}

const modalSchema = z.strictObject({
  custom_id: z.string().min(1).max(100),
  title: z.string().min(1).max(45),
  components: z.array(component).min(1).max(5),
});

function modalFaults(data: unknown): string[] {
  const parsed = modalSchema.safeParse(data);
  if (!parsed.success) return parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  return [
    ...componentFaults(everyComponent(parsed.data.components)),
    ...(parsed.data.components.some(({ type }) => type !== 18) ? ["a modal takes labels"] : []),
  ];
}

const optionsSchema = z
  .array(
    z.strictObject({
      type: z.number(),
      name: z.string().regex(/^[-_'\p{Ll}\p{Lo}\p{N}]{1,32}$/u),
      description: z.string().min(1).max(100),
      required: z.boolean().optional(),
      autocomplete: z.boolean().optional(),
      choices: z
        .array(z.strictObject({ name: z.string().min(1).max(100), value: z.string().min(1).max(100) }))
        .min(1)
        .max(25)
        .optional(),
      min_value: z.number().optional(),
      max_value: z.number().optional(),
    }),
  )
  .max(25);
const commandSchema = z.looseObject({
  type: z.number(),
  name: z.string().regex(/^[-_'\p{Ll}\p{Lo}\p{N}]{1,32}$/u),
  description: z.string().min(1).max(100),
  options: optionsSchema,
});

function commandFaults(body: unknown): string[] {
  const parsed = z
    .array(commandSchema)
    .max(100)
    .safeParse(
      z
        .array(z.looseObject({ type: z.number() }))
        .parse(body)
        .filter(({ type }) => type === 1),
    );
  if (!parsed.success) return parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  return parsed.data.flatMap(({ name, description, options }) => {
    const firstFree = options.findIndex(({ required }) => !required);
    const names = new Set(options.map((option) => option.name));
    const letters = [
      name,
      description,
      ...options.flatMap((option) => [
        option.name,
        option.description,
        ...(option.choices ?? []).flatMap((choice) => [choice.name, choice.value]),
      ]),
    ].join("");
    return [
      ...(options.some(({ required }, i) => required && firstFree >= 0 && i > firstFree)
        ? [`${name}: required options come first`]
        : []),
      ...(options.some(({ autocomplete, choices }) => autocomplete && choices)
        ? [`${name}: choices and autocomplete`]
        : []),
      ...(names.size < options.length ? [`${name}: an option twice`] : []),
      ...(letters.length > 8000 ? [`${name}: ${letters.length} characters`] : []),
    ];
  });
}

const routes = [
  { method: "post", path: "/interactions/{interaction_id}/{interaction_token}/callback", faults: callbackFaults },
  { method: "patch", path: "/webhooks/{webhook_id}/{webhook_token}/messages/@original", faults: messageFaults },
  { method: "post", path: "/channels/{channel_id}/messages", faults: messageFaults },
  {
    method: "post",
    path: "/channels/{channel_id}/threads",
    faults: (body: unknown) => messageFaults(z.object({ message: z.unknown() }).parse(body).message),
  },
  { method: "put", path: "/applications/{application_id}/commands", faults: commandFaults },
  { method: "put", path: "/applications/{application_id}/guilds/{guild_id}/commands", faults: commandFaults },
].map((route) => ({
  ...route,
  validate: schemaOf(route.method, route.path),
  pattern: new RegExp(`^${route.path.replace(/\{\w+\}/g, "[^/]+")}$`),
}));

/** Why Discord would refuse this request body; empty when it would take it. */
export function judge(method: string, path: string, body: unknown): string[] {
  const route = routes.find((candidate) => candidate.method === method.toLowerCase() && candidate.pattern.test(path));
  if (!route) return [`no such route: ${method} ${path}`];
  if (!route.validate(body))
    return (route.validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  return route.faults(body);
}

/** Why Discord would refuse this message in a channel. */
export const judgeMessage = (body: unknown): string[] => judge("post", "/channels/1/messages", body);

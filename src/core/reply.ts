import { z } from "zod";

/**
 * The neutral answer to a command line. A bare string is plain text for ever: only the object forms below can put
 * markup on a screen, so content and askers can show nothing but letters.
 */
const inlineSchema = z.union([
  z.string(),
  z.object({ kind: z.enum(["strong", "emphasis", "code"]), text: z.string() }),
  z.object({ kind: z.literal("link"), text: z.string(), url: z.url({ protocol: /^https?$/ }) }),
]);
export type Inline = z.infer<typeof inlineSchema>;

const textSchema = z.array(inlineSchema);
/** A run of inline pieces, in reading order. */
export type Text = z.infer<typeof textSchema>;

/** The day, month or year a claim was true: `2023`, `2023-08` or `2023-08-24`. */
const asOfSchema = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/);

const sourceSchema = z.object({
  id: z.string(),
  title: z.string(),
  url: z.string().optional(),
  asOf: asOfSchema.optional(),
  publisher: z.string().optional(),
});
/** Where a claim comes from. `asOf` is the day the source was published. */
export type Source = z.infer<typeof sourceSchema>;

const statementSchema = z.object({
  text: textSchema,
  /** Identifier of the passage that says so, such as `hugging-face#lessons/3`. */
  id: z.string().optional(),
  asOf: asOfSchema.optional(),
  /** Ids of `Reply.sources`. */
  cites: z.array(z.string()).optional(),
  /** Short plain caveats shown beside the date: "second-hand", "past its review date". */
  notes: z.array(z.string()).optional(),
});
/** One claim with its date and sources: the smallest thing that a page may not be cut through. */
export type Statement = z.infer<typeof statementSchema>;

const lineSchema = z.string().min(1);

const buttonSchema = z.union([
  z.object({ label: z.string().min(1), line: lineSchema, style: z.enum(["primary", "danger"]).optional() }),
  z.object({ label: z.string().min(1), url: z.url({ protocol: /^https?$/ }) }),
]);
/** A button stands for the command line it runs, or opens an address. */
export type Button = z.infer<typeof buttonSchema>;

const selectSchema = z.object({
  placeholder: z.string().min(1),
  options: z.array(z.object({ label: z.string().min(1), line: lineSchema, description: z.string().optional() })).min(1),
});
/** A menu; each option stands for a command line. */
export type Select = z.infer<typeof selectSchema>;

const fieldInputSchema = z.object({
  name: z.string().min(1),
  label: z.string().min(1),
  hint: z.string().optional(),
  value: z.string().optional(),
  required: z.boolean().optional(),
  choices: z.array(z.object({ label: z.string(), value: z.string() })).optional(),
});

export const formSchema = z.object({
  kind: z.literal("form"),
  /** The button that opens the form. */
  label: z.string().min(1),
  title: z.string().min(1),
  /** The command line to which the answers are appended as `name=value`. */
  line: lineSchema,
  fields: z.array(fieldInputSchema).min(1),
});
/** A form a platform opens as a modal; submitting it runs `line` with the answers as `name=value`. */
export type Form = z.infer<typeof formSchema>;

export const chartSchema = z.object({
  kind: z.literal("chart"),
  type: z.enum(["bar", "range", "line"]),
  title: z.string(),
  unit: z.string(),
  /** The numbers in words, for screen readers and for platforms that show no picture. */
  alt: z.string(),
  categories: z.array(z.string()).min(1),
  series: z
    .array(
      z.object({
        name: z.string(),
        values: z.array(z.number()),
        low: z.array(z.number()).optional(),
        high: z.array(z.number()).optional(),
      }),
    )
    .min(1),
  /** Emphasised category, by index. */
  highlight: z.number().int().nonnegative().optional(),
});
/** Chart data; each platform draws it its own way. */
export type Chart = z.infer<typeof chartSchema>;

const documentSchema = z.object({
  kind: z.literal("document"),
  /** What it is called as a file, such as `meeting-notes.md`; no other document of the reply is called so. */
  name: z.string().regex(/^[\w-]+\.[a-z]+$/),
  text: z.string().min(1),
});
/** A text to copy or to keep: shown line by line as it is, and sent as a file where a platform takes one. */
export type Document = z.infer<typeof documentSchema>;

const partSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("heading"), text: z.string().min(1) }),
  z.object({ kind: z.literal("text"), ...statementSchema.shape }),
  z.object({ kind: z.literal("quote"), ...statementSchema.shape }),
  z.object({ kind: z.literal("list"), ordered: z.boolean().optional(), items: z.array(statementSchema).min(1) }),
  z.object({
    kind: z.literal("fields"),
    fields: z.array(z.object({ label: z.string().min(1), value: statementSchema })).min(1),
  }),
  z.object({
    kind: z.literal("table"),
    columns: z.array(z.string()).min(1).max(10),
    rows: z.array(z.array(statementSchema)).min(1),
  }),
  chartSchema,
  documentSchema,
  formSchema,
  z.object({ kind: z.literal("buttons"), buttons: z.array(buttonSchema).min(1) }),
  z.object({ kind: z.literal("select"), ...selectSchema.shape }),
]);
export type Part = z.infer<typeof partSchema>;

export const replySchema = z.object({
  /** False for a refusal: a mistake of the asker's, or something the casebook does not know. */
  ok: z.boolean(),
  /** The command's name. */
  command: z.string(),
  /** The command line that gives this reply again, without `page` and `share`. */
  line: z.string(),
  title: z.string().min(1),
  parts: z.array(partSchema),
  sources: z.array(sourceSchema),
  /** The command's typed result, for `--as json`. */
  data: z.unknown(),
  /** Page to show, from 1; a renderer that needs no pages ignores it. */
  page: z.number().int().positive().default(1),
  /** True when everyone in the channel may see it. */
  shared: z.boolean().default(false),
  /** True for what concerns its asker alone: nobody is offered to share it. */
  personal: z.boolean().optional(),
});
/** What every command gives and every renderer takes. */
export type Reply = z.infer<typeof replySchema>;

/** What a command's `run` returns: dispatch adds the command's name, its line, page and visibility. */
export type Answer = Pick<Reply, "title" | "parts" | "data"> & {
  sources?: readonly Source[];
  ok?: boolean;
  personal?: boolean | undefined;
};

/** Tagged template: `` text`${strong("41.5%")} of peak` ``; interpolated strings stay plain text. */
export function text(strings: TemplateStringsArray, ...values: readonly (Inline | number)[]): Text {
  const pieces: Text = [];
  strings.forEach((literal, i) => {
    if (literal) pieces.push(literal);
    const value = values[i];
    if (value !== undefined && value !== "") pieces.push(typeof value === "number" ? String(value) : value);
  });
  return pieces;
}

/** Letters that stand out. */
export const strong = (value: string): Inline => ({ kind: "strong", text: value });
/** Letters with a slight stress. */
export const emphasis = (value: string): Inline => ({ kind: "emphasis", text: value });
/** Letters as they are typed: a command line, an id. */
export const code = (value: string): Inline => ({ kind: "code", text: value });

/** A link, or the bare label when the address is not plain http(s). */
export function link(label: string, url: string | undefined): Inline {
  return url && URL.canParse(url) && /^https?:/.test(url) ? { kind: "link", text: label, url } : label;
}

/** The letters of a text without its markup. */
export function plain(value: Text): string {
  return value.map((piece) => (typeof piece === "string" ? piece : piece.text)).join("");
}

/** A plain paragraph. */
export function paragraph(value: Text | string, extra: Omit<Statement, "text"> = {}): Part {
  return { kind: "text", text: typeof value === "string" ? [value] : value, ...extra };
}

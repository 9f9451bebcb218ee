/** What a database looks like from outside, before anything is changed in it. */
export type DatabaseState =
  | { readonly kind: "absent" }
  | {
      readonly kind: "present";
      /** Steps of the schema this release will take when it starts. */
      readonly waiting: readonly string[];
      /** Steps that only a newer release knows. */
      readonly unknown: readonly string[];
      /** What SQLite says of its file: "ok", or what is damaged. */
      readonly integrity: string;
    };

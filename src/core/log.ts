type Say = {
  (says: string): void;
  (fields: object, says: string): void;
};

/** Where operators read what happened: fields and a sentence, or a sentence alone. Neither holds a token, nor what people wrote. */
export type Log = Readonly<Record<"debug" | "info" | "warn" | "error", Say>>;

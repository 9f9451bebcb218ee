/** A request that a platform would have received, without its address; what goes along are addresses under `attached`. */
export type Call = { readonly method: string; readonly body: Readonly<Record<string, unknown>> };

/** What a call changes on the screen of a platform. */
export type Shown =
  | {
      readonly kind: "message";
      /** Below the others, in place of the one clicked on, or below with that one taken away. */
      readonly manner: "add" | "replace" | "renew";
      /** Only the asker sees it. */
      readonly alone: boolean;
      readonly payload: Readonly<Record<string, unknown>>;
      /** Addresses of the pictures and files that go along, by the names the payload has for them. */
      readonly attached?: unknown;
    }
  | { readonly kind: "modal" | "home"; readonly payload: unknown };

/** How much of a platform's limit a payload uses. */
export type Meter = { readonly name: string; readonly used: number; readonly limit: number };

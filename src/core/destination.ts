/** A channel of a platform. Ids are the platform's own. */
export type Channel = { readonly platform: string; readonly channel: string };

/** Where posts go: a channel, maybe a thread in it. */
export type Destination = Channel & {
  readonly workspace?: string | undefined;
  readonly thread?: string | undefined;
};

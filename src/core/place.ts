/** Where posts go: a channel of a platform, maybe a thread in it. Ids are the platform's own. */
export type Place = {
  readonly platform: string;
  readonly workspace?: string | undefined;
  readonly channel: string;
  readonly thread?: string | undefined;
};

/**
 * What a question means within a talk. `sure`: its words point back, so that nothing else can be meant. `otherwise`: what
 * it means where nothing answers that.
 */
export type FollowUp = {
  readonly question: string;
  readonly about?: string;
  readonly sure: boolean;
  readonly otherwise?: FollowUp;
};

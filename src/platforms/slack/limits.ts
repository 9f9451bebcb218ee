/** Slack's limits, each number once. Lengths are Unicode code points where a line does not say otherwise. */
export const limits = {
  /** https://docs.slack.dev/reference/block-kit/blocks */
  blocksInMessage: 50,
  /** Ours: of these, one is kept for the user group that a post calls. */
  mentionBlocks: 1,
  blocksInView: 100,
  /**
   * Undocumented: chat.postMessage refuses a message (`msg_blocks_too_long`) near 13,200 characters, blocks weighing in
   * beside their text. https://github.com/slackapi/bolt-js/issues/2509 and /issues/2867; 12,000 keeps a margin.
   */
  messageWeight: 12_000,
  blockWeight: 100,
  elementWeight: 40,
  /** https://docs.slack.dev/reference/methods/chat.postMessage: `text` is best below 4,000; alone it may be longer. */
  fallbackText: 3000,
  textAlone: 12_000,
  /** https://docs.slack.dev/reference/block-kit/blocks/header-block */
  headerText: 150,
  /** https://docs.slack.dev/reference/block-kit/composition-objects/text-object */
  textObject: 3000,
  /** https://docs.slack.dev/reference/block-kit/blocks/section-block */
  sectionFields: 10,
  sectionField: 2000,
  /** https://docs.slack.dev/reference/block-kit/blocks/image-block */
  imageAlt: 2000,
  imageTitle: 2000,
  /** Ours: a file's name beside others. */
  fileTitle: 150,
  /** https://docs.slack.dev/reference/block-kit/blocks/table-block; the characters in all cells are UTF-16 units. */
  tablesInMessage: 1,
  tableRows: 100,
  tableColumns: 20,
  tableCharacters: 10_000,
  /** https://docs.slack.dev/reference/block-kit/blocks/actions-block */
  actionsElements: 25,
  /** https://docs.slack.dev/reference/block-kit/block-elements/button-element */
  buttonText: 75,
  buttonValue: 2000,
  url: 3000,
  /** https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element */
  selectOptions: 100,
  selectPlaceholder: 150,
  /** https://docs.slack.dev/reference/block-kit/composition-objects/option-object; value: the smaller of two sources. */
  optionText: 75,
  optionValue: 150,
  optionDescription: 75,
  /** https://docs.slack.dev/reference/block-kit/blocks/input-block */
  inputLabel: 2000,
  inputHint: 2000,
  /** https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element */
  inputValue: 3000,
  /** https://docs.slack.dev/reference/views/modal-views */
  modalTitle: 24,
  modalButton: 24,
  privateMetadata: 3000,
  /** Ours: a form's line in it, where each quotation mark takes two; the rest is where the form was opened. */
  formLine: 1200,
  /** https://docs.slack.dev/reference/block-kit/blocks */
  blockId: 255,
  /** https://docs.slack.dev/reference/app-manifest */
  manifestCommands: 50,
  commandDescription: 2000,
  commandUsageHint: 1000,
} as const;

/** How Slack lets itself be called; milliseconds unless said otherwise. */
export const pace = {
  /** https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
  responseUses: 5,
  responseLifetime: 30 * 60_000,
  /** https://docs.slack.dev/apis/web-api/rate-limits: one message a second in a channel. */
  betweenMessages: 1000,
  /** Ours: as many messages of one channel wait for their second as are sent before the process must have stopped. */
  mostWaiting: 8,
  /** Ours: requests worked on at a time; Slack is asked to bring more again later. */
  mostOpen: 1000,
  /** Ours: how long what Slack said about a person counts. */
  askerKnown: 10 * 60_000,
  /** https://docs.slack.dev/apis/events-api#retries: the last retry comes after five minutes; twice that, and some. */
  eventMemory: 15 * 60_000,
  /** Ours: how long an answer waits to hear whether another process gives it. */
  claimTimeout: 1500,
  /** Ours: longer than this nobody waits for an answer. */
  callTimeout: 10_000,
  /** Ours: the same for a call that a page of an install waits for. */
  installTimeout: 5_000,
  /** Ours: a picture takes one to three seconds; a digest has time. */
  pictureWait: 3000,
  digestPictureWait: 20_000,
  /** Slack works on a file for a second or two after its upload; ours: how often we look, and for how long. */
  betweenLooks: 400,
  processing: 15_000,
  /** Ours: how long a picture counts as fresh, and the moment Slack is given for it when it refuses it. */
  pictureFresh: 10_000,
  pictureMoment: 1000,
  /** Ours: no pictures are tried for so long after an upload failed, and after Slack said that it takes no files. */
  picturesRest: 60_000,
  picturesClosed: 3_600_000,
  longestWait: 30_000,
  stop: 9000,
} as const;

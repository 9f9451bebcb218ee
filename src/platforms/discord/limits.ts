/**
 * Discord's limits, each once. Lengths are counted in UTF-16 units for text and code points for labels: Discord does
 * not say which it means, and UTF-16 units are never fewer.
 */
export const limits = {
  /** Components of a message, nested ones counted: https://docs.discord.com/developers/components/reference#component-limits */
  components: 40,
  /** Characters over all text of a message with Components V2: same page. */
  text: 4000,
  /** Ours: the room in it that is kept for a role that a post calls. */
  mention: 26,
  /** https://docs.discord.com/developers/components/reference#action-row */
  buttonsPerRow: 5,
  /** https://docs.discord.com/developers/components/reference#button */
  buttonLabel: 80,
  buttonUrl: 512,
  /** https://docs.discord.com/developers/components/reference#anatomy-of-a-component */
  customId: 100,
  /** https://docs.discord.com/developers/components/reference#string-select */
  selectOptions: 25,
  selectLabel: 100,
  selectValue: 100,
  selectDescription: 100,
  selectPlaceholder: 150,
  /** https://docs.discord.com/developers/components/reference#media-gallery */
  mediaDescription: 1024,
  /** https://docs.discord.com/developers/reference#uploading-files; bytes */
  file: 10 * 1024 * 1024,
  /** https://docs.discord.com/developers/components/reference#text-input, #label; modals: interactions/receiving-and-responding */
  modalFields: 5,
  modalTitle: 45,
  inputLabel: 45,
  inputDescription: 100,
  inputPlaceholder: 100,
  inputValue: 4000,
  /** https://docs.discord.com/developers/interactions/application-commands#application-command-object */
  commandName: 32,
  commandDescription: 100,
  commandOptions: 25,
  commandCharacters: 8000,
  choices: 25,
  choiceName: 100,
  choiceValue: 100,
  /** https://docs.discord.com/developers/resources/message#create-message */
  nonce: 25,
  /** https://docs.discord.com/developers/resources/channel#start-thread-in-forum-or-media-channel */
  threadName: 100,
} as const;

/** Message flags: https://docs.discord.com/developers/resources/message#message-object-message-flags */
export const messageFlags = { ephemeral: 1 << 6, suppressNotifications: 1 << 12, componentsV2: 1 << 15 } as const;

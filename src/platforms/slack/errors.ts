import { webApi } from "@slack/bolt";

/** Slack's own word for what went wrong (`invalid_blocks`, `not_in_channel`), or ours for what has none. Safe to log. */
export function slackCode(error: unknown): string {
  if (error instanceof webApi.WebAPIPlatformError) return error.data.error;
  if (error instanceof webApi.WebAPIRateLimitedError) return "ratelimited";
  if (error instanceof webApi.WebAPIHTTPError) return `http_${error.statusCode}`;
  if (error instanceof webApi.WebAPIRequestError) return "unreachable";
  return error instanceof Error ? error.name : "unknown";
}

/** True when Slack refused the blocks, not the message: their text alone may still go. */
export function refusesBlocks(code: string): boolean {
  return /invalid_blocks|msg_blocks_too_long|invalid_attachments|only_one_table_allowed|too_many_blocks/.test(code);
}

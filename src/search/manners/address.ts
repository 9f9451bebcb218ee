const link = /\b(?:https?:\/\/|www\.)\S+/gi;

/** A call to all who are there, in front of what is asked. */
const call = /^(?:\s*(?:@(?:everyone|here|channel)\b|<!?@?[^>\s]{1,80}>)[\s,:]*)+/i;

/** What is left of a text without its web addresses. */
export function withoutLinks(text: string): string {
  return text.replace(link, " ").replace(/\s+/g, " ").trim();
}

/** What is left of a text without the names it is called out to: "@here what is MDF?" */
export function withoutCall(text: string): string {
  return text.replace(call, "");
}

/** The host an http(s) address leads to, in ASCII, with its port if it names one; nothing for any other address. */
export function hostOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, host } = new URL(url);
  return protocol === "https:" || protocol === "http:" ? host.replace(/^www\./, "") : undefined;
}

/**
 * Where an address of PostgreSQL leads, without user and password: "" for PostgreSQL's own default. Undefined when it
 * cannot be told, because a / ? # @ % stands in it that was meant as a letter and cuts it elsewhere.
 */
export function databaseHost(address: string): string | undefined {
  // With a socket no host stands behind the user, which is no address to anybody else.
  const url = URL.parse(address.replace(/\/\/[^/?#@]*@\//, "///"));
  if (!url || url.hash || `${url.pathname}${url.search}`.includes("@") || !isPercentEncoded(address)) return undefined;
  return url.searchParams.get("host") ?? url.host;
}

function isPercentEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

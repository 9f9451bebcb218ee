/** What the pages are sent with: nothing is loaded from anywhere, nothing is kept, nobody may frame them. */
export const pageHeaders = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
} as const;

/** The page an install begins on. `url` is Slack's, where people see what they allow. */
export function installPage(url: string): string {
  return page(
    "Add Casebook to Slack",
    "<p>Casebook answers questions about companies, partnerships, roles and playbooks from its own library, with source and date.</p>" +
      "<p>Slack shows what it may do before you allow it.</p>" +
      link(url, "Add to Slack"),
  );
}

/** The page after an install. `where` is the workspace's or organisation's name. */
export function installedPage(where: string | undefined, open: string | undefined): string {
  const place = where ? ` in ${escapeHtml(where)}` : "";
  return page(
    "Casebook is installed",
    `<p>Casebook is ready${place}. Try <code>/casebook help</code>, or write to it under <b>Apps</b>.</p>` +
      "<p>To mention it in a channel, add it there: <code>/invite @Casebook</code>.</p>" +
      (open ? link(open, "Open Slack") : ""),
  );
}

/** The page after an install that did not come about. `again` is where it begins. */
export function failedPage(says: string, again: string): string {
  return page("Casebook was not installed", `<p>${escapeHtml(says)}</p>${link(again, "Try again")}`);
}

const style =
  "body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:15vh auto;padding:0 1.5rem;color:#1d1c1d;background:#fff}" +
  "h1{font-size:1.5rem}a{display:inline-block;padding:.6rem 1.2rem;border-radius:.4rem;background:#1f3a5f;color:#fff;text-decoration:none}" +
  "code{background:#eee;padding:.1rem .3rem;border-radius:.2rem}" +
  "@media(prefers-color-scheme:dark){body{color:#eee;background:#1a1d21}code{background:#333}a{background:#3b6ea5}}";

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${style}</style><h1>${title}</h1>${body}</html>`;
}

const link = (url: string, label: string): string => `<p><a href="${escapeHtml(url)}">${label}</a></p>`;

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

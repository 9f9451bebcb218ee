/** What may stand in an element: text is always letters, never markup. */
export type Child = Node | string | undefined | false | readonly Child[];
type Attribute = string | number | boolean | undefined | ((event: Event) => void);

/** An element with its attributes, listeners (`onclick`) and children. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== undefined && value !== false) element.setAttribute(name, String(value));
  }
  element.append(...nodes(children));
  return element;
}

/** Children as nodes, in order. */
export function nodes(children: readonly Child[]): (Node | string)[] {
  return children.flatMap((child): (Node | string)[] => {
    if (child === undefined || child === false) return [];
    return typeof child === "string" || child instanceof Node ? [child] : nodes(child);
  });
}

/** A link to the web; an address of any other kind leaves its letters. */
export function webLink(url: string, ...children: readonly Child[]): HTMLElement {
  const web = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
  if (!web) return h("span", {}, ...children);
  return h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

/** A picture that comes with the message; one from elsewhere is named, because the playground asks nobody else. */
export function picture(url: string, alt: string): HTMLElement {
  if (/^data:image\/(png|jpeg|svg\+xml)[;,]/.test(url)) return h("img", { src: url, alt });
  return h("span", { class: "no-picture", role: "img", "aria-label": alt }, `Picture: ${alt}`);
}

/** A link that keeps a text file which comes with the message; one from elsewhere is only named. */
export function fileLink(url: string, name: string): HTMLElement {
  return /^data:text\/plain[;,]/.test(url) ? h("a", { href: url, download: name }, name) : h("span", {}, name);
}

/** The element with this id, which the page always has. */
export function byId<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`the page has no ${id}`);
}

let count = 0;
/** An id nothing else has. */
export const newId = (prefix: string): string => `${prefix}-${++count}`;

/** Any JSON object, for reading payloads that may be somebody's paste. */
export type Json = Readonly<Record<string, unknown>>;

/** The value if it is an object, else an empty one. */
export function object(value: unknown): Json {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** The objects of a list; none when the value is no list. */
export function list(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(object) : [];
}

/** The value if it is a text or a number, as text; else an empty one. */
export function string(value: unknown): string {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

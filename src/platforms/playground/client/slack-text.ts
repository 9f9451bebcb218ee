import { type Child, h, type Json, list, object, string, webLink } from "./dom.ts";

const entities: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };
const letters = (text: string): string => text.replace(/&(?:lt|gt|amp);/g, (entity) => entities[entity] ?? entity);

const styles = { "*": "strong", _: "em", "~": "s", "`": "code" } as const;
type Mark = keyof typeof styles;

/** Slack's mrkdwn: links, bold, italic, struck, code, line breaks. */
export function mrkdwn(text: string): Child[] {
  return text.split("\n").flatMap((line, i): Child[] => [...(i > 0 ? [h("br")] : []), ...inline(line)]);
}

function inline(text: string): Child[] {
  const match = /<([^<>]+)>|(^|[\s([{])([*_~`])(?=\S)([^\n]*?\S)\3(?=$|[\s.,;:!?)\]}])/.exec(text);
  if (!match) return text ? [letters(text)] : [];
  const [whole, target, before = "", mark, inner = ""] = match;
  const drawn: Child[] = target === undefined ? [before, marked(mark, inner)] : [angled(target)];
  return [letters(text.slice(0, match.index)), ...drawn, ...inline(text.slice(match.index + whole.length))];
}

function marked(mark: string | undefined, inner: string): Child {
  if (mark === "`") return h("code", {}, letters(inner));
  return mark && isMark(mark) ? h(styles[mark], {}, ...inline(inner)) : inner;
}

function isMark(mark: string): mark is Mark {
  return mark in styles;
}

function angled(target: string): Child {
  const bar = target.indexOf("|");
  const [address, name] = bar < 0 ? [target, target] : [target.slice(0, bar), target.slice(bar + 1)];
  if (/^[@#!]/.test(address)) return h("span", { class: "mention" }, letters(name));
  return webLink(letters(address), letters(name));
}

/** A plain_text or mrkdwn object. */
export function textObject(value: unknown): Child[] {
  const { type, text } = object(value);
  return type === "mrkdwn" ? mrkdwn(string(text)) : [string(text)];
}

/** A rich_text block. */
export function richText(block: Json): HTMLElement {
  return h("div", { class: "rich-text" }, ...list(block.elements).map(richElement));
}

function richElement(element: Json): HTMLElement {
  const elements = list(element.elements);
  switch (element.type) {
    case "rich_text_list": {
      const tag = element.style === "ordered" ? "ol" : "ul";
      return h(
        tag,
        { class: `indent-${Number(element.indent) || 0}` },
        ...elements.map((one) => h("li", {}, leaves(one))),
      );
    }
    case "rich_text_quote":
      return h("blockquote", {}, elements.map(leaf));
    case "rich_text_preformatted":
      return h("pre", { tabindex: "0" }, elements.map(leaf));
    default:
      return h("p", {}, elements.map(leaf));
  }
}

const leaves = (section: Json): Child[] => list(section.elements).map(leaf);

function leaf(element: Json): Child {
  switch (element.type) {
    case "text":
      return styled(string(element.text), object(element.style));
    case "link":
      return webLink(string(element.url), styled(string(element.text) || string(element.url), object(element.style)));
    case "emoji":
      return `:${string(element.name)}:`;
    default:
      return h("span", { class: "mention" }, string(element.type));
  }
}

function styled(text: string, style: Json): Child {
  const tags = [
    ["bold", "strong"],
    ["italic", "em"],
    ["strike", "s"],
    ["code", "code"],
  ] as const;
  return tags.reduce<Child>((inner, [key, tag]) => (style[key] === true ? h(tag, {}, inner) : inner), text);
}

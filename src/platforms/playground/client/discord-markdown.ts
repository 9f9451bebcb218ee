import { type Mark, markAt } from "./discord-marks.ts";
import { type Child, h, webLink } from "./dom.ts";

/** Discord's Markdown as its clients draw a text display: headings, subtext, quotes, lists, code, inline styles. */
export function markdown(text: string): HTMLElement[] {
  return text.split(/(```(?:\w*\n)?[\s\S]*?```)/).flatMap((piece) => {
    const code = /^```(?:\w*\n)?([\s\S]*?)\n?```$/.exec(piece);
    if (code) return [h("pre", { tabindex: "0" }, h("code", {}, code[1] ?? ""))];
    return blocks(piece.replace(/^\n|\n$/g, ""));
  });
}

type Kind = "h1" | "h2" | "h3" | "subtext" | "quote" | "bullet" | "number" | "text" | "gap";
type Line = { readonly kind: Kind; readonly text: string; readonly deep: boolean; readonly number: number };

function readLine(line: string): Line {
  const [, hashes, heading] = /^(#{1,3}) (.*)$/.exec(line) ?? [];
  const [, spaces = "", , bullet] = /^(\s*)([-*]) (.*)$/.exec(line) ?? [];
  const [, , digits, item] = /^(\s*)(\d+)\. (.*)$/.exec(line) ?? [];
  const base = { deep: spaces.length >= 2, number: Number(digits ?? 0) };
  if (line.trim() === "") return { ...base, kind: "gap", text: "" };
  if (heading !== undefined)
    return { ...base, kind: hashes === "#" ? "h1" : hashes === "##" ? "h2" : "h3", text: heading };
  if (line.startsWith("-# ")) return { ...base, kind: "subtext", text: line.slice(3) };
  if (line.startsWith("> ")) return { ...base, kind: "quote", text: line.slice(2) };
  if (bullet !== undefined) return { ...base, kind: "bullet", text: bullet };
  if (item !== undefined) return { ...base, kind: "number", text: item };
  return { ...base, kind: "text", text: line };
}

function blocks(text: string): HTMLElement[] {
  if (text === "") return [];
  const lines = text.split("\n").map(readLine);
  const drawn: HTMLElement[] = [];
  for (let i = 0; i < lines.length; ) {
    const line = lines[i];
    if (!line) break;
    const run = lines.slice(i).findIndex((next) => next.kind !== line.kind);
    const same = lines.slice(i, run < 0 ? undefined : i + run);
    drawn.push(...group(line.kind, same));
    i += same.length;
  }
  return drawn;
}

function group(kind: Kind, lines: readonly Line[]): HTMLElement[] {
  const rows = (tag: "p" | "blockquote", name: string) => [
    h(tag, { class: name }, ...lines.flatMap(({ text }, i) => [i > 0 && h("br"), inline(text)])),
  ];
  switch (kind) {
    case "h1":
    case "h2":
    case "h3":
      return lines.map(({ text }) => h(kind, {}, inline(text)));
    case "subtext":
      return lines.map(({ text }) => h("p", { class: "subtext" }, inline(text)));
    case "quote":
      return rows("blockquote", "");
    case "bullet":
      return [h("ul", {}, ...lines.map(({ text, deep }) => h("li", { class: deep && "deep" }, inline(text))))];
    case "number":
      return [h("ol", { start: lines[0]?.number ?? 1 }, ...lines.map(({ text }) => h("li", {}, inline(text))))];
    case "gap":
      return [h("div", { class: "gap" })];
    case "text":
      return rows("p", "");
  }
}

function inline(text: string): Child[] {
  const drawn: Child[] = [];
  let plain = "";
  for (let at = 0; at < text.length; ) {
    const mark = markAt(text.slice(at));
    if (mark) {
      drawn.push(plain, drawMark(mark));
      plain = "";
      at += mark.length;
    } else {
      plain += text[at];
      at++;
    }
  }
  return [...drawn, plain];
}

function drawMark({ kind, inner, url }: Mark): Child {
  switch (kind) {
    case "escape":
      return inner;
    case "code":
      return h("code", {}, inner);
    case "link":
      return webLink(url, inline(inner));
    case "address":
      return webLink(inner, inner);
    case "strong":
      return h("strong", {}, inline(inner));
    case "underline":
      return h("u", {}, inline(inner));
    case "strike":
      return h("s", {}, inline(inner));
    case "spoiler":
      return h("span", { class: "spoiler" }, inline(inner));
    case "emphasis":
      return h("em", {}, inline(inner));
    case "mention":
      return h("span", { class: "mention" }, inner);
  }
}

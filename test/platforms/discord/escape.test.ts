import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapeInline, escapeLineStarts, letters } from "#platforms/discord/escape.ts";
import { link } from "#platforms/discord/link.ts";
import { renderLine, renderText } from "#platforms/discord/text.ts";
import { read } from "./reader.ts";

/** Texts made of what Discord gives a meaning to. */
const hostile = fc
  .array(
    fc.constantFrom(
      ..."\\*_~`|<>[]()#-+:@!&.1 9a\n/",
      "@everyone",
      "@here",
      "<@123456789012345678>",
      "<@&1>",
      "<#2>",
      "</case:3>",
      "<t:1700000000:R>",
      "<a:wave:4>",
      "<:x:5>",
      "<id:home>",
      "https://",
      "http://a.b/c",
      "[good](https://evil.example)",
      "```",
      "||",
      "**",
      "__",
      "~~",
      "# ",
      "-# ",
      "> ",
      ">>> ",
      "- ",
      "1. ",
      "2) ",
      ":smile:",
      "mailto:a@b.c",
      "👩‍👩‍👧",
      "é",
      "שלום",
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(""));

const seen = (text: string) => text.replace(/\u200b/g, "");

test("plain text shows its letters and nothing else", () => {
  fc.assert(
    fc.property(fc.oneof(hostile, fc.string({ unit: "grapheme", maxLength: 200 })), (raw) => {
      const reading = read(escapeLineStarts(escapeInline(raw)));
      expect(reading.marks).toEqual([]);
      expect(seen(reading.letters)).toBe(seen(letters(raw)));
    }),
    { numRuns: 3000 },
  );
});

test("plain text stays plain however it is cut into pieces", () => {
  fc.assert(
    fc.property(hostile, fc.nat({ max: 60 }), (raw, at) => {
      expect(read(renderText([raw.slice(0, at), raw.slice(at)])).marks).toEqual([]);
      expect(read(`- ${renderLine([raw.slice(0, at), raw.slice(at)])}`).marks).toEqual(["list"]);
    }),
    { numRuns: 2000 },
  );
});

test("styled text shows its letters in that style alone", () => {
  fc.assert(
    fc.property(hostile, fc.constantFrom("strong", "emphasis"), (raw, kind) => {
      const reading = read(renderText([{ kind, text: raw }]));
      const blank = letters(raw).trim() === "";
      expect(reading.marks).toEqual(blank ? [] : [kind === "strong" ? "bold" : "italic"]);
      expect(seen(reading.letters)).toBe(seen(letters(raw).replace(/\s+/g, " ").trim()));
    }),
    { numRuns: 1000 },
  );
});

test("code can be ended by nothing inside it", () => {
  fc.assert(
    fc.property(hostile, (raw) => {
      const blank = letters(raw).trim() === "";
      expect(read(renderText([{ kind: "code", text: raw }])).marks).toEqual(blank ? [] : ["code"]);
    }),
  );
});

test("neighbouring styles stay apart", () => {
  const text = renderText([
    { kind: "strong", text: "a" },
    { kind: "emphasis", text: "b" },
    { kind: "code", text: "c" },
    { kind: "code", text: "d" },
  ]);
  expect(read(text)).toEqual({ letters: "a\u200bb\u200b`c`\u200b`d`", marks: ["bold", "italic", "code", "code"] });
});

test.each(["@everyone", "@here", "@Everyone", "<@123>", "<@!123>", "<@&123>"])(
  "%s can ring nobody, even for a server that ignores backslashes",
  (mention) => {
    for (const sent of [
      renderText([mention]),
      renderText([{ kind: "code", text: mention }]),
      renderText([{ kind: "strong", text: mention }]),
    ])
      expect(sent.replace(/\\/g, "")).not.toMatch(/@(?:everyone|here|[!&]?\d)/i);
  },
);

test("what reverses or overprints the line is taken out", () => {
  expect(letters("abc\u202edef\u2066ghi\u0007")).toBe("abcdefghi ");
  expect(letters(`z${"\u0301".repeat(500)}`)).toHaveLength(9);
  expect(letters("\ud800")).toBe("\ufffd");
});

describe("a link", () => {
  test("leads to its address without a preview", () => {
    expect(link("the paper", "https://a.example/x")).toBe("[the paper](<https://a.example/x>)");
  });
  test("whose label could be an address shows where it really leads", () => {
    expect(link("https://good.example", "https://evil.example/x")).toBe(
      "https\\://good.example ([evil.example](<https://evil.example/x>))",
    );
    expect(read(link("good.example", "https://evil.example/")).letters).toBe("good.example (evil.example)");
  });
  test.each([
    ...["bank.com", "сбербанк.рф", "bank。com", "paypal․com", "银行｡中国", "bank．com", "bank·com", "bank٠com"],
    ...["bankꓸcom", "bank.\u200bcom", "bank…com", "بنك۔السعودية", "log in at bank.com now", "bank[.]com", "a://b"],
  ])("under %s, which could be read as an address, shows where it really leads", (label) => {
    expect(link(label, "https://evil.example:8443/x")).toMatch(/ \(\[evil\.example\\:8443\]\(<https:\/\/evil\S+>\)\)$/);
  });
  test.each([
    ...["GPT-4.1 and 3.5", "AT&T’s co-sell", "Q&A: what’s new?", "M. Curie", "Сбербанк. Отчёт", "1.5B rounds – 2026"],
    ...["e.g. this", "“quoted”words", "a/b"],
  ])("under %s stays one", (label) => {
    expect(read(link(label, "https://a.example/x")).letters).toBe(label);
  });
  test("keeps brackets, spaces and angles of its address from ending it", () => {
    expect(link("x", "https://a.example/(b)c d>e")).toBe("[x](<https://a.example/%28b%29c%20d%3Ee>)");
  });
  test("shows a look-alike host as it is", () => {
    expect(link("https://раураl.com", "https://раураl.com")).toContain("xn--");
  });
  test("to anything but http is only its label", () => {
    expect(link("x", "javascript:alert(1)")).toBe("x");
  });
  test("too long to send is only its label", () => {
    expect(link("x", `https://a.example/${"a".repeat(3000)}`)).toBe("x");
  });
});

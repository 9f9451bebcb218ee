import { expect, test } from "vitest";
import { type Mark, markAt } from "#platforms/playground/client/discord-marks.ts";

test.each<[string, Mark["kind"], string, string?]>([
  ["\\*x", "escape", "*"],
  ["`a **b**` c", "code", "a **b**"],
  ["[a \\] b](<https://a.example/x>)", "link", "a \\] b", "https://a.example/x"],
  ["[a](https://a.example/x) b", "link", "a", "https://a.example/x"],
  ["<https://a.example> b", "address", "https://a.example"],
  ["https://a.example/x, b", "address", "https://a.example/x"],
  ["**a *b* c** d**", "strong", "a *b* c"],
  ["**a\\** b** c", "strong", "a\\** b"],
  ["**a \\\\** b", "strong", "a \\\\"],
  ["__a _b_ \\__ c__", "underline", "a _b_ \\__ c"],
  ["~~a ~ \\~~ b~~ c~~", "strike", "a ~ \\~~ b"],
  ["||a | \\|| b|| c||", "spoiler", "a | \\|| b"],
  ["*a \\* b* c*", "emphasis", "a \\* b"],
  ["_a_ b", "emphasis", "a"],
  ["<@&5> b", "mention", "<@&5>"],
  ["@everyone", "mention", "@everyone"],
])("%s begins with a mark: %s of %j", (text, kind, inner, url = "") => {
  expect(markAt(text)).toMatchObject({ kind, inner, url });
});

test.each(["a **b**", "** a", "**a\\**", "__a\\__", "_a_b", "<x>", "hello", "\\a", ""])(
  "%j begins with none",
  (text) => {
    expect(markAt(text)).toBeUndefined();
  },
);

test.each(["**", "__", "~~", "||"])("an open %s before a thousand escapes is looked at once", (mark) => {
  expect(markAt(mark + "\\a".repeat(1000))).toBeUndefined();
});

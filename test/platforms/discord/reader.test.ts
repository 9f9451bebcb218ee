import { expect, test } from "vitest";
import { read } from "./reader.ts";

test.each([
  ["# Big", ["heading"]],
  ["a\n-# small", ["subtext"]],
  ["> said", ["quote"]],
  ["- one\n1. two", ["list", "list"]],
  ["**a** *b* __c__ ~~d~~ ||e||", ["bold", "italic", "underline", "strike", "spoiler"]],
  ["`a` ```b```", ["code", "code block"]],
  ["[good](https://evil.example)", ["masked link"]],
  ["see https://a.example", ["address"]],
  [
    "<@1> <@&2> <#3> </a:4> <t:5:R> <:e:6> <id:home> @everyone :smile:",
    ["user or role", "user or role", "channel", "command", "time", "custom emoji", "server place", "everyone", "emoji"],
  ],
])("the reader sees the markup of %j", (markdown, marks) => {
  expect(read(markdown).marks).toEqual(marks);
});

test("the reader sees only letters where all is escaped", () => {
  expect(read("\\# a \\*b\\* \\[c\\]\\(d) 5 \\> 4")).toEqual({ letters: "# a *b* [c](d) 5 > 4", marks: [] });
});

import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createSeal, readSealKeys, SealBroken } from "#core/seal.ts";

const [first, second, third] = [randomBytes(32), randomBytes(32), randomBytes(32)];

test("any text comes back, and never twice in the same letters", () => {
  const seal = createSeal([first]);
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string(), (text, about) => {
      const sealed = seal.close(text, about);
      expect(seal.open(sealed, about)).toBe(text);
      expect(seal.close(text, about)).not.toBe(sealed);
      if (text.length > 3) expect(sealed).not.toContain(text);
    }),
  );
});

test("a seal that was changed anywhere, or belongs to something else, does not open", () => {
  const seal = createSeal([first]);
  const sealed = seal.close("xoxb-1", "slack installation T1");
  expect(() => seal.open(sealed, "slack installation T2")).toThrow(SealBroken);
  fc.assert(
    fc.property(fc.nat(sealed.length - 1), fc.constantFrom(..."abcXYZ019-_."), (at, letter) => {
      fc.pre(sealed[at] !== letter);
      const changed = sealed.slice(0, at) + letter + sealed.slice(at + 1);
      // The last letter of a base64 group holds bits that nothing reads.
      const same = (one: string) =>
        one
          .split(".")
          .slice(2)
          .map((part) => Buffer.from(part, "base64url").toString("hex"))
          .join();
      fc.pre(at < 10 || same(changed) !== same(sealed));
      expect(() => seal.open(changed, "slack installation T1")).toThrow(SealBroken);
    }),
  );
});

test("with several keys the first seals and each opens", () => {
  const old = createSeal([first]).close("text", "it");
  const rolling = createSeal([second, first]);
  expect(rolling.open(old, "it")).toBe("text");
  expect(rolling.isCurrent(old)).toBe(false);
  const fresh = rolling.close("text", "it");
  expect(rolling.isCurrent(fresh)).toBe(true);
  expect(createSeal([second]).open(fresh, "it")).toBe("text");
  expect(() => createSeal([third]).open(fresh, "it")).toThrow(SealBroken);
});

test.each([
  [first.toString("base64"), 1],
  [first.toString("base64url"), 1],
  [`${first.toString("base64")}, ${second.toString("base64")}`, 2],
])("%s is read", (setting, count) => {
  expect(readSealKeys(setting)).toHaveLength(count);
});

test.each([
  "",
  " , ",
  "secret",
  first.toString("hex"),
  randomBytes(16).toString("base64"),
  `${first.toString("base64")},x`,
])("“%s” is no key", (setting) => {
  expect(readSealKeys(setting)).toBeUndefined();
});

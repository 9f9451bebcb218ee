import fc from "fast-check";
import { expect, test } from "vitest";
import { editDistance, fold, resolveName } from "#core/nearest.ts";

const companies = [
  { value: "hugging-face", names: ["hugging-face", "Hugging Face", "HF"] },
  { value: "openai", names: ["openai", "OpenAI", "Open AI"] },
  { value: "solana", names: ["solana", "Solana Labs"] },
  { value: "worldcoin", names: ["worldcoin", "World"] },
];

test.each([
  ["hugging face", "hugging-face", "exact"],
  ["HUGGING_FACE", "hugging-face", "exact"],
  ["hf", "hugging-face", "exact"],
  ["hugg", "hugging-face", "prefix"],
  ["hugingface", "hugging-face", "typo"],
  ["sloana", "solana", "typo"],
  ["sölana", "solana", "exact"],
  ["opnai", "openai", "typo"],
])("%s means %s (%s)", (typed, match, how) => {
  expect(resolveName(typed, companies)).toEqual({ match, how });
});

test("letters fold alike, whether or not one with an accent stands behind them", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary-ascii", maxLength: 40 }), (text) => {
      expect(fold(`${text} é`)).toBe(`${fold(text)} e`.trim());
    }),
  );
});

test("a name that fits nothing gives the nearest, never a guess", () => {
  expect(resolveName("facebook", companies)).toMatchObject({ match: undefined });
  expect(resolveName("xyz", companies)).toEqual({ match: undefined, nearest: [] });
});

test("one word of a name that was nearly typed brings the name up, and is not taken for it", () => {
  for (const typed of ["hugin", "huging", "fcae", "fase"])
    expect(resolveName(typed, companies)).toEqual({ match: undefined, nearest: ["hugging-face"] });
  expect(resolveName("gace", companies)).toMatchObject({ nearest: [] });
});

test("of names that share words with what was typed, in any ending, those that share most come first", () => {
  const checklists = ["Partner due diligence", "First partner meeting", "Partner exit", "Partner launch"].map(
    (name) => ({
      value: name,
      names: [name],
    }),
  );
  expect(resolveName("launching partners", checklists)).toEqual({
    match: undefined,
    nearest: ["Partner launch", "Partner exit"],
  });
  expect(resolveName("me on openai", companies)).toEqual({ match: undefined, nearest: ["openai"] });
});

test("one word of several that is in a longer name does not bring it up", () => {
  const roles = [{ value: "partner-manager", names: ["Partner Manager", "partner account manager"] }];
  expect(resolveName("account executive", roles)).toEqual({ match: undefined, nearest: [] });
});

test("short names forgive no typo", () => {
  expect(resolveName("hg", companies).match).toBeUndefined();
});

test("another acronym is not near, however much it sounds like one", () => {
  const acronyms = ["CRO", "ICP", "API", "DPO", "MOU", "ARR"].map((name) => ({ value: name, names: [name] }));
  for (const typed of ["CEO", "IPO", "KPI", "MAU", "ARPU", "ARC"])
    expect(resolveName(typed, acronyms), typed).toEqual({ match: undefined, nearest: [] });
});

test("fold keeps letters of every script and nothing else", () => {
  expect(fold("  Café—Müller’s №7 ")).toBe("cafe mullers no7");
  expect(fold("👍")).toBe("");
});

test("fold looks at no more of a name than a name is long, though its letters become many", () => {
  expect(fold("ﷺ".repeat(12_000)).length).toBeLessThanOrEqual(2000);
});

/** The textbook recursion with one swap of neighbours, for short words only. */
function slowDistance(a: string, b: string): number {
  if (!a || !b) return a.length + b.length;
  const same = a.at(-1) === b.at(-1) ? 0 : 1;
  const options = [
    slowDistance(a.slice(0, -1), b) + 1,
    slowDistance(a, b.slice(0, -1)) + 1,
    slowDistance(a.slice(0, -1), b.slice(0, -1)) + same,
  ];
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1))
    options.push(slowDistance(a.slice(0, -2), b.slice(0, -2)) + 1);
  return Math.min(...options);
}

test("edit distance equals the textbook recursion", () => {
  const short = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 6 });
  fc.assert(
    fc.property(short, short, fc.nat(6), (a, b, limit) => {
      expect(editDistance(a, b, limit)).toBe(Math.min(slowDistance(a, b), limit + 1));
    }),
  );
});

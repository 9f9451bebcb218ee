import { expect, test } from "vitest";
import { splitSentences } from "#core/clip.ts";
import { type Part, plain } from "#core/reply.ts";
import { composeDigest, type DigestInput, type DigestItem } from "#digest/compose.ts";
import { factsFor, lessonsFor } from "#digest/pick.ts";
import { readWatchList } from "#digest/watch-list.ts";
import { openDesk } from "./desk.ts";

const { desk } = await openDesk();
const { library, search } = desk();

const input = (words: string, more: Partial<DigestInput> = {}): DigestInput => ({
  ...{
    library,
    search,
    list: readWatchList(words.split(" "), library),
    now: new Date("2026-11-23T08:00Z"),
    zone: "UTC",
  },
  ...{ since: Date.parse("2026-11-20T08:00Z"), changes: [], shown: new Map(), seed: "slack:C1", unanswered: [] },
  ...more,
});
const letters = (parts: readonly Part[]) =>
  parts
    .flatMap((part) => {
      if (part.kind === "heading") return [part.text];
      if (part.kind === "text") return [plain(part.text)];
      return part.kind === "list" ? part.items.map((item) => plain(item.text)) : [];
    })
    .join("\n");

test("a digest has a lesson with what speaks against it, a fact with its date, and one link", () => {
  const { answer, items, empty } = composeDigest(input("ai"));
  expect(items.map((item) => item.kind)).toEqual(["lesson", "counter-example", "fact"]);
  expect(empty).toBe(false);
  for (const { id } of items)
    expect(library.entry(library.passage(id)?.entry ?? "")?.niche).toBe("AI & Machine Learning");
  const dated = answer.parts.filter((part) => part.kind === "text" && part.asOf !== undefined);
  expect(dated).toHaveLength(3);
  const links = answer.parts
    .flatMap((part) => (part.kind === "text" ? part.text : []))
    .filter((piece) => typeof piece !== "string" && piece.kind === "link");
  expect(links).toHaveLength(1);
  expect(answer.data).toMatchObject({ items, since: "2026-11-20T08:00:00.000Z", empty: false });
});

test("the same channel gets the same digest until it is shown, other channels get others", () => {
  const one = composeDigest(input(""));
  expect(composeDigest(input(""))).toEqual(one);
  const others = ["slack:C2", "slack:C3", "discord:1"].map((seed) => composeDigest(input("", { seed })).items[0]?.id);
  expect(new Set([one.items[0]?.id, ...others]).size).toBeGreaterThan(2);
});

test.each(["ai", "hugging-face", "partner-manager", "web3 openai"])(
  "with the watch-list “%s” nothing comes twice until all is used, and then the oldest comes again",
  (words) => {
    const list = readWatchList(words.split(" "), library);
    const shown = new Map<string, number>();
    const came: (DigestItem & { readonly entry: string })[] = [];
    const all = { lesson: lessonsFor(library, list).length, fact: factsFor(library, list).length };
    const rounds = Math.max(all.lesson, all.fact) + 3;
    for (let day = 0; day < rounds; day++)
      for (const item of composeDigest(input(words, { shown })).items) {
        came.push({ ...item, entry: library.passage(item.id)?.entry ?? "" });
        shown.set(item.id, day);
      }
    const inRounds = (items: readonly DigestItem[], size: number) => {
      const given = items.map(({ id }) => id);
      expect(new Set(given.slice(0, size)).size).toBe(Math.min(size, given.length));
      expect(given.slice(size)).toEqual(given.slice(0, Math.max(0, given.length - size)));
    };
    expect(all.lesson).toBeGreaterThan(0);
    for (const kind of ["lesson", "fact"] as const)
      inRounds(
        came.filter((item) => item.kind === kind),
        all[kind],
      );
    // What speaks against a lesson is a risk of its own study.
    const counters = came.filter((item) => item.kind === "counter-example");
    for (const [entry, own] of Map.groupBy(counters, (item) => item.entry))
      inRounds(own, library.passages.filter((one) => one.entry === entry && one.section === "risks").length);
  },
);

test("what changed is told as was and is, and does not come as a lesson in the same digest", () => {
  const [lesson] = composeDigest(input("hugging-face")).items;
  const passage = library.passage(lesson?.id ?? "");
  if (!passage) throw new Error("no lesson");
  const was = `It was said otherwise. ${passage.text}`;
  const { answer, items } = composeDigest(
    input("hugging-face", { changes: [{ at: 1, id: passage.id, kind: "changed", was }] }),
  );
  expect(items.filter((item) => item.id === passage.id).map((item) => item.kind)).toEqual(["changed"]);
  expect(letters(answer.parts)).toContain("was “It was said otherwise.” → ");
  expect(letters(answer.parts)).toContain("Changed since Fri 20 Nov");
});

test("a sentence that was added is told as added, one that was taken out as what was there", () => {
  const passage = library.passages.find(
    ({ entry, section, text }) => entry === "solana" && section === "lessons" && splitSentences(text).length > 1,
  );
  if (!passage) throw new Error("no passage of two sentences");
  const told = (was: string) =>
    letters(
      composeDigest(input("solana", { changes: [{ at: 1, id: passage.id, kind: "changed", was }] })).answer.parts,
    );
  const sentences = splitSentences(passage.text).map((sentence) => sentence.trim());
  expect(told(sentences.slice(0, -1).join(" "))).toContain(`: added “${sentences.at(-1)}”`);
  expect(told(`${passage.text} It was so.`)).toContain("was “It was so.” → taken out");
});

test("what was changed and changed back is no news, and neither is what other watch-lists ask for", () => {
  const passage = library.passages.find(({ entry, section }) => entry === "solana" && section === "metrics");
  if (!passage) throw new Error("no figure");
  const back = [
    { at: 1, id: passage.id, kind: "changed" as const, was: passage.text },
    { at: 2, id: passage.id, kind: "changed" as const, was: "something else" },
  ];
  expect(composeDigest(input("solana", { changes: back })).items.some((item) => item.id === passage.id)).toBe(false);
  const [, second] = back;
  const once = second ? [second] : [];
  expect(composeDigest(input("solana", { changes: once })).items.some((item) => item.kind === "changed")).toBe(true);
  expect(composeDigest(input("ai", { changes: once })).items.some((item) => item.kind === "changed")).toBe(false);
});

test("more changes than fit are counted, with a button that lists them", () => {
  const changes = library.passages
    .filter(({ entry }) => entry === "hugging-face")
    .slice(0, 9)
    .map(({ id }) => ({ at: 1, id, kind: "new" as const }));
  const { answer, items } = composeDigest(input("hugging-face", { changes }));
  expect(items.filter((item) => item.kind === "new")).toHaveLength(9);
  const labels = answer.parts.flatMap((part) =>
    part.kind === "buttons" ? part.buttons.map((button) => button.label) : [],
  );
  expect(labels).toContain("5 more changes");
});

test("a quiet week is one line that says when it comes next", () => {
  const { answer, empty } = composeDigest(input("changes", { next: Date.parse("2026-11-30T08:00Z") }));
  expect(empty).toBe(true);
  expect(answer.parts).toHaveLength(1);
  expect(letters(answer.parts)).toBe("Nothing new in the casebook since Fri 20 Nov. The next look is on Mon 30 Nov.");
  expect(answer.data).toMatchObject({ items: [], empty: true });
});

test("questions without an answer are listed", () => {
  const { answer } = composeDigest(input("ai", { unanswered: [{ id: "g1", question: "Who pays <!channel>?" }] }));
  expect(letters(answer.parts)).toContain("Who pays <!channel>?");
});

test("a filter that fits nothing is refused with the nearest", () => {
  expect(() => readWatchList(["huging-fase-x"], library)).toThrow(/no niche, study, role or theme/);
  expect(readWatchList(["hugging", "face", "ai"], library).words).toBe("hugging-face ai");
  expect(readWatchList(["open-source,web3"], library).words).toBe("open-source web3");
});

import { expect, test } from "vitest";
import { openReal } from "../real.ts";
import { notesOf } from "./long-meeting.ts";

const real = await openReal();
const lines = notesOf(real.library(), 300).split("\n");

test("the notes of a long meeting hold every question, and every source with title, publisher and day", () => {
  for (let i = 0; i < 300; i++) expect(lines.filter((line) => line.includes(`in number ${i}?`))).toHaveLength(1);
  const sources = lines.slice(lines.indexOf("## Sources") + 2, -1);
  expect(sources.length).toBeGreaterThan(50);
  for (const [i, source] of sources.entries())
    expect(source).toMatch(
      new RegExp(`^${i + 1}\\. .+, .+, ((\\d+ )?([A-Z][a-z]{2} )?\\d{4}|undated)( <https?://\\S+>)?$`),
    );
});

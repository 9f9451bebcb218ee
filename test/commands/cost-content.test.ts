import { expect, test } from "vitest";
import { answerCost } from "#present/cost/answer.ts";
import { costChart } from "#present/cost/chart.ts";
import { costContent } from "#present/cost/content.ts";
import { nextButtons } from "#present/cost/next.ts";
import { resolveCost } from "#present/cost/resolve.ts";
import { openReal } from "../real.ts";

const { library } = await openReal();
const content = costContent(library());

/** The same accelerators with other ones marked. */
const gpus = content.rows.gpus.map((row) => ({
  ...row,
  attributes: { ...row.attributes, default: row.id === "h200", compared: ["h200", "l40s", "mi300x"].includes(row.id) },
}));
const other = { ...content, rows: { ...content.rows, gpus } };

test("the content says which accelerator is meant when none is named, and which ones it is set against", () => {
  const answered = answerCost(resolveCost({ model: "7B", tokens: "1T" }, other), other);
  expect(answered.request.gpu.name).toBe("H200");
  expect(costChart(answered.request, other)?.categories).toEqual(["H200", "L40S", "MI300X"]);
  expect(nextButtons(answered, other)[0]).toEqual({ label: "On MI300X", line: "cost 7B 1T MI300X" });
});

test.each([
  ["b200", "H100"],
  ["l40s", "H100"],
  ["h100", "B200"],
])("on %s the first thing to try is %s", (gpu, tried) => {
  const answered = answerCost(resolveCost({ model: "7B", tokens: "1T", gpu }, content), content);
  expect(nextButtons(answered, content)[0]).toMatchObject({ label: `On ${tried}` });
});

test("an accelerator that is not known is refused with the usual ones", () => {
  expect(() => resolveCost({ model: "7B", gpu: "quantum-9" }, other)).toThrow(
    /no GPU “quantum-9” .* such as H200, L40S, MI300X\./,
  );
});

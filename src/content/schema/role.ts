import { z } from "zod";
import { answered, common, figure, statement, titled } from "./fields.ts";

/** `content/roles/*.md`. */
export const roleSchema = z.strictObject({
  ...common,
  owns: z.array(statement).min(1),
  kpis: z.array(figure).default([]),
  reportsTo: z.array(statement).default([]),
  team: z.array(statement).default([]),
  firstNinetyDays: z.array(titled).default([]),
  interviewQuestions: z.array(answered).default([]),
  careerPath: z.array(statement).default([]),
  faq: z.array(answered).default([]),
});
export type RoleFile = z.infer<typeof roleSchema>;

/** What a training-cost calculator is asked for and does not reckon, by the words for it. */
const fields: readonly (readonly [field: string, words: RegExp])[] = [
  ["inference", /^(?:inferenc(?:e|ing)|infer|serv(?:e|es|ing)|host(?:s|ing)?|deploy(?:s|ing|ment)?)$/],
  ["RLHF and other reinforcement learning", /^(?:rl|rlhf|rlaif|rlvr|ppo|grpo|reinforcement|rewards?)$/],
  ["DPO and other preference tuning", /^(?:dpo|orpo|kto|simpo|preferences?)$/],
  ["distillation", /^distil(?:l|ls|led|ling|lation)?$/],
];

/** The field that a word is of, where no cost is reckoned for it: "grpo" is of reinforcement learning. */
export function notCovered(word: string): string | undefined {
  const bare = word.toLowerCase().replace(/[^a-z]+$/, "");
  return fields.find(([, words]) => words.test(bare))?.[0];
}

/** Whether a sentence that asks for a training asks for that field by the word; much is trained to be served. */
export const notCoveredInProse = (word: string): boolean => (notCovered(word) ?? "inference") !== "inference";

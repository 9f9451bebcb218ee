type Numbers<Sign extends string> = Readonly<Record<Sign, number>>;

/** The sum of what each sign says, by its weight. */
export function weigh<Sign extends string>(weights: Numbers<Sign>, signs: Numbers<Sign>): number {
  let sum = 0;
  for (const sign in weights) sum += weights[sign] * signs[sign];
  return sum;
}

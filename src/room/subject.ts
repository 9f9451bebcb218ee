const aboutOne = /^(.+?) \((?:[^()]|\([^()]*\))+\)$/s;

/** A question as it is kept without its conversation: what it is about stands behind it. */
export function withSubject(question: string, title: string): string {
  return `${question} (${title})`;
}

/** The question that has its subject behind it, without that; undefined for one that has none. */
export function withoutSubject(question: string): string | undefined {
  return aboutOne.exec(question)?.[1];
}

const marks = /[{}[\];<>=|\\]|=>|\(\)|::|\/\/|&&/g;

/** First words of a program, a query or a page, with a mark of one behind it. */
const opening =
  /^\s*(?:function|const|let|var|def|class|import|public|SELECT|INSERT|UPDATE|DELETE|#include|<\?php|<html)\b.*[({;=*]/;

/** True when marks of a programming language outweigh the words. */
export function looksLikeCode(text: string): boolean {
  const marked = text.match(marks)?.length ?? 0;
  const words = text.match(/\p{L}{2,}/gu)?.length ?? 0;
  return (marked >= 4 && marked * 4 > words) || opening.test(text);
}

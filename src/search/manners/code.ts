import { isStopWord, wordsOf } from "../words/tokens.ts";

const marks = /[{}[\];<>=\\]|=>|\(\)|::|\/\/|&&|\|\|/g;

/** First words of a program, a query or a page, with a mark of one behind it. */
const opening =
  /^\s*(?:function|const|let|var|def|class|import|public|SELECT|INSERT|UPDATE|DELETE|#include|<\?php|<html)\b.*[({;=*]/;

/** A loop or a condition, as a program begins. */
const control = /^\s*(?:for|while|if|switch) ?\((?:const|let|var|int|!|\w+(?:\.\w+)*(?: ?(?:[<>=;]|!=)|(?<=\.\w+)\())/;

/** What stands in backticks; a clean text has quotes for them. */
const block = /(?:`{3}|'{3})([\s\S]*?)(?:`{3}|'{3}|$)/;
const inline = /^\s*[`'](.*)[`']\s*$/s;

/** The language that a block says it is in. */
const language =
  /^(?:[jt]sx?|javascript|typescript|py(?:thon)?|sql|(?:ba|z)?sh|shell|console|json|ya?ml|html|css|xml|java|rust|cpp|csharp|php|ruby|kotlin|toml|diff|graphql)\s/i;

/** True when marks of a programming language outweigh the words, or a block of code is all that a text says. */
export function looksLikeCode(text: string): boolean {
  const inside = block.exec(text);
  const [, alone = text] = inline.exec(text) ?? [];
  return isProgram(alone, 4) || (inside !== null && isBlock(inside[1] ?? "") && saysLittle(text.replace(block, " ")));
}

function isProgram(text: string, fewest: number): boolean {
  const marked = text.match(marks)?.length ?? 0;
  const words = text.match(/\p{L}{2,}/gu)?.length ?? 0;
  return (marked >= fewest && marked * 4 > words) || opening.test(text) || control.test(text);
}

const isBlock = (inside: string): boolean => language.test(inside) || isProgram(inside, 1);

/** "What does this do?" beside a block asks about the block. */
const saysLittle = (text: string): boolean => wordsOf(text).filter((word) => !isStopWord(word)).length < 2;

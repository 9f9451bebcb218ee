import type { Range } from "#calc/assumption.ts";
import { strong, type Text, text } from "#core/reply.ts";
import { formatCount, formatMoney, formatRange, formatShare } from "../numbers.ts";
import type { Answered } from "./answer.ts";

/** The range of draws in words, and why its middle is not the headline. */
export function rangeText(answered: Answered): Text {
  const { range, draws } = answered;
  return text`${formatMoney(range.low)} low, ${strong(formatMoney(range.typical))} in the middle, ${formatMoney(range.high)} high. Of ${formatCount(draws, 6)} draws a tenth are below the low, half are below the middle and a tenth are above the high.${apart(answered)}`;
}

/** Why the middle of the draws is another NPV than the headline's, where it is far from it. */
function apart({ worth: { npv }, range: { low, typical, high }, swings }: Answered): string {
  if (Math.abs(typical - npv) < (high - low) / 20) return "";
  const lean = swings.reduce((sum, swing) => sum + swing.npvHigh + swing.npvLow - 2 * npv, 0);
  const [side, other] = typical > npv ? ["gain", "loss"] : ["loss", "gain"];
  const why = lean * (typical - npv) > 0 ? `, and these reach further towards ${side} than towards ${other}` : "";
  return ` The NPV above takes every input as it stands; a draw takes each from its range${why}.`;
}

/** The inputs that alone move the result furthest. */
export function swingText({ swings }: Answered): Text {
  const said = swings
    .slice(0, 3)
    .map(
      ({ name, range, npvLow, npvHigh }) =>
        `${name.toLowerCase()} (${ends(range)}: ${formatRange({ low: npvLow, high: npvHigh }, formatMoney)})`,
    );
  return text`${strong("What moves it most")}: ${said.join("; ")}.`;
}

function ends({ low, high }: Range): string {
  const format = (value: number) => (high <= 1.5 && high > 0 ? formatShare(value) : formatCount(value));
  return formatRange({ low, high }, format);
}

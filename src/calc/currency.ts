import { numberSource, scaleSource } from "./quantity.ts";

const sign = String.raw`[€£¥₹₩₽₺₫₱₪฿₦]|(?:au?|ca?|nz|hk|sg?|mx|r|tw)\$`;
const code =
  "eur|euros?|gbp|pounds?(?:\\ssterling)?|sterling|quid|jpy|yen|inr|rs|rupees?|chf|francs?|cny|rmb|yuan|aud|cad|nzd|sgd|hkd|twd|sek|nok|dkk|kron(?:or|er)|pln|zlotys?|brl|reais|mxn|pesos?|krw|aed|dirhams?|ils|shekels?|zar|czk|huf|thb|idr|rub|roubles?|rubles?|sar|ngn";

/** Regex source of what a number is followed by where it is no dollars. */
export const otherCurrency = String.raw`\s?(?:${sign}|(?:${code})(?![a-z]))`;

const amount = String.raw`${numberSource}\s?(?:(?:${scaleSource})(?![a-z]))?`;

/** Regex source of money that is no dollars, with what it is paid for: `€75/h`, `100k EUR`, `CHF 3`; or of its name alone. */
export const otherMoney = String.raw`(?:(?:${sign})\s?${amount}|${amount}${otherCurrency}|(?:${code})\s${amount}|(?:in\s)?(?:${code}|${sign})(?![a-z$]))(?:\s?(?:/|per|an?)\s?[a-z]{1,8})?`;

const exactly = new RegExp(`^(?:${otherMoney})`, "i");

/** Whether a text is money in another currency than dollars. */
export const isOtherMoney = (text: string): boolean => exactly.test(text.trim());

/** The number of a resident identity card, 居民身份证: 18 characters, of which the last proves the others. */
const CARD = /^\d{17}[\dX]$/;
const CARD_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CARD_ENDS = '10X98765432';

/** Whether the last character of a resident identity card fits the others (GB 11643). */
export function isCardNumber(number: string): boolean {
  if (!CARD.test(number)) return false;
  const weighted = CARD_WEIGHTS.map((weight, at) => weight * Number(number[at]));
  const rest = weighted.reduce((sum, each) => sum + each, 0) % CARD_ENDS.length;
  return number[17] === CARD_ENDS[rest];
}

/** Whether it can be the number of a bank account: digits, some with hyphens. */
export function isAccountNumber(number: string): boolean {
  return /^\d[\d-]{5,33}\d$/.test(number);
}

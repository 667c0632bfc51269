import { decimal, parseDecimal } from './decimal.js';

const NUMBER = /^(\d{1,3}(?:[,，]\d{3})+|\d+)(\.\d+)?\s*(\p{L}*)$/u;

const FACTORS: Readonly<Record<string, number>> = {
  百: 100,
  千: 1000,
  k: 1000,
  万: 10_000,
  w: 10_000,
  亿: 100_000_000,
};
const UNITS = /^(?:元|块|分|次|天|个|人|单|秒|分钟|小时|个月|月)$/;

/**
 * The number that people write with a comma after the thousands, in 万, or with its unit: 10,000, 5万, 100元.
 * Undefined of a text that is a number as it stands, or none at all.
 */
export function likelyNumber(text: string): string | undefined {
  const [, whole = '', places = '', word = ''] = NUMBER.exec(text.trim()) ?? [];
  const number = parseDecimal(`${whole.replaceAll(/[,，]/g, '')}${places}`);
  if (number === undefined || (word === '' && !/[,，]/.test(whole))) return undefined;
  const [, sign = '', unit = ''] = /^([百千kK万wW亿]?)(.*)$/u.exec(word) ?? [];
  if (unit !== '' && !UNITS.test(unit)) return undefined;
  return number.times(decimal(FACTORS[sign.toLowerCase()] ?? 1)).toFixed();
}

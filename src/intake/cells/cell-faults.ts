// Why a cell is not what its column holds: a number below 0 is a number, and told as one.
import { parseNumber } from './cells.js';

/** Why a cell is no count. */
export function faultOfCount(text: string): 'negative-count' | 'bad-number' {
  return isBelowZero(text) ? 'negative-count' : 'bad-number';
}

/** Why a cell says no days of work. */
export function faultOfDays(text: string): 'negative-count' | 'bad-days' {
  return isBelowZero(text) ? 'negative-count' : 'bad-days';
}

/** Why a cell is no length of time. */
export function faultOfDuration(text: string): 'negative-count' | 'bad-duration' {
  return isBelowZero(text) ? 'negative-count' : 'bad-duration';
}

function isBelowZero(text: string): boolean {
  return parseNumber(text)?.lt(0) === true;
}

import { dayNumber, parseDay } from '../../lib/month.js';
import { textAt } from '../files/byte-records.js';
import { parseTime, present } from './cells.js';

/** A moment of the shop's wall clock. */
export interface ByteMoment {
  /** Counted from 1970-01-01. */
  day: number;
  second: number;
}

const DIGIT_0 = 0x30;
const COLON = 0x3a;
const SPACE = 0x20;
const LETTER_T = 0x54;

/** What may stand between year, month and day: `-`, `/`, `.`. */
const BETWEEN_DAYS: ReadonlySet<number> = new Set([0x2d, 0x2f, 0x2e]);

type ReadTime = (bytes: Uint8Array, start: number, end: number) => boolean;

const SECONDS_PER_DAY = 86_400;

/** Reads cells with times into `moment`; false for one that is missing or is none. */
export function byteTimeReader(moment: ByteMoment): ReadTime {
  const readUsual = usualTimeReader(moment);
  return (bytes, start, end) => {
    if (readUsual(bytes, start, end)) return true;
    const seconds = parseTime(present(textAt(bytes, start, end)) ?? '');
    if (seconds === undefined) return false;
    moment.day = Math.floor(seconds / SECONDS_PER_DAY);
    moment.second = seconds - moment.day * SECONDS_PER_DAY;
    return true;
  };
}

/**
 * Reads times in the ways in which nearly all are written, by their bytes: `2026-10-01 09:00:00`,
 * `2026/10/1 9:00`. False for any other text, which `parseTime` may know; what is true here, it reads as the same moment.
 */
function usualTimeReader(moment: ByteMoment): ReadTime {
  const dayOf = dayNumbers();
  let next = 0;
  /** One digit or two; -1 where there is none. */
  const part = (bytes: Uint8Array, end: number): number => {
    const first = digitAt(bytes, next, end);
    const second = digitAt(bytes, next + 1, end);
    if (first === -1) return -1;
    next += second === -1 ? 1 : 2;
    return second === -1 ? first : first * 10 + second;
  };
  /** The byte there, which is passed; -1 at the end. */
  const pass = (bytes: Uint8Array, end: number): number => {
    next += 1;
    return next <= end ? (bytes[next - 1] ?? -1) : -1;
  };
  const readDay = (bytes: Uint8Array, end: number): number => {
    const start = next;
    const century = part(bytes, end);
    const year = part(bytes, end);
    if (century !== 20 || next !== start + 4 || !BETWEEN_DAYS.has(pass(bytes, end))) return NO_DAY;
    const month = part(bytes, end);
    return BETWEEN_DAYS.has(pass(bytes, end)) ? dayOf(year, month, part(bytes, end)) : NO_DAY;
  };
  /** The second of the day; -1 where there is none. */
  const readClock = (bytes: Uint8Array, end: number): number => {
    const hour = part(bytes, end);
    if (pass(bytes, end) !== COLON) return -1;
    const minute = part(bytes, end);
    const hasSeconds = next < end;
    if (hasSeconds && pass(bytes, end) !== COLON) return -1;
    const second = hasSeconds ? part(bytes, end) : 0;
    const isClock = hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59;
    return isClock && second >= 0 && second <= 59 ? hour * 3600 + minute * 60 + second : -1;
  };
  return (bytes, start, end) => {
    next = start;
    const day = readDay(bytes, end);
    if (day === NO_DAY) return false;
    const blank = pass(bytes, end);
    const second = blank === SPACE || blank === LETTER_T ? readClock(bytes, end) : -1;
    if (second === -1 || next !== end) return false;
    moment.day = day;
    moment.second = second;
    return true;
  };
}

function digitAt(bytes: Uint8Array, at: number, end: number): number {
  const digit = at < end ? (bytes[at] ?? 0) - DIGIT_0 : -1;
  return digit >= 0 && digit <= 9 ? digit : -1;
}

const NO_DAY = -1;
const NOT_ASKED = 0;

/** The numbers of the days of this century, each worked out once; `NO_DAY` for what the calendar does not have. */
function dayNumbers(): (year: number, month: number, day: number) => number {
  const known = new Int32Array(100 * 12 * 31);
  const lookUp = (year: number, month: number, day: number): number => {
    const two = (number: number) => String(number).padStart(2, '0');
    const found = parseDay(`20${two(year)}-${two(month)}-${two(day)}`);
    return found === undefined ? NO_DAY : dayNumber(found);
  };
  return (year, month, day) => {
    if (year < 0 || month < 1 || month > 12 || day < 1 || day > 31) return NO_DAY;
    const at = (year * 12 + month - 1) * 31 + day - 1;
    const before = known[at] ?? NOT_ASKED;
    if (before !== NOT_ASKED) return before;
    const number = lookUp(year, month, day);
    known[at] = number;
    return number;
  };
}

// The grammar of cells in files that people edit. cells.sql reads files of any size by the same patterns; a
// test holds the two against each other.
import { type Decimal, decimal } from '../../lib/decimal.js';
import { type Day, dayNumber, dayOf, parseDay } from '../../lib/month.js';
import { unwrap } from '../files/unwrap.js';

/** What exports write where a value is not there. Missing is missing, never zero. */
export const MISSING_TOKENS: readonly string[] = [
  '',
  '-',
  '--',
  '—',
  '——',
  '–',
  '--%',
  '--分--秒',
  'nan',
  'null',
  'none',
  '延迟统计',
  '#div/0!',
  '#n/a',
];

const missing = new Set(MISSING_TOKENS);

/**
 * What programs write for a moment that never was: the zero of MySQL, .NET, Excel (1900-01-00, 1899-12-30) and
 * SQL Server, and that of Unix in UTC or in Shanghai. No shop has a row of such a day.
 */
const NO_MOMENT =
  /^(?:0000[-/.]00?[-/.]00?|0001[-/.]0?1[-/.]0?1|1899[-/.]12[-/.]3[01]|1900[-/.]0?1[-/.](?:0?1|00?)|1970[-/.]0?1[-/.]0?1)(?:[ T]+0?[08]:00(?::00(?:\.0+)?)?Z?)?$/;

/** What every text that `NO_MOMENT` matches begins with. */
export const NO_MOMENT_BEGINS = '(?:0000|0001|1899|1900|1970)[-/.]';

/** The cell, unwrapped; undefined when it says that there is no value. */
export function present(cell: string): string | undefined {
  const text = unwrap(cell);
  return missing.has(text.toLowerCase()) || NO_MOMENT.test(text) ? undefined : text;
}

export const WIDE = '０１２３４５６７８９．，－＋％（）：／￥−';
export const NARROW = '0123456789.,-+%():/¥-';

/** Full-width digits and signs as ASCII. */
function narrow(text: string): string {
  let out = '';
  for (const character of text) {
    const at = WIDE.indexOf(character);
    out += at === -1 ? character : NARROW[at];
  }
  return out;
}

const DIGITS = String.raw`(?:(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d*)?|\.\d+)`;
const MONEY = new RegExp(`^(?:[-+]? ?¥? ?|¥ ?[-+] ?)${DIGITS} ?元?$`);
const BRACKETED = new RegExp(`^\\( ?¥? ?${DIGITS} ?元? ?\\)$`);
/** What a DECIMAL(18, 4) holds exactly. */
const HELD = /^0*(\d{0,14})(?:\.(\d{0,4})0*)?$/;

/**
 * Reads an amount or a count: thousands separators, `￥`, `¥`, `元`, full-width digits, `(12.00)` for a
 * negative one. Undefined for any other text, for more than 4 decimals and for more than 14 digits.
 */
export function parseNumber(text: string): Decimal | undefined {
  return HELD.test(digitsIn(text)) ? parseLongNumber(text) : undefined;
}

/** As `parseNumber`, with however many digits. */
export function parseLongNumber(text: string): Decimal | undefined {
  const plain = narrow(text);
  const bracketed = BRACKETED.test(plain);
  if (!bracketed && !MONEY.test(plain)) return undefined;
  const value = decimal(digitsIn(text));
  const negative = (bracketed || plain.includes('-')) && !value.isZero();
  return negative ? value.neg() : value;
}

function digitsIn(text: string): string {
  return narrow(text).replace(/[^0-9.]/g, '');
}

/** Reads a number of any precision, or a percentage: `95.5%` is 0.955. */
export function parseRatio(text: string): Decimal | undefined {
  const percent = /^([-+]?(?:\d+(?:\.\d*)?|\.\d+)) ?%$/.exec(narrow(text))?.[1];
  return percent === undefined ? parseExact(text) : decimal(percent).times('0.01');
}

/** Reads a number of any precision. */
export function parseExact(text: string): Decimal | undefined {
  const number = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)$/.exec(narrow(text).replaceAll(/,(?=\d{3})/g, ''));
  return number === null ? undefined : decimal(number[0]);
}

const SPOKEN =
  /^(?:(\d{1,9})(?:小时|时|h))?(?:(\d{1,9})(?:分钟|分|m))?(?:(\d{1,9}(?:\.\d{1,4})?)(?:秒钟|秒|s))?$/;
const CLOCK = /^(?:(\d{1,9}):)?(\d{1,2}):(\d{2}(?:\.\d{1,4})?)$/;

/** Reads a duration in seconds: `150`, `2分30秒`, `0:02:30`, `2:30` (minutes and seconds). */
export function parseDuration(text: string): Decimal | undefined {
  const plain = narrow(text).replaceAll(' ', '');
  const number = parseNumber(plain);
  if (number !== undefined) return number.lt(0) ? undefined : number;
  const parts = SPOKEN.exec(plain) ?? CLOCK.exec(plain);
  if (parts === null || plain === '') return undefined;
  const [, hours = '0', minutes = '0', seconds = '0'] = parts;
  return decimal(hours).times(3600).plus(decimal(minutes).times(60)).plus(seconds);
}

/** As `parseDuration`, with however many decimals: a mean that a tool has computed ends nowhere. */
export function parseLongDuration(text: string): Decimal | undefined {
  const plain = narrow(text);
  const [, rest] = /\.\d{4}(\d+)/.exec(plain) ?? [];
  const value = parseDuration(plain.replace(/(\.\d{4})\d+/, '$1'));
  return rest === undefined ? value : value?.plus(`0.0000${rest}`);
}

const WORK_TIME = new RegExp(
  `^(?:(${DIGITS})[天日])?(?:(${DIGITS})(?:小时|时|h))?(?:(${DIGITS})(?:分钟|分))?$`,
);

/**
 * Reads a time of work with its units: `1.5天`, `3.5小时`, `1天30分钟`. How many minutes a day has is for others
 * to say. Undefined for any other text.
 */
export function parseWorkTime(text: string): { days: Decimal; minutes: Decimal } | undefined {
  const parts = WORK_TIME.exec(narrow(text).replaceAll(' ', ''));
  if (parts === null || parts[0] === '') return undefined;
  const [days, hours, minutes] = parts.slice(1).map((part) => parseNumber(part ?? '0'));
  if (days === undefined || hours === undefined || minutes === undefined) return undefined;
  return { days, minutes: hours.times(60).plus(minutes) };
}

const TIME =
  /^((?:19|20)\d\d)(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})日)(?:[ \t\n\v\f\rT]+(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.\d+)?)? *(Z|[-+](?:0\d|1[0-4]):?[0-5]\d)?)?$/;

const SHANGHAI_MINUTES = 8 * 60;

interface Moment {
  /** Seconds since 1970-01-01 00:00 of the shop's wall clock. */
  readonly seconds: number;
  readonly hasTime: boolean;
}

function parseMoment(text: string): Moment | undefined {
  const parts = TIME.exec(narrow(text));
  if (parts === null) return undefined;
  const [, year = '', m1, d1, m2, d2, hour, minute, second, offset] = parts;
  const two = (part: string | undefined) => (part ?? '').padStart(2, '0');
  const day = parseDay(`${year}-${two(m1 ?? m2)}-${two(d1 ?? d2)}`);
  if (day === undefined) return undefined;
  if (hour === undefined) return { seconds: dayNumber(day) * 86_400, hasTime: false };
  const clock = [Number(hour), Number(minute), Number(second ?? 0)] as const;
  if (clock[0] > 23 || clock[1] > 59 || clock[2] > 59) return undefined;
  const shift = offset === undefined ? 0 : (SHANGHAI_MINUTES - offsetMinutes(offset)) * 60;
  const seconds = dayNumber(day) * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2] + shift;
  return { seconds, hasTime: true };
}

function offsetMinutes(offset: string): number {
  if (offset === 'Z') return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2));
  return offset.startsWith('-') ? -minutes : minutes;
}

/**
 * Reads a moment, in seconds since 1970-01-01 00:00 of the shop's wall clock (Asia/Shanghai):
 * `2026-10-01 09:00:00`, `2026/10/1 9:00`, ISO with offset. A fraction of a second is cut.
 */
export function parseTime(text: string): number | undefined {
  const moment = parseMoment(text);
  return moment?.hasTime && narrow(text).startsWith('20') ? moment.seconds : undefined;
}

/**
 * Reads a day, with or without a time: `2026-10-01`, `2026/10/1`, `2026年10月1日`. A time before
 * `dayStartsAt` (seconds after midnight) belongs to the business day before.
 */
export function parseDate(text: string, dayStartsAt = 0): Day | undefined {
  const moment = parseMoment(text);
  if (moment === undefined) return undefined;
  const seconds = moment.seconds - (moment.hasTime ? dayStartsAt : 0);
  return dayOf(Math.floor(seconds / 86_400));
}

/** An id that a spreadsheet has turned into a number: `4.1E+18`. Its last digits are lost. */
export function isDamagedId(text: string): boolean {
  return DAMAGED_ID.test(text);
}

const DAMAGED_ID = /^\d+(\.\d+)?[eE]\+\d+$/;

/** The patterns that cells.sql has from here: the engine's expressions know all that is used in them. */
export const PATTERNS = {
  money: MONEY,
  bracketed: BRACKETED,
  held: HELD,
  spoken: SPOKEN,
  clock: CLOCK,
  time: TIME,
  no_moment: NO_MOMENT,
  damaged_id: DAMAGED_ID,
} as const;

import { type Decimal, decimal, ZERO } from '../../../lib/decimal.js';

/** What a number in a cell stands for, by the cell's number format. */
export type NumberKind = 'number' | 'percent' | 'date' | 'datetime' | 'time' | 'elapsed';

// The formats that have a number instead of a text (ECMA-376, 18.8.30), with those of Chinese Excel.
const BUILT_IN: readonly (readonly [NumberKind, readonly number[]])[] = [
  ['percent', [9, 10]],
  ['date', [14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]],
  ['time', [18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56]],
  ['elapsed', [46]],
  ['datetime', [22]],
];

/** What a format without a text of its own means; a plain number when it is none of dates or percents. */
export function builtInKind(id: number): NumberKind {
  return BUILT_IN.find(([, ids]) => ids.includes(id))?.[0] ?? 'number';
}

const LITERALS = /"[^"]*"|\\./g;
const ELAPSED = /\[(?:h+|m+|s+)\]/i;

/** Tells the meaning of format texts: `yyyy/m/d h:mm`, `[h]:mm:ss`, `0.00%`. */
export async function formatReader(): Promise<(code: string) => NumberKind> {
  const { getFormatInfo, isDateFormat, isPercentFormat } = await import('numfmt');
  return (code) => {
    if (isPercentFormat(code)) return 'percent';
    if (!isDateFormat(code)) return 'number';
    if (ELAPSED.test(code.replaceAll(LITERALS, ''))) return 'elapsed';
    const { type } = getFormatInfo(code);
    return type === 'time' || type === 'datetime' ? type : 'date';
  };
}

/** What a double holds for sure, and what Excel shows. */
const DIGITS = 15;
const EXACT = /^-?\d{1,15}$/;
const SHORT = /^-?(?=[\d.]{3,16}$)\d+\.\d+$/;
const TRAILING_ZEROS = /\.?0+$/;

/** Text that is no number at all is damage. */
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;

/**
 * A number as the sheet's XML has it, as text: `12.50` is `12.5`; what is below the 15 digits that Excel
 * shows is noise and rounded away; an integer above 2^53 has lost digits, which is shown by giving it as
 * `4.1E+18`. Undefined when it is no number.
 */
function numberText(raw: string): string | undefined {
  if (EXACT.test(raw)) return raw === '-0' ? '0' : raw;
  if (SHORT.test(raw)) return withoutSign(raw.replace(TRAILING_ZEROS, ''));
  const value = numberOf(raw);
  if (value === undefined) return undefined;
  if (value.abs().gt(Number.MAX_SAFE_INTEGER)) {
    return value.toSignificantDigits(DIGITS).toExponential().replace('e', 'E');
  }
  return withoutSign((value.isInteger() ? value : value.toSignificantDigits(DIGITS)).toFixed());
}

function numberOf(raw: string): Decimal | undefined {
  const double = NUMBER.test(raw) ? Number(raw) : Number.NaN;
  if (!Number.isFinite(double)) return undefined;
  return double === 0 ? ZERO : decimal(raw);
}

function withoutSign(text: string): string {
  return text === '-0' ? '0' : text;
}

function percentText(raw: string): string | undefined {
  const value = numberOf(raw);
  if (value === undefined) return undefined;
  return `${withoutSign(value.toSignificantDigits(DIGITS).times(100).toFixed())}%`;
}

const DAY_MS = 86_400_000;
/** 31 December 9999, the last day that Excel knows. */
const LAST_DAY = 2_958_465;
/** The days by which dates of the older Macintosh calendar are ahead. */
export const DAYS_TO_1904 = 1462;

/** Programs write 0 for a date that there is none of; Excel shows the day before its first one. */
const NO_DAY = '1900-01-00';

/** A number of a cell as text, in the meaning that its format gives it; `daysOff` is added to dates. */
export function cellNumber(raw: string, kind: NumberKind, daysOff: number): string | undefined {
  if (kind === 'number') return numberText(raw);
  if (kind === 'percent') return percentText(raw);
  const serial = NUMBER.test(raw) ? Number(raw) : Number.NaN;
  if (!(serial >= 0 && serial <= LAST_DAY)) return numberText(raw);
  if (serial === 0 && (kind === 'date' || kind === 'datetime')) return NO_DAY;
  if (kind === 'elapsed' || serial < 1) return clockText(serial);
  return momentText(serial + daysOff, kind);
}

function clockText(days: number): string {
  const milliseconds = Math.round(days * DAY_MS);
  const [hours, rest] = [Math.floor(milliseconds / 3_600_000), milliseconds % 3_600_000];
  const seconds = decimal(rest % 60_000).div(1000);
  const padded = `${seconds.lt(10) ? '0' : ''}${seconds.toFixed()}`;
  return `${hours}:${String(Math.floor(rest / 60_000)).padStart(2, '0')}:${padded}`;
}

function momentText(serial: number, kind: NumberKind): string {
  // Excel's calendar has a 29 February 1900, which never was.
  const epoch = Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const text = new Date(epoch + Math.round(serial * 86_400) * 1000).toISOString();
  const [day = '', time = ''] = text.slice(0, 19).split('T');
  return kind === 'date' && time === '00:00:00' ? day : `${day} ${time}`;
}

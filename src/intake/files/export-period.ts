import { type Day, firstDay, lastDay, parseDay } from '../../lib/month.js';
import type { Findings } from '../facts/month-context.js';
import { sourceOf, type Table } from './table.js';

/** The first and the last day that a report is about. */
export interface ExportPeriod {
  readonly first: Day;
  readonly last: Day;
}

const DAY = String.raw`(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?`;
const CLOCK = String.raw`(?: +\d{1,2}:\d{2}(?::\d{2})?)?`;
const RANGE = new RegExp(`${DAY}${CLOCK} *(?:至|到|~|—|–|-) *${DAY}`);

/**
 * The period that the titles above a table say: `统计日期：2026-04-01 至 2026-04-30`, `统计时间:04-01 ～ 04-30`.
 * Without a year it is that of `month`. Undefined where they say none.
 */
function periodIn(texts: readonly string[], month: string): ExportPeriod | undefined {
  for (const text of texts) {
    const parts = RANGE.exec(text.normalize('NFKC'));
    if (parts === null) continue;
    const [, y1, m1 = '', d1 = '', y2, m2 = '', d2 = ''] = parts;
    const year = Number(y2 ?? y1 ?? month.slice(0, 4));
    const begun = Number(y1 ?? (Number(m1) > Number(m2) ? year - 1 : year));
    const first = dayIn(begun, m1, d1);
    const last = dayIn(year, m2, d2);
    if (first !== undefined && last !== undefined && first <= last) return { first, last };
  }
  return undefined;
}

function dayIn(year: number, month: string, day: string): Day | undefined {
  return parseDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

const DATE = String.raw`(20\d\d)[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?`;
const DATES = new RegExp(String.raw`(?<!\d)${DATE} *(?:至|到|~|—|–|--?|_) *${DATE}(?!\d)`);

/** The days with their years that a file's name, or a cell, says: `2026-10-01至2026-10-31`, `20261001-20261031`. */
export function periodWithYears(text: string): ExportPeriod | undefined {
  const parts = DATES.exec(text.normalize('NFKC'));
  if (parts === null) return undefined;
  const [, y1, m1 = '', d1 = '', y2, m2 = '', d2 = ''] = parts;
  const first = dayIn(Number(y1), m1, d1);
  const last = dayIn(Number(y2), m2, d2);
  return first === undefined || last === undefined || last < first ? undefined : { first, last };
}

/**
 * Holds the period of an export against the month: another month is an error, unless rows have dates and say
 * it themselves; more or less than the month is a warning.
 */
export function checkPeriod(
  table: Table,
  { month, problems }: Findings,
  period: ExportPeriod | undefined = periodIn(sourceOf(table).above, month),
): void {
  if (period === undefined) return;
  const whole = { first: firstDay(month), last: lastDay(month) };
  const params = { month, ...period };
  if (period.last < whole.first || period.first > whole.last) {
    if (table.match.positions.has('date')) return;
    problems.report('wrong-month', { file: table.file }, { params });
  } else if (period.first !== whole.first || period.last !== whole.last) {
    problems.report('export-period', { file: table.file }, { params });
  }
}

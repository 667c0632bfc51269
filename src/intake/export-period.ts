import { type Day, firstDay, lastDay, parseDay } from '../lib/month.js';
import type { MonthContext } from './month-context.js';
import { sourceOf, type Table } from './table.js';

/** The first and the last day that a report is about. */
export interface Period {
  readonly first: Day;
  readonly last: Day;
}

const DAY = String.raw`(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?`;
const RANGE = new RegExp(`${DAY} *(?:至|到|~|—|–|-) *${DAY}`);

/**
 * The period that the titles above a table say: `统计日期：2026-04-01 至 2026-04-30`, `统计时间:04-01 ～ 04-30`.
 * Without a year it is that of `month`. Undefined where they say none.
 */
export function periodIn(texts: readonly string[], month: string): Period | undefined {
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

/**
 * Holds the period of an export against the month: another month is an error, unless rows have dates and say
 * it themselves; more or less than the month is a warning.
 */
export function checkPeriod(table: Table, { month, problems }: MonthContext): void {
  const period = periodIn(sourceOf(table).above, month);
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

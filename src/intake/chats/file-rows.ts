import { dayNumber, firstDay, lastDay } from '../../lib/month.js';
import type { MonthContext } from '../facts/month-context.js';

/** What the rows of one chat file come to. */
export interface FileRows {
  rows: number;
  inMonth: number;
  /** The first and the last moment, in seconds; NaN while no row has a time. */
  first: number;
  last: number;
  /** Whether any time says a second other than 0. */
  hasSeconds: boolean;
  /** Rows in which something is wrong. */
  wrong: number;
  robot: number;
  system: number;
  /** Messages between agents. */
  team: number;
  /** The rows of each account that nobody has; under undefined those that name none. */
  readonly unknown: Map<string | undefined, number>;
  /** Rows of accounts that nobody has, in which an agent stands in the place of the buyer. */
  swapped: number;
  /** Names that do not mean the same agent on every day. */
  readonly datedNames: Set<string>;
  /** The shops that its buyers write in; '' where none is named. */
  readonly shops: Set<string>;
}

export function noRows(): FileRows {
  return {
    rows: 0,
    inMonth: 0,
    first: Number.NaN,
    last: Number.NaN,
    hasSeconds: false,
    wrong: 0,
    robot: 0,
    system: 0,
    team: 0,
    unknown: new Map(),
    swapped: 0,
    datedNames: new Set(),
    shops: new Set(),
  };
}

/** A moment, which is moved from the day of the clock to the business day that it belongs to. */
interface Moment {
  /** Counted from 1970-01-01. */
  day: number;
  second: number;
}

const SECONDS_PER_DAY = 86_400;

/** Counts the moments of rows, and moves each to its business day. */
export function momentCounter(
  rows: FileRows,
  { settings, month }: Pick<MonthContext, 'settings' | 'month'>,
): (moment: Moment) => void {
  const { dayStartsAt } = settings;
  const [first, last] = [dayNumber(firstDay(month)), dayNumber(lastDay(month))];
  return (moment) => {
    const time = moment.day * SECONDS_PER_DAY + moment.second;
    if (!(time >= rows.first)) rows.first = time;
    if (!(time <= rows.last)) rows.last = time;
    if (!rows.hasSeconds) rows.hasSeconds = moment.second % 60 !== 0;
    moment.second -= dayStartsAt;
    if (moment.second < 0) {
      moment.second += SECONDS_PER_DAY;
      moment.day -= 1;
    }
    if (moment.day >= first && moment.day <= last) rows.inMonth += 1;
  };
}

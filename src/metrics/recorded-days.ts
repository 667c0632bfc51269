import type { InputKind } from '../catalogue/inputs.js';
import type { MonthFacts } from '../intake/facts/month-facts.js';
import { dayNumber, dayOf, firstDay, lastDay } from '../lib/month.js';
import type { Problems } from '../words/problem.js';
import { title } from '../words/text.js';
import type { SqlParameters } from './rows/sql.js';

/** The days, as numbers, of the kinds of rows that come every day where a shop works every day. */
const DAYS: readonly (readonly [InputKind, sql: (startsAt: number) => string])[] = [
  ['chats', () => 'SELECT DISTINCT day FROM chat_days'],
  [
    'orders',
    (startsAt) =>
      `SELECT DISTINCT (coalesce(created, paid) - ${startsAt}) // 86400 AS day FROM orders`,
  ],
  [
    'attendance',
    () =>
      "SELECT DISTINCT day - DATE '1970-01-01' AS day FROM attendance_events WHERE kind = 'present'",
  ],
];

/** Days one after the other, as numbers of days, both included. */
interface Run {
  readonly from: number;
  readonly to: number;
}

/**
 * Tells of days in a row that have nothing in a month that has something on nearly every other day: a file was left
 * out, or exported before the month had ended, and whoever is paid by it is paid for a part of the month.
 */
export async function reportEmptyDays(
  facts: MonthFacts,
  parameters: SqlParameters,
  problems: Problems,
): Promise<void> {
  const month = {
    from: dayNumber(firstDay(facts.month)),
    to: dayNumber(lastDay(facts.month)),
  };
  for (const [input, sql] of DAYS) {
    const [file] = facts.files.get(input) ?? [];
    if (file === undefined) continue;
    const rows = await facts.engine.query(sql(Number(parameters.dayStartsAt)));
    const days = rows.flatMap(({ day }) => (day === null ? [] : [Number(day)]));
    const empty = suspiciousRun(new Set(days), month);
    if (empty === undefined) continue;
    problems.report(
      'days-without-rows',
      { file },
      {
        params: {
          input: title(`inspect.kind.${input}`),
          from: dayOf(empty.from),
          to: dayOf(empty.to),
        },
      },
    );
  }
}

/** Fewer empty days in a row are a weekend, or a quiet day or two. */
const LEAST_EMPTY = 3;
/** Of fewer other days nobody can say that they nearly all have something. */
const LEAST_OTHERS = 10;
/** Of ten other days so many have something where rows come every day. */
const MOST_IDLE_SHARE = 0.1;

/** The longest run of days without rows, if nearly all days beside it have some. */
function suspiciousRun(days: ReadonlySet<number>, { from, to }: Run): Run | undefined {
  const empty = longestEmpty(days, { from, to });
  if (empty === undefined) return undefined;
  const length = empty.to - empty.from + 1;
  const others = to - from + 1 - length;
  const held = [...days].filter((day) => from <= day && day <= to).length;
  const isDaily = others >= LEAST_OTHERS && others - held <= others * MOST_IDLE_SHARE;
  return length >= LEAST_EMPTY && isDaily ? empty : undefined;
}

function longestEmpty(days: ReadonlySet<number>, { from, to }: Run): Run | undefined {
  let longest: Run | undefined;
  let start = from;
  for (let day = from; day <= to + 1; day += 1) {
    if (day <= to && !days.has(day)) continue;
    const length = day - start;
    if (length > 0 && (longest === undefined || length > longest.to - longest.from + 1)) {
      longest = { from: start, to: day - 1 };
    }
    start = day + 1;
  }
  return longest;
}

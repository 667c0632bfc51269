import { compareCodePoints } from './chat-days.js';
import type { Random } from './random.js';
import { isOrderWithin, type RandomMonth } from './random-month.js';
import { isWithinMonth } from './random-times.js';
import type { RawFile, RawMessage, RawMonth } from './raw-month.js';

/*
 * The same month in other files: whatever is counted must stay the same.
 */

/** The rows of every file in another order; messages of equal times stay in theirs. */
export function shuffled(random: Random, month: RawMonth): RawMonth {
  const mixed = <Row>(files: readonly RawFile<Row>[] | undefined): RawFile<Row>[] | undefined =>
    files?.map(({ name, rows }) => ({ name, rows: random.shuffle(rows) }));
  return {
    ...month,
    chats: month.chats?.map(({ name, rows }) => ({ name, rows: shuffledMessages(random, rows) })),
    orders: mixed(month.orders),
    attendanceMonths: mixed(month.attendanceMonths),
    attendanceEvents: mixed(month.attendanceEvents),
    complaints: mixed(month.complaints),
    reviews: mixed(month.reviews),
    ratings: mixed(month.ratings),
    calls: mixed(month.calls),
    imported: mixed(month.imported),
  };
}

function shuffledMessages(random: Random, rows: readonly RawMessage[]): RawMessage[] {
  const result: RawMessage[] = [];
  const left = [...rows];
  for (const { time } of random.shuffle(rows)) {
    // Each place goes to the first message of its time that has none yet.
    const next = left.findIndex((row) => row.time === time);
    result.push(...left.splice(next, 1));
  }
  return result;
}

/** The chat files, and the order files, as one file each. */
export function joined(month: RawMonth): RawMonth {
  return {
    ...month,
    chats: month.chats && [{ name: 'chats.csv', rows: inOrder(month.chats) }],
    orders: month.orders && [{ name: 'orders.csv', rows: inOrder(month.orders) }],
  };
}

/** The chat files, and the order files, cut into pieces whose names keep the order of the rows. */
export function cut(random: Random, { month, settings }: RandomMonth): RawMonth {
  const isWithin = (time: number): boolean => isWithinMonth(time, month.month, settings);
  return {
    ...month,
    chats:
      month.chats && pieces(random, 'chats', inOrder(month.chats), ({ time }) => isWithin(time)),
    orders:
      month.orders &&
      pieces(random, 'orders', inOrder(month.orders), (order) => isOrderWithin(order, isWithin)),
  };
}

function inOrder<Row>(files: readonly RawFile<Row>[]): Row[] {
  const sorted = [...files].sort((a, b) => compareCodePoints(a.name, b.name));
  return sorted.flatMap((file) => file.rows);
}

const MOST_PIECES = 5;

/** A piece without a row of the month would be refused, and so would one that is equal to another. */
function pieces<Row>(
  random: Random,
  name: string,
  rows: readonly Row[],
  isWithin: (row: Row) => boolean,
): RawFile<Row>[] {
  const parts: Row[][] = [[]];
  for (const [place, row] of rows.entries()) {
    const part = parts.at(-1) ?? [];
    const rest = rows.slice(place);
    const isNew = !parts.some((other) => other !== part && sameRows(other, part));
    const mayCut = part.some(isWithin) && rest.some(isWithin) && isNew && !sameRows(part, rest);
    if (mayCut && parts.length < MOST_PIECES && random.chance(20)) parts.push([row]);
    else part.push(row);
  }
  const last = parts.at(-1) ?? [];
  if (parts.slice(0, -1).some((other) => sameRows(other, last)))
    return [{ name: `${name}.csv`, rows }];
  return parts.map((part, number) => ({
    name: `${name}-${String(number).padStart(3, '0')}.csv`,
    rows: part,
  }));
}

function sameRows(a: readonly unknown[], b: readonly unknown[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

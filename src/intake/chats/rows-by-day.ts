import { ROW, type StoredPart } from './message-store.js';

/** Rows of a part by chat day, of each in the order in which they came. */
interface RowsByDay {
  /** Places of rows, chat day by chat day. */
  readonly order: Int32Array;
  /** Where the rows of a chat day begin among them; they end where those of the next begin. */
  readonly begins: Int32Array;
}

/** Sorts the rows of a part by counting; `numberOf` says of each chat day, of so many, under which number it goes. */
export function rowsByDay(
  { rows, length }: StoredPart,
  days: number,
  numberOf: (chatDay: number) => number,
): RowsByDay {
  const begins = new Int32Array(days + 1);
  for (let row = 0; row < length; row += 1) {
    const next = numberOf(rows[row * ROW] ?? 0) + 1;
    begins[next] = (begins[next] ?? 0) + 1;
  }
  for (let day = 0; day < days; day += 1) {
    begins[day + 1] = (begins[day + 1] ?? 0) + (begins[day] ?? 0);
  }
  const order = new Int32Array(length);
  const next = begins.slice();
  for (let row = 0; row < length; row += 1) {
    const day = numberOf(rows[row * ROW] ?? 0);
    const at = next[day] ?? 0;
    order[at] = row;
    next[day] = at + 1;
  }
  return { order, begins };
}

import { sameInAll, type Title } from '../../lib/language.js';
import { title } from '../../words/text.js';
import type { Findings, SeenRow } from '../facts/month-context.js';
import { contentOf, type Table } from '../files/table.js';
import { numbersRows } from '../files/total-rows.js';
import { parseDate, parseNumber, parseTime } from './cells.js';
import type { Row } from './row.js';

/** Columns of which only the value counts, however it is written. */
const VALUES: ReadonlySet<string> = new Set(['points', 'amount', 'count', 'minutes', 'days']);

/**
 * The row of the month before this one that is the same, in this file or another; undefined where there is none. A file
 * that is there twice is told as a whole.
 */
export function sameRowBefore(
  key: string,
  table: Table,
  line: number,
  { seenRows }: Pick<Findings, 'seenRows'>,
): SeenRow | undefined {
  const row: SeenRow = { file: table.file, line, content: contentOf(table) };
  const other = seenRows.get(key);
  if (other === undefined) {
    seenRows.set(key, row);
    return undefined;
  }
  const isSamePlace = other.file === row.file && other.line === row.line;
  const isCopy =
    other.content.file !== row.content.file && other.content.sha256 === row.content.sha256;
  return isSamePlace || isCopy ? undefined : other;
}

/**
 * Tells of a row that says nothing else than one before it: counted twice, unless it happened twice. Any cell by which the
 * two differ, such as the number of a case, a time or a note, says that they are two.
 */
export function checkRepeated(row: Row, table: Table, findings: Findings): void {
  const other = sameRowBefore(keyOf(row, table), table, row.line, findings);
  if (other === undefined) return;
  const params = { file: other.file, line: other.line, stake: stakeOf(row) };
  row.report('row-repeated', 'agent', params);
}

/** What a row says, of whom and when, in whatever form; `except`: a column of which it does not matter. */
export function keyOf(row: Row, { match }: Table, except?: string): string {
  const said: string[] = [];
  for (const [name, cell] of row.written()) {
    if (numbersRows(name) || name === except) continue;
    said.push(`${name}=${valueIn(name, cell, row)}`);
  }
  return JSON.stringify([match.reader.layout, except, ...said.sort()]);
}

function valueIn(column: string, cell: string, row: Row): string {
  const agent = column === 'agent' ? row.about() : undefined;
  if (agent !== undefined) return String(agent.index);
  if (column === 'date') return String(parseTime(cell) ?? parseDate(cell, 0) ?? cell);
  return VALUES.has(column) ? (parseNumber(cell)?.toString() ?? cell) : cell;
}

/** What the row adds once more: an amount, where it gives one. */
function stakeOf(row: Row): Title {
  const amount = row.text('amount');
  return amount === undefined ? sameInAll('') : title('inputs.amount-twice', { amount });
}

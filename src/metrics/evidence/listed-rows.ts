import {
  ATTENDANCE_KINDS,
  CALL_DIRECTIONS,
  CONSULT_CLASSES,
  type Vocabulary,
} from '../../catalogue/vocabulary.js';
import type { MonthFacts } from '../../intake/facts/month-facts.js';
import type { BulkRow } from '../../intake/facts/row-places.js';
import { type Decimal, decimal } from '../../lib/decimal.js';
import type { EngineRow } from '../../lib/engine.js';
import { sameInAll } from '../../lib/language.js';
import { dayOf } from '../../lib/month.js';
import type { Agent } from '../../shop/shop.js';
import type { SqlParameters } from '../rows/sql.js';
import type { EvidenceCell, EvidencePlace, Word } from './evidence.js';
import { type ColumnKind, type ShownRows, shownQuery } from './shown-rows.js';
import type { MetricSource } from './sources.js';

/** All rows that rest on the same view, whatever they count for. */
export function allRows(facts: MonthFacts, source: MetricSource, parameters: SqlParameters) {
  return facts.engine.query(shownQuery(source, facts, parameters));
}

/** How many rows count for a metric. */
export async function countListedRows(
  facts: MonthFacts,
  source: MetricSource,
  parameters: SqlParameters,
): Promise<number> {
  const [row] = await facts.engine.query(
    `SELECT count(*) AS rows ${countingRows(facts, source, parameters)}`,
  );
  return Number(row?.rows);
}

/** The first rows that count for a metric: of a large month the others are not even fetched. */
export function firstRows(
  facts: MonthFacts,
  source: MetricSource,
  parameters: SqlParameters,
  most: number,
): Promise<readonly EngineRow[]> {
  return facts.engine.query(`SELECT * ${countingRows(facts, source, parameters)} LIMIT ${most}`);
}

function countingRows(facts: MonthFacts, source: MetricSource, parameters: SqlParameters): string {
  const counting = source.columns.map((column) => `${column} IS NOT NULL`).join(' OR ');
  return `FROM (${shownQuery(source, facts, parameters)}) WHERE ${counting}`;
}

/** Whether a row counts for a metric: in one of its columns there is something. */
export function counts(row: EngineRow, { columns }: MetricSource): boolean {
  return columns.some((column) => row[column] !== null);
}

/** What a row shows, by column. */
export function cellsOf(
  row: EngineRow,
  { columns }: ShownRows,
  { roster }: MonthFacts,
): Readonly<Record<string, EvidenceCell>> {
  return Object.fromEntries(columns.map(([id, kind]) => [id, cellOf(row[id], kind, roster)]));
}

/** A time of the shop's wall clock as text. */
export function timeText(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

function cellOf(
  value: EngineRow[string] | undefined,
  kind: ColumnKind,
  roster: readonly Agent[],
): EvidenceCell {
  if (value === null || value === undefined) return undefined;
  switch (kind) {
    case 'text':
      return String(value);
    case 'number':
      return decimal(String(value));
    case 'time':
      return timeText(Number(value));
    case 'day':
      return dayOf(Number(value));
    case 'agent':
      return roster[Number(value)]?.id;
    case 'yesno':
      return value === true;
    case 'word':
      return wordOf(String(value));
  }
}

/** The vocabularies of what rows show. */
const SHOWN_WORDS: readonly Vocabulary<string>[] = [
  ATTENDANCE_KINDS,
  CALL_DIRECTIONS,
  CONSULT_CLASSES,
];

function wordOf(word: string): Word {
  const vocabulary = SHOWN_WORDS.find((words) => Object.hasOwn(words, word));
  return { word, title: vocabulary?.[word] ?? sameInAll(word) };
}

/** What a row adds in a column. */
export function numberIn(row: EngineRow, column: string | undefined): Decimal | undefined {
  const value = column === undefined ? undefined : row[column];
  return value === null || value === undefined ? undefined : decimal(String(value));
}

/** Where a row stands, of those whose lines the engine has. */
export function placeIn({ at_file: file, at_line: line }: EngineRow): EvidencePlace | undefined {
  if (typeof file !== 'string') return undefined;
  return { file, line: line === null ? undefined : Number(line) };
}

/** What a row of chats or calls says of itself, for `Locate`. */
export function bulkRowOf(row: EngineRow): BulkRow {
  const agent = row.at_agent === null ? undefined : Number(row.at_agent);
  const bare = { agent, time: Number(row.at_time), nth: Number(row.at_nth) };
  if (row.at_by_buyer === undefined) return bare;
  const message = {
    buyer: String(row.buyer),
    shop: String(row.at_shop),
    byBuyer: row.at_by_buyer === true,
  };
  return { ...bare, message };
}

import { ATTENDANCE_KINDS, type Vocabulary } from '../../catalogue/vocabulary.js';
import { DIRECTIONS } from '../../intake/load-calls.js';
import type { BulkRow } from '../../intake/locate.js';
import type { MonthFacts } from '../../intake/month-facts.js';
import { type Decimal, decimal } from '../../lib/decimal.js';
import type { Row } from '../../lib/engine.js';
import { sameInAll } from '../../lib/language.js';
import { title } from '../../lib/messages/index.js';
import { dayOf } from '../../lib/month.js';
import { type SqlParameters, sqlFile } from '../sql.js';
import type { EvidenceCell, EvidencePlace, Word } from './evidence.js';
import type { ColumnKind, SqlGroup } from './groups.js';
import type { MetricSource } from './sources.js';

/** A row as SQL gave it, with what else is known of it. */
export interface ListedRow {
  readonly row: Row;
  readonly cells: Readonly<Record<string, EvidenceCell>>;
  readonly adds: Decimal | undefined;
  readonly addsBelow: Decimal | undefined;
  /** Undefined for rows that have to be looked up. */
  readonly place: EvidencePlace | undefined;
}

/** A query for the rows of a group that count for a metric. */
function queryOf(group: SqlGroup, source: MetricSource, parameters: SqlParameters): string {
  const { adds, below, lists = [] } = source;
  const counting = [adds, below, ...lists].filter((column) => column !== undefined);
  const rows = sqlFile(`evidence/${group.sql}`, parameters);
  return `FROM (${rows}) WHERE ${counting.map((column) => `${column} IS NOT NULL`).join(' OR ')}`;
}

/** How many rows count. */
export async function countRows(
  facts: MonthFacts,
  group: SqlGroup,
  source: MetricSource,
  parameters: SqlParameters,
): Promise<number> {
  const [row] = await facts.engine.query(
    `SELECT count(*) AS rows ${queryOf(group, source, parameters)}`,
  );
  return Number(row?.rows);
}

/** The rows that count, in their order. */
export async function listRows(
  facts: MonthFacts,
  group: SqlGroup,
  source: MetricSource,
  parameters: SqlParameters,
): Promise<readonly ListedRow[]> {
  const ids = new Map(facts.roster.map(({ index, id }) => [index, id]));
  const rows = await facts.engine.query(`SELECT * ${queryOf(group, source, parameters)}`);
  return rows.map((row) => ({
    row,
    cells: Object.fromEntries(
      group.columns.map(([id, kind]) => [id, cellOf(row[id], kind, ids)] as const),
    ),
    adds: numberIn(row, source.adds),
    addsBelow: numberIn(row, source.below),
    place: placeIn(row),
  }));
}

/** A time of the shop's wall clock as text. */
export function timeText(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

function cellOf(
  value: Row[string] | undefined,
  kind: ColumnKind,
  agents: ReadonlyMap<number, string>,
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
      return agents.get(Number(value));
    case 'yesno':
      return value === true;
    case 'word':
      return wordOf(String(value));
  }
}

const CLASSES = ['success', 'assist', 'aftersales', 'no_order'] as const;

function wordOf(word: string): Word {
  const vocabularies: readonly Vocabulary<string>[] = [ATTENDANCE_KINDS, DIRECTIONS];
  const known = vocabularies.find((words) => Object.hasOwn(words, word))?.[word];
  const classified = CLASSES.find((each) => each === word);
  const named = classified === undefined ? undefined : title(`evidence.${classified}`);
  return { word, title: known ?? named ?? sameInAll(word) };
}

function numberIn(row: Row, column: string | undefined): Decimal | undefined {
  const value = column === undefined ? undefined : row[column];
  return value === null || value === undefined ? undefined : decimal(String(value));
}

function placeIn({ at_file: file, at_line: line }: Row): EvidencePlace | undefined {
  if (typeof file !== 'string') return undefined;
  return { file, line: line === null ? undefined : Number(line) };
}

/** What a row of chats or calls says of itself, for `Locate`. */
export function bulkRowOf(row: Row): BulkRow {
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

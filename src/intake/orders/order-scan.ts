import { FLAGS } from '../../catalogue/vocabulary.js';
import type { Row } from '../cells/row.js';
import { loadScan, rewrite, type Scan, scanColumn } from '../cells/scan.js';
import { mapCell, textList, wordOf } from '../cells/words-sql.js';
import type { MonthContext } from '../facts/month-context.js';
import { countLines } from '../files/decode.js';
import type { Table } from '../files/table.js';
import { summaryPlaces } from '../files/total-rows.js';

/**
 * Runs `load` on a scan of the file, with SQL for the line of each row. Undefined, with the problems
 * reported, when the file cannot be split into rows.
 */
export async function loadLines(
  table: Table,
  context: MonthContext,
  load: (scan: Scan, line: LineOfRow) => Promise<void>,
): Promise<{ readonly isWhole: boolean } | undefined> {
  return loadScan(table, context, async (scan) => {
    const line = await lineOf(scan, context);
    if (line !== undefined) {
      await load(scan, line);
      return { isWhole: scan.isWhole };
    }
    // Blank lines have shifted the lines: the tolerant parser knows each row's own.
    const rewritten = await rewrite(table, context);
    if (rewritten === undefined) return undefined;
    await load(rewritten, writtenLine(rewritten.line));
    return { isWhole: rewritten.isWhole };
  });
}

/** SQL for the line of each row, out of what is taken along of it as `line_source`. */
export interface LineOfRow {
  readonly line_source: string;
  readonly line: string;
}

function writtenLine(column: string | undefined): LineOfRow {
  return { line_source: column ?? 'NULL', line: 'CAST(line_source AS INTEGER)' };
}

/** Undefined when a line was passed over, so that lines cannot be reckoned. */
async function lineOf(scan: Scan, { engine }: MonthContext): Promise<LineOfRow | undefined> {
  if (scan.line !== undefined) return writtenLine(scan.line);
  const lines = await countLines(scan.path);
  const countOf = async (what: string): Promise<number> => {
    const [row] = await engine.query(`SELECT ${what} AS count FROM ${scan.rows}`);
    return Number(row?.count) + scan.linesToSkip;
  };
  const place = `${scan.linesToSkip} + row_number() OVER ()`;
  // Whatever shifts lines only adds to them: with as many lines as rows, every line is a row.
  if ((await countOf('count(*)')) === lines) return { line_source: 'NULL', line: place };
  const breaks = breaksOf(scan);
  if ((await countOf(`count(*) + coalesce(sum(${breaks}), 0)`)) !== lines) return undefined;
  const line = `${place} + sum(line_source) OVER (ROWS UNBOUNDED PRECEDING) - line_source`;
  return { line_source: breaks, line };
}

/** SQL for the number of line breaks inside the cells of a row: each moves the rows below it down. */
function breaksOf(scan: Scan): string {
  const cells = Array.from({ length: scan.columns }, (_, at) => `c${at}`);
  const text = `concat(${cells.join(', ')})`;
  return `(length(${text}) - length(replace(${text}, chr(10), '')))`;
}

/** The columns that a canonical column is read from: its own, and those that stand in for it. */
function sourcesOf({ match }: Table, column: string): readonly string[] {
  const others = match.reader.orders?.insteadOf?.[column] ?? [];
  return [column, ...others].filter((id) => match.positions.has(id));
}

/** True when the file has a canonical column, or one that stands in for it. */
export function says(table: Table, column: string): boolean {
  return sourcesOf(table, column).length > 0;
}

/**
 * The raw cell of a canonical column, or of the first that stands in for it and has a value; NULL where the
 * reader says that there is none.
 */
export function sourceCell(table: Table, column: string): string {
  const cell = firstCell(table, column);
  const { missing } = table.match.reader;
  if (missing === undefined) return cell;
  return `CASE WHEN cell(${cell}) IN ${textList(missing)} THEN NULL ELSE ${cell} END`;
}

function firstCell(table: Table, column: string): string {
  const [first, ...others] = sourcesOf(table, column).map((id) => scanColumn(table, id));
  if (first === undefined) return 'CAST(NULL AS VARCHAR)';
  if (others.length === 0) return first;
  const filled = [first, ...others].map(
    (cell) => `CASE WHEN cell(${cell}) IS NOT NULL THEN ${cell} END`,
  );
  return `coalesce(${filled.join(', ')})`;
}

/** As `sourceCell`, of a row that is read by hand: the column that has the value. */
export function sourceColumn(table: Table, row: Row, column: string): string {
  const sources = sourcesOf(table, column);
  return sources.find((id) => row.text(id) !== undefined) ?? sources[0] ?? column;
}

/** The columns whose amounts are added to another's. */
export function addedColumns({ match }: Table, column: string): readonly string[] {
  const added = match.reader.orders?.added?.[column] ?? [];
  return added.filter((id) => match.positions.has(id));
}

/** A list of the raw cells whose amounts are added to a column's. */
export function addedCells(table: Table, column: string): string {
  const cells = addedColumns(table, column).map((id) => scanColumn(table, id));
  return cells.length === 0 ? 'CAST(NULL AS VARCHAR[])' : `[${cells.join(', ')}]`;
}

/** Condition of a row of totals. */
export function totalRow({ match }: Table): string {
  return `(${summaryPlaces(match)
    .map((at) => `is_total(c${at})`)
    .join(' OR ')})`;
}

/** SQL for the flag of a row, as a word of `FLAGS`; NULL for no such word. */
export function flagWord(table: Table): string {
  const cell = scanColumn(table, 'flag');
  const { flags, flagsAmongLabels } = table.match.reader.orders ?? {};
  const known = wordOf(cell, FLAGS);
  const word = flags === undefined ? known : `coalesce(${mapCell(cell, flags)}, ${known})`;
  return flagsAmongLabels === true ? `coalesce(${word}, 'none')` : word;
}

/** Reports the flag of a row that is read by hand when it is no word for one. */
export function checkFlag(table: Table, row: Row): void {
  const { flags, flagsAmongLabels } = table.match.reader.orders ?? {};
  if (flagsAmongLabels === true) return;
  const written = row.text('flag')?.toLowerCase();
  if (written === undefined || flags?.has(written) !== true) row.word('flag', FLAGS);
}

import { loadScan, rewrite, type Scan, type ScanContext } from '../cells/scan.js';
import { countLines } from '../files/decode.js';
import type { Table } from '../files/table.js';
import { summaryPlaces } from '../files/total-rows.js';

/**
 * Runs `load` on a scan of the file, with SQL for the line of each row. Undefined, with the problems
 * reported, when the file cannot be split into rows.
 */
export async function loadLines(
  table: Table,
  context: ScanContext,
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
async function lineOf(scan: Scan, { engine }: ScanContext): Promise<LineOfRow | undefined> {
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

/** Condition of a row of totals. */
export function totalRow({ match }: Table): string {
  return `(${summaryPlaces(match)
    .map((at) => `is_total(c${at})`)
    .join(' OR ')})`;
}

import type { Row } from 'write-excel-file/node';
import type { ReportTable } from '../../report/report-table.js';

/** What an upright sheet of A4 holds between its margins, in points; narrower columns are printed smaller and leave more. */
const PAGE_POINTS = 740;
const ROW_POINTS = 15;

/** The rows, from 1, behind which a page ends, so that no table is divided from those that go on with it. */
export function pageBreaks(
  { tables, caption }: { readonly tables: readonly ReportTable[]; readonly caption?: string },
  data: readonly Row[],
): readonly number[] {
  const rowsAbove = caption === undefined ? 0 : 1;
  const heights = data.map(heightOf);
  const starts: number[] = [];
  let row = rowsAbove;
  for (const [at, { rows, isContinued }] of tables.entries()) {
    if (at > 0 && isContinued !== true) row += 1;
    if (isContinued !== true) starts.push(row);
    row += 1 + rows.length;
  }
  const pointsOf = (from: number, to: number) =>
    heights.slice(from, to).reduce((all, height) => all + height, 0);
  const breaks: number[] = [];
  let used = pointsOf(0, rowsAbove);
  for (const [at, start] of starts.entries()) {
    const needed = pointsOf(start, starts[at + 1] ?? row);
    if (at > 0 && used + needed > PAGE_POINTS) {
      breaks.push(start);
      used = 0;
    }
    used += needed;
  }
  return breaks;
}

/** The height of a row, which each of its cells may say. */
function heightOf(row: Row): number {
  const own = row.flatMap((cell) =>
    typeof cell === 'object' && cell !== null && 'height' in cell ? (cell.height ?? []) : [],
  );
  return own.length === 0 ? ROW_POINTS : Math.max(...own);
}

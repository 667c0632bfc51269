import { singleLine } from '../../lib/text-width.js';
import { columnTexts } from '../report/figure-text.js';
import { headings, type ReportTable } from '../report/report-table.js';

/** A table as GitHub writes it in Markdown. */
export function markdownOf(table: ReportTable, ids: boolean): string {
  const columns = table.columns.map((column, index) =>
    columnTexts(
      column,
      table.rows.map((row) => row[index]),
    ),
  );
  const lines = [
    row(headings(table, ids)),
    `| ${table.columns.map(({ align }) => (align === 'right' ? '---:' : '---')).join(' | ')} |`,
    ...table.rows.map((_, index) => row(columns.map((texts) => texts[index] ?? ''))),
  ];
  return `${lines.join('\n')}\n`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.map(markdownText).join(' | ')} |`;
}

/** Text in which nothing is markup: neither a cell's end nor emphasis, links or tags. */
export function markdownText(text: string): string {
  return singleLine(text).replaceAll(/[\\|`*<[\]]/g, '\\$&');
}

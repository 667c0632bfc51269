import type { Language } from '../../lib/language.js';
import { text } from '../../words/text.js';
import { columnTexts } from '../report/figure-text.js';
import type { ReportTable } from '../report/report-table.js';
import { html, type Markup } from './markup.js';

/** How a table stands in a page. */
interface Shown {
  /** What it is, for whoever does not see the heading above it. */
  readonly label: string;
  readonly language: Language;
  /** Where a cell leads, by the row and the id of the column. */
  readonly link?: (row: number, column: string) => string | undefined;
}

/** More columns than these are printed small, so that they fit on a sheet. */
const MOST_COLUMNS = 20;

/** A table whose first column names its rows. Wider than the page it is moved sideways, and the page is not. */
export function tableMarkup(table: ReportTable, { label, language, link }: Shown): Markup {
  const { columns, rows, total, keyColumns } = table;
  const texts = columns.map((column, at) =>
    columnTexts(column, [...rows.map((row) => row[at]), total?.[at]]),
  );
  const sideOf = (at: number) =>
    columns[at]?.long ? 'long' : columns[at]?.align === 'right' ? 'right' : 'left';
  const body = rows.map((_, row) => {
    const cells = columns.map(({ id }, at) => {
      const shown = texts[at]?.[row] ?? '';
      const target = shown === '' ? undefined : link?.(row, id);
      const content =
        target === undefined ? html`${shown}` : html`<a href="${target}">${shown}</a>`;
      return at === Math.min(1, keyColumns - 1)
        ? html`<th scope="row">${content}</th>`
        : html`<td class="${sideOf(at)}">${content}</td>`;
    });
    return html`<tr>${cells}</tr>
`;
  });
  const sums = columns.map(
    (_, at) => html`<td class="${sideOf(at)}">${texts[at]?.[rows.length]}</td>`,
  );
  const foot = total === undefined ? undefined : html`<tfoot><tr>${sums}</tr></tfoot>`;
  return html`<div class="wide" role="region" tabindex="0" aria-label="${label}"><table${columns.length > MOST_COLUMNS && html` class="many"`} data-filter="${text(language, 'overview.filter')}">
<thead><tr>${columns.map(
    ({ heading }, at) => html`<th scope="col" class="${sideOf(at)}">${heading}</th>`,
  )}</tr></thead>
<tbody>
${body}</tbody>${foot}</table></div>
`;
}

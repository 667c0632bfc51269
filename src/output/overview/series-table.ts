import { text } from '../../words/text.js';
import type { Series } from '../pages/charts.js';
import { html, type Markup } from '../pages/markup.js';
import { tableMarkup } from '../pages/tables.js';
import type { ReportTable } from '../report/report-table.js';
import type { Overview } from './overview.js';

/** The figures of a chart as a table, for whoever does not see the chart. */
export function behind(table: ReportTable, label: string, language: Overview['language']): Markup {
  return html`<details><summary>${text(language, 'overview.figures')}</summary>${tableMarkup(table, { label, language })}</details>
`;
}

/** One row for each step, one column for each series. */
export function seriesTable(
  steps: readonly string[],
  series: readonly Series[],
  heading: string,
): ReportTable {
  return {
    columns: [
      { id: 'step', heading, align: 'left' },
      ...series.map(({ name }, at) => ({ id: `s${at}`, heading: name, align: 'right' as const })),
    ],
    rows: steps.map((step, at) => [
      step,
      ...series.map(({ values }) => (values[at] === undefined ? undefined : String(values[at]))),
    ]),
    keyColumns: 1,
  };
}

import type { WeekOfConsults } from '../../metrics/month-metrics.js';
import { listed } from '../../words/lists.js';
import { text, title } from '../../words/text.js';
import { heatMap, type Series } from '../pages/charts.js';
import { html, type Markup } from '../pages/markup.js';
import { tableMarkup } from '../pages/tables.js';
import { columnOf, type ReportColumn, tableOf } from '../report/report-columns.js';
import type { Overview } from './overview.js';
import { behind, seriesTable } from './series-table.js';

const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour));

/** When buyers come, by the day of the week and the hour, and how many agents that asks for. */
export function weekPart({ month, language }: Overview): Markup | undefined {
  const week = month.metrics?.week;
  if (week === undefined) return undefined;
  const days = text(language, 'overview.weekdays').split(' ');
  const written = week.suggested.map((hours) => hours.map((agents) => String(agents || '')));
  const map = { title: text(language, 'overview.week'), rows: days, values: week.consults };
  return html`${hourMap({ ...map, written }, language)}
${suggestedShifts(week, days, language)}`;
}

/** When buyers come to whom, by the hour of the day. */
export function hoursPart({ month, statements, language }: Overview): Markup | undefined {
  const counted = month.metrics?.hours;
  if (counted === undefined) return undefined;
  const rows = statements.filter(({ agent }) => (counted.get(agent)?.size ?? 0) > 0);
  if (rows.length === 0) return undefined;
  const values = rows.map(({ agent }) =>
    HOURS.map((_, hour) => counted.get(agent)?.get(hour) ?? 0),
  );
  const names = rows.map(({ name }) => name);
  return hourMap({ title: text(language, 'overview.hours'), rows: names, values }, language);
}

interface HourMap {
  readonly title: string;
  readonly rows: readonly string[];
  readonly values: readonly (readonly number[])[];
  readonly written?: readonly (readonly string[])[];
}

function hourMap(
  { title: heading, rows, values, written }: HourMap,
  language: Overview['language'],
): Markup {
  const series = HOURS.map((name, at): Series => ({ name, values: values.map((row) => row[at]) }));
  return html`<h3>${heading}</h3>
${heatMap(rows, HOURS, values, heading, written)}
${behind(seriesTable(rows, series, heading), heading, language)}`;
}

/** A day of the week, and hours of it that follow each other and ask for as many agents. */
interface DayShifts {
  readonly day: string;
  readonly spans: readonly {
    readonly from: number;
    readonly to: number;
    readonly agents: number;
  }[];
}

const SHIFT_COLUMNS: readonly ReportColumn<DayShifts>[] = [
  columnOf({ id: 'day', heading: title('overview.weekday'), align: 'left' }, ({ day }) => day),
  columnOf(
    { id: 'shifts', heading: title('overview.suggested'), align: 'left', long: true },
    ({ spans }, language) =>
      spans.length === 0
        ? undefined
        : listed(
            'clauses',
            spans.map((span) => text(language, 'overview.span', span)),
            language,
          ),
  ),
];

function suggestedShifts(
  { suggested }: WeekOfConsults,
  days: readonly string[],
  language: Overview['language'],
): Markup {
  const rows = days.map((day, at) => ({ day, spans: spansOf(suggested[at] ?? []) }));
  const label = text(language, 'overview.suggested');
  const table = tableOf(SHIFT_COLUMNS, rows, { language, ids: false }, 1);
  return html`<h3>${label}</h3>
<p>${text(language, 'overview.suggested_how')}</p>
${tableMarkup(table, { label, language })}`;
}

function spansOf(hours: readonly number[]): DayShifts['spans'] {
  const spans: { from: number; to: number; agents: number }[] = [];
  for (const [hour, agents] of hours.entries()) {
    const last = spans.at(-1);
    if (last?.to === hour && last.agents === agents) last.to = hour + 1;
    else if (agents > 0) spans.push({ from: hour, to: hour + 1, agents });
  }
  return spans;
}

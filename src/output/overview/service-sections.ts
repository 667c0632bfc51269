import type { MetricValue } from '../../catalogue/figure.js';
import { type Decimal, sum } from '../../lib/decimal.js';
import { inAll } from '../../lib/language.js';
import type { DayMetrics } from '../../metrics/month-metrics.js';
import type { Statement } from '../../payroll/statement.js';
import { text } from '../../words/text.js';
import { metricTitles } from '../month/metric-titles.js';
import { lines, MOST_LINES, points, type Series, stackedBars } from '../pages/charts.js';
import { html, type Markup } from '../pages/markup.js';
import { tableMarkup } from '../pages/tables.js';
import { columnOf, type ReportColumn, tableOf, textColumn } from '../report/report-columns.js';
import type { ReportTable } from '../report/report-table.js';
import { hoursPart, weekPart } from './hours-parts.js';
import { type KeyFigure, keyFigures } from './key-figures.js';
import { anchorOf, type Overview } from './overview.js';
import { behind, seriesTable } from './series-table.js';

/** Of what the page asks figures of single days. */
export const DAILY_METRICS: readonly string[] = ['response_time', 'sales', 'refunds'];

/** What the agents did for buyers: the key metrics of each, reply times by day, consults by hour. */
export function serviceSection(overview: Overview): Markup | undefined {
  const { month, statements, language } = overview;
  const { metrics } = month;
  if (metrics === undefined) return undefined;
  const title = text(language, 'overview.service');
  const figures = keyFigures(overview);
  if (figures.length === 0) return undefined;
  const titleOf = metricTitles(month);
  const figureOf = (agent: string, id: string) => knownIn(metrics.agents.get(agent)?.metrics, id);
  const table = serviceTable(overview, figures);
  const link = (row: number, column: string) => {
    const statement = statements[row];
    return statement && column === 'name' ? `#${anchorOf(statement, overview)}` : undefined;
  };
  const named = statements.flatMap(({ agent, name }) => {
    const [x, y] = [figureOf(agent, 'conversion'), figureOf(agent, 'sales')];
    return x === undefined || y === undefined
      ? []
      : [{ name, x: x.times(100).toDecimalPlaces(2).toNumber(), y: y.toNumber() }];
  });
  const axes = {
    x: text(language, 'overview.percent', { title: titleOf('conversion').title }),
    y: titleOf('sales').title[language],
  };
  const scatter = text(language, 'overview.scatter');
  return html`<section id="service"><h2>${title}</h2>
${tableMarkup(table, { label: title, language, link })}
${named.length > 1 && html`<h3>${scatter}</h3>${points(named, axes, scatter)}`}
${replyTimes(overview)}${weekPart(overview)}${hoursPart(overview)}${
  overview.isClosed && html`<p>${text(language, 'overview.no_days')}</p>`
}</section>
`;
}

/** The key metrics of each agent, with those of all together below; what was aimed at stands beside them. */
function serviceTable(
  { statements, language }: Overview,
  figures: readonly KeyFigure[],
): ReportTable {
  const aimed = (shown: string, target: string | undefined) =>
    target === undefined ? shown : text(language, 'overview.aimed', { shown, target });
  const columns: readonly ReportColumn<Statement>[] = [
    textColumn('name', ({ name }) => name),
    ...figures.map(({ id, title, target, own, ownTarget }) => {
      const heading = inAll((each) =>
        target === undefined
          ? title[each]
          : text(each, 'overview.aimed', { shown: title[each], target }),
      );
      return columnOf<Statement>({ id, heading, align: 'right' }, ({ agent }) => {
        const shown = own(agent);
        return shown && aimed(shown, ownTarget(agent));
      });
    }),
  ];
  const total = [text(language, 'overview.team'), ...figures.map(({ team }) => team)];
  return { ...tableOf(columns, statements, { language, ids: false }, 1), total };
}

/** Reply times by day of those who took longest over the month. */
function replyTimes({ month, statements, language }: Overview): Markup | undefined {
  const daily = month.metrics?.daily;
  if (daily === undefined) return undefined;
  const monthly = (agent: string) =>
    knownIn(month.metrics?.agents.get(agent)?.metrics, 'response_time');
  const slowest = statements
    .flatMap(({ agent, name }) => {
      const time = monthly(agent);
      return time === undefined ? [] : [{ agent, name, time }];
    })
    .sort((a, b) => b.time.comparedTo(a.time))
    .slice(0, MOST_LINES);
  const days = daysOf(overviewDays(daily.agents));
  if (slowest.length === 0 || days.length === 0) return undefined;
  const series = slowest.map(({ agent, name }): Series => {
    const own = new Map((daily.agents.get(agent) ?? []).map((each) => [each.day as string, each]));
    const values = days.map((day) => {
      const figure = knownIn(own.get(day)?.metrics, 'response_time');
      return figure?.toDecimalPlaces(1).toNumber();
    });
    return { name, values };
  });
  const title = text(language, 'overview.reply_times', { n: slowest.length });
  return html`<h3>${title}</h3>
${lines(days.map(dayOfMonth), series, title)}
${behind(seriesTable(days, series, text(language, 'overview.day')), title, language)}`;
}

/** Sales of agents and silent ones, and by day what was sold and paid back. */
export function ordersSection(overview: Overview): Markup | undefined {
  const { month, statements, language } = overview;
  const { metrics } = month;
  const sold = statements.flatMap(({ agent, name }) => {
    const figure = knownIn(metrics?.agents.get(agent)?.metrics, 'sales');
    return figure === undefined || figure.isZero() ? [] : [{ name, figure }];
  });
  if (metrics === undefined || sold.length === 0) return undefined;
  const silent = knownIn(metrics.shop, 'silent_sales');
  const all = [
    ...sold.sort((a, b) => b.figure.comparedTo(a.figure)),
    ...(silent === undefined ? [] : [{ name: text(language, 'overview.silent'), figure: silent }]),
  ];
  const title = text(language, 'overview.orders');
  const names = all.map(({ name }) => name);
  const series = [
    {
      name: metricTitles(month)('sales').title[language],
      values: all.map(({ figure }) => figure.toNumber()),
    },
  ];
  return html`<section id="orders"><h2>${title}</h2>
${stackedBars(names, series, title)}
${behind(seriesTable(names, series, text(language, 'table.name')), title, language)}
${ordersByDay(overview)}</section>
`;
}

function ordersByDay({ month, language }: Overview): Markup | undefined {
  const daily = month.metrics?.daily;
  if (daily === undefined) return undefined;
  const all = overviewDays(daily.agents);
  const days = daysOf(all);
  const titleOf = metricTitles(month);
  const series = ['sales', 'refunds'].map((id): Series => {
    const values = days.map((day) => {
      const figures = all
        .filter((each) => each.day === day)
        .flatMap((each) => knownIn(each.metrics, id) ?? []);
      return figures.length === 0 ? undefined : sum(figures).toNumber();
    });
    return { name: titleOf(id).title[language], values };
  });
  if (days.length === 0) return undefined;
  const title = text(language, 'overview.by_day');
  return html`<h3>${title}</h3>
${lines(days.map(dayOfMonth), series, title)}
${behind(seriesTable(days, series, text(language, 'overview.day')), title, language)}`;
}

function overviewDays(agents: ReadonlyMap<string, readonly DayMetrics[]>): readonly DayMetrics[] {
  return [...agents.values()].flat();
}

function daysOf(days: readonly DayMetrics[]): readonly string[] {
  return [...new Set(days.map(({ day }) => day as string))].sort();
}

function dayOfMonth(day: string): string {
  return day.slice(-2);
}

function knownIn(
  metrics: ReadonlyMap<string, MetricValue> | undefined,
  id: string,
): Decimal | undefined {
  const figure = metrics?.get(id);
  return figure?.state === 'known' ? figure.value : undefined;
}

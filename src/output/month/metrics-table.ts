import type { MetricValue } from '../../catalogue/figure.js';
import { GRADES } from '../../catalogue/vocabulary.js';
import { plain } from '../../lib/decimal.js';
import { groupBy } from '../../lib/group.js';
import type { Language } from '../../lib/language.js';
import type { MonthMetrics, Rating } from '../../metrics/month-metrics.js';
import type { Agent } from '../../shop/shop.js';
import { listed } from '../../words/lists.js';
import { text } from '../../words/text.js';
import { numberColumn, textColumn, type View } from '../formats/columns.js';
import { tableFigure } from '../formats/figures.js';
import type { Cell, Table, TableColumn } from '../tables/table.js';
import { absenceText } from './absence.js';
import { type MetricTitle, shownMetrics } from './metric-titles.js';
import { rounded } from './metrics-json.js';

type TitleOf = (id: string) => MetricTitle;
type Figure = MetricValue | Rating | undefined;

/** How the shop's row is called in data, as in `metrics*.csv`. */
const SHOP = '*';

/** One row per agent and one for the shop, one column per metric: for spreadsheets and programs. */
export function metricsByAgent(
  metrics: MonthMetrics,
  agents: readonly Agent[],
  titleOf: TitleOf,
  { language, ids }: View,
): Table {
  const shown = shownMetrics(metrics);
  const shopOnly = shown.shop.filter((id) => !shown.agent.includes(id));
  const columns = [...shown.agent, ...shopOnly];
  return {
    columns: [
      textColumn('id', language),
      textColumn('name', language),
      ...columns.map(
        (id): TableColumn => ({ id, heading: titleOf(id).title[language], align: 'right' }),
      ),
    ],
    rows: [
      ...agents.map(({ id, name }) => [
        id,
        name,
        ...columns.map((metric) => dataCell(figureOf(metrics, id, metric), { language, ids })),
      ]),
      [
        SHOP,
        text(language, 'metrics.shop'),
        ...columns.map((metric) => dataCell(metrics.shop.get(metric), { language, ids })),
      ],
    ],
    keyColumns: 2,
  };
}

/**
 * One row per metric, one column per agent and one for the shop: sixty metrics read better downwards.
 * Metrics that nobody has are left out; `metricGaps` names them.
 */
export function metricsByMetric(
  metrics: MonthMetrics,
  agents: readonly Agent[],
  titleOf: TitleOf,
  { language, ids }: View,
): Table {
  const shown = shownMetrics(metrics);
  const rows = [...new Set([...shown.agent, ...shown.shop])].filter(
    (id) =>
      isPresent(metrics.shop.get(id)) ||
      agents.some((agent) => isPresent(figureOf(metrics, agent.id, id))),
  );
  const unitOf = (id: string) => titleOf(id).shown;
  return {
    columns: [
      textColumn('metric', language),
      textColumn('unit', language),
      ...agents.map(({ id, name }): TableColumn => ({ id, heading: name, align: 'right' })),
      { ...numberColumn('shop', language), id: SHOP },
    ],
    rows: rows.map((id): Cell[] => [
      ids ? id : titleOf(id).title[language],
      unitTitle(unitOf(id), language),
      ...agents.map((agent) => readableCell(figureOf(metrics, agent.id, id), unitOf(id), language)),
      readableCell(metrics.shop.get(id), unitOf(id), language),
    ]),
    keyColumns: 2,
  };
}

/** Which metrics are missing and why, each reason once; with names where only some lack one. */
export function metricGaps(
  metrics: MonthMetrics,
  agents: readonly Agent[],
  titleOf: TitleOf,
  language: Language,
): string[] {
  const owners = [
    ...agents.map(({ id, name }) => ({ name, figures: metrics.agents.get(id)?.metrics })),
    { name: undefined, figures: metrics.shop },
  ];
  const gaps = owners.flatMap(({ name, figures }) =>
    [...(figures ?? [])].flatMap(([id, figure]) =>
      figure.state === 'missing' ? [{ id, name, reason: absenceText(figure, language) }] : [],
    ),
  );
  return [...groupBy(gaps, ({ reason }) => reason)].map(([reason, ofReason]) => {
    const titles = [...groupBy(ofReason, ({ id }) => id)].map(([id, lacking]) => {
      const title = titleOf(id).title[language];
      const names = lacking.flatMap(({ name }) => name ?? []);
      if (names.length === 0 || names.length === agents.length) return title;
      return text(language, 'metrics.lacking', { title, names: listed('names', names, language) });
    });
    const params = { reason, n: titles.length, metrics: listed('names', titles, language) };
    return text(language, 'metrics.gap', params);
  });
}

/** Whether any figure that is shown may still change because the month's orders end too early. */
export function hasProvisional(metrics: MonthMetrics, agents: readonly Agent[]): boolean {
  return agents.some((agent) =>
    [...(metrics.agents.get(agent.id)?.metrics.values() ?? [])].some(isProvisional),
  );
}

function isProvisional(figure: MetricValue): boolean {
  return figure.state !== 'missing' && figure.provisional === true;
}

function figureOf(metrics: MonthMetrics, agent: string, id: string): Figure {
  const month = metrics.agents.get(agent);
  return id.startsWith('rating.')
    ? month?.ratings.get(id.slice('rating.'.length))
    : month?.metrics.get(id);
}

function isPresent(figure: Figure): boolean {
  return figure !== undefined && !('state' in figure && figure.state === 'missing');
}

function dataCell(figure: Figure, { language, ids }: View): Cell {
  if (figure === undefined) return undefined;
  if ('state' in figure) return figure.state === 'known' ? rounded(figure.value) : undefined;
  if (figure.kind === 'number') return rounded(figure.mean);
  return ids ? figure.grade : GRADES[figure.grade][language];
}

function readableCell(
  figure: Figure,
  unit: MetricTitle['unit'],
  language: Language,
): string | undefined {
  if (figure === undefined) return undefined;
  if (!('state' in figure)) {
    return figure.kind === 'number' ? plain(figure.mean, 2) : GRADES[figure.grade][language];
  }
  if (figure.state !== 'known') return '-';
  return tableFigure(figure.value, unit) + (isProvisional(figure) ? '*' : '');
}

function unitTitle(unit: MetricTitle['unit'], language: Language): string | undefined {
  return unit === undefined || unit === 'ratio' || unit === 'count'
    ? undefined
    : text(language, `unit_title.${unit}`);
}

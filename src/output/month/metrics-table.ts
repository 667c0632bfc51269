import type { MetricValue } from '../../catalogue/figure.js';
import { GRADES } from '../../catalogue/vocabulary.js';
import { type Decimal, plain } from '../../lib/decimal.js';
import { groupBy } from '../../lib/group.js';
import type { Language, Title } from '../../lib/language.js';
import type { MonthMetrics, Rating } from '../../metrics/month-metrics.js';
import type { Titled } from '../../payroll/statement.js';
import type { Agent } from '../../shop/shop.js';
import { listed } from '../../words/lists.js';
import { text, title } from '../../words/text.js';
import { tableFigure } from '../report/figure-text.js';
import {
  columnOf,
  type ReportColumn,
  tableOf,
  textColumn,
  type View,
} from '../report/report-columns.js';
import type { ReportTable } from '../report/report-table.js';
import { absenceText } from './absence.js';
import { type MetricTitle, shownMetrics } from './metric-titles.js';
import { OWNER_COLUMNS, type Owner, ownerOf, rounded } from './metrics-json.js';

type TitleOf = (id: string) => MetricTitle;
type Figure = MetricValue | Rating | undefined;

/** How the shop's row is called in data, as in `metrics*.csv`. */
const SHOP = '*';

function ownersOf(metrics: MonthMetrics, agents: readonly Agent[]): readonly Owner[] {
  const name = title('table.shop');
  const shop = { id: SHOP, name, metrics: metrics.shop, ratings: new Map() };
  return [...agents.map((agent) => ownerOf(agent, metrics)), shop];
}

/** One row per agent and one for the shop, one column per metric: for spreadsheets and programs. */
export function metricsByAgent(
  metrics: MonthMetrics,
  agents: readonly Agent[],
  titleOf: TitleOf,
  view: View,
): ReportTable {
  const columns: readonly ReportColumn<Owner>[] = [
    ...OWNER_COLUMNS,
    ...idsOf(metrics).map((id) =>
      columnOf<Owner>(
        {
          id,
          heading: titleOf(id).title,
          align: 'right',
          ...(titleOf(id).shown === 'ratio' && { percent: true }),
        },
        (owner) => dataContent(figureOf(owner, id)),
        { json: 'none' },
      ),
    ),
  ];
  return tableOf(columns, ownersOf(metrics, agents), view, 2);
}

/**
 * One row per metric, one column per agent and one for the shop: sixty metrics read better downwards.
 * Metrics that nobody has are left out; `metricGaps` names them.
 */
export function metricsByMetric(
  metrics: MonthMetrics,
  agents: readonly Agent[],
  titleOf: TitleOf,
  view: View,
): ReportTable {
  const owners = ownersOf(metrics, agents);
  const rows = idsOf(metrics)
    .filter((id) => owners.some((owner) => isPresent(figureOf(owner, id))))
    .map(titleOf);
  const columns: readonly ReportColumn<MetricTitle>[] = [
    textColumn('metric', (metric) => metric),
    textColumn('unit', ({ shown }) => unitTitle(shown)),
    ...owners.map((owner) =>
      columnOf<MetricTitle>(
        { id: owner.id, heading: owner.name, align: 'right' },
        (metric, language) => readableCell(figureOf(owner, metric.id), metric.shown, language),
      ),
    ),
  ];
  return tableOf(columns, rows, view, 2);
}

/** The ids of all figures that an agent or the shop has. */
function idsOf(metrics: MonthMetrics): readonly string[] {
  const { agent, shop } = shownMetrics(metrics);
  return [...new Set([...agent, ...shop])];
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

function figureOf({ metrics, ratings }: Owner, id: string): Figure {
  return id.startsWith('rating.') ? ratings.get(id.slice('rating.'.length)) : metrics.get(id);
}

function isPresent(figure: Figure): boolean {
  return figure !== undefined && !('state' in figure && figure.state === 'missing');
}

function dataContent(figure: Figure): Decimal | Titled | undefined {
  if (figure === undefined) return undefined;
  if ('state' in figure) return figure.state === 'known' ? rounded(figure.value) : undefined;
  if (figure.kind === 'number') return rounded(figure.mean);
  return { id: figure.grade, title: GRADES[figure.grade] };
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

function unitTitle(unit: MetricTitle['unit']): Title | undefined {
  return unit === undefined || unit === 'ratio' || unit === 'count'
    ? undefined
    : title(`unit_title.${unit}`);
}

// Which column of a file of figures is which metric, and in which unit.
import {
  metricByEnglishTitle,
  metricById,
  metricByTitle,
} from '../../catalogue/metrics/metrics.js';
import { UNIT_WORDS } from '../../catalogue/units.js';
import { type Decimal, decimal, ONE } from '../../lib/decimal.js';
import { sameInAll, type Title } from '../../lib/language.js';
import type { CustomMetric } from '../../shop/config.js';
import type { Problems } from '../../words/problem.js';
import { normaliseHeader } from '../files/header.js';
import { reportRepeatedColumn } from '../files/repeated-columns.js';
import { headerPlace, type Table } from '../files/table.js';
import { TIME_UNITS } from './report-cells.js';

/** A metric that a column or a row names: one of the catalogue, or one that the shop has declared. */
export interface NamedMetric {
  readonly id: string;
  readonly title: string | Title;
  readonly unit: string;
  readonly most?: 1;
}

/** A column of a metric. */
interface MetricColumn {
  readonly metric: NamedMetric;
  /** Its place, from 0. */
  readonly at: number;
  /** What a bare number in it is times: the unit in brackets behind the header, as `(%)`. */
  readonly factor: Decimal;
}

/** The columns that are metrics; of two for one metric the last counts. One in a unit that is not its own is not read. */
export function metricColumns(
  table: Table,
  custom: readonly CustomMetric[],
  problems: Problems,
): readonly MetricColumn[] {
  const columns = new Map<string, MetricColumn>();
  const { header, positions } = table.match;
  const mapped = new Map(
    Object.entries(table.mapped).map(([id, name]) => [normaliseHeader(name), id] as const),
  );
  for (const [at, written] of header.written.entries()) {
    if (at === positions.get('agent')) continue;
    const whole = metricNamed(mapped.get(normaliseHeader(written)) ?? written, custom);
    const metric = whole ?? metricNamed(header.names[at] ?? '', custom);
    if (metric === undefined) continue;
    const place = { ...headerPlace(table), column: written };
    // Brackets that the metric has in its own name are no unit.
    const unit = whole === undefined ? header.units[at] : undefined;
    const factor = factorOf(unit, metric);
    if (factor === undefined) {
      const params = { column: written, unit: unit ?? '', metric: titleOf(metric) };
      problems.report('unit-of-other', place, { params });
      continue;
    }
    const before = columns.get(metric.id);
    if (before !== undefined) {
      reportRepeatedColumn(header, [before.at, at], headerPlace(table), problems);
    }
    columns.set(metric.id, { metric, at, factor });
  }
  return [...columns.values()];
}

/** The metric that a text names by id or title. */
export function metricNamed(
  text: string,
  custom: readonly CustomMetric[],
): NamedMetric | undefined {
  const name = text.trim();
  if (name === '') return undefined;
  return (
    custom.find(({ id, title }) => id === name || title === name) ??
    metricById(name) ??
    metricById(name.toLowerCase()) ??
    metricByTitle(name) ??
    metricByEnglishTitle(name)
  );
}

export function titleOf({ title }: NamedMetric): Title {
  return typeof title === 'string' ? sameInAll(title) : title;
}

/** How people are counted, beside how everything is. */
const OF_PEOPLE: readonly string[] = ['persons', 'person_days'];

/** What a number in a unit is times in that of the metric; undefined for a unit of something else. */
function factorOf(unit: string | undefined, metric: NamedMetric): Decimal | undefined {
  if (unit === undefined || unit === metric.unit) return ONE;
  if (metric.unit === 'ratio' && unit === '%') return decimal('0.01');
  if (metric.unit === 'ratio' && unit === '小数') return ONE;
  if (metric.unit === 'seconds') {
    const seconds = TIME_UNITS[unit];
    return seconds === undefined ? undefined : decimal(seconds);
  }
  const own = OF_PEOPLE.includes(metric.unit) ? 'count' : metric.unit;
  return unit === '人次' && own === 'count' ? ONE : UNIT_WORDS.get(unit) === own ? ONE : undefined;
}

import { figureLimits } from '../../catalogue/metric.js';
import { type Decimal, decimal, plain } from '../../lib/decimal.js';
import type { Title } from '../../lib/language.js';
import { title as wording } from '../../words/text.js';
import type { Row } from './row.js';

/** Whose figure a cell has. `most`: see Metric. */
interface OfMetric {
  readonly title: Title;
  readonly unit: string;
  readonly most?: 1;
}

/** Whether a figure of a metric is less or more than it can be, which is reported. */
export function isBeyondRange(row: Row, column: string, value: Decimal, metric: OfMetric): boolean {
  const { least, most } = figureLimits(metric);
  if (least !== undefined && value.lt(least)) {
    row.report('negative-figure', column, { metric: metric.title });
    return true;
  }
  if (most === undefined || value.lte(most)) return false;
  const percent = `${plain(value.times(HUNDRED))}%`;
  const params = {
    metric: metric.title,
    percent,
    meant: percentMeant(row.verbatim(column), value),
  };
  row.report('rate-above-one', column, params);
  return true;
}

const HUNDRED = decimal(100);

/** What was likely meant by a share of more than 1; empty when nothing is likely. */
function percentMeant(text: string, value: Decimal): Title | '' {
  if (value.gt(HUNDRED) || /[%％]/.test(text)) return '';
  const fraction = plain(value.div(HUNDRED));
  return wording('meant.percent', { number: plain(value), fraction });
}

import { metricById, metricByTitle } from '../../catalogue/metrics.js';
import { canonicalReader } from './canonical.js';

/** metrics*.csv with one figure per row. */
export const CANONICAL_METRICS_LONG = canonicalReader('metrics', 'metrics_long');

/** metrics*.csv with one column per metric. */
export const CANONICAL_METRICS_WIDE = canonicalReader('metrics', 'metrics_wide', {
  mark: (header) =>
    !CANONICAL_METRICS_LONG.recognises(header) &&
    header.names.some(
      (name) => metricById(name) !== undefined || metricByTitle(name) !== undefined,
    ),
  openColumns: true,
});

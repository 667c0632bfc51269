import type { MetricValue } from '../catalogue/figure.js';
import type { InputKind } from '../catalogue/inputs.js';
import type { Metric } from '../catalogue/metric.js';
import { metricAmong } from '../catalogue/metrics/filtered.js';
import { isKindUnread, type Unread } from '../intake/facts/unread.js';
import { missingMetric } from './figures.js';

const UNREAD = missingMetric({ kind: 'unread' });

/**
 * Figures of an agent, or of the shop, without those that rest on files in which something is wrong: what such a
 * file says is not known, nor that it does not say it.
 */
export function countedAsRead(
  figures: ReadonlyMap<string, MetricValue>,
  unread: Unread,
  agent: number | undefined,
  filtered: readonly Metric[],
): Map<string, MetricValue> {
  return new Map(
    [...figures].map(([id, value]) => {
      const needs = metricAmong(id, filtered)?.needs ?? [];
      return [id, counted(needs, value, unread, agent)];
    }),
  );
}

function counted(
  needs: readonly InputKind[],
  value: MetricValue,
  unread: Unread,
  agent: number | undefined,
): MetricValue {
  if (value.state === 'missing' && value.reason.kind === 'no-file') {
    return isKindUnread(unread, value.reason.input, agent) ? UNREAD : value;
  }
  return needs.some((kind) => isKindUnread(unread, kind, agent)) ? UNREAD : value;
}

/** The same when imports have taken the place of counted ones: one that is not there may be in an unread file. */
export function importedAsRead(
  figures: ReadonlyMap<string, MetricValue>,
  unread: Unread,
  agent: number | undefined,
): ReadonlyMap<string, MetricValue> {
  if (!isKindUnread(unread, 'metrics', agent)) return figures;
  const isImported = (value: MetricValue) => value.state === 'known' && value.origin === 'imported';
  return new Map([...figures].map(([id, value]) => [id, isImported(value) ? value : UNREAD]));
}

import {
  FILTERABLE_METRICS,
  type FilteredMetric,
  filterableMetric,
  filteredMetric,
} from '../catalogue/metrics/filtered.js';
import { metricById, metricByTitle } from '../catalogue/metrics/metrics.js';
import { orderFilterOf } from '../catalogue/order-filter.js';
import { sameInAll } from '../lib/language.js';
import type { YamlFile } from '../lib/yaml/file.js';
import type { YamlPath } from '../lib/yaml/yaml-node.js';
import { nearNames } from '../words/known-names.js';
import type { Problems } from '../words/problem.js';
import type { WrittenConfig } from './config-schema.js';

/** The metrics that `define` makes of others; what cannot be is reported, and where it stands is not known. */
export function filteredMetricsOf(
  { define = {}, custom_metrics: custom = [] }: WrittenConfig,
  yaml: YamlFile,
  problems: Problems,
): { readonly metrics: readonly FilteredMetric[]; readonly unread: readonly YamlPath[] } {
  const metrics: FilteredMetric[] = [];
  const unread: YamlPath[] = [];
  for (const [id, { metric, where, title }] of Object.entries(define)) {
    const path = ['define', id];
    const base = filterableMetric(metric);
    const isTaken = (name: string) =>
      metricById(name) !== undefined ||
      metricByTitle(name) !== undefined ||
      custom.some((each) => each.id === name || each.title === name);
    const taken = [id, title].find((name) => name !== undefined && isTaken(name));
    if (taken !== undefined) {
      const place = yaml.placeOfKey(path);
      const details = { params: { name: taken }, cell: taken, excerpt: yaml.excerpt(place) };
      problems.report('defined-name-taken', place, details);
    } else if (base === undefined) {
      const place = yaml.placeOf([...path, 'metric']);
      const { known } = nearNames(metric, FILTERABLE_METRICS);
      const details = { params: { metric, known }, cell: metric, excerpt: yaml.excerpt(place) };
      problems.report('metric-not-of-orders', place, details);
    } else {
      const filter = orderFilterOf(where, yaml.placeOf([...path, 'where']));
      metrics.push(
        filteredMetric(id, base, filter, title === undefined ? title : sameInAll(title)),
      );
      continue;
    }
    unread.push(path);
  }
  return { metrics, unread };
}

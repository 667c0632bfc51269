import {
  FILTERABLE_METRICS,
  filterableMetric,
  filteredMetric,
} from '../../catalogue/metrics/filtered.js';
import { orderFilterOf } from '../../catalogue/order-filter.js';
import { nearNames } from '../../words/known-names.js';
import { reportAt } from '../../words/yaml/report-at.js';
import type { DefinitionSpec } from '../books/entry-schemas.js';
import type { Book, Sourced } from '../books/rulebook.js';
import { ENTRY_TABLES } from '../mechanisms/index.js';
import type { DefinedMetric } from '../names/plan-names.js';
import type { PlanContext } from './plan-context.js';

/** Whether a definition is a metric over some orders, and no formula or table. */
export function isFiltered({ spec }: Sourced<DefinitionSpec>): boolean {
  return 'metric' in spec || 'where' in spec;
}

/** The metrics over some orders only that a book defines; what cannot be one is reported. */
export function filteredDefinitions(book: Book, context: PlanContext): readonly DefinedMetric[] {
  return [...book.definitions].flatMap(([id, definition]) =>
    isFiltered(definition) ? filteredDefinition(book, id, definition, context) : [],
  );
}

function filteredDefinition(
  book: Book,
  id: string,
  definition: Sourced<DefinitionSpec>,
  { problems }: PlanContext,
): readonly DefinedMetric[] {
  const { spec, yaml, path } = definition;
  const { metric, where, title } = 'metric' in spec || 'where' in spec ? spec : {};
  if (metric === undefined) {
    reportAt(problems, definition, 'where-without-metric', { id });
    return [];
  }
  if (Object.keys(spec).some((key) => Object.hasOwn(ENTRY_TABLES, key) || key === 'unit')) {
    reportAt(problems, definition, 'one-mechanism', { id });
    return [];
  }
  const base = filterableMetric(metric);
  if (base === undefined || where === undefined) {
    const { known } = nearNames(metric, FILTERABLE_METRICS);
    const at = { yaml, path: [...path, 'metric'] };
    if (base === undefined) reportAt(problems, at, 'metric-not-of-orders', { metric, known });
    else reportAt(problems, at, 'metric-without-where', { id });
    return [];
  }
  const filter = orderFilterOf(where, yaml.placeOf([...path, 'where']));
  const made = filteredMetric(`${book.id}.${id}`, base, filter, title);
  return [{ id, title: made.title, metric: made }];
}

import type { MonthMetrics } from '../metrics/month-metrics.js';
import type { PaidMonth } from '../payroll/run.js';
import type { Trace } from '../rulebook/values/trace.js';

/** The metrics in the reasons of pay that are not final yet. */
export function provisionalMetrics({
  statements,
  metrics,
}: Pick<PaidMonth, 'statements' | 'metrics'>): readonly string[] {
  if (metrics === undefined) return [];
  const provisional = provisionalIn(metrics);
  if (provisional.size === 0) return [];
  const asked = new Set<string>();
  for (const { lines, scores } of statements) {
    const traces = [...lines, ...scores.flatMap(({ items }) => items)];
    for (const { trace } of traces) collectMetrics(trace, asked);
  }
  return [...asked].filter((id) => provisional.has(id)).sort();
}

function provisionalIn({ agents, shop }: MonthMetrics): ReadonlySet<string> {
  const maps = [...[...agents.values()].map(({ metrics }) => metrics), shop];
  return new Set(
    maps.flatMap((figures) =>
      [...figures].flatMap(([id, figure]) =>
        'provisional' in figure && figure.provisional === true ? [id] : [],
      ),
    ),
  );
}

function collectMetrics(trace: Trace, into: Set<string>): void {
  if (trace.name?.kind === 'metric') into.add(trace.name.id);
  for (const part of trace.parts) collectMetrics(part, into);
}

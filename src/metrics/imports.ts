import type { MetricValue } from '../catalogue/figure.js';
import type { Metric } from '../catalogue/metric.js';
import { metricById } from '../catalogue/metrics/metrics.js';
import type { ImportedMetric } from '../intake/facts/month-facts.js';
import { apart, type Decimal, plain } from '../lib/decimal.js';
import { sameInAll, type Title } from '../lib/language.js';
import type { MetricSettings } from '../shop/config.js';
import type { Problems } from '../words/problem.js';

/** Whose figures are being replaced: an agent's, or the shop's. */
interface Owner {
  readonly level: 'agent' | 'shop';
  /** As it stands in the files: the agent's id, or `*`. */
  readonly name: string;
}

/**
 * The figures with the imported ones in their place: "an imported metric replaces that metric of that
 * agent only". A quotient keeps numerator and denominator when these were imported as well.
 */
export function withImports(
  computed: ReadonlyMap<string, MetricValue>,
  rows: readonly ImportedMetric[],
  owner: Owner,
  refundBasis: MetricSettings['refundBasis'],
  problems: Problems,
): ReadonlyMap<string, MetricValue> {
  const accepted = acceptedRows(rows, owner, computed, problems);
  const result = new Map(computed);
  for (const [id, row] of accepted) {
    reportDifference(row, computed.get(id), owner, 'import-differs', problems);
    const { numerator, denominator } = partsOfMetric(id, refundBasis);
    const top = numerator === undefined ? undefined : accepted.get(numerator)?.value;
    const bottom = denominator === undefined ? undefined : accepted.get(denominator)?.value;
    result.set(id, {
      state: 'known',
      value: row.value,
      ...(top === undefined || bottom === undefined ? {} : { numerator: top, denominator: bottom }),
      origin: 'imported',
      place: { file: row.file, line: row.line },
    });
  }
  return result;
}

/** The rows that may replace a figure, by metric; the others are reported. */
function acceptedRows(
  rows: readonly ImportedMetric[],
  owner: Owner,
  computed: ReadonlyMap<string, MetricValue>,
  problems: Problems,
): ReadonlyMap<string, ImportedMetric> {
  const accepted = new Map<string, ImportedMetric>();
  for (const row of rows) {
    const place = { file: row.file, line: row.line };
    const metric = metricById(row.metric);
    const before = accepted.get(row.metric);
    if (metric !== undefined && metric.level !== owner.level) {
      problems.report('import-wrong-level', place, { params: { metric: metric.title } });
    } else if (row.metric === 'silent_sales') {
      reportDifference(row, computed.get(row.metric), owner, 'import-ignored', problems);
    } else if (before !== undefined && !before.value.eq(row.value)) {
      problems.report('import-conflict', place, {
        params: {
          agent: owner.name,
          metric: titleOf(row.metric),
          ...apart(row.value, before.value),
          file: before.file,
          line: before.line,
        },
      });
    } else {
      accepted.set(row.metric, row);
    }
  }
  return accepted;
}

/** "When both exist and differ by more than 1 %, a warning says by how much." */
function reportDifference(
  row: ImportedMetric,
  computed: MetricValue | undefined,
  owner: Owner,
  code: 'import-differs' | 'import-ignored',
  problems: Problems,
): void {
  const difference = computed?.state === 'known' ? share(row.value, computed.value) : undefined;
  if (computed?.state !== 'known' || difference === 'small') return;
  problems.report(
    code,
    { file: row.file, line: row.line },
    {
      params: {
        agent: owner.name,
        metric: titleOf(row.metric),
        imported: plain(row.value, 4),
        computed: plain(computed.value, 4),
        difference: difference ?? '',
      },
    },
  );
}

/** By how many percent a figure is off, or by how much where nothing was computed; `small` up to 1 %. */
function share(imported: Decimal, computed: Decimal): string {
  const off = imported.minus(computed).abs();
  if (off.times(100).lte(computed.abs())) return 'small';
  if (computed.isZero()) return plain(off, 4);
  return `${plain(off.times(100).div(computed.abs()), 2)}%`;
}

/** The metrics that a quotient divides, as far as they are metrics. */
export function partsOfMetric(
  id: string,
  refundBasis: MetricSettings['refundBasis'],
): NonNullable<Metric['parts']> {
  if (id !== 'refund_rate') return metricById(id)?.parts ?? {};
  // What the refund rate divides is a setting; the items of refunded orders are no metric.
  return {
    orders: { numerator: 'refunded_orders', denominator: 'paid_orders' },
    amount: { numerator: 'refunds', denominator: 'sales' },
    items: {},
  }[refundBasis];
}

function titleOf(id: string): Title {
  return metricById(id)?.title ?? sameInAll(id);
}

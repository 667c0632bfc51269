import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FilteredMetric } from '../../../src/catalogue/metrics/filtered.js';
import { METRICS } from '../../../src/catalogue/metrics/metrics.js';
import { openEngine } from '../../../src/lib/engine.js';
import type { MonthMetrics } from '../../../src/metrics/month-metrics.js';
import type { MetricSettings } from '../../../src/shop/config.js';
import type { Problem } from '../../../src/words/problem.js';
import { countShop, readShop } from '../../setup/month.js';
import type { RawMonth } from './raw-month.js';
import { writeMonth } from './write-month.js';

/** Every metric that has figures of single days: they are counted along with the month's. */
const BY_DAY = new Set(METRICS.filter(({ byDay }) => byDay === true).map(({ id }) => id));

/** What the product makes of a month's files. */
export interface Counted {
  /** Undefined when it refused them. */
  readonly metrics: MonthMetrics | undefined;
  readonly settings: MetricSettings | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Writes a month to a folder of its own and has the product read and count it; `style` as in writeMonth, `memory` in
 * megabytes.
 */
export async function countByProduct(
  month: RawMonth,
  settings: MetricSettings,
  style: number,
  threads = 2,
  filtered: readonly FilteredMetric[] = [],
  memory?: number,
): Promise<Counted> {
  const folder = mkdtempSync(join(tmpdir(), 'kpi-agreement-'));
  try {
    writeMonth(folder, month, settings, style);
    const engine = await openEngine();
    await engine.useThreads(threads);
    try {
      const read = await readShop(folder, month.month, engine, {
        memory,
        unpackInto: async () => folder,
      });
      const counted = await countShop(read, { byDay: BY_DAY, byHour: true, filtered });
      return { metrics: counted?.metrics, settings: read.settings, problems: read.problems.all };
    } finally {
      await engine.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

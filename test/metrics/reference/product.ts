import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { METRICS } from '../../../src/catalogue/metrics/metrics.js';
import { readMonth } from '../../../src/intake/month/read-month.js';
import { readRoster } from '../../../src/intake/people/read-roster.js';
import { openEngine } from '../../../src/lib/engine.js';
import { computeMetrics } from '../../../src/metrics/compute.js';
import type { MonthMetrics } from '../../../src/metrics/month-metrics.js';
import type { MetricSettings } from '../../../src/shop/config.js';
import { openShop } from '../../../src/shop/open.js';
import { isActive } from '../../../src/shop/roster.js';
import { settingsIn } from '../../../src/shop/settings.js';
import { collectProblems, type Problem } from '../../../src/words/problem.js';
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

/** Writes a month to a folder of its own and has the product read and count it; `style` as in writeMonth. */
export async function countByProduct(
  month: RawMonth,
  settings: MetricSettings,
  style: number,
  threads = 2,
): Promise<Counted> {
  const folder = mkdtempSync(join(tmpdir(), 'kpi-agreement-'));
  try {
    writeMonth(folder, month, settings, style);
    return await countFolder(folder, month.month, threads);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function countFolder(
  folder: string,
  month: RawMonth['month'],
  threads: number,
): Promise<Counted> {
  const problems = collectProblems();
  const shop = await openShop(folder, problems);
  const roster = shop && (await readRoster(shop, problems));
  const settings = shop && settingsIn(shop.config.metrics, month, problems);
  if (shop === undefined || roster === undefined || settings === undefined) {
    return { metrics: undefined, settings, problems: problems.all };
  }
  const engine = await openEngine({ threads });
  try {
    const facts = await readMonth({
      shop,
      roster,
      month,
      settings,
      engine,
      problems,
      knownEvents: undefined,
      knownRatings: undefined,
    });
    const active = roster.filter((agent) => isActive(agent, month));
    const asked = { byDay: BY_DAY, byHour: true };
    const metrics = facts && (await computeMetrics(facts, settings, active, problems, asked));
    return { metrics, settings, problems: problems.all };
  } finally {
    engine.close();
  }
}

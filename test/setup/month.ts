import type { MonthFacts } from '../../src/intake/facts/month-facts.js';
import type { MonthRequest } from '../../src/intake/month/month-request.js';
import { readMonth } from '../../src/intake/month/read-month.js';
import { readRoster } from '../../src/intake/people/read-roster.js';
import type { Engine } from '../../src/lib/engine.js';
import type { Month } from '../../src/lib/month.js';
import { type AskedFigures, computeMetrics } from '../../src/metrics/compute.js';
import type { MonthMetrics } from '../../src/metrics/month-metrics.js';
import type { MetricSettings } from '../../src/shop/config.js';
import { openShop } from '../../src/shop/open.js';
import { isActive, wholeRoster } from '../../src/shop/roster.js';
import { settingsIn } from '../../src/shop/settings.js';
import type { Agent, Shop } from '../../src/shop/shop.js';
import { collectProblems, type Problems } from '../../src/words/problem.js';

/** A month as far as it was read: what is undefined was refused, and the problems say why. */
export interface ReadShop {
  readonly shop: Shop | undefined;
  readonly roster: readonly Agent[] | undefined;
  readonly settings: MetricSettings | undefined;
  readonly facts: MonthFacts | undefined;
  /** Counting adds to them. */
  readonly problems: Problems;
}

/** What a month is read with, where it is not what the program does without rulebooks. */
export type Reading = Partial<
  Pick<
    MonthRequest,
    'knownEvents' | 'knownRatings' | 'watch' | 'unpackInto' | 'memory' | 'withItems'
  >
>;

/** Opens the shop of a folder and reads a month of it; its rows are in the engine afterwards. */
export async function readShop(
  folder: string,
  month: Month,
  engine: Engine,
  reading: Reading = {},
): Promise<ReadShop> {
  const problems = collectProblems();
  const shop = await openShop(folder, problems);
  const roster = shop && (await readRoster(shop, problems));
  const settings = shop && settingsIn(shop.config.metrics, month, problems);
  const known = { knownEvents: undefined, knownRatings: undefined, ...reading };
  const facts =
    shop && roster && settings
      ? await readMonth({
          shop,
          roster: wholeRoster(roster),
          month,
          settings,
          engine,
          problems,
          ...known,
        })
      : undefined;
  // What was read with an error is no month to count.
  return { shop, roster, settings, facts: problems.hasErrors() ? undefined : facts, problems };
}

/** A month that was read and counted. */
export interface CountedShop {
  readonly settings: MetricSettings;
  readonly facts: MonthFacts;
  readonly roster: readonly Agent[];
  /** The agents who are employed in the month. */
  readonly active: readonly Agent[];
  readonly metrics: MonthMetrics;
}

/** Counts the metrics of a month that was read; undefined when it was refused. */
export async function countShop(
  { roster, settings, facts, problems }: ReadShop,
  asked?: AskedFigures,
): Promise<CountedShop | undefined> {
  if (roster === undefined || settings === undefined || facts === undefined) return undefined;
  const active = roster.filter((agent) => isActive(agent, facts.month));
  const metrics = await computeMetrics(facts, settings, active, problems, asked);
  return { settings, facts, roster, active, metrics };
}

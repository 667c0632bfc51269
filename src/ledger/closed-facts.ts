import type { MetricValue } from '../catalogue/figure.js';
import type { GradingRow, OccurrenceRow } from '../catalogue/rows.js';
import { decimal } from '../lib/decimal.js';
import type { Month } from '../lib/month.js';
import type { AgentMonth, MonthMetrics, Rating } from '../metrics/month-metrics.js';
import { factsOf, metricTitles } from '../payroll/facts.js';
import type { PastFacts, RunRequest } from '../payroll/run.js';
import { customMetricsOf } from '../policy/policy.js';
import type { Facts } from '../rulebook/values/node.js';
import { NO_HISTORY } from '../rulebook/values/obstacles.js';
import { missing } from '../rulebook/values/value.js';
import type { ShopConfig } from '../shop/config.js';
import { shopOf } from '../shop/open.js';
import type { Agent } from '../shop/shop.js';
import { collectProblems } from '../words/problem.js';
import { readClosed } from './closed-folder.js';
import type { SealedFacts, SealedFigure, SealedMonth, SealedValue } from './sealed-month.js';
import { rosterOf } from './sealed-shop.js';
import { known, unsealedValue } from './sealed-values.js';

/** What closed months say, each read when it is first asked for; one that cannot be read is reported then. */
export function historyOf(
  folder: string,
  months: readonly Month[],
): NonNullable<RunRequest['history']> {
  return (problems) => {
    const remembered = new Map<Month, ReturnType<typeof pastOf> | undefined>();
    const pastIn = (month: Month) => {
      if (!remembered.has(month)) {
        const closed = readClosed(folder, month, problems);
        remembered.set(month, closed && pastOf(closed.sealed, folder));
      }
      return remembered.get(month);
    };
    const [first] = months;
    return {
      of(agent, month) {
        if (first === undefined || month < first) return 'before';
        if (!months.includes(month)) return 'unknown';
        return pastIn(month)?.(agent) ?? 'unknown';
      },
    };
  };
}

/** The facts of the agents of one closed month. */
export function pastOf(sealed: SealedMonth, folder: string): (agent: string) => PastFacts | 'none' {
  const month = sealed.month as Month;
  const source = { folder, source: sealed.policy.config, rulebooks: [], shipped: NO_RULES };
  const config = shopOf(source, collectProblems())?.config;
  const roster = new Map(rosterOf(sealed.roster).map((agent) => [agent.id, agent]));
  const statements = new Map(sealed.statements.map((each) => [each.id, each]));
  const metrics = metricsOf(sealed);
  return (id) => {
    const agent = roster.get(id);
    const statement = statements.get(id);
    if (agent === undefined || statement === undefined || config === undefined) return 'none';
    return { month, facts: recordedFacts(agent, statement.values, month, config, metrics) };
  };
}

const NO_RULES = { ids: [], read: () => undefined };

function recordedFacts(
  agent: Agent,
  values: Readonly<Record<string, SealedValue>>,
  month: Month,
  config: ShopConfig,
  metrics: MonthMetrics,
): Facts {
  const titles = metricTitles(customMetricsOf(config));
  const unknown = missing(NO_HISTORY);
  return {
    ...factsOf(agent, { month, config, metrics, titles, words: new Map() }),
    days: () => ({ missing: unknown }),
    hours: () => ({ missing: unknown }),
    recorded({ key }) {
      const value = Object.hasOwn(values, key) ? values[key] : undefined;
      return value && unsealedValue(value);
    },
  };
}

/** The figures of a closed month, as those of any month are held. */
export function metricsOf({ facts, shop_metrics, counts }: SealedMonth): MonthMetrics {
  return {
    agents: new Map(facts.map((own) => [own.id, agentMonthOf(own)])),
    shop: figuresOf(shop_metrics),
    files: new Map(),
    counts,
  };
}

function agentMonthOf({ metrics, ratings, gradings, complaints, events }: SealedFacts): AgentMonth {
  return {
    metrics: figuresOf(metrics),
    ratings: mapOf(ratings, ratingOf),
    gradings: mapOf(gradings, (list) =>
      list.map(({ score, week, file, line }): GradingRow => {
        const value = ratingOf(score);
        return {
          value: value.kind === 'grade' ? value : { kind: 'number', number: value.mean },
          week,
          place: { file, line },
        };
      }),
    ),
    cases: complaints && mapOf(complaints, (rows) => rows.map(occurrenceOf)),
    events: events && mapOf(events, (rows) => rows.map(occurrenceOf)),
  };
}

function ratingOf(value: SealedValue): Rating {
  if ('grade' in value) return { kind: 'grade', grade: value.grade, count: 1 };
  const mean = decimal('number' in value ? value.number : 0);
  return { kind: 'number', mean, count: 1 };
}

function occurrenceOf(row: NonNullable<SealedFacts['events']>[string][number]): OccurrenceRow {
  const { file, line, day, count, amount, points, grave, order } = row;
  return {
    place: { file, line },
    day,
    count: decimal(count),
    ...known({
      amount: amount === undefined ? undefined : decimal(amount),
      points: points === undefined ? undefined : decimal(points),
    }),
    grave,
    ...known({
      order: order && {
        id: order.id,
        ...known({ amount: order.amount === undefined ? undefined : decimal(order.amount) }),
      },
    }),
  };
}

function figuresOf(figures: Readonly<Record<string, SealedFigure>>): Map<string, MetricValue> {
  return mapOf(figures, figureOf);
}

function figureOf({
  value,
  numerator,
  denominator,
  imported,
  provisional,
}: SealedFigure): MetricValue {
  const parts = known({
    numerator: numerator === undefined ? undefined : decimal(numerator),
    denominator: denominator === undefined ? undefined : decimal(denominator),
    provisional,
  });
  if (value !== undefined) {
    const origin = imported === true ? 'imported' : 'computed';
    return { state: 'known', value: decimal(value), origin, ...parts };
  }
  const { numerator: top, denominator: bottom } = parts;
  if (top === undefined || bottom === undefined) {
    return { state: 'missing', reason: { kind: 'not-recorded' } };
  }
  return { state: 'undefined', numerator: top, denominator: bottom };
}

function mapOf<From, To>(
  record: Readonly<Record<string, From>>,
  change: (from: From) => To,
): Map<string, To> {
  return new Map(Object.entries(record).map(([key, each]) => [key, change(each)]));
}

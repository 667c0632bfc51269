import { describe, expect, test } from 'vitest';
import { FIRST_SEED, IS_WHOLE, runs } from '../setup/runs.js';
import { bigMonth } from './reference/big-month.js';
import { dayDifferences } from './reference/day-differences.js';
import { differences, warningDifferences } from './reference/differences.js';
import { hourDifferences, referenceHours } from './reference/hours.js';
import { type Counted, countByProduct } from './reference/product.js';
import { randomFrom } from './reference/random.js';
import { type RandomMonth, randomMonth } from './reference/random-month.js';
import type { RawFile, RawMonth } from './reference/raw-month.js';
import { type ReferenceResult, referenceDays, referenceMetrics } from './reference/reference.js';
import { shrink } from './reference/shrink.js';
import {
  metricsOver,
  referenceOver,
  type SomeOrders,
  someOrders,
} from './reference/some-orders.js';
import { cut, joined, shuffled } from './reference/variants.js';
import { referenceWarnings } from './reference/warnings.js';

const MONTHS = runs(150);
const LAW_MONTHS = runs(10);
const TIMEOUT = 180_000 + MONTHS * 2_000;

/** Differences between what the product counts and the reference; a refusal of the files is one too. */
async function disagreements(random: RandomMonth): Promise<string[]> {
  return disagreementsOver(random.month, random, 2);
}

/** As `disagreements`, where the product reads another form of the month, with so many threads or megabytes. */
async function disagreementsOver(
  written: RawMonth,
  { month, settings, seed }: RandomMonth,
  threads: number,
  memory?: number,
): Promise<string[]> {
  const some = someOrders(seed, month.ordersHaveShop);
  const counted = await countByProduct(written, settings, seed, threads, metricsOver(some), memory);
  if (counted.metrics === undefined) return refusal(counted);
  expect(counted.settings).toEqual(settings);
  return [
    ...differences(
      month,
      withSome(referenceMetrics(month, settings), some, { month, settings }),
      counted.metrics,
    ),
    ...dayDifferences(month, referenceDays(month, settings), counted.metrics.daily),
    ...hourDifferences(referenceHours(month, settings), counted.metrics),
    ...warningDifferences(referenceWarnings(month, settings), counted.metrics, counted.problems),
  ];
}

/** The figures over some orders beside those over all. */
function withSome(
  { agents, ratings, shop }: ReferenceResult,
  some: SomeOrders,
  { month, settings }: Pick<RandomMonth, 'month' | 'settings'>,
): ReferenceResult {
  const over = referenceOver(some, month, settings);
  const both = [...agents].map(([id, all]) => [id, new Map([...all, ...over(id)])] as const);
  return { agents: new Map(both), ratings, shop: new Map([...shop, ...over()]) };
}

function refusal(counted: Counted): string[] {
  const errors = counted.problems.filter(({ level }) => level === 'error');
  return ['refused', ...errors.map((problem) => JSON.stringify(problem))];
}

function figureOf(line: string): string {
  return line.split(':')[0] ?? line;
}

/** The report of a failure: a smaller month that shows the same difference. */
async function report(failing: RandomMonth, lines: readonly string[]): Promise<string> {
  const first = figureOf(lines[0] ?? '');
  const smaller = await shrink(
    failing,
    async (candidate) => (await disagreements(candidate)).some((line) => figureOf(line) === first),
    Number(process.env.KPI_SHRINK ?? 150),
  );
  const shownLines = (await disagreements(smaller)).slice(0, 5);
  return [
    `seed ${failing.seed}:`,
    ...shownLines,
    JSON.stringify(smaller.settings),
    ...rowsOf(smaller.month),
  ].join('\n');
}

function rowsOf(month: RawMonth): string[] {
  const lines = [`month ${month.month}, shops ${month.chatsHaveShop}, ${month.ordersHaveShop}`];
  for (const agent of month.agents) lines.push(`agent ${JSON.stringify(agent)}`);
  lines.push(`exclude ${JSON.stringify(month.exclude)}`);
  for (const [kind, files] of Object.entries(month)) {
    if (!Array.isArray(files) || kind === 'agents') continue;
    for (const file of files as RawFile<Record<string, unknown>>[]) {
      lines.push(`${kind} ${file.name}`);
      for (const row of file.rows) lines.push(`  ${shownRow(row)}`);
    }
  }
  return lines;
}

function shownRow(row: Readonly<Record<string, unknown>>): string {
  const times = ['time', 'created', 'paid'];
  return JSON.stringify(row, (key, value: unknown) =>
    times.includes(key) && typeof value === 'number'
      ? new Date(value * 1000).toISOString().slice(0, 19)
      : value,
  );
}

function seeds(count: number): number[] {
  return Array.from({ length: count }, (_, place) => FIRST_SEED + place);
}

/** The first month, by seed, in which a check finds something. Two months at once: most time is waiting. */
async function firstFailure(
  count: number,
  check: (random: RandomMonth) => Promise<string[]>,
): Promise<{ readonly random: RandomMonth; readonly lines: readonly string[] } | undefined> {
  const failures: { random: RandomMonth; lines: string[] }[] = [];
  const left = seeds(count);
  const work = async (): Promise<void> => {
    for (let seed = left.shift(); seed !== undefined && !failures[0]; seed = left.shift()) {
      const random = randomMonth(seed);
      const lines = await check(random);
      if (lines.length > 0) failures.push({ random, lines });
    }
  };
  await Promise.all([work(), work()]);
  return failures.sort((a, b) => a.random.seed - b.random.seed)[0];
}

describe('the metrics that are counted', () => {
  test(
    `agree with the slow reference in ${MONTHS} random months`,
    async () => {
      const failure = await firstFailure(MONTHS, disagreements);
      if (failure !== undefined) expect.fail(await report(failure.random, failure.lines));
    },
    TIMEOUT,
  );

  test.runIf(IS_WHOLE)(
    'agree in a month that is read in many pieces by several threads',
    async () => {
      const big = bigMonth(FIRST_SEED, 50_000);
      expect(await disagreementsOver(big.month, big, 4)).toEqual([]);
      expect(await disagreementsOver(big.month, big, 4, 1)).toEqual([]);
    },
    TIMEOUT,
  );

  const laws: readonly [string, (random: RandomMonth) => Promise<string[]>][] = [
    [
      'do not depend on the order of rows whose times differ',
      (random) => disagreementsOver(shuffled(randomFrom(random.seed), random.month), random, 2),
    ],
    [
      'do not depend on how rows are cut into files',
      (random) => disagreementsOver(cut(randomFrom(random.seed), random), random, 2),
    ],
    [
      'are those of all rows in one file',
      (random) => disagreementsOver(joined(random.month), random, 2),
    ],
    [
      // A quarter of the memory, at 16 bytes each, is 15 messages.
      'do not depend on how many messages fit into memory',
      (random) => disagreementsOver(random.month, random, 2, 0.001),
    ],
    [
      'do not depend on the number of threads',
      (random) => disagreementsOver(random.month, random, 1),
    ],
  ];
  test.each(laws)(
    '%s',
    async (_, law) => {
      const failure = await firstFailure(LAW_MONTHS, law);
      expect([failure?.random.seed, failure?.lines]).toEqual([undefined, undefined]);
    },
    TIMEOUT,
  );
});

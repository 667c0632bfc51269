import type { Metric } from '../src/catalogue/metric.js';
import { metricById } from '../src/catalogue/metrics/metrics.js';
import type { Occurrence } from '../src/catalogue/rows.js';
import type { Grade } from '../src/catalogue/vocabulary.js';
import { decimal, divide, ONE } from '../src/lib/decimal.js';
import { addMonths, firstDay, lastDay, type Month } from '../src/lib/month.js';
import type { MemberFacts } from '../src/rulebook/values/evaluate.js';
import type { Facts, Figure } from '../src/rulebook/values/node.js';
import { numberValue, UNDEFINED, type Value, yesno } from '../src/rulebook/values/value.js';
import { factsOf } from '../test/setup/facts.js';
import { createRandom, type Random, seedOf } from './random.js';

/** What is not invented. */
const NOTHING_KNOWN = factsOf({});

/** The month that is paid. */
export const MONTH = '2026-10' as Month;

/** So many months before it are closed; before those there was no shop. */
const CLOSED_MONTHS = 2;

const GRADES: readonly [Grade, ...Grade[]] = ['excellent', 'good', 'fair', 'poor'];

/**
 * Agents with invented figures. A figure depends on nothing but its name and the agent, so every run pays
 * the same people the same; it is made when it is first asked for and remembered.
 */
export function inventAgents(count: number, role: string): readonly MemberFacts[] {
  const shop = new Map<string, Figure>();
  return Array.from({ length: count }, (_, index): MemberFacts => {
    const closed = Array.from({ length: CLOSED_MONTHS }, (_each, back) => {
      const month = addMonths(MONTH, -back - 1);
      return { month, facts: closedFacts(inventFacts(`${index}:${month}`, role, month, shop)) };
    });
    return {
      facts: inventFacts(String(index), role, MONTH, shop),
      earlier: (months) => closed[months - 1] ?? 'none',
    };
  });
}

function inventFacts(who: string, role: string, month: Month, shop: Map<string, Figure>): Facts {
  const own = new Map<string, Figure>();
  const words = new Map<string, Value>();
  const rows = new Map<string, readonly Occurrence[]>();
  const randomOf = (what: string, of = who) => createRandom(seedOf(`${of}:${what}`));
  return {
    ...NOTHING_KNOWN,
    metric(id) {
      const metric = metricById(id);
      const isShop = metric?.level !== 'agent';
      const random = () => randomOf(id, isShop ? 'shop' : who);
      return remembered(isShop ? shop : own, id, () => inventFigure(metric, random()));
    },
    rating: (item) =>
      remembered(words, `rating.${item}`, () => ({
        kind: 'grade',
        grade: randomOf(item).pick(GRADES),
      })),
    events: (id) => remembered(rows, `event.${id}`, () => inventRows(randomOf(id))),
    cases: (kind) => remembered(rows, `case.${kind}`, () => inventRows(randomOf(kind))),
    roster: (field) =>
      remembered(words, `roster.${field}`, () =>
        field === 'role' ? word(role) : inventField(field, month, randomOf(field)),
      ),
    target: (id) => ({
      value: remembered(words, `target.${id}`, () => numberValue(decimal(250_000))),
    }),
  };
}

function remembered<T>(known: Map<string, T>, key: string, invent: () => T): T {
  const old = known.get(key);
  if (old !== undefined) return old;
  const value = invent();
  known.set(key, value);
  return value;
}

/** Of a closed month scores are on record; everything else is as it was. */
function closedFacts(facts: Facts): Facts {
  const score = numberValue(decimal(90));
  return { ...facts, recorded: ({ kind }) => (kind === 'score' ? score : undefined) };
}

function inventFigure(metric: Metric | undefined, random: Random): Figure {
  if (metric?.id === 'full_attendance') return number(random.whole(0, 1));
  if (metric?.quotient === true) {
    const denominator = decimal(random.whole(50, 400));
    const most = metric.unit === 'ratio' ? denominator.toNumber() : 60_000;
    const numerator = decimal(random.whole(0, most));
    return { value: numberValue(divide(numerator, denominator)), numerator, denominator };
  }
  switch (metric?.unit) {
    case 'yuan': {
      const most = metric.level === 'shop' ? 90_000_000 : 12_000_000;
      return { value: numberValue(decimal(random.whole(0, most)).times('0.01')) };
    }
    case 'ratio':
      return { value: numberValue(decimal(random.whole(0, 10_000)).times('0.0001')) };
    case 'days':
      return number(random.whole(15, 22));
    case 'persons':
    case 'person_days':
      return number(random.whole(4, 400));
    default:
      return number(random.whole(0, 4));
  }
}

function number(whole: number): Figure {
  return { value: numberValue(decimal(whole)) };
}

function inventRows(random: Random): readonly Occurrence[] {
  const count = random.chance(60) ? 0 : random.whole(1, 4);
  return Array.from({ length: count }, (_, index) => ({
    place: { file: `${MONTH}/complaints.csv`, line: index + 2 },
    count: ONE,
    amount: decimal(random.whole(100, 9000)).times('0.01'),
    points: decimal(random.whole(5, 20)),
    grave: random.chance(5),
    order: { id: `order-${index}`, amount: decimal(random.whole(1000, 90_000)).times('0.01') },
  }));
}

function inventField(field: string, month: Month, random: Random): Value {
  switch (field) {
    case 'level':
      return word(random.pick(['junior', 'intermediate', 'senior', 'expert']));
    case 'insurance':
      return word(random.pick(['cash', 'insured']));
    case 'full_month':
    case 'regular':
      return yesno(random.chance(90));
    case 'base_pay':
      return numberValue(decimal(random.whole(1800, 4000)));
    case 'months_in_level':
      return numberValue(decimal(random.whole(0, 36)));
    case 'month_start':
    case 'hired_on':
      return { kind: 'date', day: firstDay(month) };
    case 'month_end':
      return { kind: 'date', day: lastDay(month) };
    default:
      return UNDEFINED;
  }
}

function word(text: string): Value {
  return { kind: 'text', text };
}

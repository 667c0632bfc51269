import { z } from 'zod';
import { isStatutory } from '../catalogue/pay-words.js';
import type { MonthMetrics } from '../metrics/month-metrics.js';
import { NOTHING_COUNTED } from '../payroll/pay.js';
import type { PaidMonth } from '../payroll/run.js';
import type { Statement } from '../payroll/statement.js';
import { numberValue, type Value } from '../rulebook/values/value.js';
import { byKey, renamed } from './codec.js';
import { facts } from './sealed-facts.js';
import { figure, value } from './sealed-values.js';

/** What later months may ask of a month. */
export interface MonthRecord {
  /** Every named value of an agent's statement, by agent and key. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, Value>>;
  /** What was counted and given, by agent. */
  readonly facts: MonthMetrics['agents'];
  readonly shop: MonthMetrics['shop'];
}

/** A record, or what of one is not as it was, in a sealed file. */
export const record = renamed(
  z.strictObject({ values: byKey(byKey(value)), facts, shop_metrics: byKey(figure) }),
  { shop_metrics: 'shop' },
);

/** What a month that was paid, or closed, says of itself. */
export function monthRecord({
  statements,
  metrics = NOTHING_COUNTED,
}: Pick<PaidMonth, 'statements' | 'metrics'>): MonthRecord {
  const values = new Map(statements.map((each) => [each.agent, paidValues(each)]));
  return { values, facts: metrics.agents, shop: metrics.shop };
}

/** The named values of a statement. What a limit has cut was paid as it was cut. */
export function paidValues({ lines, values }: Statement): ReadonlyMap<string, Value> {
  const paid = new Map<string, Value>(values());
  for (const { id, amount } of lines.filter((line) => !isStatutory(line))) {
    const key = `line.${id}`;
    if (amount !== undefined && paid.has(key)) paid.set(key, numberValue(amount));
  }
  return paid;
}

/** What a closed month says of itself as its corrections, in their order, have left it. */
export function correctedRecord(
  closed: Parameters<typeof monthRecord>[0],
  corrections: readonly { readonly record?: MonthRecord | undefined }[],
): MonthRecord {
  return corrections.reduce(
    (then, { record: changes = NO_CHANGES }) => withChanges(then, changes),
    monthRecord(closed),
  );
}

function withChanges(before: MonthRecord, changes: MonthRecord): MonthRecord {
  const values = new Map(before.values);
  for (const [agent, own] of changes.values) {
    values.set(agent, new Map([...(values.get(agent) ?? []), ...own]));
  }
  return {
    values,
    facts: new Map([...before.facts, ...changes.facts]),
    shop: new Map([...before.shop, ...changes.shop]),
  };
}

/** What of a record is not as it was: the values, the agents and the figures of the shop that differ. */
export function recordChanges(before: MonthRecord, after: MonthRecord): MonthRecord {
  const values = [...after.values].flatMap(([agent, own]) => {
    const then = before.values.get(agent) ?? new Map<string, Value>();
    const changed = differing(then, own, (of) => z.encode(value, of));
    return changed.size === 0 ? [] : [[agent, changed] as const];
  });
  return {
    values: new Map(values),
    facts: differing(before.facts, after.facts, (of) => z.encode(facts, new Map([['', of]]))),
    shop: differing(before.shop, after.shop, (of) => z.encode(figure, of)),
  };
}

/** Of a month that later months see as it was. */
export const NO_CHANGES: MonthRecord = { values: new Map(), facts: new Map(), shop: new Map() };

/** Whether nothing differs. */
export function isUnchanged({ values, facts: counted, shop }: MonthRecord): boolean {
  return values.size + counted.size + shop.size === 0;
}

/** The agents of whom anything differs. */
export function agentsChanged({ values, facts: counted }: MonthRecord): readonly string[] {
  return [...new Set([...values.keys(), ...counted.keys()])].sort();
}

/** The members that are written otherwise than before. */
function differing<Value>(
  before: ReadonlyMap<string, Value>,
  after: ReadonlyMap<string, Value>,
  written: (of: Value) => unknown,
): ReadonlyMap<string, Value> {
  const textOf = (of: Value | undefined) => of && JSON.stringify(written(of));
  return new Map([...after].filter(([key, of]) => textOf(of) !== textOf(before.get(key))));
}

import { z } from 'zod';
import { meaning } from '../../lib/meaning.js';
import type { YamlPath } from '../../lib/yaml/yaml-node.js';
import { matches, typesOf } from '../formula/compiled-expression.js';
import { type Expr, exprSchema } from '../formula/expr.js';
import type { Node } from '../values/node.js';
import { FLEXIBLE, MONEY, PLAIN, productType, sumType, type Type } from '../values/type.js';
import type { MechanismContext } from './mechanism.js';
import { amountKeys, checkShares, compileAmount, refusePercent, WHOLE } from './share-of-full.js';

const optional = exprSchema.optional();

/** A row of a table of bands: its bound, and what it gives. */
export const bandRow = z.strictObject({
  to: optional.meta(
    meaning('不超过（≤），从小到大写', 'up to and with (≤), from small to large', '不超过'),
  ),
  below: optional.meta(meaning('低于（<），从小到大写', 'below (<), from small to large', '低于')),
  from: optional.meta(
    meaning('不低于（≥），从大到小写', 'from and with (≥), from large to small', '不低于'),
  ),
  over: optional.meta(meaning('高于（>），从大到小写', 'above (>), from large to small', '高于')),
  ...amountKeys,
  amount: amountKeys.amount.meta(
    meaning(
      '给多少钱（元）；分段（marginal）时是每件（每天、每小时）多少钱',
      'so much money (yuan); with `marginal: true` for each piece (day, hour)',
    ),
  ),
  rate: optional.meta(meaning('给这个数的百分之几', 'a rate of the figure itself', '比例')),
  value: optional.meta(
    meaning(
      '查到的数，什么单位都行：比例、单价、系数',
      'the value that is found, of any unit: a rate, a price, a factor',
      '值',
    ),
  ),
});

export type BandRow = z.output<typeof bandRow>;

const GIVES = ['rate', 'value', 'points', 'amount', 'share'] as const;
type GivesKey = (typeof GIVES)[number];

/** The rows of a table, and whether each is for its own slice. */
interface BandRows {
  readonly table: readonly BandRow[];
  readonly marginal?: 'true' | 'false' | undefined;
  readonly interpolate?: 'true' | 'false' | undefined;
}

/** The one key by which a row gives something; undefined when there is none, or several. */
function givesKey(row: BandRow | undefined): GivesKey | undefined {
  const [key, ...others] = GIVES.filter((each) => row?.[each] !== undefined);
  return others.length === 0 ? key : undefined;
}

/** Whether rows give so much for each piece (day, hour) of their slice. */
export function isForEach({ table, marginal }: BandRows): boolean {
  const key = givesKey(table[0]);
  return marginal === 'true' && (key === 'amount' || key === 'points');
}

/** Whether rows give a share of the figure that is looked up. */
export function areRates({ table }: BandRows): boolean {
  return table[0]?.rate !== undefined;
}

/** Compiles what a row gives. */
export function compileGives(
  row: BandRow,
  path: YamlPath,
  { rows, asked }: { readonly rows: BandRows; readonly asked: Node },
  context: MechanismContext,
): Node {
  const key = givesKey(row);
  const expr = key && row[key];
  if (key === undefined || expr === undefined) return context.fail(path, 'one-amount');
  if (key === 'rate') {
    const rate = context.number(expr, [...path, key], PLAIN);
    checkShares(rate, expr, WHOLE, [...path, key], context);
    return rate;
  }
  if (key === 'value') return compileValue(expr, [...path, key], context);
  if (key === 'share' || !isForEach(rows)) return compileAmount(row, path, context);
  return compileEach(key, expr, [...path, key], asked, context);
}

function compileValue(expr: Expr, path: YamlPath, context: MechanismContext): Node {
  refusePercent(expr, path, context.result, context);
  return context.number(expr, path, context.result);
}

/** So much for each: times the figure it must be what the entry gives. */
function compileEach(
  key: 'amount' | 'points',
  expr: Expr,
  path: YamlPath,
  asked: Node,
  context: MechanismContext,
): Node {
  const wanted = resultOfEach(key, context);
  refusePercent(expr, path, wanted, context);
  const each = context.number(expr, path);
  const product = productType(each.type, asked.type, 1, [false, false]);
  if (product === undefined || !matches(product, wanted)) {
    context.report(path, 'wrong-type', typesOf(product ?? each.type, wanted));
  }
  return each;
}

function resultOfEach(key: 'amount' | 'points', { result }: MechanismContext): Type {
  return key === 'amount' && isOpen(result) ? MONEY : result;
}

/** Whether an entry says nothing of what it gives: a definition without unit. */
function isOpen(type: Type): boolean {
  return type.kind === 'number' && type.dimension === 'flexible';
}

/** What a table gives that does not say so: the money of its pieces, or what its values are of. */
export function typeOfRows(
  rows: BandRows,
  gives: readonly Node[],
  context: MechanismContext,
): Type | undefined {
  if (!isOpen(context.result)) return undefined;
  const key = givesKey(rows.table[0]);
  if (key === 'amount' && isForEach(rows)) return MONEY;
  return key === 'value' ? typeOfValues(gives, context) : undefined;
}

/** The one type of all values; a value of another is reported. */
function typeOfValues(gives: readonly Node[], context: MechanismContext): Type {
  let type: Type = FLEXIBLE;
  for (const [index, each] of gives.entries()) {
    const together = sumType(type, each.type);
    if (together === undefined) {
      context.report(['table', index, 'value'], 'wrong-type', typesOf(each.type, type));
    }
    type = together ?? type;
  }
  return type;
}

/** Reports rows that do not give the same kind of thing, or one that the table cannot use. */
export function checkGives(rows: BandRows, asked: Node, context: MechanismContext): void {
  const { table, marginal, interpolate } = rows;
  const hasRates = table.some(({ rate }) => rate !== undefined);
  if (interpolate === 'true') checkPoints(table, context);
  else if (marginal !== undefined) checkSlices(rows, context);
  else if (hasRates) context.report(['table'], 'tiers-unsaid');
  if (areRates(rows) && !matches(asked.type, context.result)) {
    context.report(['of'], 'rate-of-other', typesOf(asked.type, context.result));
  }
  if (isForEach(rows) && isMoney(asked.type)) context.report(['of'], 'amount-of-money');
}

/** The points between which a result runs straight: each has a bound, and none is a rate. */
function checkPoints(table: readonly BandRow[], context: MechanismContext): void {
  for (const [index, row] of table.entries()) {
    const { to, below, from, over, rate } = row;
    const bound = to ?? below ?? from ?? over;
    if (rate === undefined && bound !== undefined) continue;
    context.report(['table', index], 'interpolate-without-bound');
  }
}

/** Slices are of rates, or of amounts for each; what one rate multiplies as a whole is of rates. */
function checkSlices({ table, marginal }: BandRows, context: MechanismContext): void {
  const first = givesKey(table[0]);
  const isEach = marginal === 'true' && (first === 'amount' || first === 'points');
  const wanted = isEach ? first : 'rate';
  const odd = table.findIndex((row) => row[wanted] === undefined);
  if (odd >= 0) context.report(['table', odd], 'marginal-without-rates');
  if (marginal !== 'true') return;
  if (table.some(({ from, over }) => from !== undefined || over !== undefined)) {
    context.report(['table'], 'marginal-upward');
  }
}

function isMoney(type: Type): boolean {
  return matches(type, MONEY) && !matches(type, PLAIN);
}

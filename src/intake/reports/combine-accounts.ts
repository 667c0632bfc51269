import { type Decimal, divide, sum } from '../../lib/decimal.js';
import type { Combined } from '../files/reader.js';

/** What a report says of one account: its figures by column; a column is missing where its cell is. */
export type AccountFigures = ReadonlyMap<string, Decimal>;

/** Why the figures of several accounts do not give one of their agent. */
export type NotCombined =
  /** What it is weighted by is not in the file, or not of every account. */
  | 'no-weight'
  /** Some of the accounts have it, others do not. */
  | 'incomplete'
  /** There is no way. */
  | 'never';

/**
 * The figure of an agent from those of the agent's accounts. Undefined when it is missing. An account that did
 * nothing, whose figures are all 0 or missing, takes no part.
 */
export function combineAccounts(
  accounts: readonly AccountFigures[],
  column: string | undefined,
  combined: Combined,
): Decimal | NotCombined | undefined {
  const busy = accounts.filter((account) => [...account.values()].some((value) => !value.isZero()));
  const taking = busy.length > 0 ? busy : accounts;
  const own = taking.map((account) => (column === undefined ? undefined : account.get(column)));
  if (busy.length === 0) return own.find(isKnown);
  if (column !== undefined && own.every((value) => value === undefined)) return undefined;
  if (column !== undefined && taking.length === 1) return own[0];
  if (typeof combined === 'string') {
    if (column === undefined) return undefined;
    if (combined === 'never') return 'never';
    return own.every(isKnown) ? sum(own) : 'incomplete';
  }
  return (
    quotientOf(taking, combined) ??
    (column === undefined ? undefined : mean(taking, own, combined.by))
  );
}

/** What the parts come to, when every account has them; undefined also where they divide by 0. */
function quotientOf(
  accounts: readonly AccountFigures[],
  { of, by }: Exclude<Combined, string>,
): Decimal | undefined {
  const top = of && totalOf(accounts, of);
  const bottom = totalOf(accounts, by);
  if (top === undefined || bottom === undefined || bottom.isZero()) return undefined;
  return divide(top, bottom);
}

/** What columns come to over all accounts; undefined where one of them does not say it. */
export function totalOf(
  accounts: readonly AccountFigures[],
  columns: readonly string[],
): Decimal | undefined {
  const values = accounts.map((account) => weightOf(account, columns));
  return values.every(isKnown) ? sum(values) : undefined;
}

function weightOf(account: AccountFigures, columns: readonly string[]): Decimal | undefined {
  const values = columns.map((column) => account.get(column));
  return values.every(isKnown) ? sum(values) : undefined;
}

/** The weighted mean. An account that weighs nothing needs no figure. */
function mean(
  accounts: readonly AccountFigures[],
  own: readonly (Decimal | undefined)[],
  by: readonly string[],
): Decimal | NotCombined {
  const [first] = own;
  if (first !== undefined && own.every((value) => value?.eq(first))) return first;
  const weights = accounts.map((account) => weightOf(account, by));
  if (!weights.every(isKnown)) return own.every(isKnown) ? 'no-weight' : 'incomplete';
  const all = sum(weights);
  if (all.isZero()) return 'no-weight';
  const shares = weights.map((weight, at) => (weight.isZero() ? weight : own[at]?.times(weight)));
  return shares.every(isKnown) ? divide(sum(shares), all) : 'incomplete';
}

/** The figure of an agent from those of several tools, each with what it is an average over. */
export function combineFigures(
  figures: readonly { readonly value: Decimal; readonly weight: Decimal | undefined }[],
  combined: Combined,
): Decimal | NotCombined {
  const values = figures.map(({ value }) => value);
  if (combined === 'sum') return sum(values);
  if (combined === 'never') return 'never';
  const own = figures.map((each): AccountFigures => {
    return new Map(each.weight === undefined ? [] : [[WEIGHT, each.weight]]);
  });
  return mean(own, values, [WEIGHT]);
}

const WEIGHT = 'weight';

function isKnown<T>(value: T | undefined): value is T {
  return value !== undefined;
}

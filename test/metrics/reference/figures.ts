import { type Decimal, decimal, divide, ZERO } from '../../../src/lib/decimal.js';
import type { RawFile } from './raw-month.js';

export type ReferenceValue =
  | {
      readonly state: 'known';
      readonly value: Decimal;
      readonly numerator?: Decimal;
      readonly denominator?: Decimal;
    }
  | { readonly state: 'undefined'; readonly numerator: Decimal; readonly denominator: Decimal }
  | { readonly state: 'missing' };

export const MISSING: ReferenceValue = { state: 'missing' };

export function known(value: Decimal): ReferenceValue {
  return { state: 'known', value };
}

export function count(value: number): ReferenceValue {
  return known(decimal(value));
}

export function quotient(
  numerator: Decimal | number,
  denominator: Decimal | number,
): ReferenceValue {
  const parts = { numerator: decimal(numerator), denominator: decimal(denominator) };
  if (parts.denominator.isZero()) return { state: 'undefined', ...parts };
  return { state: 'known', value: divide(parts.numerator, parts.denominator), ...parts };
}

export function total(numbers: readonly number[]): number {
  let result = 0;
  for (const number of numbers) result += number;
  return result;
}

export function sumOf<Row>(rows: readonly Row[], figure: (row: Row) => Decimal): Decimal {
  let result = ZERO;
  for (const row of rows) result = result.plus(figure(row));
  return result;
}

export function allRows<Row>(files: readonly RawFile<Row>[] | undefined): Row[] {
  const rows: Row[] = [];
  for (const file of files ?? []) rows.push(...file.rows);
  return rows;
}

import { parseDay } from '../../lib/month.js';
import { DATE } from '../values/type.js';
import { type CompiledExpression, constant } from './compiled-expression.js';
import type { Expression } from './syntax.js';

/** Beside a date a text such as "2026-01-01" is one; any other expression stays as it is. */
export function asDay(
  written: CompiledExpression,
  { type }: CompiledExpression,
): CompiledExpression {
  const day =
    type.kind === 'date' && written.word !== undefined ? parseDay(written.word) : undefined;
  return day === undefined ? written : constant({ kind: 'date', day }, DATE, undefined, day);
}

/** The day that was most likely meant by a text, or by numbers that divide: 2026/01/01, "2026年1月1日". */
export function likelyDay(expression: Expression): string | undefined {
  const numbers = expression.kind === 'text' ? expression.text.split(/\D+/) : numbersIn(expression);
  const [year = '', month = '', day = '', ...more] = numbers.filter(Boolean);
  if (more.length > 0) return undefined;
  return parseDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function numbersIn(expression: Expression): readonly string[] {
  if (expression.kind === 'number') return [expression.text];
  if (expression.kind !== 'binary' || !/^[-/]$/.test(expression.operator)) return [];
  return [...numbersIn(expression.left), ...numbersIn(expression.right)];
}

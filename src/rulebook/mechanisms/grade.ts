import { z } from 'zod';
import { GRADES, type Grade } from '../../catalogue/vocabulary.js';
import { decimal, divide, ZERO } from '../../lib/decimal.js';
import { arithmetic } from '../formula/operators.js';
import type { Node } from '../node.js';
import { type Expr, exprSchema } from '../schema-parts.js';
import { measure, note, type Trace } from '../trace.js';
import { missing, numberValue, type Value } from '../value.js';
import type { Mechanism, MechanismContext } from './mechanism.js';
import { shareOfWorth } from './worth.js';

const schema = z.strictObject({
  of: z.string(),
  优: exprSchema.optional(),
  良: exprSchema.optional(),
  中: exprSchema.optional(),
  差: exprSchema.optional(),
  excellent: exprSchema.optional(),
  good: exprSchema.optional(),
  fair: exprSchema.optional(),
  poor: exprSchema.optional(),
  number: z.enum(['percent', 'points']).optional(),
});

type Spec = z.output<typeof schema>;

const HUNDRED = decimal(100);

/**
 * `grade: {of: rating.quality, 优: 20, 良: 15, 中: 10, 差: 0}`: points for the supervisor's grade. A
 * grade given as `75%` is that share of the full points. `number: percent` also takes a number from 0 to
 * 100 as a share of the full points, `number: points` a number as the points themselves.
 */
export const grade: Mechanism<Spec> = { key: 'grade', schema, compile };

function compile(spec: Spec, context: MechanismContext): Node | undefined {
  const asked = context.value(spec.of, ['of']);
  const table = new Map<Grade, Node>();
  for (const [id, title] of Object.entries(GRADES) as [Grade, { zh: string }][]) {
    const key = spec[id] === undefined ? (title.zh as '优' | '良' | '中' | '差') : id;
    const expr = spec[key];
    if (expr === undefined) {
      context.report([], 'missing-grade', { grade: GRADES[id] });
      continue;
    }
    const node = gradePoints(expr, key, context);
    if (node !== undefined) table.set(id, node);
  }
  if (asked === undefined || table.size < Object.keys(GRADES).length) return undefined;
  if (asked.type.kind !== 'rating') {
    context.report(['of'], 'not-a-rating', { name: spec.of });
    return undefined;
  }
  const outcomes = [...Object.keys(GRADES), ...(spec.number === undefined ? [] : ['number'])];
  context.declare(outcomes.map((outcome) => context.branch(outcome)));
  return {
    type: context.result,
    unit: undefined,
    uses: [...asked.uses, ...[...table.values()].flatMap(({ uses }) => uses)],
    print: (language) =>
      `${asked.print(language)}: ${[...table]
        .map(([id, points]) => `${GRADES[id][language]} ${points.print(language)}`)
        .join(', ')}`,
    evaluate(env): Trace {
      const rating = asked.evaluate(env);
      const { value } = rating;
      if (value.kind === 'grade') {
        const points = table.get(value.grade)?.evaluate(env);
        return {
          ...stepOf(points?.value ?? value, [rating, ...(points === undefined ? [] : [points])]),
          notes: [note('note.grade', { grade: GRADES[value.grade] }, 'held')],
          branch: context.branch(value.grade),
        };
      }
      if (value.kind !== 'number') return stepOf(value, [rating]);
      const worth = context.worth?.evaluate(env);
      const most = spec.number === 'percent' ? numberValue(HUNDRED) : worth?.value;
      if (spec.number === undefined || !within(value, most)) {
        return stepOf(notUsable(asked.print('zh'), asked.print('en'), value, most), [rating]);
      }
      const share = numberValue(divide(value.number, HUNDRED));
      const points =
        spec.number === 'points' || worth === undefined
          ? value
          : arithmetic('*', worth.value, share);
      return {
        ...stepOf(points, worth === undefined ? [rating] : [rating, worth]),
        notes: [note('note.rating_number', { number: measure(value.number, undefined) }, 'held')],
        branch: context.branch('number'),
      };
    },
  };
}

/** Points for a grade; a percentage is a share of what the entry is worth. */
function gradePoints(expr: Expr, key: string, context: MechanismContext): Node | undefined {
  const isShare = typeof expr === 'string' && /[%％]\s*$/.test(expr);
  if (!isShare) return context.number(expr, [key], context.result);
  const share = context.number(expr, [key]);
  return share === undefined ? undefined : shareOfWorth(share, [key], context);
}

function stepOf(value: Value, parts: readonly Trace[]): Trace {
  return { step: 'mechanism', operation: 'grade', value, unit: undefined, parts, notes: [] };
}

function within(value: Value, most: Value | undefined): boolean {
  if (value.kind !== 'number' || value.number.lessThan(ZERO)) return false;
  return most?.kind !== 'number' || value.number.lessThanOrEqualTo(most.number);
}

function notUsable(zh: string, en: string, value: Value, most: Value | undefined): Value {
  const number = value.kind === 'number' ? value.number.toFixed() : '';
  const name = { zh, en };
  return missing({
    name,
    code: most === undefined ? 'rating-not-grade' : 'rating-out-of-range',
    place: {},
    cell: number,
    params: { item: name, number, most: most?.kind === 'number' ? most.number.toFixed() : '' },
  });
}

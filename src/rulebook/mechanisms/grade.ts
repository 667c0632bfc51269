import { z } from 'zod';
import { GRADES, type Grade } from '../../catalogue/vocabulary.js';
import { type Decimal, decimal, divide, ZERO } from '../../lib/decimal.js';
import type { Title } from '../../lib/language.js';
import { title as wording } from '../../lib/messages/index.js';
import { arithmetic } from '../formula/operators.js';
import type { Node } from '../node.js';
import { type Expr, exprSchema } from '../schema-parts.js';
import { measure, note, type Trace } from '../trace.js';
import { missing, numberValue, type Value } from '../value.js';
import type { Mechanism, MechanismContext } from './mechanism.js';
import { isPercent, shareOfWorth } from './worth.js';

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
  const table = compileGrades(spec, context);
  if (asked !== undefined && asked.type.kind !== 'rating') {
    context.report(['of'], 'not-a-rating', { name: spec.of });
    return undefined;
  }
  if (spec.number === 'percent' && context.worth === undefined) {
    context.report(['number'], 'no-worth');
    return undefined;
  }
  if (asked === undefined || table.size < Object.keys(GRADES).length) return undefined;
  for (const [id, title] of Object.entries(GRADES)) {
    context.declare({ [id]: wording('outcome.grade', { grade: title }) });
  }
  if (spec.number !== undefined) context.declare({ number: wording('outcome.number') });
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
      const name = { zh: asked.print('zh'), en: asked.print('en') };
      if (spec.number === undefined) return stepOf(notAGrade(name, value.number), [rating]);
      if (!within(value.number, most)) {
        return stepOf(outOfRange(name, value.number, most), [rating]);
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

/** What each grade gives; a grade is written by its Chinese word or its id, once. */
function compileGrades(spec: Spec, context: MechanismContext): ReadonlyMap<Grade, Node> {
  const table = new Map<Grade, Node>();
  for (const { id, word } of WORDS) {
    const [chinese, english] = [spec[word], spec[id]];
    const key = english === undefined ? word : id;
    const expr = english ?? chinese;
    if (chinese !== undefined && english !== undefined) {
      context.report([id], 'duplicate-key', { message: `${word} = ${id}` });
    }
    const node = expr === undefined ? undefined : gradePoints(expr, key, context);
    if (expr === undefined) context.report([], 'missing-grade', { grade: GRADES[id] });
    if (node !== undefined) table.set(id, node);
  }
  return table;
}

const WORDS = [
  { id: 'excellent', word: '优' },
  { id: 'good', word: '良' },
  { id: 'fair', word: '中' },
  { id: 'poor', word: '差' },
] as const;

/** Points for a grade; a percentage is a share of what the entry is worth. */
function gradePoints(expr: Expr, key: string, context: MechanismContext): Node | undefined {
  if (!isPercent(expr)) return context.number(expr, [key], context.result);
  const share = context.number(expr, [key]);
  return share === undefined ? undefined : shareOfWorth(share, [key], context);
}

function stepOf(value: Value, parts: readonly Trace[]): Trace {
  return { step: 'mechanism', operation: 'grade', value, unit: undefined, parts, notes: [] };
}

function within(number: Decimal, most: Value | undefined): boolean {
  if (number.lessThan(ZERO)) return false;
  return most?.kind !== 'number' || number.lessThanOrEqualTo(most.number);
}

function notAGrade(name: Title, rated: Decimal): Value {
  const number = rated.toFixed();
  const params = { item: name, number };
  return missing({ name, code: 'rating-not-grade', place: {}, cell: number, params });
}

function outOfRange(name: Title, rated: Decimal, most: Value | undefined): Value {
  const number = rated.toFixed();
  const params = {
    item: name,
    number,
    most: most?.kind === 'number' ? most.number.toFixed() : '∞',
  };
  return missing({ name, code: 'rating-out-of-range', place: {}, cell: number, params });
}

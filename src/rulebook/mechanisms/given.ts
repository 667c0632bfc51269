import { z } from 'zod';
import type { Occurrence } from '../../catalogue/rows.js';
import { type Decimal, decimal, ONE, sum } from '../../lib/decimal.js';
import { definition, described } from '../../lib/described.js';
import { title as wording } from '../../words/text.js';
import { gradeAsNumber, matches, ratingPlace, typeName } from '../formula/compiled-expression.js';
import { exprSchema } from '../formula/expr.js';
import type { Reference } from '../names/reference.js';
import { noAmount } from '../names/references.js';
import type { Env, Node } from '../values/node.js';
import { firstObstacle } from '../values/obstacles.js';
import { measure, note, type Trace } from '../values/trace.js';
import { type Cause, missing, numberValue, type Value } from '../values/value.js';
import { type Mechanism, type MechanismContext, tableStep } from './mechanism.js';

const optional = exprSchema.optional();

const schema = definition(
  'given',
  '按主管逐次给的分数或金额',
  'as the supervisor gave, row by row',
  z.strictObject({
    of: described(z.string(), '看哪个数', 'the figure'),
    from: described(optional, '至少（≥）', 'at least (≥)'),
    to: described(optional, '最多（≤）', 'at most (≤)'),
    default: described(optional, '没有写金额时算多少', 'for a row without an amount'),
  }),
);

type Spec = z.output<typeof schema>;

interface Range {
  readonly from: Decimal | undefined;
  readonly to: Decimal | undefined;
  readonly standard: Decimal | undefined;
}

/**
 * `given: {of: case.complaint.points, from: 5, to: 20}`: the amounts or points that the supervisor gave,
 * row by row, added up. A row outside the range is a problem that names the row; a row without an amount
 * takes `default`, or is a problem. `of` may also be a numeric rating, which is one such row.
 */
export const given: Mechanism<Spec> = {
  id: 'given',
  title: { zh: '按所给', en: 'as given' },
  schema,
  compile,
};

function compile(spec: Spec, context: MechanismContext): Node | undefined {
  const asked = context.value(spec.of, ['of']);
  const limits = (['from', 'to', 'default'] as const).map((key) => {
    const expr = spec[key];
    return expr === undefined ? undefined : context.number(expr, [key], context.result);
  });
  const [from, to, standard] = limits;
  if (asked === undefined) return undefined;
  const { reference } = asked;
  const field = reference === undefined ? undefined : fieldOf(reference);
  if (reference === undefined || field === undefined) {
    context.report(['of'], 'not-given', { name: spec.of });
    return undefined;
  }
  // Rows give yuan or points, as they are called; a rating gives what the entry gives.
  if (reference.happenings !== undefined && !matches(asked.type, context.result)) {
    const params = { given: typeName(asked.type), wanted: typeName(context.result) };
    context.report(['of'], 'wrong-type', params);
    return undefined;
  }
  if (reference.happenings === undefined) context.declare({ some: wording('outcome.given') });
  else context.declare({ none: wording('outcome.none'), some: wording('outcome.some') });
  return {
    type: context.result,
    unit: field === 'amount' ? 'yuan' : 'points',
    uses: [...asked.uses, ...limits.flatMap((limit) => limit?.uses ?? [])],
    print(language) {
      const [least, most, otherwise] = limits.map((limit) => limit?.print(language));
      const range = most === undefined ? least && `≥ ${least}` : `${least ?? 0}–${most}`;
      const bounds = range === undefined ? [] : [range];
      const without =
        otherwise === undefined ? [] : [wording('given.default', { otherwise })[language]];
      return [
        wording('given.sum', { of: asked.print(language) })[language],
        ...bounds,
        ...without,
      ].join(language === 'zh' ? '，' : ', ');
    },
    evaluate(env): Trace {
      const trace = asked.evaluate(env);
      const rows = rowsOf(reference, trace, env);
      if ('kind' in rows) return tableStep(given, rows, [trace]);
      const isDefaulted = rows.some((row) => row[field] === undefined);
      const asking = [from, to, isDefaulted ? standard : undefined].map(
        (limit) => limit?.evaluate(env).value,
      );
      const obstacle = firstObstacle(asking.filter((limit) => limit !== undefined));
      if (obstacle !== undefined) return tableStep(given, obstacle, [trace]);
      const [least, most, otherwise] = asking.map((limit) =>
        limit?.kind === 'number' ? limit.number : undefined,
      );
      const range: Range = { from: least, to: most, standard: otherwise };
      return addUp(rows, field, range, reference, trace, context);
    },
  };
}

type Field = 'amount' | 'points';

/** What of a row is given; undefined when the name gives nothing row by row. */
function fieldOf({ id, happenings, type }: Reference): Field | undefined {
  if (happenings === undefined) return type.kind === 'rating' ? 'points' : undefined;
  if (id.endsWith('.points')) return 'points';
  return id.endsWith('.amount') ? 'amount' : undefined;
}

/** The rows to add up: occurrences, or the one rating; or the value that stands for all. */
function rowsOf(reference: Reference, trace: Trace, env: Env): readonly Occurrence[] | Value {
  if (reference.happenings !== undefined) {
    const rows = reference.happenings(env);
    return 'missing' in rows ? rows.missing : rows;
  }
  const { value } = trace;
  if (value.kind === 'grade') return gradeAsNumber(value.grade, reference, env);
  if (value.kind !== 'number') return value;
  const { number } = value;
  const place = ratingPlace(reference, env);
  return [{ place, count: ONE, amount: number, points: number, grave: false }];
}

function addUp(
  rows: readonly Occurrence[],
  field: Field,
  range: Range,
  reference: Reference,
  trace: Trace,
  context: MechanismContext,
): Trace {
  const amounts: Decimal[] = [];
  const causes: Cause[] = [];
  for (const row of rows) {
    const amount = row[field] ?? range.standard;
    const cause =
      amount === undefined
        ? noAmount(row, reference.title)
        : outside(amount, row, range, reference);
    if (cause !== undefined) causes.push(cause);
    else if (amount !== undefined) amounts.push(amount.times(row.count));
  }
  if (causes.length > 0) return tableStep(given, missing(...causes), [trace]);
  const unit = field === 'amount' ? 'yuan' : 'points';
  const total = sum(amounts);
  const notes = () => [note('note.given', { count: amounts.length, sum: measure(total, unit) })];
  return {
    ...tableStep(given, numberValue(total), [trace], notes),
    branch: context.branch(rows.length === 0 ? 'none' : 'some'),
  };
}

function outside(
  amount: Decimal,
  row: Occurrence,
  { from = decimal(0), to }: Range,
  reference: Reference,
): Cause | undefined {
  if (!amount.lessThan(from) && to?.lessThan(amount) !== true) return undefined;
  const { title } = reference;
  return {
    name: title,
    code: 'outside-range',
    place: row.place,
    cell: amount.toFixed(),
    params: { name: title, value: amount.toFixed(), from: from.toFixed(), to: to?.toFixed() ?? '' },
  };
}

import { z } from 'zod';
import type { Occurrence } from '../../catalogue/rows.js';
import { type Decimal, decimal, ONE, sum } from '../../lib/decimal.js';
import { phrase } from '../../lib/language.js';
import { meaning } from '../../lib/meaning.js';
import { filled } from '../../words/fill.js';
import { listedTitles } from '../../words/lists.js';
import { title as wording } from '../../words/text.js';
import type { Sentences } from '../../words/texts/entry.js';
import { gradeAsNumber, matches, ratingPlace, typesOf } from '../formula/compiled-expression.js';
import { exprSchema } from '../formula/expr.js';
import type { Reference } from '../names/reference.js';
import { noAmount } from '../names/references.js';
import type { Env } from '../values/node.js';
import { evaluateNumbers } from '../values/obstacles.js';
import { measure, note, type Trace } from '../values/trace.js';
import { type Cause, missing, numberValue, type Value } from '../values/value.js';
import type { Mechanism, MechanismContext, Rule } from './mechanism.js';

/** What it says of itself. */
const SENTENCES = {
  outcomeGiven: { zh: '评了', en: 'given' },
  givenSum: { zh: '{of}：按每条所给相加', en: '{of}: what the rows give, added up' },
  givenRating: {
    zh: '{of}：按所评的分数，评了几次的取平均',
    en: '{of}: as it was rated, the mean of several ratings',
  },
  givenDefault: { zh: '没有写的按 {otherwise}', en: '{otherwise} where none is written' },
  noteGiven: { zh: '{count} 条，合计 {sum}', en: '{count} rows, {sum} in all' },
} as const satisfies Sentences;

const optional = exprSchema.optional();

const schema = z
  .strictObject({
    of: z
      .string()
      .meta(
        meaning(
          'event.事项.amount、case.种类.points、case.种类.amount，或打数字的 rating.项目',
          'event.ID.amount, case.KIND.points, case.KIND.amount, or a numeric rating.ID',
          '看',
        ),
      ),
    from: optional.meta(meaning('最少（含），不写是 0', 'the least, 0 unless said', '最少')),
    to: optional.meta(meaning('最多（含）', 'the most', '最多')),
    default: optional.meta(
      meaning('没写数目时取多少', 'what a row without an amount takes', '默认'),
    ),
  })
  .meta({
    id: 'given',
    ...meaning('按主管逐次给的分数或金额', 'as the supervisor gave, row by row', '所给'),
  });

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

function compile(spec: Spec, context: MechanismContext): Rule {
  const asked = context.value(spec.of, ['of']);
  const from = context.number(spec.from, ['from'], context.result);
  const to = context.number(spec.to, ['to'], context.result);
  const standard = context.number(spec.default, ['default'], context.result);
  if (asked === undefined) return context.failed;
  const { reference } = asked;
  const field = reference && fieldOf(reference);
  if (reference === undefined || field === undefined) {
    return context.fail(['of'], 'not-given', { name: spec.of });
  }
  // Rows give yuan or points, as they are called; a rating gives what the entry gives.
  if (reference.happenings !== undefined && !matches(asked.type, context.result)) {
    return context.fail(['of'], 'wrong-type', typesOf(asked.type, context.result));
  }
  if (reference.happenings === undefined) context.declare({ some: filled(SENTENCES.outcomeGiven) });
  else context.declare({ none: wording('outcome.none'), some: wording('outcome.some') });
  return {
    unit: field === 'amount' ? 'yuan' : 'points',
    inWords() {
      const [least, most, otherwise] = [from, to, standard].map((limit) => limit?.inWords());
      const range =
        most === undefined ? least && phrase`≥ ${least}` : phrase`${least ?? '0'}–${most}`;
      const isRating = reference.happenings === undefined;
      const said = [
        filled(SENTENCES[isRating ? 'givenRating' : 'givenSum'], { of: asked.inWords() }),
        ...(range === undefined ? [] : [range]),
        ...(otherwise === undefined ? [] : [filled(SENTENCES.givenDefault, { otherwise })]),
      ];
      return listedTitles('clauses', said);
    },
    evaluate(env): Trace {
      const trace = asked.evaluate(env);
      const rows = rowsOf(reference, trace, env);
      if ('kind' in rows) return context.step(rows, [trace]);
      const isDefaulted = rows.some((row) => row[field] === undefined);
      const limits = [from, to, isDefaulted ? standard : undefined] as const;
      const { numbers, obstacle } = evaluateNumbers(env, limits);
      if (numbers === undefined) return context.step(obstacle, [trace]);
      const [least, most, otherwise] = numbers;
      const range: Range = { from: least, to: most, standard: otherwise };
      const rated = singleRatings(reference, env);
      const causes = (rated.length > 0 ? rated : rows).flatMap((row) =>
        faultOf(row, row[field] ?? range.standard, range, reference),
      );
      if (causes.length > 0) return context.step(missing(...causes), [trace]);
      return addUp(rows, field, range, trace, context);
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

/** The single numbers that a rating is the mean of: each of them stays within the range. */
function singleRatings({ gradings }: Reference, env: Env): readonly Occurrence[] {
  return (gradings?.(env) ?? []).flatMap(({ place, value }) =>
    value.kind === 'number' ? [{ place, count: ONE, points: value.number, grave: false }] : [],
  );
}

function addUp(
  rows: readonly Occurrence[],
  field: Field,
  range: Range,
  trace: Trace,
  context: MechanismContext,
): Trace {
  const amounts = rows.flatMap((row) => (row[field] ?? range.standard)?.times(row.count) ?? []);
  const unit = field === 'amount' ? 'yuan' : 'points';
  const total = sum(amounts);
  const notes = () => [
    note(SENTENCES.noteGiven, { count: amounts.length, sum: measure(total, unit) }),
  ];
  const outcome = rows.length === 0 ? 'none' : 'some';
  return context.step(numberValue(total), [trace], { outcome, notes });
}

/** What is wrong with a row: nothing is given, or it is outside the range. */
function faultOf(
  row: Occurrence,
  amount: Decimal | undefined,
  { from = decimal(0), to }: Range,
  reference: Reference,
): readonly Cause[] {
  const { title } = reference;
  if (amount === undefined) return [noAmount(row, title)];
  if (!amount.lessThan(from) && to?.lessThan(amount) !== true) return [];
  return [
    {
      name: title,
      code: 'outside-range',
      place: row.place,
      cell: amount.toFixed(),
      params: {
        name: title,
        value: amount.toFixed(),
        from: from.toFixed(),
        to: to?.toFixed() ?? '',
      },
    },
  ];
}

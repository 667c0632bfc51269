import { z } from 'zod';
import type { Grading } from '../../catalogue/rows.js';
import { GRADES, type Grade } from '../../catalogue/vocabulary.js';
import { type Decimal, decimal, divide, sum, ZERO } from '../../lib/decimal.js';
import { groupBy } from '../../lib/group.js';
import { joined, phrase, sameInAll, type Title } from '../../lib/language.js';
import { meaning } from '../../lib/meaning.js';
import type { Place } from '../../lib/place.js';
import { filled } from '../../words/fill.js';
import { listedTitles } from '../../words/lists.js';
import { type TextKey, title as wording } from '../../words/text.js';
import type { Sentences } from '../../words/texts/entry.js';
import { eitherWord } from '../../words/yaml/key-words.js';
import { ratingPlace } from '../formula/compiled-expression.js';
import { type Expr, exprSchema } from '../formula/expr.js';
import { arithmetic } from '../formula/operators.js';
import type { Env, Node } from '../values/node.js';
import { numbersOf } from '../values/obstacles.js';
import { measure, type Note, note, outlook, type Trace } from '../values/trace.js';
import { type Cause, missing, numberValue, type Value } from '../values/value.js';
import { weekNamed } from '../values/week.js';
import { type Mechanism, type MechanismContext, type Rule, unitOfResult } from './mechanism.js';
import { isPercent, shareOfFull } from './share-of-full.js';

/** What it says of itself. */
const SENTENCES = {
  percent: {
    zh: '也可以评 0 到 100 的数，按满分的百分之几',
    en: 'or a number from 0 to 100, as a share of the full points',
  },
  points: { zh: '也可以评数字，就是分数', en: 'or a number, which is the points' },
  outcomeGrade: { zh: '评为{grade}', en: 'graded {grade}' },
  outcomeNumber: { zh: '评数字', en: 'rated by a number' },
  noteGrade: { zh: '评为{grade}', en: 'graded {grade}' },
  noteRatingNumber: { zh: '评分 {number}', en: 'rated {number}' },
  noteMoreGrade: { zh: '评为{grade}可得 {gives}', en: '{grade} would give {gives}' },
  noteLessGrade: { zh: '评为{grade}减为 {gives}', en: '{grade} would make it {gives}' },
  noteMeanOfWeeks: { zh: '{count} 周的平均', en: 'the mean of {count} weeks' },
  noteMeanOfRows: { zh: '{count} 次评分的平均', en: 'the mean of {count} gradings' },
  noteRowPoints: { zh: '{when}，{graded}：{points}', en: '{when}, {graded}: {points}' },
  gradeRow: { zh: '第 {row} 次', en: 'no. {row}' },
  gradeWeek: { zh: '第 {week} 周', en: 'week {week}' },
  gradeNumber: { zh: '评分 {number}', en: 'rated {number}' },
} as const satisfies Sentences;

const points = exprSchema
  .optional()
  .meta(
    meaning(
      '这个等级的分数；写 75% 就是满分的 75%。四个等级都要写',
      'points for that grade, or with % a share of the full points; all four must be there',
    ),
  );
const inEnglish = points.meta(
  meaning(
    '等级的英文写法：excellent 优、good 良、fair 中、poor 差',
    'the grades in English: excellent 优, good 良, fair 中, poor 差',
  ),
);

/** What is said of a key that is no grade: the keys alone would not say that there are no others. */
const UNKNOWN_KEY: TextKey = 'want-grade-keys';

const schema = z
  .strictObject(
    {
      of: z
        .string()
        .meta(meaning('哪个评分项目，写 rating.编号', 'which rating item, as rating.ID', '看')),
      优: points,
      良: points,
      中: points,
      差: points,
      excellent: inEnglish,
      good: inEnglish,
      fair: inEnglish,
      poor: inEnglish,
      number: eitherWord({ percent: '百分比', points: '分数' })
        .optional()
        .meta(
          meaning(
            'percent：主管也可以写 0 到 100 的数，按满分的百分之几；points：写的数就是分数。不写就只收等级',
            '`percent` also takes a number from 0 to 100 as a share of the full points, `points` a number as the points; without it only grades are taken',
            '数字',
          ),
        ),
      each: eitherWord({ week: '每周', row: '每次' })
        .optional()
        .meta(
          meaning(
            'week：每周各算各的分，取各周的平均（同一周几个人评的，先取这一周的平均）；row：每次评分各算各的，取平均。不写就按这个月的评分，几个等级取中间的一个',
            "`week` grades every week by itself and takes the mean of the weeks (of one week's rows first), `row` every row by itself; without it the month's rating counts, which of several grades is the middle one",
            '每次',
          ),
        ),
    },
    { error: ({ code }) => (code === 'unrecognized_keys' ? UNKNOWN_KEY : undefined) },
  )
  .meta({ id: 'grade', ...meaning('按等级：优、良、中、差', 'by grade', '等级') });

type Spec = z.output<typeof schema>;

const HUNDRED = decimal(100);

/**
 * `grade: {of: rating.quality, 优: 20, 良: 15, 中: 10, 差: 0}`: points for the supervisor's grade. A
 * grade given as `75%` is that share of the full points. `number: percent` also takes a number from 0 to
 * 100 as a share of the full points, `number: points` a number as the points themselves.
 *
 * Of several gradings the month's rating counts, which is the middle grade. `each: week` grades every week
 * by itself and gives the mean of the weeks' points, `each: row` the mean over all rows.
 */
export const grade: Mechanism<Spec> = {
  id: 'grade',
  title: { zh: '按等级', en: 'by grade' },
  schema,
  compile,
};

function compile(spec: Spec, context: MechanismContext): Rule {
  const asked = context.value(spec.of, ['of']);
  const table = compileGrades(spec, context);
  if (asked === undefined) return context.failed;
  const { gradings } = asked.reference ?? {};
  if (asked.type.kind !== 'rating' || (spec.each !== undefined && gradings === undefined)) {
    return context.fail(['of'], 'not-a-rating', { name: spec.of });
  }
  if (spec.number === 'percent' && context.full === undefined) {
    return context.fail(['number'], 'full-points-missing');
  }
  for (const [id, title] of Object.entries(GRADES)) {
    context.declare({ [id]: filled(SENTENCES.outcomeGrade, { grade: title }) });
  }
  if (spec.number !== undefined) context.declare({ number: filled(SENTENCES.outcomeNumber) });
  const scale: Scale = { spec, context, table, of: asked.inWords() };
  return {
    unit: undefined,
    inWords: () => inWords(scale),
    evaluate(env): Trace {
      const rating = asked.evaluate(env);
      const given = gradings?.(env) ?? [];
      // Grades among numbers make no rating at all, which has been said.
      const isRating = rating.value.kind !== 'missing';
      const faults = isRating ? given.flatMap((row) => faultOf(row, scale, env)) : [];
      if (faults.length > 0) return context.step(missing(...faults), [rating]);
      const rows = spec.each === undefined ? [] : given;
      // Rows that make no rating together, grades among numbers, make none by the week either.
      return rows.length === 0 || rating.value.kind === 'missing'
        ? pointsOf(rating.value, ratingPlace(asked.reference, env), [rating], scale, env)
        : meanOfRows(rows, spec.each === 'week', rating, scale, env);
    },
  };
}

/** What a grading gives, and in whose name. */
interface Scale {
  readonly spec: Spec;
  readonly context: MechanismContext;
  readonly table: ReadonlyMap<Grade, Node>;
  readonly of: Title;
}

function inWords({ spec, table, of }: Scale): Title {
  const points = [...table].map(([id, node]) => phrase`${GRADES[id]} ${node.inWords()}`);
  const written = phrase`${of}: ${joined(points, sameInAll(', '))}`;
  const ways = [
    ...(spec.number === undefined ? [] : [filled(SENTENCES[spec.number])]),
    ...(spec.each === undefined ? [] : [wording(`grade.each_${spec.each}`)]),
  ];
  return ways.length === 0 ? written : phrase`${written} (${listedTitles('sentences', ways)})`;
}

/** What one grading gives; `parts` are what it comes from. */
function pointsOf(
  value: Value,
  place: Place,
  parts: readonly Trace[],
  { spec, context, table, of }: Scale,
  env: Env,
): Trace {
  if (value.kind === 'grade') {
    const { grade } = value;
    const points = table.get(grade)?.evaluate(env);
    const all = points === undefined ? parts : [...parts, points];
    const notes = () => [
      note(SENTENCES.noteGrade, { grade: GRADES[grade] }, 'held'),
      ...nextGrade(grade, points?.value, { table, context }, env),
    ];
    return context.step(points?.value ?? value, all, { outcome: grade, notes });
  }
  if (value.kind !== 'number') return context.step(value, parts);
  const { number } = value;
  // The rows of a rating have been looked at; an example gives nothing but the rating.
  const faults = faultOf({ value, place }, { spec, context, of }, env);
  if (faults.length > 0) return context.step(missing(...faults), parts);
  const full = context.full?.evaluate(env);
  const share = numberValue(divide(number, HUNDRED));
  const points =
    spec.number === 'points' || full === undefined ? value : arithmetic('*', full.value, share);
  return context.step(points, full === undefined ? parts : [...parts, full], {
    outcome: 'number',
    notes: () => [note(SENTENCES.noteRatingNumber, { number: measure(number, undefined) }, 'held')],
  });
}

/** From best to worst. */
const ORDER = Object.keys(GRADES) as readonly Grade[];

/** What the nearest better grade would give that does not give the same. */
function nextGrade(
  grade: Grade,
  points: Value | undefined,
  { table, context }: Pick<Scale, 'table' | 'context'>,
  env: Env,
): readonly Note[] {
  if (points?.kind !== 'number') return [];
  const own = points.number;
  const better = ORDER.slice(0, ORDER.indexOf(grade)).flatMap((each) => {
    const value = table.get(each)?.evaluate(env).value;
    return value?.kind === 'number' ? [{ grade: GRADES[each], gives: value.number }] : [];
  });
  const next = better.findLast(({ gives }) => !gives.equals(own));
  if (next === undefined) return [];
  const params = { grade: next.grade, gives: measure(next.gives, unitOfResult(context)) };
  return next.gives.greaterThan(own)
    ? [outlook(SENTENCES.noteMoreGrade, params, 'more')]
    : [outlook(SENTENCES.noteLessGrade, params, 'less')];
}

/** The mean of what the weeks (or all rows) give; a week with several rows gives their mean. */
function meanOfRows(
  rows: readonly Grading[],
  byWeek: boolean,
  rating: Trace,
  scale: Scale,
  env: Env,
): Trace {
  const graded = rows.map((row, index) => {
    const points = pointsOf(row.value, row.place, [], scale, env);
    const week = byWeek && row.week !== undefined ? weekNamed(row.week) : undefined;
    return { week, trace: rowOf(row, index, points, scale) };
  });
  // A row that names no week is one by itself.
  const weeks = groupBy(graded, ({ week, trace }) => week ?? trace);
  const traces = graded.map(({ trace }) => trace);
  const values = [...weeks.values()].map((of) => meanOf(of.map(({ trace }) => trace.value)));
  const key = byWeek ? SENTENCES.noteMeanOfWeeks : SENTENCES.noteMeanOfRows;
  const notes = () => [note(key, { count: weeks.size })];
  return scale.context.step(meanOf(values), [rating, ...traces], { notes });
}

/** The points of one row, in one sentence with what was graded and when. */
function rowOf({ week, value }: Grading, index: number, points: Trace, { context }: Scale): Trace {
  if (points.value.kind !== 'number') return points;
  const { number } = points.value;
  const notes = () => {
    const params = {
      when: whenOf(week, index),
      graded: gradedAs(value),
      points: measure(number, unitOfResult(context)),
    };
    return [note(SENTENCES.noteRowPoints, params)];
  };
  return { ...points, notes };
}

function whenOf(week: string | undefined, index: number): Title {
  if (week === undefined) return filled(SENTENCES.gradeRow, { row: String(index + 1) });
  const named = weekNamed(week);
  return /^\d+$/.test(named) ? filled(SENTENCES.gradeWeek, { week: named }) : sameInAll(week);
}

function gradedAs(value: Value): Title {
  return value.kind === 'grade'
    ? filled(SENTENCES.outcomeGrade, { grade: GRADES[value.grade] })
    : filled(SENTENCES.gradeNumber, {
        number: value.kind === 'number' ? value.number.toFixed() : '',
      });
}

function meanOf(values: readonly Value[]): Value {
  const numbers = numbersOf(values);
  return 'kind' in numbers ? numbers : numberValue(divide(sum(numbers), decimal(numbers.length)));
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
    if (expr !== undefined) table.set(id, gradePoints(expr, key, context));
    else context.fail([], 'missing-grade', { grade: GRADES[id] });
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
function gradePoints(expr: Expr, key: string, context: MechanismContext): Node {
  if (!isPercent(expr)) return context.number(expr, [key], context.result);
  return shareOfFull(context.number(expr, [key]), [key], context);
}

function within(number: Decimal, most: Value | undefined): boolean {
  if (number.lessThan(ZERO)) return false;
  return most?.kind !== 'number' || number.lessThanOrEqualTo(most.number);
}

/** What is wrong with a number that was given: a grade is wanted, or it is out of range. */
function faultOf(
  { value, place }: Pick<Grading, 'value' | 'place'>,
  { spec, context, of: name }: Pick<Scale, 'spec' | 'context' | 'of'>,
  env: Env,
): readonly Cause[] {
  if (value.kind !== 'number') return [];
  const number = value.number.toFixed();
  const about = { name, place, cell: number } as const;
  const said = { item: name, number };
  if (spec.number === undefined) return [{ ...about, code: 'rating-not-grade', params: said }];
  const most = spec.number === 'percent' ? numberValue(HUNDRED) : context.full?.evaluate(env).value;
  if (within(value.number, most)) return [];
  const end = most?.kind === 'number' ? most.number.toFixed() : '∞';
  return [{ ...about, code: 'rating-out-of-range', params: { ...said, most: end } }];
}

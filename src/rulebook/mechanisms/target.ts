import { z } from 'zod';
import { compareDecimals, type Decimal, decimal, divide, ONE, ZERO } from '../../lib/decimal.js';
import { phrase } from '../../lib/language.js';
import { meaning } from '../../lib/meaning.js';
import { filled } from '../../words/fill.js';
import { listedTitles } from '../../words/lists.js';
import { title as wording } from '../../words/text.js';
import type { Sentences } from '../../words/texts/entry.js';
import { type Consequences, checkBound } from '../formula/check-range.js';
import { exprSchema } from '../formula/expr.js';
import type { Env } from '../values/node.js';
import { evaluateNumbers } from '../values/obstacles.js';
import { usualShare } from '../values/range.js';
import { measure, type Note, note, type Trace } from '../values/trace.js';
import { PLAIN } from '../values/type.js';
import { type DisplayUnit, numberValue, UNDEFINED } from '../values/value.js';
import type { Mechanism, MechanismContext, Rule } from './mechanism.js';
import { checkShares, factor, type ShareLimit, shareOfFull } from './share-of-full.js';
import { betterKey, checkDirection } from './team-keys.js';

/** What it says of itself. */
const SENTENCES = {
  outcomeMet: { zh: '达到目标', en: 'target met' },
  outcomeMissed: { zh: '没达到目标', en: 'target missed' },
  noteTargetMet: { zh: '{value}，达到目标 {target}', en: '{value} meets the target {target}' },
  noteTargetMissed: {
    zh: '{value}，目标 {target}，差 {distance}',
    en: '{value}, target {target}, {distance} away',
  },
  noteLimited: { zh: '{ratio} 限为 {result}', en: '{ratio} limited to {result}' },
} as const satisfies Sentences;

const TARGET: Consequences = {
  never: wording('follows.never_reached'),
  always: wording('follows.never_reached'),
};

/** Nobody reaches ten times the target. */
const NO_CAP: ShareLimit = { range: usualShare(decimal(10)), follows: wording('follows.no_cap') };

const schema = z
  .strictObject({
    of: exprSchema.meta(meaning('看哪个数', 'the figure', '看')),
    target: exprSchema.meta(
      meaning(
        '目标：数、参数、团队平均都行',
        'the target, a number, a parameter or a team mean',
        '目标',
      ),
    ),
    better: betterKey,
    cap: exprSchema
      .optional()
      .meta(meaning('达成率最高算到多少，例如 100%', 'the most that counts, such as 100%', '封顶')),
    floor: exprSchema
      .optional()
      .meta(meaning('达成率最低算到多少', 'the least that counts', '保底')),
  })
  .meta({ id: 'target', ...meaning('对目标的比例', 'in proportion to a target', '达成率') });

type Spec = z.output<typeof schema>;

/**
 * `target: {of: 转化率, target: 60%, cap: 120%}`: value ÷ target of what the entry is worth. With
 * `better: lower` it is 2 − value ÷ target, and against a target of 0 the whole when the value is 0, else
 * nothing. Never below `floor` (0 unless said) nor above `cap`.
 */
export const target: Mechanism<Spec> = {
  id: 'target',
  title: { zh: '对目标', en: 'against target' },
  divides: true,
  schema,
  compile,
};

function compile(spec: Spec, context: MechanismContext): Rule {
  const asked = context.number(spec.of, ['of']);
  const goal = context.number(spec.target, ['target'], asked.type);
  // A lower one is better: what may at least be reached is another matter.
  checkDirection(asked, spec.better, ['of'], context);
  if (spec.better !== 'lower') {
    checkBound('>=', asked, goal, TARGET, context.reportRange(['target']));
  }
  const cap = context.number(spec.cap, ['cap'], PLAIN);
  checkShares(cap, spec.cap, NO_CAP, ['cap'], context);
  const floor = context.number(spec.floor, ['floor'], PLAIN);
  context.declare({ met: filled(SENTENCES.outcomeMet), missed: filled(SENTENCES.outcomeMissed) });
  const lower = spec.better === 'lower';
  const share = {
    inWords() {
      const reached = phrase`${factor(asked)} ÷ ${factor(goal)}`;
      const ratio = lower ? phrase`(2 − ${reached})` : reached;
      const limits = [
        ...(floor === undefined ? [] : [phrase`≥ ${floor.inWords()}`]),
        ...(cap === undefined ? [] : [phrase`≤ ${cap.inWords()}`]),
      ];
      return limits.length === 0 ? ratio : phrase`${ratio} (${listedTitles('names', limits)})`;
    },
    evaluate(env: Env): Trace {
      const { traces, numbers, obstacle } = evaluateNumbers(env, [asked, goal, floor, cap]);
      if (numbers === undefined) return context.step(obstacle, traces, { unit: 'ratio' });
      const [value, wanted, low = ZERO, high] = numbers;
      const ratio = lower ? lowerIsBetter(value, wanted) : higherIsBetter(value, wanted);
      if (ratio === undefined) return context.step(UNDEFINED, traces, { unit: 'ratio' });
      const result = limit(ratio, low, high);
      const above = compareDecimals(value, wanted);
      const met = lower ? above <= 0 : above >= 0;
      return context.step(numberValue(result), traces, {
        unit: 'ratio',
        outcome: met ? 'met' : 'missed',
        notes: () => notesOn(met, value, wanted, ratio, result, traces[0]?.unit),
      });
    },
  };
  return shareOfFull(share, [], context);
}

function higherIsBetter(value: Decimal, goal: Decimal): Decimal | undefined {
  return goal.isZero() ? undefined : divide(value, goal);
}

function lowerIsBetter(value: Decimal, goal: Decimal): Decimal {
  if (goal.isZero()) return value.isZero() ? ONE : ZERO;
  return ONE.times(2).minus(divide(value, goal));
}

function limit(ratio: Decimal, low: Decimal, high: Decimal | undefined): Decimal {
  if (high !== undefined && compareDecimals(high, ratio) < 0) return high;
  return compareDecimals(ratio, low) < 0 ? low : ratio;
}

function notesOn(
  met: boolean,
  value: Decimal,
  goal: Decimal,
  ratio: Decimal,
  result: Decimal,
  unit: DisplayUnit,
): readonly Note[] {
  const params = {
    value: measure(value, unit),
    target: measure(goal, unit),
    distance: measure(value.minus(goal).abs(), unit),
  };
  const reached = met
    ? note(SENTENCES.noteTargetMet, params, 'held')
    : note(SENTENCES.noteTargetMissed, params, 'next');
  if (ratio.equals(result)) return [reached];
  const limits = { ratio: measure(ratio, 'ratio'), result: measure(result, 'ratio') };
  return [reached, note(SENTENCES.noteLimited, limits)];
}

import { z } from 'zod';
import type { Decimal } from '../../lib/decimal.js';
import { ZERO } from '../../lib/decimal.js';
import type { Title } from '../../lib/language.js';
import { meaning } from '../../lib/meaning.js';
import { filled } from '../../words/fill.js';
import type { Sentences } from '../../words/texts/entry.js';
import { exprSchema } from '../formula/expr.js';
import { evaluateNumbers } from '../values/obstacles.js';
import { measure, note, type Trace } from '../values/trace.js';
import { numberValue } from '../values/value.js';
import { type Mechanism, type MechanismContext, type Rule, unitOfResult } from './mechanism.js';

/** What they say of themselves. */
const SENTENCES = {
  toppedUp: { zh: '补足', en: 'topped up' },
  reached: { zh: '已到保底', en: 'guarantee reached' },
  cut: { zh: '减去超出的', en: 'cut' },
  within: { zh: '没有超过封顶', en: 'within the cap' },
  atLeast: { zh: '{of}不到 {amount} 的，补到 {amount}', en: '{of} is topped up to {amount}' },
  atMost: { zh: '{of}超过 {amount} 的，减去超出的', en: '{of} is cut to {amount}' },
  noteToppedUp: {
    zh: '{value}，不到 {amount}，补 {difference}',
    en: '{value} is below {amount}: {difference} more',
  },
  noteReached: { zh: '{value}，已到 {amount}，不用补', en: '{value} is not below {amount}' },
  noteCut: {
    zh: '{value}，超过 {amount}，减 {difference}',
    en: '{value} is above {amount}: {difference} less',
  },
  noteWithin: { zh: '{value}，没有超过 {amount}', en: '{value} is not above {amount}' },
} as const satisfies Sentences;

const keys = {
  of: exprSchema.meta(
    meaning(
      '看哪些钱，写公式：几项相加、类别.提成、应发工资（这一项以前的各项应发之和）',
      'which money, a formula: lines added up, category.commission, gross (the earnings before this line)',
      '看',
    ),
  ),
  amount: exprSchema.meta(
    meaning(
      '保底或封顶多少（元）；写了 prorate，月中入职、离职的按在职的部分算',
      'the guarantee or the cap (yuan); with `prorate` a part of it for who joins or leaves during the month',
      '金额',
    ),
  ),
};

/** What differs between a guarantee and a cap. */
interface Sort {
  /** How much the line gives: what `value` lacks of `amount`, or what it is over. */
  readonly difference: (value: Decimal, amount: Decimal) => Decimal;
  readonly outcomes: { readonly changed: Title; readonly same: Title };
  readonly words: 'atLeast' | 'atMost';
  readonly notes: readonly ['noteToppedUp', 'noteReached'] | readonly ['noteCut', 'noteWithin'];
}

const leastSchema = z.strictObject(keys).meta({
  id: 'at_least',
  ...meaning(
    '保底：几项加起来不到的，补差',
    'a guaranteed minimum: what several lines lack of it',
    '保底',
  ),
});
const mostSchema = z.strictObject(keys).meta({
  id: 'at_most',
  ...meaning('封顶：几项加起来超出的，减去', 'a cap: what several lines are over it', '封顶'),
});

type Spec = z.output<typeof leastSchema>;

/**
 * `at_least: {of: 底薪 + 提成, amount: 3500}`: what the lines lack of a guaranteed minimum, as a line of its
 * own; 0 where nothing is lacking.
 */
export const atLeast: Mechanism<Spec> = {
  id: 'at_least',
  title: { zh: '保底', en: 'guaranteed minimum' },
  proratesAmount: true,
  schema: leastSchema,
  compile: (spec, context) =>
    compile(spec, context, {
      difference: (value, amount) => amount.minus(value),
      outcomes: { changed: filled(SENTENCES.toppedUp), same: filled(SENTENCES.reached) },
      words: 'atLeast',
      notes: ['noteToppedUp', 'noteReached'],
    }),
};

/** `at_most: {of: 类别.提成, amount: 5000}`: what the lines are over a cap, as a deduction of its own. */
export const atMost: Mechanism<Spec> = {
  id: 'at_most',
  title: { zh: '封顶', en: 'cap' },
  proratesAmount: true,
  schema: mostSchema,
  compile: (spec, context) =>
    compile(spec, context, {
      difference: (value, amount) => value.minus(amount),
      outcomes: { changed: filled(SENTENCES.cut), same: filled(SENTENCES.within) },
      words: 'atMost',
      notes: ['noteCut', 'noteWithin'],
    }),
};

function compile(spec: Spec, context: MechanismContext, sort: Sort): Rule {
  const asked = context.number(spec.of, ['of'], context.result);
  const written = context.number(spec.amount, ['amount'], context.result);
  const limit = context.prorated(written);
  const unit = unitOfResult(context);
  context.declare(sort.outcomes);
  return {
    unit,
    inWords: () =>
      filled(SENTENCES[sort.words], { of: asked.inWords(), amount: written.inWords() }),
    evaluate(env): Trace {
      const { traces, numbers, obstacle } = evaluateNumbers(env, [asked, limit]);
      if (numbers === undefined) return context.step(obstacle, traces);
      const [value, amount] = numbers;
      const difference = sort.difference(value, amount);
      const isChanged = difference.greaterThan(ZERO);
      const [changed, same] = sort.notes;
      const params = {
        value: measure(value, unit),
        amount: measure(amount, unit),
        difference: measure(difference, unit),
      };
      return context.step(numberValue(isChanged ? difference : ZERO), traces, {
        outcome: isChanged ? 'changed' : 'same',
        notes: () => [
          isChanged ? note(SENTENCES[changed], params, 'held') : note(SENTENCES[same], params),
        ],
      });
    },
  };
}

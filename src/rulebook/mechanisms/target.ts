import { z } from 'zod';
import { compare, type Decimal, divide, ONE, ZERO } from '../../lib/decimal.js';
import { definition, described } from '../../lib/described.js';
import { title as wording } from '../../words/text.js';
import { exprSchema } from '../formula/expr.js';
import type { Node } from '../values/node.js';
import { firstObstacle } from '../values/obstacles.js';
import { measure, NO_NOTES, type Note, note, type Trace } from '../values/trace.js';
import { PLAIN } from '../values/type.js';
import { ABSENT, numberValue, UNDEFINED } from '../values/value.js';
import { type Mechanism, type MechanismContext, tableStep } from './mechanism.js';
import { factor, shareOfWorth } from './share-of-full.js';
import { betterKey } from './team-keys.js';

const schema = definition(
  'target',
  '对目标的比例',
  'in proportion to a target',
  z.strictObject({
    of: described(exprSchema, '看哪个数', 'the figure'),
    target: described(exprSchema, '目标', 'target'),
    better: betterKey,
    cap: described(exprSchema.optional(), '上限', 'most'),
    floor: described(exprSchema.optional(), '下限', 'least'),
  }),
);

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

function compile(spec: Spec, context: MechanismContext): Node | undefined {
  const asked = context.number(spec.of, ['of']);
  const goal = context.number(spec.target, ['target'], asked?.type);
  const cap = spec.cap === undefined ? undefined : context.number(spec.cap, ['cap'], PLAIN);
  const floor = spec.floor === undefined ? undefined : context.number(spec.floor, ['floor'], PLAIN);
  if (asked === undefined || goal === undefined) return undefined;
  if (cap === undefined && spec.cap !== undefined) return undefined;
  if (floor === undefined && spec.floor !== undefined) return undefined;
  context.declare({ met: wording('outcome.met'), missed: wording('outcome.missed') });
  const lower = spec.better === 'lower';
  const share: Node = {
    type: PLAIN,
    unit: 'ratio',
    uses: [asked, goal, cap, floor].flatMap((node) => node?.uses ?? []),
    print(language) {
      const [value, wanted] = [factor(asked, language), factor(goal, language)];
      const ratio = lower ? `(2 − ${value} ÷ ${wanted})` : `${value} ÷ ${wanted}`;
      const most = cap === undefined ? '' : ` (≤ ${cap.print(language)})`;
      return `${ratio}${most}`;
    },
    evaluate(env): Trace {
      const value = asked.evaluate(env);
      const wanted = goal.evaluate(env);
      const limits = [floor, cap].map((limit) => limit?.evaluate(env));
      const traces = [value, wanted, ...limits.filter((limit) => limit !== undefined)];
      const obstacle = firstObstacle(traces.map((trace) => trace.value));
      const a = value.value;
      const b = wanted.value;
      if (obstacle !== undefined || a.kind !== 'number' || b.kind !== 'number') {
        return stepOf(obstacle ?? ABSENT, traces);
      }
      const ratio = lower ? lowerIsBetter(a.number, b.number) : higherIsBetter(a.number, b.number);
      if (ratio === undefined) return stepOf(UNDEFINED, traces);
      const [low, high] = limits.map((limit) =>
        limit?.value.kind === 'number' ? limit.value.number : undefined,
      );
      const result = limit(ratio, low ?? ZERO, high);
      const above = compare(a.number, b.number);
      const met = lower ? above <= 0 : above >= 0;
      return {
        ...stepOf(numberValue(result), traces, () =>
          notesOn(met, a.number, b.number, ratio, result, value),
        ),
        branch: context.branch(met ? 'met' : 'missed'),
      };
    },
  };
  return shareOfWorth(share, [], context);
}

function higherIsBetter(value: Decimal, goal: Decimal): Decimal | undefined {
  return goal.isZero() ? undefined : divide(value, goal);
}

function lowerIsBetter(value: Decimal, goal: Decimal): Decimal {
  if (goal.isZero()) return value.isZero() ? ONE : ZERO;
  return ONE.times(2).minus(divide(value, goal));
}

function limit(ratio: Decimal, low: Decimal, high: Decimal | undefined): Decimal {
  if (high !== undefined && compare(high, ratio) < 0) return high;
  return compare(ratio, low) < 0 ? low : ratio;
}

function notesOn(
  met: boolean,
  value: Decimal,
  goal: Decimal,
  ratio: Decimal,
  result: Decimal,
  asked: Trace,
): readonly Note[] {
  const params = {
    value: measure(value, asked.unit),
    target: measure(goal, asked.unit),
    distance: measure(value.minus(goal).abs(), asked.unit),
  };
  const reached = met
    ? note('note.target_met', params, 'held')
    : note('note.target_missed', params, 'next');
  if (ratio.equals(result)) return [reached];
  const limits = { ratio: measure(ratio, 'ratio'), result: measure(result, 'ratio') };
  return [reached, note('note.limited', limits)];
}

function stepOf(value: Trace['value'], parts: readonly Trace[], notes = NO_NOTES): Trace {
  return tableStep(target, value, parts, notes, 'ratio');
}

import { z } from 'zod';
import { type Decimal, ONE, sum } from '../../lib/decimal.js';
import { definition, described } from '../../lib/described.js';
import { title as wording } from '../../words/text.js';
import { exprSchema } from '../formula/expr.js';
import { arithmetic } from '../formula/operators.js';
import type { Env, Node } from '../values/node.js';
import { unknownAmong } from '../values/obstacles.js';
import { measure, note, type Trace } from '../values/trace.js';
import { ABSENT, numberValue, type Value } from '../values/value.js';
import { type Mechanism, type MechanismContext, tableStep } from './mechanism.js';
import { amongKey } from './team-keys.js';

const schema = definition(
  'pool',
  '全队分享一笔钱',
  'an amount that the team shares',
  z.strictObject({
    amount: described(exprSchema, '金额（元）', 'amount (yuan)'),
    by: described(exprSchema.optional(), '按什么排', 'the figure to rank or share by'),
    among: amongKey,
  }),
);

type Spec = z.output<typeof schema>;

/**
 * `pool: {amount: team_sum(line.base) × 5%, by: 销售额}`: an amount that the team shares, equally or in
 * proportion to a figure. Only those for whom `among` holds take part; for the others it is absent.
 */
export const pool: Mechanism<Spec> = {
  id: 'pool',
  title: { zh: '共享', en: 'shared pool' },
  ofTeam: true,
  schema,
  compile,
};

function compile(spec: Spec, context: MechanismContext): Node | undefined {
  const amount = context.number(spec.amount, ['amount'], context.result);
  const by = spec.by === undefined ? undefined : context.number(spec.by, ['by']);
  const among = spec.among === undefined ? undefined : context.condition(spec.among, ['among']);
  if (amount === undefined) return undefined;
  if (by === undefined && spec.by !== undefined) return undefined;
  if (among === undefined && spec.among !== undefined) return undefined;
  context.declare({ shared: wording('outcome.shared') });
  if (among !== undefined || by !== undefined) {
    context.declare({ outside: wording('outcome.outside') });
  }
  const key = {};
  return {
    type: context.result,
    unit: amount.unit,
    uses: [amount, by, among].flatMap((node) => node?.uses ?? []),
    print(language) {
      const [whole, figure] = [amount.print(language), by?.print(language)];
      if (language === 'zh')
        return figure === undefined ? `平分 ${whole}` : `按 ${figure} 分 ${whole}`;
      return figure === undefined ? `${whole} shared equally` : `${whole} shared by ${figure}`;
    },
    evaluate(env): Trace {
      const whole = amount.evaluate(env);
      const parts = by === undefined ? [whole] : [whole, by.evaluate(env)];
      const sharing = env.team.once(key, () => sharingOf(env, by, among));
      const own = sharing.weights.get(env) ?? ABSENT;
      if (sharing.obstacle !== undefined) {
        return tableStep(pool, unknownAmong([own, sharing.obstacle]) ?? sharing.obstacle, parts);
      }
      if (own.kind !== 'number') {
        return { ...tableStep(pool, own, parts), branch: context.branch('outside') };
      }
      const share = arithmetic('/', own, numberValue(sharing.total));
      const value = arithmetic('*', whole.value, share);
      const notes = () => {
        const [weight, total] = [measure(own.number, by?.unit), measure(sharing.total, by?.unit)];
        return [note('note.pool', { own: weight, total }, 'held')];
      };
      return {
        ...tableStep(pool, value, parts, notes),
        branch: context.branch('shared'),
      };
    },
  };
}

/** How an amount is shared. */
interface Sharing {
  /** Each member's weight; absent for who takes no part. */
  readonly weights: ReadonlyMap<Env, Value>;
  readonly total: Decimal;
  readonly obstacle: Value | undefined;
}

function sharingOf(env: Env, by: Node | undefined, among: Node | undefined): Sharing {
  const weights = new Map(
    env.team.members.map((member) => [member, weightOf(member, by, among)] as const),
  );
  const values = [...weights.values()];
  const numbers = values.flatMap((value) => (value.kind === 'number' ? [value.number] : []));
  return { weights, total: sum(numbers), obstacle: unknownAmong(values) };
}

function weightOf(member: Env, by: Node | undefined, among: Node | undefined): Value {
  const admitted = among && member.value(among);
  if (admitted?.kind === 'missing') return admitted;
  if (admitted !== undefined && !(admitted.kind === 'yesno' && admitted.yes)) return ABSENT;
  return by === undefined ? numberValue(ONE) : member.value(by);
}

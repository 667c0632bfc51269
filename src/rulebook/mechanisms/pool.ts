import { z } from 'zod';
import { type Decimal, ONE, sum } from '../../lib/decimal.js';
import { meaning } from '../../lib/meaning.js';
import { filled } from '../../words/fill.js';
import type { Sentences } from '../../words/texts/entry.js';
import { exprSchema } from '../formula/expr.js';
import { arithmetic } from '../formula/operators.js';
import type { Env, Node } from '../values/node.js';
import { knownNumbers, unknownAmong, withOwnCauses } from '../values/obstacles.js';
import { valueAmong } from '../values/ranking.js';
import { measure, note, type Trace } from '../values/trace.js';
import { ABSENT, numberValue, type Value } from '../values/value.js';
import type { Mechanism, MechanismContext, Rule } from './mechanism.js';
import { amongKey } from './team-keys.js';

/** What it says of itself. */
const SENTENCES = {
  outcomeShared: { zh: '分到', en: 'has a share' },
  outcomeOutside: { zh: '不参加分', en: 'takes no part' },
  poolEqual: { zh: '平分 {whole}', en: '{whole} shared equally' },
  poolBy: { zh: '按 {figure} 分 {whole}', en: '{whole} shared by {figure}' },
  notePool: { zh: '占 {own} ÷ {total}', en: '{own} of {total}' },
} as const satisfies Sentences;

const schema = z
  .strictObject({
    amount: exprSchema.meta(meaning('一共多少钱（元）', 'the whole amount (yuan)')),
    by: exprSchema
      .optional()
      .meta(meaning('按哪个数的比例分；不写就平分', 'in proportion to what; equally unless said')),
    among: amongKey,
  })
  .meta({ id: 'pool', ...meaning('全队分享一笔钱', 'an amount that the team shares') });

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

function compile(spec: Spec, context: MechanismContext): Rule {
  const amount = context.number(spec.amount, ['amount'], context.result);
  const by = context.number(spec.by, ['by']);
  const among = context.condition(spec.among, ['among']);
  context.declare({ shared: filled(SENTENCES.outcomeShared) });
  if (among !== undefined || by !== undefined) {
    context.declare({ outside: filled(SENTENCES.outcomeOutside) });
  }
  const key = {};
  return {
    unit: amount.unit,
    inWords() {
      const whole = amount.inWords();
      if (by === undefined) return filled(SENTENCES.poolEqual, { whole });
      return filled(SENTENCES.poolBy, { whole, figure: by.inWords() });
    },
    evaluate(env): Trace {
      const whole = amount.evaluate(env);
      const parts = by === undefined ? [whole] : [whole, by.evaluate(env)];
      const { weights, total, obstacle } = env.team.whole.once(key, () =>
        sharingOf(env, by, among),
      );
      const own = weights.get(env) ?? ABSENT;
      if (obstacle !== undefined) return context.step(withOwnCauses(own, obstacle), parts);
      if (own.kind !== 'number') return context.step(own, parts, { outcome: 'outside' });
      const value = arithmetic('*', whole.value, arithmetic('/', own, numberValue(total)));
      const notes = () => {
        const params = { own: measure(own.number, by?.unit), total: measure(total, by?.unit) };
        return [note(SENTENCES.notePool, params, 'held')];
      };
      return context.step(value, parts, { outcome: 'shared', notes });
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
  const weight = (member: Env) => (by === undefined ? numberValue(ONE) : member.value(by));
  const weights = new Map(
    env.team.whole.members.map((member) => [member, valueAmong(member, among, weight)] as const),
  );
  const values = [...weights.values()];
  return { weights, total: sum(knownNumbers(values)), obstacle: unknownAmong(values) };
}

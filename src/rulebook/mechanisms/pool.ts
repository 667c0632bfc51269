import { z } from 'zod';
import { type Decimal, ONE, sum } from '../../lib/decimal.js';
import { joined, LINES } from '../../lib/language.js';
import { meaning } from '../../lib/meaning.js';
import { filled } from '../../words/fill.js';
import type { Sentences } from '../../words/texts/entry.js';
import { exprSchema } from '../formula/expr.js';
import { arithmetic } from '../formula/operators.js';
import type { Env, Node, Team } from '../values/node.js';
import { knownNumbers, unknownAmong, withOwnCauses } from '../values/obstacles.js';
import { valueAmong } from '../values/ranking.js';
import { scopeWithin, WHOLE_PLAN } from '../values/team-scope.js';
import { measure, note, type Trace } from '../values/trace.js';
import { ABSENT, numberValue, type Value } from '../values/value.js';
import type { Mechanism, MechanismContext, Rule } from './mechanism.js';
import { amongKey, withinInWords, withinKey } from './team-keys.js';

/** What it says of itself. */
const SENTENCES = {
  outcomeShared: { zh: '分到', en: 'has a share' },
  outcomeOutside: { zh: '不参加分', en: 'takes no part' },
  poolEqual: { zh: '平分 {whole}', en: '{whole} shared equally' },
  poolBy: { zh: '按 {figure} 分 {whole}', en: '{whole} shared by {figure}' },
  who: { zh: '参加条件：{among}', en: 'who takes part: {among}' },
  notePool: { zh: '占 {own} ÷ {total}', en: '{own} of {total}' },
} as const satisfies Sentences;

const schema = z
  .strictObject({
    amount: exprSchema.meta(meaning('一共多少钱（元）', 'the whole amount (yuan)', '金额')),
    by: exprSchema
      .optional()
      .meta(
        meaning('按哪个数的比例分；不写就平分', 'in proportion to what; equally unless said', '按'),
      ),
    among: amongKey,
    within: withinKey,
  })
  .meta({ id: 'pool', ...meaning('全队分享一笔钱', 'an amount that the team shares', '共享') });

type Spec = z.output<typeof schema>;

/**
 * `pool: {amount: team_sum(line.base) × 5%, by: 销售额}`: an amount that the team shares, equally or in
 * proportion to a figure. Only those for whom `among` holds take part; for the others it is absent. With
 * `within: shift` each shift shares an amount of its own.
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
  const scope = scopeWithin(spec.within, WHOLE_PLAN);
  context.declare({ shared: filled(SENTENCES.outcomeShared) });
  if (among !== undefined || by !== undefined) {
    context.declare({ outside: filled(SENTENCES.outcomeOutside) });
  }
  const key = {};
  return {
    unit: amount.unit,
    inWords() {
      const whole = amount.inWords();
      const shared =
        by === undefined
          ? filled(SENTENCES.poolEqual, { whole })
          : filled(SENTENCES.poolBy, { whole, figure: by.inWords() });
      const who = among === undefined ? [] : [filled(SENTENCES.who, { among: among.inWords() })];
      return joined([shared, ...who, ...withinInWords(scope)], LINES);
    },
    evaluate(env): Trace {
      const whole = amount.evaluate(env);
      const parts = by === undefined ? [whole] : [whole, by.evaluate(env)];
      const team = scope.find(env);
      if ('unknown' in team) return context.step(team.unknown, parts);
      const { weights, total, obstacle } = team.once(key, () => sharingOf(team, by, among));
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

function sharingOf({ members }: Team, by: Node | undefined, among: Node | undefined): Sharing {
  const weight = (member: Env) => (by === undefined ? numberValue(ONE) : member.value(by));
  const weights = new Map(
    members.map((member) => [member, valueAmong(member, among, weight)] as const),
  );
  const values = [...weights.values()];
  return { weights, total: sum(knownNumbers(values)), obstacle: unknownAmong(values) };
}

import { z } from 'zod';
import { decimal, divide, sum } from '../../lib/decimal.js';
import type { Env, Node } from '../node.js';
import { exprSchema } from '../schema-parts.js';
import { measure, note, type Trace } from '../trace.js';
import { ABSENT, numberValue, UNDEFINED, type Value } from '../value.js';
import type { Mechanism, MechanismContext } from './mechanism.js';

const schema = z.strictObject({
  amount: exprSchema,
  by: exprSchema.optional(),
  among: z.string().optional(),
});

type Spec = z.output<typeof schema>;

/**
 * `pool: {amount: team_sum(line.base) × 5%, by: 销售额}`: an amount that the team shares, equally or in
 * proportion to a figure. Only those for whom `among` holds take part; for the others it is absent.
 */
export const pool: Mechanism<Spec> = { key: 'pool', schema, compile };

function compile(spec: Spec, context: MechanismContext): Node | undefined {
  const amount = context.number(spec.amount, ['amount'], context.result);
  const by = spec.by === undefined ? undefined : context.number(spec.by, ['by']);
  const among = spec.among === undefined ? undefined : context.condition(spec.among, ['among']);
  if (amount === undefined) return undefined;
  context.declare(['shared', 'outside'].map((outcome) => context.branch(outcome)));
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
      const weights = env.team.once(key, () => weightsOf(env, by, among));
      const own = weights.get(env) ?? ABSENT;
      const numbers = [...weights.values()];
      const unknown = numbers.find(({ kind }) => kind === 'missing');
      if (unknown !== undefined) return stepOf(unknown, [whole], []);
      if (own.kind !== 'number' || whole.value.kind !== 'number') {
        const value = own.kind === 'number' ? whole.value : own;
        return { ...stepOf(value, [whole], []), branch: context.branch('outside') };
      }
      const total = sum(
        numbers.flatMap((value) => (value.kind === 'number' ? [value.number] : [])),
      );
      const share = total.isZero() ? undefined : divide(own.number, total);
      const value = share === undefined ? UNDEFINED : numberValue(whole.value.number.times(share));
      const params = { own: measure(own.number, by?.unit), total: measure(total, by?.unit) };
      return {
        ...stepOf(value, [whole], [note('note.pool', params, 'held')]),
        branch: context.branch('shared'),
      };
    },
  };
}

/** Each member's weight in the sharing; absent for who takes no part. */
function weightsOf(
  env: Env,
  by: Node | undefined,
  among: Node | undefined,
): ReadonlyMap<Env, Value> {
  return new Map(
    env.team.members.map((member) => {
      const admitted = among?.evaluate(member).value;
      if (admitted?.kind === 'missing') return [member, admitted];
      if (admitted?.kind === 'yesno' && !admitted.yes) return [member, ABSENT];
      return [member, by?.evaluate(member).value ?? numberValue(decimal(1))];
    }),
  );
}

function stepOf(value: Value, parts: Trace['parts'], notes: Trace['notes']): Trace {
  return { step: 'mechanism', operation: 'pool', value, unit: undefined, parts, notes };
}

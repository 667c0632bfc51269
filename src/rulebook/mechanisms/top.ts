import { z } from 'zod';
import { type Decimal, decimal, divide } from '../../lib/decimal.js';
import type { Env, Node } from '../node.js';
import { exprSchema } from '../schema-parts.js';
import { note, type Trace } from '../trace.js';
import { ABSENT, numberValue, type Value } from '../value.js';
import type { Mechanism, MechanismContext } from './mechanism.js';
import { rankTeam } from './standing.js';

const ranking = z.union([
  exprSchema,
  z.strictObject({
    of: exprSchema,
    better: z.enum(['higher', 'lower']).optional(),
    nearest: exprSchema.optional(),
  }),
]);

const schema = z.strictObject({
  by: z.union([z.array(ranking).min(1).max(10), ranking.transform((one) => [one])]),
  amount: exprSchema,
  among: z.string().optional(),
  ties: z.enum(['share', 'same', 'roster']).default('share'),
});

type Spec = z.output<typeof schema>;
type RankingSpec = z.output<typeof ranking>;

interface Criterion {
  readonly asked: Node;
  readonly better: 'higher' | 'lower';
  readonly nearest: Node | undefined;
}

/**
 * `top: {by: 销售额, amount: 300, among: 销售额 > 0}`: the best of the team by a figure, or by the sum of
 * the places in several rankings. Only those for whom `among` holds take part. Equals share the amount
 * unless `ties` says otherwise; for everybody else the line is absent.
 */
export const top: Mechanism<Spec> = { key: 'top', schema, compile };

function compile(spec: Spec, context: MechanismContext): Node | undefined {
  const criteria = spec.by.map((each, index) =>
    compileCriterion(each, index, spec.by.length, context),
  );
  const amount = context.number(spec.amount, ['amount'], context.result);
  const among = spec.among === undefined ? undefined : context.condition(spec.among, ['among']);
  const known = criteria.filter((each) => each !== undefined);
  if (known.length < criteria.length || amount === undefined) return undefined;
  context.declare(['won', 'lost'].map((outcome) => context.branch(outcome)));
  const key = {};
  return {
    type: context.result,
    unit: amount.unit,
    uses: [...known.flatMap(({ asked }) => asked.uses), ...amount.uses, ...(among?.uses ?? [])],
    print(language) {
      const names = known.map(({ asked }) => asked.print(language)).join(', ');
      return language === 'zh'
        ? `${names} 第一：${amount.print(language)}`
        : `first by ${names}: ${amount.print(language)}`;
    },
    evaluate(env): Trace {
      const asked = known.map((criterion) => criterion.asked.evaluate(env));
      const { winners, obstacle } = env.team.once(key, () => contest(env, known, among, spec));
      if (obstacle !== undefined) return stepOf(obstacle, asked, []);
      const won = winners.includes(env);
      const branch = context.branch(won ? 'won' : 'lost');
      if (!won) {
        const lost = note('note.not_first', { count: env.team.members.length }, 'failed');
        return { ...stepOf(ABSENT, asked, [lost]), branch };
      }
      const prize = amount.evaluate(env);
      const value =
        prize.value.kind === 'number' ? share(prize.value.number, winners, spec) : prize.value;
      const notes = [note('note.first', { count: winners.length }, 'held')];
      return { ...stepOf(value, [...asked, prize], notes), branch };
    },
  };
}

function share(amount: Decimal, winners: readonly Env[], { ties }: Spec): Value {
  return numberValue(ties === 'share' ? divide(amount, decimal(winners.length)) : amount);
}

function compileCriterion(
  spec: RankingSpec,
  index: number,
  count: number,
  context: MechanismContext,
): Criterion | undefined {
  const path = count === 1 ? ['by'] : ['by', index];
  if (typeof spec === 'string' || 'dated' in spec) {
    const asked = context.number(spec, path);
    return asked === undefined ? undefined : { asked, better: 'higher', nearest: undefined };
  }
  const asked = context.number(spec.of, [...path, 'of']);
  const nearest =
    spec.nearest === undefined
      ? undefined
      : context.number(spec.nearest, [...path, 'nearest'], asked?.type);
  if (asked === undefined) return undefined;
  return { asked, better: spec.better ?? (nearest === undefined ? 'higher' : 'lower'), nearest };
}

/** Who wins: the smallest sum of places over all rankings. */
function contest(
  env: Env,
  criteria: readonly Criterion[],
  among: Node | undefined,
  { ties }: Spec,
): { winners: readonly Env[]; obstacle: Value | undefined } {
  const admitted = env.team.members.map((member) => among?.evaluate(member).value);
  const unknown = admitted.find((value) => value?.kind === 'missing');
  if (unknown !== undefined) return { winners: [], obstacle: unknown };
  const members = env.team.members.filter((_, index) => {
    const value = admitted[index];
    return value === undefined || (value.kind === 'yesno' && value.yes);
  });
  const rankings = criteria.map((criterion) =>
    rankTeam(members, (member) => figureOf(criterion, member), criterion.better, 'same'),
  );
  const obstacle = rankings.find((each) => each.obstacle !== undefined)?.obstacle;
  if (obstacle !== undefined) return { winners: [], obstacle };
  const sums = members.flatMap((member) => {
    const places = rankings.map(({ standings }) => standings.get(member)?.place);
    const total = places.reduce<number | undefined>(
      (sum, place) => (sum === undefined || place === undefined ? undefined : sum + place),
      0,
    );
    return total === undefined ? [] : [{ member, total }];
  });
  const least = Math.min(...sums.map(({ total }) => total));
  const winners = sums.filter(({ total }) => total === least).map(({ member }) => member);
  return { winners: ties === 'roster' ? winners.slice(0, 1) : winners, obstacle: undefined };
}

function figureOf({ asked, nearest }: Criterion, member: Env): Value {
  const { value } = asked.evaluate(member);
  const point = nearest?.evaluate(member).value;
  if (point?.kind !== 'number' || value.kind !== 'number') return value;
  return numberValue(value.number.minus(point.number).abs());
}

function stepOf(value: Value, parts: Trace['parts'], notes: Trace['notes']): Trace {
  return { step: 'mechanism', operation: 'top', value, unit: undefined, parts, notes };
}

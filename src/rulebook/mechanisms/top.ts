import { z } from 'zod';
import { type Decimal, decimal, divide } from '../../lib/decimal.js';
import { title as wording } from '../../lib/messages/index.js';
import type { YamlPath } from '../../lib/yaml.js';
import { arithmetic, firstObstacle, unknownAmong } from '../formula/operators.js';
import type { Env, Node, Slot } from '../node.js';
import { exprSchema } from '../schema-parts.js';
import { note, type Trace } from '../trace.js';
import { ABSENT, numberValue, type Value } from '../value.js';
import type { Mechanism, MechanismContext } from './mechanism.js';
import { type Ranking, rankTeam } from './standing.js';

const ranking = z.union([
  exprSchema,
  z.strictObject({
    of: exprSchema,
    better: z.enum(['higher', 'lower']).optional(),
    nearest: exprSchema.optional(),
  }),
]);

const schema = z.strictObject({
  by: z.union([
    z
      .array(ranking)
      .min(1)
      .max(10)
      .transform((rankings) => ({ rankings, isList: true })),
    ranking.transform((one) => ({ rankings: [one], isList: false })),
  ]),
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
  const { rankings, isList } = spec.by;
  const criteria = rankings.map((each, index) =>
    compileCriterion(each, isList ? ['by', index] : ['by'], context),
  );
  const amount = context.number(spec.amount, ['amount'], context.result);
  const among = spec.among === undefined ? undefined : context.condition(spec.among, ['among']);
  const known = criteria.filter((each) => each !== undefined);
  if (known.length < criteria.length || amount === undefined) return undefined;
  if (among === undefined && spec.among !== undefined) return undefined;
  context.declare({ won: wording('outcome.won'), lost: wording('outcome.lost') });
  const key = {};
  return {
    type: context.result,
    unit: amount.unit,
    uses: [...known.flatMap(usesOf), ...amount.uses, ...(among?.uses ?? [])],
    print(language) {
      const names = known.map(({ asked }) => asked.print(language)).join(', ');
      return language === 'zh'
        ? `${names} 第一：${amount.print(language)}`
        : `first by ${names}: ${amount.print(language)}`;
    },
    evaluate(env): Trace {
      const asked = known.map((criterion) => criterion.asked.evaluate(env));
      const { winners, obstacle } = env.team.once(key, () => contest(env, known, among, spec));
      if (obstacle !== undefined) {
        const own = firstObstacle([...asked.map(({ value }) => value), obstacle]);
        return stepOf(own ?? obstacle, asked, []);
      }
      const won = winners.has(env);
      const branch = context.branch(won ? 'won' : 'lost');
      if (!won) {
        const lost = note('note.not_first', { count: env.team.members.length }, 'failed');
        return { ...stepOf(ABSENT, asked, [lost]), branch };
      }
      const prize = amount.evaluate(env);
      const value =
        prize.value.kind === 'number' ? share(prize.value.number, winners.size, spec) : prize.value;
      const notes = [note('note.first', { count: winners.size }, 'held')];
      return { ...stepOf(value, [...asked, prize], notes), branch };
    },
  };
}

function usesOf({ asked, nearest }: Criterion): readonly Slot[] {
  return [...asked.uses, ...(nearest?.uses ?? [])];
}

function share(amount: Decimal, winners: number, { ties }: Spec): Value {
  return numberValue(ties === 'share' ? divide(amount, decimal(winners)) : amount);
}

function compileCriterion(
  spec: RankingSpec,
  path: YamlPath,
  context: MechanismContext,
): Criterion | undefined {
  if (typeof spec === 'string' || 'dated' in spec) {
    const asked = context.number(spec, path);
    return asked === undefined ? undefined : { asked, better: 'higher', nearest: undefined };
  }
  const asked = context.number(spec.of, [...path, 'of']);
  const nearest =
    spec.nearest === undefined
      ? undefined
      : context.number(spec.nearest, [...path, 'nearest'], asked?.type);
  if (asked === undefined || (nearest === undefined && spec.nearest !== undefined)) {
    return undefined;
  }
  return { asked, better: spec.better ?? (nearest === undefined ? 'higher' : 'lower'), nearest };
}

interface Contest {
  readonly winners: ReadonlySet<Env>;
  readonly obstacle: Value | undefined;
}

const NOBODY: ReadonlySet<Env> = new Set();

/** Who wins: the smallest sum of places over all rankings. */
function contest(
  env: Env,
  criteria: readonly Criterion[],
  among: Node | undefined,
  { ties }: Spec,
): Contest {
  const admitted = env.team.members.map((member) => among?.evaluate(member).value);
  const unknown = unknownAmong(admitted.filter((value) => value !== undefined));
  if (unknown !== undefined) return { winners: NOBODY, obstacle: unknown };
  const members = env.team.members.filter((_, index) => {
    const value = admitted[index];
    return value === undefined || (value.kind === 'yesno' && value.yes);
  });
  const rankings = criteria.map((criterion) =>
    rankTeam(members, (member) => figureOf(criterion, member), criterion.better, 'same'),
  );
  const obstacle = unknownAmong(rankings.flatMap((each) => each.obstacle ?? []));
  if (obstacle !== undefined) return { winners: NOBODY, obstacle };
  const best = leastSum(members, rankings);
  return { winners: new Set(ties === 'roster' ? best.slice(0, 1) : best), obstacle: undefined };
}

/** The members with the smallest sum of places; who has no place in one of the rankings is out. */
function leastSum(members: readonly Env[], rankings: readonly Ranking[]): readonly Env[] {
  let least = Number.POSITIVE_INFINITY;
  let best: Env[] = [];
  for (const member of members) {
    const places = rankings.flatMap(({ standings }) => standings.get(member)?.place ?? []);
    if (places.length < rankings.length) continue;
    const total = places.reduce((before, place) => before + place, 0);
    if (total < least) best = [];
    if (total > least) continue;
    least = total;
    best.push(member);
  }
  return best;
}

/** The figure that is ranked: itself, or how far it is from the point that it should be near. */
function figureOf({ asked, nearest }: Criterion, member: Env): Value {
  const { value } = asked.evaluate(member);
  if (nearest === undefined) return value;
  const distance = arithmetic('-', value, nearest.evaluate(member).value);
  return distance.kind === 'number' ? numberValue(distance.number.abs()) : distance;
}

function stepOf(value: Value, parts: Trace['parts'], notes: Trace['notes']): Trace {
  return { step: 'mechanism', operation: 'top', value, unit: undefined, parts, notes };
}

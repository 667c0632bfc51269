import { z } from 'zod';
import { type Decimal, decimal, divide } from '../../lib/decimal.js';
import { joined, LINES, type Title } from '../../lib/language.js';
import { meaning } from '../../lib/meaning.js';
import type { YamlPath } from '../../lib/yaml/node.js';
import { filled } from '../../words/fill.js';
import { listedTitles } from '../../words/lists.js';
import { title as wording } from '../../words/text.js';
import type { Sentences } from '../../words/texts/entry.js';
import { type Consequences, checkBound } from '../formula/check-range.js';
import { exprSchema } from '../formula/expr.js';
import { arithmetic } from '../formula/operators.js';
import type { Env, Node } from '../values/node.js';
import { firstObstacle, unknownAmong } from '../values/obstacles.js';
import { distanceTo, type Ranking, rankedIn, rankTeam } from '../values/ranking.js';
import { measure, type Note, note, type Trace } from '../values/trace.js';
import {
  ABSENT,
  type DisplayUnit,
  isYes,
  numberValue,
  UNDEFINED,
  type Value,
} from '../values/value.js';
import type { Mechanism, MechanismContext, Rule } from './mechanism.js';
import { amongKey, betterIfSaid, tiesKey } from './team-keys.js';

/** What it says of itself. */
const SENTENCES = {
  outcomeWon: { zh: '第一', en: 'first' },
  outcomeLost: { zh: '不是第一', en: 'not first' },
  topByOne: { zh: '{names}第一：{gives}', en: 'first by {names}: {gives}' },
  topBySum: {
    zh: '{names}，各项名次之和最小：{gives}',
    en: 'smallest sum of places by {names}: {gives}',
  },
  topAmong: { zh: '参加条件：{among}', en: 'who takes part: {among}' },
  noteFirst: { zh: '第一，共 {count} 人', en: 'first, {count} in all' },
  topNearest: { zh: '{of}（最接近 {point}）', en: '{of} (nearest to {point})' },
  topLower: { zh: '{of}（越低越好）', en: '{of} (lower is better)' },
  noteNotRanked: {
    zh: '不在排名之内（{count} 人参加）',
    en: 'not in the ranking (of {count})',
  },
  noteNotFirst: {
    zh: '与第一并列，按花名册顺序排在后面（{count} 人）',
    en: 'level with the first, but later in the roster (of {count})',
  },
  noteBehindFirst: {
    zh: '第 {place} 名，共 {count} 人；离第一差 {distance}',
    en: 'place {place} of {count}; {distance} behind the first',
  },
} as const satisfies Sentences;

const NEAREST: Consequences = {
  never: wording('follows.never_reached'),
  always: wording('follows.never_reached'),
};

const ranking = z.union([
  exprSchema,
  z.strictObject({
    of: exprSchema.meta(
      meaning(
        '要写 better 或 nearest 时，数写在这里',
        'the figure, where `better` or `nearest` is said of it',
      ),
    ),
    better: betterIfSaid,
    nearest: exprSchema.optional().meta(meaning('离这个数最近的好', 'nearest to this is best')),
  }),
]);

const rankings = z.union([
  z
    .array(ranking)
    .min(1)
    .max(10)
    .transform((rankings) => ({ rankings, isList: true })),
  ranking.transform((one) => ({ rankings: [one], isList: false })),
]);

const schema = z
  .strictObject({
    by: rankings.meta(
      meaning(
        '按哪个数；可以写几个，按名次之和',
        'the figure, or several, by the sum of the places',
      ),
    ),
    amount: exprSchema.meta(meaning('奖多少（元）', 'the prize (yuan)')),
    among: amongKey,
    ties: tiesKey.meta(
      meaning(
        '并列：share 平分（不写就是）；same 各得全额；roster 花名册在前的得',
        'equals: `share` (unless said), `same` for the whole each, `roster` for the first in the roster',
      ),
    ),
  })
  .meta({ id: 'top', ...meaning('最好的一位', 'the best of the team') });

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
export const top: Mechanism<Spec> = {
  id: 'top',
  title: { zh: '最佳', en: 'best of the team' },
  ofTeam: true,
  schema,
  compile,
};

function compile(spec: Spec, context: MechanismContext): Rule {
  const { rankings, isList } = spec.by;
  const criteria = rankings.map((each, index) =>
    compileCriterion(each, isList ? ['by', index] : ['by'], context),
  );
  const amount = context.number(spec.amount, ['amount'], context.result);
  const among = context.condition(spec.among, ['among']);
  context.declare({ won: filled(SENTENCES.outcomeWon), lost: filled(SENTENCES.outcomeLost) });
  const key = {};
  return {
    unit: amount.unit,
    inWords() {
      const names = listedTitles('names', criteria.map(criterionInWords));
      const first = criteria.length === 1 ? SENTENCES.topByOne : SENTENCES.topBySum;
      const lines = [
        filled(first, { names, gives: amount.inWords() }),
        ...(among === undefined ? [] : [filled(SENTENCES.topAmong, { among: among.inWords() })]),
        wording(`top.ties_${spec.ties}`),
      ];
      return joined(lines, LINES);
    },
    evaluate(env): Trace {
      const admitted = among?.evaluate(env);
      const asked = [
        ...criteria.map((criterion) => criterion.asked.evaluate(env)),
        ...(admitted === undefined ? [] : [admitted]),
      ];
      const { winners, obstacle, ranking } = env.team.whole.once(key, () =>
        contest(env, criteria, among, spec),
      );
      if (obstacle !== undefined) {
        const own = firstObstacle([...asked.map(({ value }) => value), obstacle]);
        return context.step(own ?? obstacle, asked);
      }
      const unit = criteria.length === 1 ? criteria[0]?.asked.unit : undefined;
      const ranked = ranking && rankedIn(ranking, env, unit);
      if (!winners.has(env)) {
        const notes = () => (ranking === undefined ? [] : [lossNote(ranking, env, unit)]);
        return context.step(ABSENT, asked, { outcome: 'lost', ranking: ranked, notes });
      }
      const prize = amount.evaluate(env);
      const value =
        prize.value.kind === 'number' ? share(prize.value.number, winners.size, spec) : prize.value;
      const notes = () => [note(SENTENCES.noteFirst, { count: winners.size }, 'held')];
      return context.step(value, [...asked, prize], { outcome: 'won', ranking: ranked, notes });
    },
  };
}

function criterionInWords({ asked, better, nearest }: Criterion): Title {
  const of = asked.inWords();
  if (nearest !== undefined) return filled(SENTENCES.topNearest, { of, point: nearest.inWords() });
  return better === 'lower' ? filled(SENTENCES.topLower, { of }) : of;
}

function share(amount: Decimal, winners: number, { ties }: Spec): Value {
  return numberValue(ties === 'share' ? divide(amount, decimal(winners)) : amount);
}

function compileCriterion(spec: RankingSpec, path: YamlPath, context: MechanismContext): Criterion {
  if (typeof spec === 'string' || 'dated' in spec) {
    return { asked: context.number(spec, path), better: 'higher', nearest: undefined };
  }
  const asked = context.number(spec.of, [...path, 'of']);
  const nearest = context.number(spec.nearest, [...path, 'nearest'], asked.type);
  if (nearest !== undefined) {
    checkBound('=', asked, nearest, NEAREST, context.reportRange([...path, 'nearest']));
  }
  return { asked, better: spec.better ?? (nearest === undefined ? 'higher' : 'lower'), nearest };
}

interface Contest {
  /** Who took part, by the figure or by the sum of places; undefined when it is not known. */
  readonly ranking: Ranking | undefined;
  readonly winners: ReadonlySet<Env>;
  readonly obstacle: Value | undefined;
}

const UNDECIDED = { winners: new Set<Env>(), ranking: undefined };

/** Who wins: the smallest sum of places over all rankings. */
function contest(
  env: Env,
  criteria: readonly Criterion[],
  among: Node | undefined,
  { ties }: Spec,
): Contest {
  const admitted = env.team.whole.members.map((member) => among && member.value(among));
  const unknown = unknownAmong(admitted.filter((value) => value !== undefined));
  if (unknown !== undefined) return { ...UNDECIDED, obstacle: unknown };
  const members = env.team.whole.members.filter((_, index) => {
    const value = admitted[index];
    return value === undefined || isYes(value);
  });
  const rankings = criteria.map((criterion) =>
    rankTeam(members, (member) => figureOf(criterion, member), criterion.better, 'same'),
  );
  const obstacle = unknownAmong(rankings.flatMap((each) => each.obstacle ?? []));
  if (obstacle !== undefined) return { ...UNDECIDED, obstacle };
  const [only] = rankings;
  const ranking =
    only !== undefined && rankings.length === 1
      ? only
      : rankTeam(members, (member) => sumOfPlaces(member, rankings), 'lower', 'same');
  const best = ranking.order.flatMap(({ member }) =>
    ranking.placings.get(member)?.place === 1 ? [member] : [],
  );
  const winners = new Set(ties === 'roster' ? best.slice(0, 1) : best);
  return { winners, obstacle: undefined, ranking };
}

/** The sum of a member's places; who has no place in one of the rankings is out. */
function sumOfPlaces(member: Env, rankings: readonly Ranking[]): Value {
  const places = rankings.flatMap(({ placings }) => placings.get(member)?.place ?? []);
  if (places.length < rankings.length) return UNDEFINED;
  return numberValue(decimal(places.reduce((before, place) => before + place, 0)));
}

/** The place of who has not won, and how far off the first is; or that one takes no part. */
function lossNote(ranking: Ranking, env: Env, unit: DisplayUnit): Note {
  const { count, placings } = ranking;
  const place = placings.get(env)?.place;
  const distance = distanceTo(1, ranking, env);
  if (place === undefined) return note(SENTENCES.noteNotRanked, { count }, 'failed');
  // First by the figure, but behind a colleague who stands earlier in the roster.
  if (distance === undefined) return note(SENTENCES.noteNotFirst, { count }, 'failed');
  const params = { place, count, distance: measure(distance, unit) };
  return note(SENTENCES.noteBehindFirst, params, 'failed');
}

/** The figure that is ranked: itself, or how far it is from the point that it should be near. */
function figureOf({ asked, nearest }: Criterion, member: Env): Value {
  const value = member.value(asked);
  if (nearest === undefined) return value;
  const distance = arithmetic('-', value, member.value(nearest));
  return distance.kind === 'number' ? numberValue(distance.number.abs()) : distance;
}

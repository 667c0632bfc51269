import { z } from 'zod';
import { joined, LINES, type Title } from '../../lib/language.js';
import { meaning } from '../../lib/meaning.js';
import { filled } from '../../words/fill.js';
import { listedTitles } from '../../words/lists.js';
import { title as wording } from '../../words/text.js';
import type { Sentences } from '../../words/texts/entry.js';
import { exprSchema } from '../formula/expr.js';
import type { Env, Node } from '../values/node.js';
import { evaluateNumbers, firstObstacle } from '../values/obstacles.js';
import {
  distanceTo,
  type Placing,
  type Ranking,
  rankedIn,
  rungShare,
  type Ties,
  withoutPlaces,
} from '../values/ranking.js';
import { scopeWithin, type TeamScope, WHOLE_PLAN } from '../values/team-scope.js';
import { measure, type Note, note, type Trace } from '../values/trace.js';
import { ABSENT, type DisplayUnit, numberValue } from '../values/value.js';
import {
  type Criterion,
  compileCriteria,
  criteriaInWords,
  criteriaKey,
  rankBy,
} from './criteria.js';
import type { Mechanism, MechanismContext, Rule } from './mechanism.js';
import { oneOrSeveral } from './one-or-several.js';
import { amongKey, tiesKey, withinInWords, withinKey } from './team-keys.js';

/** What it says of itself. */
const SENTENCES = {
  outcomeWon: { zh: '第一', en: 'first' },
  outcomeLost: { zh: '不是第一', en: 'not first' },
  outcomePrize: { zh: '得奖', en: 'a prize' },
  outcomeNoPrize: { zh: '没有得奖', en: 'no prize' },
  topByOne: { zh: '{names}第一：{gives}', en: 'first by {names}: {gives}' },
  topBySum: {
    zh: '{names}，各项名次之和最小：{gives}',
    en: 'smallest sum of places by {names}: {gives}',
  },
  prizesByOne: { zh: '按{names}排：{gives}', en: 'by {names}: {gives}' },
  prizesBySum: {
    zh: '{names}，按各项名次之和排：{gives}',
    en: 'by the sum of places by {names}: {gives}',
  },
  prize: { zh: '第 {place} 名 {gives}', en: 'place {place}: {gives}' },
  topAmong: { zh: '参加条件：{among}', en: 'who takes part: {among}' },
  noteFirst: { zh: '第一，共 {count} 人', en: 'first, {count} in all' },
  notePlace: { zh: '第 {place} 名，共 {count} 人', en: 'place {place} of {count}' },
  noteTied: {
    zh: '第 {place} 名，共 {count} 人；并列 {tied} 人',
    en: 'place {place} of {count}; {tied} are equal',
  },
  noteNotRanked: {
    zh: '不在排名之内（{count} 人参加）',
    en: 'not in the ranking (of {count})',
  },
  noteNotFirst: {
    zh: '与第一并列，按花名册顺序排在后面（{count} 人）',
    en: 'level with the first, but later in the roster (of {count})',
  },
  noteNoPrize: {
    zh: '与第 {last} 名并列，按花名册顺序排在后面（{count} 人）',
    en: 'level with place {last}, but later in the roster (of {count})',
  },
  noteBehindFirst: {
    zh: '第 {place} 名，共 {count} 人；离第一差 {distance}',
    en: 'place {place} of {count}; {distance} behind the first',
  },
  noteBehind: {
    zh: '第 {place} 名，共 {count} 人；离第 {last} 名差 {distance}',
    en: 'place {place} of {count}; {distance} behind place {last}',
  },
} as const satisfies Sentences;

const prizes = oneOrSeveral(exprSchema, 100, 'want-prizes');

const schema = z
  .strictObject({
    by: criteriaKey,
    amount: prizes.meta(
      meaning(
        '奖多少（元）；[500, 300, 100] 是前三名各多少',
        'the prize (yuan); `[500, 300, 100]` are those of the first three',
        '金额',
      ),
    ),
    among: amongKey,
    within: withinKey,
    ties: tiesKey.meta(
      meaning(
        '并列：share 平分（不写就是）；same 各得全额；roster 花名册在前的得',
        'equals: `share` (unless said), `same` for the whole each, `roster` for the first in the roster',
        '并列',
      ),
    ),
  })
  .meta({ id: 'top', ...meaning('最好的一位或几位', 'the best of the team', '最佳') });

type Spec = z.output<typeof schema>;

/**
 * `top: {by: 销售额, amount: 300, among: 销售额 > 0}`: the best of the team by a figure, or by the sum of
 * the places in several rankings; with `amount: [500, 300, 100]` the best three. Only those for whom `among`
 * holds take part. Equals share what their places are worth unless `ties` says otherwise; for everybody else
 * the line is absent.
 */
export const top: Mechanism<Spec> = {
  id: 'top',
  title: { zh: '最佳', en: 'best of the team' },
  ofTeam: true,
  schema,
  compile,
};

/** The parts of the rule, compiled. */
interface Compiled {
  readonly ties: Ties;
  readonly context: MechanismContext;
  readonly criteria: readonly Criterion[];
  readonly amounts: readonly Node[];
  readonly among: Node | undefined;
  readonly scope: TeamScope;
}

function compile(spec: Spec, context: MechanismContext): Rule {
  const criteria = compileCriteria(spec.by, context);
  const amounts = spec.amount.map(({ spec: prize, at }) =>
    context.number(prize, ['amount', ...at], context.result),
  );
  const among = context.condition(spec.among, ['among']);
  const scope = scopeWithin(spec.within, WHOLE_PLAN);
  const isOne = amounts.length === 1;
  context.declare({
    won: filled(isOne ? SENTENCES.outcomeWon : SENTENCES.outcomePrize),
    lost: filled(isOne ? SENTENCES.outcomeLost : SENTENCES.outcomeNoPrize),
  });
  const compiled = { ties: spec.ties, context, criteria, amounts, among, scope };
  const key = {};
  return {
    unit: amounts[0]?.unit,
    inWords: () => inWords(compiled),
    evaluate(env): Trace {
      const admitted = among?.evaluate(env);
      const figures = criteria.map((criterion) => criterion.asked.evaluate(env));
      const asked = admitted === undefined ? figures : [...figures, admitted];
      const team = scope.find(env);
      const ranking =
        'unknown' in team
          ? withoutPlaces(team.unknown)
          : team.once(key, () => rankBy(criteria, team.members, among));
      return award(compiled, ranking, asked, env);
    },
  };
}

function inWords({ ties, criteria, amounts, among, scope }: Compiled): Title {
  const names = criteriaInWords(criteria);
  const [bySum, isOne] = [criteria.length > 1, amounts.length === 1];
  const each = amounts.map((amount, index) => {
    const gives = amount.inWords();
    return isOne ? gives : filled(SENTENCES.prize, { place: index + 1, gives });
  });
  const first = bySum ? SENTENCES.topBySum : SENTENCES.topByOne;
  const several = bySum ? SENTENCES.prizesBySum : SENTENCES.prizesByOne;
  const lines = [
    filled(isOne ? first : several, { names, gives: listedTitles('clauses', each) }),
    ...withinInWords(scope),
    ...(among === undefined ? [] : [filled(SENTENCES.topAmong, { among: among.inWords() })]),
    wording(isOne ? `top.ties_${ties}` : `rank.ties_${ties}`),
  ];
  return joined(lines, LINES);
}

/** What somebody is given for the place. */
function award(
  { ties, context, criteria, amounts }: Compiled,
  ranking: Ranking,
  asked: readonly Trace[],
  env: Env,
): Trace {
  const { obstacle } = ranking;
  if (obstacle !== undefined) {
    const own = firstObstacle([...asked.map(({ value }) => value), obstacle]);
    return context.step(own ?? obstacle, asked);
  }
  const unit = criteria.length === 1 ? criteria[0]?.asked.unit : undefined;
  const ranked = rankedIn(ranking, env, unit);
  const placing = placingBy(ties, ranking, env);
  if (placing === undefined || placing.place > amounts.length) {
    const notes = () => [lossNote(ranking, env, amounts.length, unit)];
    return context.step(ABSENT, asked, { outcome: 'lost', ranking: ranked, notes });
  }
  const { place, tied } = placing;
  const won = evaluateNumbers(env, amounts.slice(place - 1, place - 1 + tied));
  const value =
    won.numbers === undefined
      ? won.obstacle
      : numberValue(rungShare({ place: 1, tied }, won.numbers, ties));
  const notes = () => [winNote(ranking, placing, amounts.length)];
  return context.step(value, [...asked, ...won.traces], { outcome: 'won', ranking: ranked, notes });
}

/** The place for which there may be a prize: of equals each has its own where the roster decides. */
function placingBy(ties: Ties, { order, placings }: Ranking, env: Env): Placing | undefined {
  const placing = placings.get(env);
  if (placing === undefined || ties !== 'roster') return placing;
  return { place: order.findIndex(({ member }) => member === env) + 1, tied: 1 };
}

function winNote({ count }: Ranking, { place, tied }: Placing, prizeCount: number): Note {
  if (prizeCount === 1) return note(SENTENCES.noteFirst, { count: tied }, 'held');
  if (tied === 1) return note(SENTENCES.notePlace, { place, count }, 'held');
  return note(SENTENCES.noteTied, { place, count, tied }, 'held');
}

/** The place of who has not won, and how far off the last prize is; or that one takes no part. */
function lossNote(ranking: Ranking, env: Env, last: number, unit: DisplayUnit): Note {
  const { count, placings } = ranking;
  const place = placings.get(env)?.place;
  const distance = distanceTo(last, ranking, env);
  if (place === undefined) return note(SENTENCES.noteNotRanked, { count }, 'failed');
  // As good by the figure, but behind a colleague who stands earlier in the roster.
  if (distance === undefined) {
    return last === 1
      ? note(SENTENCES.noteNotFirst, { count }, 'failed')
      : note(SENTENCES.noteNoPrize, { count, last }, 'failed');
  }
  const params = { place, count, distance: measure(distance, unit) };
  return last === 1
    ? note(SENTENCES.noteBehindFirst, params, 'failed')
    : note(SENTENCES.noteBehind, { ...params, last }, 'failed');
}

import { z } from 'zod';
import type { Decimal } from '../../lib/decimal.js';
import { joined, LINES, type Title } from '../../lib/language.js';
import { meaning } from '../../lib/meaning.js';
import { filled } from '../../words/fill.js';
import { listedTitles } from '../../words/lists.js';
import { title as wording } from '../../words/text.js';
import type { Sentences } from '../../words/texts/entry.js';
import { exprSchema, whenSchema } from '../formula/expr.js';
import type { Env, Node } from '../values/node.js';
import { evaluateNumbers, firstObstacle } from '../values/obstacles.js';
import {
  distanceTo,
  type Placing,
  type Ranking,
  rankedIn,
  rankTeam,
  rungShare,
  type Ties,
  valueAmong,
  withoutPlaces,
} from '../values/ranking.js';
import { OWN_PART, scopeWithin, type TeamScope } from '../values/team-scope.js';
import {
  measure,
  type Note,
  type NumberWithUnit,
  note,
  outlook,
  type Trace,
} from '../values/trace.js';
import { ABSENT, type DisplayUnit, isNo, NOTHING, numberValue } from '../values/value.js';
import { type Mechanism, type MechanismContext, type Rule, unitOfResult } from './mechanism.js';
import {
  amongKey,
  betterKey,
  checkDirection,
  tiesKey,
  withinInWords,
  withinKey,
} from './team-keys.js';

/** What it says of itself. */
const SENTENCES = {
  outcomePlaced: { zh: '有名次奖', en: 'a place with a prize' },
  outcomeBeyond: { zh: '名次在奖外', en: 'a place without a prize' },
  outcomeOutside: { zh: '不参加排名', en: 'takes no part' },
  rankAmong: { zh: '参加条件：{among}', en: 'who takes part: {among}' },
  outcomeGate: { zh: '没过门槛', en: 'gate not passed' },
  noteMorePlace: {
    zh: '离第 {place} 名差 {distance}，第 {place} 名可得 {gives}',
    en: '{distance} behind place {place}, which is worth {gives}',
  },
  noteLessPlace: {
    zh: '离第 {place} 名差 {distance}，第 {place} 名减为 {gives}',
    en: '{distance} behind place {place}, which makes it {gives}',
  },
  noteGateFailed: { zh: '没有达到门槛，为 0', en: 'a gate is not passed: 0' },
  rankRung: { zh: '第 {place} 名 {gives}', en: 'place {place}: {gives}' },
  rankRest: { zh: '再往后没有', en: 'nothing after that' },
  rankGates: {
    zh: '门槛（没过的为 0，名次照排）：{conditions}',
    en: 'gates (0 for who fails one, who keeps the place): {conditions}',
  },
  notePlace: { zh: '第 {place} 名，共 {count} 人', en: 'place {place} of {count}' },
  noteTied: {
    zh: '与人并列，共 {tied} 人，平分所占名次的奖金',
    en: 'tied, {tied} in all, who share the rungs they occupy',
  },
  rungPlace: { zh: '第 {place} 名', en: 'place {place}' },
  noteTiedSame: { zh: '与人并列，共 {tied} 人', en: 'tied, {tied} in all' },
} as const satisfies Sentences;

const schema = z
  .strictObject({
    by: exprSchema.meta(meaning('按哪个数排', 'the figure that is ranked', '按')),
    among: amongKey.meta(
      meaning(
        '谁参加，写一个条件；别人没有这一项，不占名次',
        'who takes part, a condition; for the others it is absent, and they have no place',
      ),
    ),
    within: withinKey,
    better: betterKey,
    ladder: z
      .array(exprSchema)
      .min(1)
      .max(100)
      .meta(meaning('第一名、第二名……各多少', 'for the first, the second, …', '阶梯')),
    ties: tiesKey.meta(
      meaning(
        '并列：share 平分（不写就是）；same 都拿高的一级；roster 按花名册顺序',
        'equals: `share` (unless said), `same` for the higher rung each, `roster` for the order of the roster',
        '并列',
      ),
    ),
    gates: whenSchema
      .optional()
      .meta(meaning('门槛，一条或几条，都要过', 'conditions, all of which must hold', '门槛')),
  })
  .meta({ id: 'rank', ...meaning('按名次', 'by place', '名次') });

type Spec = z.output<typeof schema>;

/**
 * `rank: {by: 得分, ladder: [1000, 800, 600, 400, 200], gates: [得分 >= 80]}`: an amount by place among the
 * team, nothing after the last rung. Equals share the mean of the rungs that they occupy unless `ties`
 * says otherwise. Only those for whom `among` holds have a place; for the others it is absent. Who fails a
 * gate keeps the place and gets 0, with the reason.
 */
export const rank: Mechanism<Spec> = {
  id: 'rank',
  title: { zh: '按名次', en: 'by rank' },
  ofTeam: true,
  schema,
  compile,
};

/** The parts of the rule, compiled. */
interface Compiled {
  readonly spec: Spec;
  readonly context: MechanismContext;
  readonly by: Node;
  readonly scope: TeamScope;
  readonly among: Node | undefined;
  readonly ladder: readonly Node[];
  readonly gates: readonly Node[];
  /** What the rungs are shown in. */
  readonly unit: DisplayUnit;
}

function compile(spec: Spec, context: MechanismContext): Rule {
  const by = context.number(spec.by, ['by']);
  checkDirection(by, spec.better, ['by'], context);
  const ladder = spec.ladder.map((rung, index) =>
    context.number(rung, ['ladder', index], context.result),
  );
  const among = context.condition(spec.among, ['among']);
  const scope = scopeWithin(spec.within, OWN_PART);
  const gates = (spec.gates ?? []).map((gate, index) => context.condition(gate, ['gates', index]));
  context.declare({
    placed: filled(SENTENCES.outcomePlaced),
    beyond: filled(SENTENCES.outcomeBeyond),
  });
  if (among !== undefined) {
    context.declare({ outside: filled(SENTENCES.outcomeOutside) });
  }
  if (gates.length > 0) context.declare({ gate: filled(SENTENCES.outcomeGate) });
  const unit = ladder[0]?.unit ?? unitOfResult(context);
  const compiled = { spec, context, by, scope, among, ladder, gates, unit };
  const rankingOf = rankedOnce(compiled);
  return {
    unit: ladder[0]?.unit,
    inWords: () => inWords(compiled),
    evaluate(env): Trace {
      const admitted = among?.evaluate(env);
      return admitted !== undefined && isNo(admitted.value)
        ? context.step(ABSENT, [admitted], { outcome: 'outside' })
        : place(compiled, rankingOf(env), admitted, env);
    },
  };
}

/** The ranking of a member's team, worked out once for all of its members. */
function rankedOnce({ spec, by, scope, among }: Compiled): (env: Env) => Ranking {
  const key = {};
  const figure = (member: Env) => valueAmong(member, among, (each) => each.value(by));
  return (env) => {
    const team = scope.find(env);
    if ('unknown' in team) return withoutPlaces(team.unknown);
    return team.once(key, () => rankTeam(team.members, figure, spec.better ?? 'higher', spec.ties));
  };
}

/** What somebody who takes part is given for the place. */
function place(
  { spec: { ties }, context, by, ladder, gates, unit }: Compiled,
  ranking: Ranking,
  admitted: Trace | undefined,
  env: Env,
): Trace {
  const asked = by.evaluate(env);
  const passed = gates.map((gate) => gate.evaluate(env));
  const parts = [asked, ...(admitted === undefined ? [] : [admitted]), ...passed];
  const { numbers, obstacle: ofRungs } = evaluateNumbers(env, ladder);
  const ofTeam = ranking.obstacle === undefined ? [] : [ranking.obstacle];
  const obstacle = firstObstacle([...parts.map(({ value }) => value), ...ofTeam]);
  const placing = ranking.placings.get(env);
  const gateFailed = note(SENTENCES.noteGateFailed, {}, 'failed');
  const isClosed = passed.some(({ value }) => isNo(value));
  if (obstacle !== undefined || placing === undefined || numbers === undefined) {
    // A gate that failed decides, whatever is not known of places and of the other gates.
    return isClosed
      ? context.step(NOTHING, parts, { outcome: 'gate', notes: () => [gateFailed] })
      : context.step(obstacle ?? ofRungs, parts);
  }
  const ranked = rankedIn(ranking, env, asked.unit);
  const amount = rungShare(placing, numbers, ties);
  const notes = () => {
    const distanceOf = (place: number) => {
      const distance = distanceTo(place, ranking, env);
      return distance && measure(distance, asked.unit);
    };
    const ahead = aheadOf(placing, numbers, amount, distanceOf, unit);
    return [...notesOn(ranking, placing, ties), ...ahead];
  };
  const rungs = () =>
    numbers.map((number, at) => ({
      label: note(SENTENCES.rungPlace, { place: at + 1 }),
      at: undefined,
      gives: measure(number, unit),
      isOwn: at + 1 === placing.place,
    }));
  const shown = { ranking: ranked, ladder: rungs };
  if (isClosed) {
    const closed = () => [...notes(), gateFailed];
    return context.step(NOTHING, parts, { ...shown, outcome: 'gate', notes: closed });
  }
  const outcome = amount.isZero() ? 'beyond' : 'placed';
  return context.step(numberValue(amount), parts, { ...shown, outcome, notes });
}

function inWords({ spec: { better, ties }, by, among, ladder, gates, scope }: Compiled): Title {
  const rungs = ladder.map((rung, index) =>
    filled(SENTENCES.rankRung, { place: index + 1, gives: rung.inWords() }),
  );
  const conditions = listedTitles(
    'sentences',
    gates.map((gate) => gate.inWords()),
  );
  const lines = [
    wording(`rank.by_${better ?? 'higher'}`, { by: by.inWords() }),
    ...withinInWords(scope),
    ...(among === undefined ? [] : [filled(SENTENCES.rankAmong, { among: among.inWords() })]),
    listedTitles('clauses', [...rungs, filled(SENTENCES.rankRest)]),
    ...(gates.length === 0 ? [] : [filled(SENTENCES.rankGates, { conditions })]),
    wording(`rank.ties_${ties}`),
  ];
  return joined(lines, LINES);
}

/** How far off the nearest place ahead is that gives something else than one's own. */
function aheadOf(
  { place }: Placing,
  rungs: readonly Decimal[],
  own: Decimal,
  distanceOf: (place: number) => NumberWithUnit | undefined,
  unit: DisplayUnit,
): readonly Note[] {
  const ahead = rungs.slice(0, place - 1).findLastIndex((rung) => !rung.equals(own));
  const [gives, distance] = [rungs[ahead], distanceOf(ahead + 1)];
  if (gives === undefined || distance === undefined) return [];
  const params = { place: ahead + 1, distance, gives: measure(gives, unit) };
  return gives.greaterThan(own)
    ? [outlook(SENTENCES.noteMorePlace, params, 'more')]
    : [outlook(SENTENCES.noteLessPlace, params, 'less')];
}

/** The place, and who shares it. */
function notesOn({ count }: Ranking, { place, tied }: Placing, ties: Ties): readonly Note[] {
  const notes = [note(SENTENCES.notePlace, { place, count }, 'held')];
  if (tied > 1)
    notes.push(note(ties === 'share' ? SENTENCES.noteTied : SENTENCES.noteTiedSame, { tied }));
  return notes;
}

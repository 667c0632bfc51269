import { compareDecimals, type Decimal, decimal, divide, sum, ZERO } from '../../../lib/decimal.js';
import { groupBy } from '../../../lib/group.js';
import { sameInAll, type Title } from '../../../lib/language.js';
import { listedTitles } from '../../../words/lists.js';
import type { Sentences } from '../../../words/texts/entry.js';
import { notesTexts } from '../../../words/texts/notes.js';
import { seenFromOutside } from '../../values/evaluate.js';
import type { Env, Figure, Slot, Team } from '../../values/node.js';
import {
  firstObstacle,
  knownNumbers,
  unknownAmong,
  unknownTeam,
  withOwnCauses,
} from '../../values/obstacles.js';
import { nameOf, rankedIn, rankTeam } from '../../values/ranking.js';
import { type FoundTeam, OWN_PART, type TeamScope, WHOLE_PLAN } from '../../values/team-scope.js';
import { measure, NO_NOTES, type Notes, note, type Trace } from '../../values/trace.js';
import { FLEXIBLE, PLAIN, YESNO } from '../../values/type.js';
import {
  type Cause,
  type DisplayUnit,
  missing,
  numberValue,
  UNDEFINED,
  undefinedBecause,
  type Value,
} from '../../values/value.js';
import type { CompiledExpression } from '../compiled-expression.js';
import { type CompiledCall, define, type FormulaFunction, finding } from './function.js';
import { isScope, scopeOf } from './team-scope-argument.js';

/** What it says of itself. */
const SENTENCES = {
  noFigure: { zh: '队里没有人有这个数', en: 'nobody in the team has such a figure' },
  noSum: { zh: '全队的合计是 0', en: 'the sum of the team is 0' },
  noteAlike: { zh: '{column}相同的 {count} 人', en: '{count} agents of the same {column}' },
  noteMembers: { zh: '组员 {count} 人：{names}', en: '{count} members: {names}' },
  noteShop: { zh: '全店 {count} 人', en: '{count} agents of the shop' },
  notePooled: {
    zh: '团队合计 {numerator} ÷ {denominator}（{count} 人）',
    en: 'team {numerator} ÷ {denominator} ({count} agents)',
  },
} as const satisfies Sentences;

/** A call of a function of one figure of each agent, with those over whom it goes. */
interface FigureCall {
  readonly call: CompiledCall<readonly [CompiledExpression]>;
  readonly asked: CompiledExpression;
  readonly scope: TeamScope;
}

/** A function of one figure of each agent, whose second argument says over whom it goes. */
function overFigures(usual: TeamScope, compile: (call: FigureCall) => CompiledExpression) {
  return (call: CompiledCall<readonly [CompiledExpression, CompiledExpression | undefined]>) => {
    const [asked, alike] = call.parts;
    const scope = scopeOf(alike, 1, usual, call);
    return scope && compile({ call: { ...call, parts: [asked] }, asked, scope });
  };
}

/** Functions over the agents of one's team, oneself included. */
export const TEAM_FUNCTIONS: readonly FormulaFunction[] = [
  define({
    id: 'team_sum',
    zh: '团队合计',
    about: {
      zh: '方案里所有人加起来，不论方案怎样分队；第二个参数写花名册的一栏，就是与自己这一栏相同的人。一个人缺数据，合计就缺。',
      en: "Summed over everybody under the plan, however it divides them; with a column of the roster as second argument over those who have the same there. Missing when anyone's figure is missing.",
    },
    scope: 'team',
    takes: [FLEXIBLE],
    mayTake: ['any'],
    compile: overFigures(
      WHOLE_PLAN,
      overTeam(({ total }) => numberValue(total)),
    ),
  }),
  define({
    id: 'shop_sum',
    zh: '全店合计',
    about: {
      zh: '全店的合计，不论按哪个方案计薪；方案里没有这一项的人算 0。',
      en: 'The sum over everybody who is paid this month, under whatever plan; whose plan does not have the line gives nothing.',
    },
    scope: 'team',
    asksShop: true,
    takes: [FLEXIBLE],
    compile: overShop,
  }),
  define({
    id: 'members_sum',
    zh: '成员合计',
    about: {
      zh: '自己带的人的合计：花名册“组长”一栏写了自己的人，不论按哪个方案计薪，自己不算；方案里没有这一项的人算 0。',
      en: "The sum over those whom one leads, by the roster's column of team leads, under whatever plan, oneself left out; whose plan does not have the line gives nothing.",
    },
    scope: 'team',
    asksShop: true,
    takes: [FLEXIBLE],
    compile: overMembers,
  }),
  define({
    id: 'team_mean',
    zh: '团队平均',
    about: {
      zh: '全队平均；第二个参数写花名册的一栏，例如 班次，就是与自己这一栏相同的人的平均。比率的平均是分子之和 ÷ 分母之和，不是比率的平均。',
      en: "The team's mean; with a column of the roster as second argument, such as shift, that of those who have the same there. Of a ratio it is Σ numerators ÷ Σ denominators, never a mean of ratios.",
    },
    scope: 'team',
    takes: [FLEXIBLE],
    mayTake: ['any'],
    compile: overFigures(
      OWN_PART,
      amongFigures((call) => {
        const { metric } = call.asked.reference ?? {};
        return metric?.quotient === true ? pooled(call, metric.id) : overTeam(mean)(call);
      }),
    ),
  }),
  define({
    id: 'team_min',
    zh: '团队最小',
    about: {
      zh: '全队最小的；第二个参数同 团队平均。',
      en: "The team's smallest; the second argument is that of team_mean.",
    },
    scope: 'team',
    takes: [FLEXIBLE],
    mayTake: ['any'],
    compile: overFigures(
      OWN_PART,
      amongFigures(overTeam(({ descending }) => extreme(descending.at(-1)))),
    ),
  }),
  define({
    id: 'team_max',
    zh: '团队最大',
    about: {
      zh: '全队最大的；第二个参数同 团队平均。',
      en: "The team's largest; the second argument is that of team_mean.",
    },
    scope: 'team',
    takes: [FLEXIBLE],
    mayTake: ['any'],
    compile: overFigures(
      OWN_PART,
      amongFigures(overTeam(({ descending }) => extreme(descending[0]))),
    ),
  }),
  define({
    id: 'team_count',
    zh: '团队人数',
    about: {
      zh: '方案里的人数，不论方案怎样分队；有条件时，符合条件的人数；最后写花名册的一栏，就是与自己这一栏相同的人。',
      en: 'How many are paid by the plan, however it divides them, or for how many of them a condition holds; with a column of the roster last, of those who have the same there.',
    },
    scope: 'team',
    takes: [],
    mayTake: ['any', 'any'],
    compile: teamCount,
  }),
  define({
    id: 'rank',
    zh: '名次',
    about: {
      zh: '队里的名次，最大的是第 1；相等的同一名次。第二个参数同 团队平均。',
      en: 'The place in the team, 1 for the largest; equals share a place. The second argument is that of team_mean.',
    },
    scope: 'team',
    takes: [FLEXIBLE],
    mayTake: ['any'],
    compile: overFigures(
      OWN_PART,
      ofOneself(undefined, true, (own, { descending }) => decimal(placeAmong(own, descending))),
    ),
  }),
  define({
    id: 'percentile',
    zh: '百分位',
    about: {
      zh: '排在前面的人占全队的比例：0 是第一名。第二个参数同 团队平均。',
      en: 'The share of the team that is ahead; 0 for the first. The second argument is that of team_mean.',
    },
    scope: 'team',
    takes: [FLEXIBLE],
    mayTake: ['any'],
    compile: overFigures(
      OWN_PART,
      ofOneself('ratio', true, (own, { descending }) =>
        divide(decimal(placeAmong(own, descending) - 1), decimal(descending.length)),
      ),
    ),
  }),
  define({
    id: 'share',
    zh: '占比',
    about: {
      zh: '占 团队合计 的比例；第二个参数同 团队合计。',
      en: "One's share of team_sum, whose second argument it takes.",
    },
    scope: 'team',
    takes: [FLEXIBLE],
    mayTake: ['any'],
    compile: overFigures(
      WHOLE_PLAN,
      ofOneself('ratio', false, (own, { total }) =>
        total.isZero() ? undefined : divide(own, total),
      ),
    ),
  }),
];

/** The figures of a team, worked out once for all of its members. */
interface TeamFigures {
  /** From the greatest to the smallest; who has none (undefined, absent) is left out. */
  readonly descending: readonly Decimal[];
  readonly total: Decimal;
  /** Why the team's figures are not known. */
  readonly obstacle: Value | undefined;
}

function figuresOf(asked: CompiledExpression, team: FoundTeam): TeamFigures {
  if ('unknown' in team) return { descending: [], total: ZERO, obstacle: team.unknown };
  return team.once(asked, () => {
    const values = team.members.map((member) => member.value(asked));
    const obstacle = unknownAmong(values);
    const descending = [...knownNumbers(values.map(asFigure))].sort((a, b) =>
      compareDecimals(b, a),
    );
    return { descending, total: sum(descending), obstacle };
  });
}

/** Place among the numbers, 1 for the greatest; equals share a place. */
function placeAmong(own: Decimal, descending: readonly Decimal[]): number {
  let [low, high] = [0, descending.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (descending[middle]?.greaterThan(own) === true) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}

/** How many the team has, or for how many of them a condition holds. */
function teamCount(
  call: CompiledCall<readonly [CompiledExpression | undefined, CompiledExpression | undefined]>,
): CompiledExpression | undefined {
  const [first, second] = call.parts;
  const isAlike = second === undefined && first !== undefined && isScope(first);
  const [condition, alike] = isAlike ? [undefined, first] : [first, second];
  const scope = scopeOf(alike, isAlike ? 0 : 1, WHOLE_PLAN, call);
  if (scope === undefined) return undefined;
  if (condition === undefined) {
    return finding({ ...call, parts: [] }, PLAIN, 'persons', (env) => {
      const team = scope.find(env);
      const value = 'unknown' in team ? team.unknown : numberValue(decimal(team.members.length));
      return { value, parts: [] };
    });
  }
  if (condition.type.kind !== 'yesno') return call.fail(0, YESNO);
  const asked = { ...condition, type: PLAIN, unit: 'persons' as const };
  const ofPart = { call: { ...call, parts: [asked] as const }, asked, scope };
  return overTeam(({ total }) => numberValue(total))(ofPart);
}

/** A figure of the whole team; the trace shows one's own part in it. */
function overTeam(compute: (figures: TeamFigures) => Value) {
  return ({ call, asked, scope }: FigureCall): CompiledExpression => {
    const key = {};
    return finding(call, asked.type, asked.unit, (env) => {
      const own = asked.evaluate(env);
      const team = scope.find(env);
      const find = (): Value => {
        const figures = figuresOf(asked, team);
        return figures.obstacle ?? compute(figures);
      };
      const ofAll = 'unknown' in team ? team.unknown : team.once(key, find);
      return { value: withOwnCauses(own.value, ofAll), parts: [own], notes: sizeOf(team, scope) };
    });
  };
}

/** A figure that is one of the team's or stands between them: it can be whatever theirs can. */
function amongFigures(compile: (call: FigureCall) => CompiledExpression) {
  return (call: FigureCall): CompiledExpression => ({
    ...compile(call),
    range: call.asked.range,
  });
}

/**
 * The sum over everybody who is paid this month, under whatever plan; whose plan does not have a line that
 * is asked for gives nothing.
 */
function overShop(call: CompiledCall<readonly [CompiledExpression]>): CompiledExpression {
  const [asked] = call.parts;
  const expression = finding(call, asked.type, asked.unit, (env) => {
    const own = asked.evaluate(env);
    const { teams, once } = env.team.shop;
    const ofAll = unknownTeam(env.team) ?? once(asked, () => sumOf(teams, asked, env));
    const count = () => teams.reduce((sum, { members }) => sum + members.length, 0);
    const notes = () => [note(SENTENCES.noteShop, { count: count() })];
    return { value: withOwnCauses(own.value, ofAll), parts: [own], notes };
  });
  // The same line of every plan may be asked for: circles are looked for across plans.
  return { ...expression, uses: asked.uses.map(ofShop) };
}

/** The sum over those whom one leads, under whatever plan. */
function overMembers(call: CompiledCall<readonly [CompiledExpression]>): CompiledExpression {
  const [asked] = call.parts;
  const expression = finding(call, asked.type, asked.unit, (env) => {
    const { teams, once } = env.team.shop;
    const unknown = unknownTeam(env.team);
    if (unknown !== undefined) return { value: unknown, parts: [] };
    const led = once(LED, () => membersByLead(teams)).get(wordIn('id', env) ?? '') ?? [];
    const members = led.filter((member) => member !== env);
    const values = members.map((member) => seenBy(env, member).value(asked));
    const notes = () => [
      note(SENTENCES.noteMembers, { count: members.length, names: namesOf(members) }),
    ];
    return { value: sumKnown(values), parts: [], notes };
  });
  return { ...expression, uses: asked.uses.map(ofShop) };
}

const LED = {};

/** Whom each leads, by the lead's id. */
function membersByLead(teams: readonly Team[]): ReadonlyMap<string | undefined, readonly Env[]> {
  return groupBy(
    teams.flatMap(({ members }) => members),
    (member) => wordIn('lead', member),
  );
}

function wordIn(field: string, member: Env): string | undefined {
  const cell = member.facts.roster(field);
  return cell.kind === 'text' ? cell.text : undefined;
}

function namesOf(members: readonly Env[]): Title {
  return listedTitles(
    'names',
    members.map((member) => sameInAll(nameOf(member))),
  );
}

function sumOf(teams: readonly Team[], asked: CompiledExpression, env: Env): Value {
  return sumKnown(
    teams.flatMap(({ members }) => members.map((member) => seenBy(env, member).value(asked))),
  );
}

/** Somebody as formulas of one's own plan see them. */
function seenBy({ team }: Env, member: Env): Env {
  return member.team.slots === team.slots ? member : seenFromOutside(member);
}

function sumKnown(values: readonly Value[]): Value {
  return unknownAmong(values) ?? numberValue(sum(knownNumbers(values)));
}

function ofShop(slot: Slot): Slot {
  return {
    ...slot,
    ofShop: true,
    // It is compiled later than it is named.
    get node() {
      return slot.node;
    },
  };
}

function sizeOf(team: FoundTeam, { column }: TeamScope): Notes {
  if ('unknown' in team) return NO_NOTES;
  const count = team.members.length;
  return () => [
    column === undefined
      ? note(notesTexts['note.team'], { count })
      : note(SENTENCES.noteAlike, { column, count }),
  ];
}

function mean({ descending, total }: TeamFigures): Value {
  return descending.length === 0
    ? NO_FIGURE
    : numberValue(divide(total, decimal(descending.length)));
}

function extreme(number: Decimal | undefined): Value {
  return number === undefined ? NO_FIGURE : numberValue(number);
}

const NO_FIGURE = undefinedBecause(SENTENCES.noFigure);

/** The team's figure of a quotient: Σ numerators ÷ Σ denominators, never a mean of ratios. */
function pooled({ call, asked, scope }: FigureCall, metric: string): CompiledExpression {
  const key = {};
  return finding(call, asked.type, asked.unit, (env) => {
    const own = asked.evaluate(env);
    const team = scope.find(env);
    if ('unknown' in team) return { value: withOwnCauses(own.value, team.unknown), parts: [own] };
    const { value, notes } = team.once(key, () => poolOf(team, metric, asked));
    return { value: withOwnCauses(own.value, value), parts: [own], notes };
  });
}

function poolOf(team: Team, id: string, asked: CompiledExpression): Pick<Trace, 'value' | 'notes'> {
  const figures = team.members.map((member) => member.facts.metric(id));
  const unknown = unknownAmong(figures.map(({ value }) => value));
  if (unknown !== undefined) return { value: unknown, notes: NO_NOTES };
  const parts = figures.flatMap(({ numerator, denominator }) =>
    numerator === undefined || denominator === undefined ? [] : [{ numerator, denominator }],
  );
  if (parts.length < figures.length) {
    return { value: withoutParts(figures, id, asked), notes: NO_NOTES };
  }
  const top = sum(parts.map(({ numerator }) => numerator));
  const bottom = sum(parts.map(({ denominator }) => denominator));
  const params = {
    numerator: measure(top, undefined),
    denominator: measure(bottom, undefined),
    count: figures.length,
  };
  const value = bottom.isZero() ? UNDEFINED : numberValue(divide(top, bottom));
  return { value, notes: () => [note(SENTENCES.notePooled, params)] };
}

/** Where the figures stand that were imported without numerator and denominator. */
function withoutParts(figures: readonly Figure[], id: string, asked: CompiledExpression): Value {
  const name = asked.reference?.title ?? { zh: id, en: id };
  const bare = figures.filter(
    ({ numerator, denominator }) => numerator === undefined || denominator === undefined,
  );
  const causes = bare.map(
    ({ place = {} }): Cause => ({ name, code: 'no-parts', place, params: { metric: name } }),
  );
  return unknownAmong([missing(...causes)]) ?? UNDEFINED;
}

/** A figure that sets one's own value in relation to the team's; of a place it tells who has the others. */
function ofOneself(unit: DisplayUnit, isPlace: boolean, compute: Relation) {
  return ({ call, asked, scope }: FigureCall): CompiledExpression => {
    const key = {};
    const rankingFor = (team: Team) =>
      team.once(key, () =>
        rankTeam(team.members, (member) => asFigure(member.value(asked)), 'higher', 'same'),
      );
    return finding(call, PLAIN, unit, (env) => {
      const own = asked.evaluate(env);
      const team = scope.find(env);
      const figures = figuresOf(asked, team);
      const value =
        figures.obstacle === undefined
          ? relate(own.value, figures, compute)
          : withOwnCauses(own.value, figures.obstacle);
      const isRanked = isPlace && value.kind === 'number' && !('unknown' in team);
      const ranking = isRanked ? rankedIn(rankingFor(team), env, asked.unit) : undefined;
      return { value, parts: [own], notes: sizeOf(team, scope), ranking };
    });
  };
}

/** Sets one's own number in relation to the team's; undefined where it cannot be. */
type Relation = (own: Decimal, figures: TeamFigures) => Decimal | undefined;

/** A yes counts as 1, a no as 0. */
function asFigure(value: Value): Value {
  return value.kind === 'yesno' ? numberValue(decimal(value.yes ? 1 : 0)) : value;
}

function relate(own: Value, figures: TeamFigures, compute: Relation): Value {
  if (own.kind !== 'number') return firstObstacle([own]) ?? UNDEFINED;
  const result = compute(own.number, figures);
  return result === undefined ? undefinedBecause(SENTENCES.noSum) : numberValue(result);
}

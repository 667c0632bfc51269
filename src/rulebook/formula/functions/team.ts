import { compare, type Decimal, decimal, divide, sum } from '../../../lib/decimal.js';
import { seenFromOutside } from '../../values/evaluate.js';
import type { Env, Figure, Slot, Team } from '../../values/node.js';
import { firstObstacle, unknownAmong, unknownTeam } from '../../values/obstacles.js';
import { rankedIn, rankTeam } from '../../values/ranking.js';
import { measure, NO_NOTES, type Notes, note, type Trace } from '../../values/trace.js';
import { PLAIN, YESNO } from '../../values/type.js';
import {
  type Cause,
  type DisplayUnit,
  missing,
  numberValue,
  UNDEFINED,
  type Value,
} from '../../values/value.js';
import type { CompiledExpression } from '../compiled-expression.js';
import {
  type CompiledCall,
  callTrace,
  define,
  type FormulaFunction,
  ofNumber,
} from './function.js';

/** Functions over the agents of one's team, oneself included. */
export const TEAM_FUNCTIONS: readonly FormulaFunction[] = [
  ofTeam('team_sum', '团队合计', ({ total }) => numberValue(total)),
  define('shop_sum', '全店合计', [1, 1], 'team', ofNumber(overShop)),
  define(
    'team_mean',
    '团队平均',
    [1, 1],
    'team',
    ofNumber((asked, call) => {
      const { metric } = asked.reference ?? {};
      return metric?.quotient === true
        ? pooled(asked, metric.id, call)
        : overTeam(asked, mean, call);
    }),
  ),
  ofTeam('team_min', '团队最小', ({ descending }) => extreme(descending.at(-1))),
  ofTeam('team_max', '团队最大', ({ descending }) => extreme(descending[0])),
  define('team_count', '团队人数', [0, 1], 'team', teamCount),
  ofOneself('rank', '名次', undefined, (own, { descending }) =>
    decimal(placeAmong(own, descending)),
  ),
  ofOneself('percentile', '百分位', 'ratio', (own, { descending }) =>
    divide(decimal(placeAmong(own, descending) - 1), decimal(descending.length)),
  ),
  ofOneself('share', '占比', 'ratio', (own, { total }) =>
    total.isZero() ? undefined : divide(own, total),
  ),
];

/** The figures of a team, worked out once for all of its members. */
interface TeamFigures {
  /** From the greatest to the smallest; who has none (undefined, absent) is left out. */
  readonly descending: readonly Decimal[];
  readonly total: Decimal;
  /** Why the team's figures are not known. */
  readonly obstacle: Value | undefined;
}

function figuresOf(asked: CompiledExpression, env: Env): TeamFigures {
  return env.team.once(asked, () => {
    const values = env.team.members.map((member) => member.value(asked));
    const numbers = values
      .map(asFigure)
      .flatMap((value) => (value.kind === 'number' ? [value.number] : []));
    const obstacle = unknownTeam(env.team) ?? unknownAmong(values);
    const descending = numbers.sort((a, b) => compare(b, a));
    return { descending, total: sum(numbers), obstacle };
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
function teamCount(call: CompiledCall): CompiledExpression | undefined {
  const { called, parts, fail } = call;
  const [condition] = parts;
  if (condition !== undefined) {
    if (condition.type.kind !== 'yesno') return fail(0, YESNO);
    const counted = { ...condition, type: PLAIN, unit: 'persons' as const };
    return overTeam(counted, ({ total }) => numberValue(total), call);
  }
  return {
    type: PLAIN,
    unit: 'persons',
    uses: [],
    evaluate({ team }) {
      const value = unknownTeam(team) ?? numberValue(decimal(team.members.length));
      return callTrace(called, value, 'persons', []);
    },
  };
}

function ofTeam(id: string, zh: string, compute: (figures: TeamFigures) => Value): FormulaFunction {
  return define(
    id,
    zh,
    [1, 1],
    'team',
    ofNumber((asked, call) => overTeam(asked, compute, call)),
  );
}

/** A figure of the whole team; the trace shows one's own part in it. */
function overTeam(
  asked: CompiledExpression,
  compute: (figures: TeamFigures) => Value,
  { called }: CompiledCall,
): CompiledExpression {
  const key = {};
  const { type, unit } = asked;
  return {
    type,
    unit,
    uses: asked.uses,
    evaluate(env): Trace {
      const own = asked.evaluate(env);
      const value = env.team.once(key, (): Value => {
        const figures = figuresOf(asked, env);
        return figures.obstacle ?? compute(figures);
      });
      return callTrace(called, withOwnCauses(own.value, value), unit, [own], sizeOf(env));
    },
  };
}

/**
 * The sum over everybody who is paid this month, under whatever plan; whose plan does not have a line that
 * is asked for gives nothing.
 */
function overShop(asked: CompiledExpression, { called }: CompiledCall): CompiledExpression {
  const { type, unit } = asked;
  return {
    type,
    unit,
    // The same line of every plan may be asked for: circles are looked for across plans.
    uses: asked.uses.map(ofShop),
    evaluate(env): Trace {
      const own = asked.evaluate(env);
      const { teams, once } = env.team.shop;
      const value = unknownTeam(env.team) ?? once(asked, () => sumOf(teams, asked, env));
      const count = () => teams.reduce((sum, { members }) => sum + members.length, 0);
      const notes = () => [note('note.shop', { count: count() })];
      return callTrace(called, withOwnCauses(own.value, value), unit, [own], notes);
    },
  };
}

function sumOf(teams: readonly Team[], asked: CompiledExpression, { team }: Env): Value {
  const values = teams.flatMap(({ members, slots }) =>
    members.map((member) => {
      const seen = slots === team.slots ? member : seenFromOutside(member);
      return seen.value(asked);
    }),
  );
  const numbers = values.flatMap((value) => (value.kind === 'number' ? [value.number] : []));
  return unknownAmong(values) ?? numberValue(sum(numbers));
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

function sizeOf({ team }: Env): Notes {
  return () => [note('note.team', { count: team.members.length })];
}

/** Of many causes in a team some are left out: never one's own. */
function withOwnCauses(own: Value, ofAll: Value): Value {
  return ofAll.kind === 'missing' ? (unknownAmong([own, ofAll]) ?? ofAll) : ofAll;
}

function mean({ descending, total }: TeamFigures): Value {
  return descending.length === 0
    ? UNDEFINED
    : numberValue(divide(total, decimal(descending.length)));
}

function extreme(number: Decimal | undefined): Value {
  return number === undefined ? UNDEFINED : numberValue(number);
}

/** The team's figure of a quotient: Σ numerators ÷ Σ denominators, never a mean of ratios. */
function pooled(
  asked: CompiledExpression,
  metric: string,
  { called }: CompiledCall,
): CompiledExpression {
  const key = {};
  const { type, unit } = asked;
  return {
    type,
    unit,
    uses: asked.uses,
    evaluate(env): Trace {
      const own = asked.evaluate(env);
      const { value, notes } = env.team.once(key, () => poolOf(env, metric, asked));
      return callTrace(called, withOwnCauses(own.value, value), unit, [own], notes);
    },
  };
}

function poolOf(env: Env, id: string, asked: CompiledExpression): Pick<Trace, 'value' | 'notes'> {
  const figures = env.team.members.map((member) => member.facts.metric(id));
  const unknown = unknownTeam(env.team) ?? unknownAmong(figures.map(({ value }) => value));
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
  return { value, notes: () => [note('note.pooled', params)] };
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
function ofOneself(
  id: 'rank' | 'percentile' | 'share',
  zh: string,
  unit: DisplayUnit,
  compute: (own: Decimal, figures: TeamFigures) => Decimal | undefined,
): FormulaFunction {
  const compile = ofNumber((asked, { called }) => {
    const key = {};
    const rankingFor = ({ team }: Env) =>
      team.once(key, () =>
        rankTeam(team.members, (member) => asFigure(member.value(asked)), 'higher', 'same'),
      );
    return {
      type: PLAIN,
      unit,
      uses: asked.uses,
      evaluate(env): Trace {
        const own = asked.evaluate(env);
        const figures = figuresOf(asked, env);
        const value =
          figures.obstacle === undefined
            ? relate(own.value, figures, compute)
            : withOwnCauses(own.value, figures.obstacle);
        const trace = callTrace(called, value, unit, [own], sizeOf(env));
        if (value.kind !== 'number' || id === 'share') return trace;
        return { ...trace, ranking: rankedIn(rankingFor(env), env, asked.unit) };
      },
    };
  });
  return define(id, zh, [1, 1], 'team', compile);
}

/** A yes counts as 1, a no as 0. */
function asFigure(value: Value): Value {
  return value.kind === 'yesno' ? numberValue(decimal(value.yes ? 1 : 0)) : value;
}

function relate(
  own: Value,
  figures: TeamFigures,
  compute: (own: Decimal, figures: TeamFigures) => Decimal | undefined,
): Value {
  if (own.kind !== 'number') return firstObstacle([own]) ?? UNDEFINED;
  const result = compute(own.number, figures);
  return result === undefined ? UNDEFINED : numberValue(result);
}

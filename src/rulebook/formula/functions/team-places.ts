import type { Decimal } from '../../../lib/decimal.js';
import type { Sentences } from '../../../words/texts/entry.js';
import type { Team } from '../../values/node.js';
import { firstObstacle, withOwnCauses } from '../../values/obstacles.js';
import { rankedIn, rankTeam } from '../../values/ranking.js';
import { PLAIN } from '../../values/type.js';
import {
  type DisplayUnit,
  numberValue,
  UNDEFINED,
  undefinedBecause,
  type Value,
} from '../../values/value.js';
import type { CompiledExpression } from '../compiled-expression.js';
import { finding } from './function.js';
import { asFigure, type FigureCall, figuresOf, sizeOf, type TeamFigures } from './team-figures.js';

/** What it says of itself. */
const SENTENCES = {
  noSum: { zh: '全队的合计是 0', en: 'the sum of the team is 0' },
} as const satisfies Sentences;

/** Place among the numbers, 1 for the greatest; equals share a place. */
export function placeAmong(own: Decimal, descending: readonly Decimal[]): number {
  let [low, high] = [0, descending.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (descending[middle]?.greaterThan(own) === true) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}

/** A figure that sets one's own value in relation to the team's; of a place it tells who has the others. */
export function ofOneself(unit: DisplayUnit, isPlace: boolean, compute: Relation) {
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

function relate(own: Value, figures: TeamFigures, compute: Relation): Value {
  if (own.kind !== 'number') return firstObstacle([own]) ?? UNDEFINED;
  const result = compute(own.number, figures);
  return result === undefined ? undefinedBecause(SENTENCES.noSum) : numberValue(result);
}

import { ZERO } from '../lib/decimal.js';
import { groupBy } from '../lib/group.js';
import { measure, type Ranked } from '../rulebook/values/trace.js';
import type { ScorecardScore, Statement } from './statement.js';
import { type PaidAgent, teamKey } from './teams-of-plans.js';

/** Ranks by points within each team: equal scores share a place, and the next place is left out. */
export function withRanks(
  unlimited: readonly Statement[],
  paid: readonly PaidAgent[],
): readonly Statement[] {
  const teamOf = paid.map(teamKey);
  const teams = groupBy([...unlimited.entries()], ([index]) => teamOf[index]);
  const ranks = new Map(
    [...teams.values()].flatMap((team) => [...ranksWithin(team.map(([, statement]) => statement))]),
  );
  return unlimited.map((statement) => ({
    ...statement,
    scores: statement.scores.map((score, position) => ({
      ...score,
      ...ranks.get(statement)?.[position],
    })),
  }));
}

export const NOBODY: Ranked = { places: [], own: undefined };

/** The places of each member of a team, by scorecard. */
function ranksWithin(
  team: readonly Statement[],
): ReadonlyMap<Statement, readonly Pick<ScorecardScore, 'rank' | 'ranking'>[]> {
  const ranks = new Map<Statement, Pick<ScorecardScore, 'rank' | 'ranking'>[]>(
    team.map((member) => [member, []]),
  );
  for (const position of team[0]?.scores.keys() ?? []) {
    const pointsOf = (member: Statement) => member.scores[position]?.points ?? ZERO;
    const ordered = team.toSorted((a, b) => pointsOf(b).comparedTo(pointsOf(a)));
    let place = 1;
    const places = ordered.map((member, index) => {
      const before = ordered[index - 1];
      if (before === undefined || !pointsOf(before).equals(pointsOf(member))) place = index + 1;
      return { place, name: member.name, figure: measure(pointsOf(member), 'points') };
    });
    for (const [own, member] of ordered.entries()) {
      ranks.get(member)?.push({ rank: places[own]?.place ?? 0, ranking: { places, own } });
    }
  }
  return ranks;
}

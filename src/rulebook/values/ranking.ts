import { compareDecimals, type Decimal, decimal, divide, sum, ZERO } from '../../lib/decimal.js';
import type { Env, Node } from './node.js';
import { unknownAmong, unknownTeam } from './obstacles.js';
import { measure, type Ranked } from './trace.js';
import { ABSENT, type DisplayUnit, isYes, type Value } from './value.js';

/** How agents with equal figures are treated: `share` what they win together, `same`, or `roster` order. */
export type Ties = 'share' | 'same' | 'roster';

/** One agent's placing among the team. */
export interface Placing {
  /** From 1; equals share a place unless the roster decides. */
  readonly place: number;
  /** How many share it. */
  readonly tied: number;
}

/** A member with the figure by which it is ranked. */
interface RankedMember {
  readonly member: Env;
  readonly number: Decimal;
}

/** The team in order of a figure. */
export interface Ranking {
  /** From the best on. */
  readonly order: readonly RankedMember[];
  readonly placings: ReadonlyMap<Env, Placing>;
  /** How many have a place. */
  readonly count: number;
  /** Why there is no ranking: someone's figure is missing. */
  readonly obstacle: Value | undefined;
}

/**
 * Ranks a team by a figure. A member without a figure (undefined, absent) has no place; a missing figure
 * of anyone leaves all without, because everybody's place depends on it.
 */
export function rankTeam(
  members: readonly Env[],
  figure: (member: Env) => Value,
  better: 'higher' | 'lower',
  ties: Ties,
): Ranking {
  const values = members.map((member) => ({ member, value: figure(member) }));
  const closed = members.flatMap(({ team }) => unknownTeam(team) ?? []);
  const unknown = unknownAmong(closed) ?? unknownAmong(values.map(({ value }) => value));
  const sign = better === 'higher' ? -1 : 1;
  const ordered = values
    .flatMap(({ member, value }) =>
      value.kind === 'number' ? [{ member, number: value.number }] : [],
    )
    .sort((a, b) => sign * compareDecimals(a.number, b.number));
  const placings = new Map<Env, Placing>();
  let start = 0;
  while (start < ordered.length) {
    const end = endOfTie(ordered, start);
    for (const [offset, { member }] of ordered.slice(start, end).entries()) {
      const place = { place: start + 1, tied: end - start };
      const byRoster = { place: start + 1 + offset, tied: 1 };
      placings.set(member, ties === 'roster' ? byRoster : place);
    }
    start = end;
  }
  return { order: ordered, placings, count: ordered.length, obstacle: unknown };
}

/** What there is where it is not known who is ranked. */
export function withoutPlaces(obstacle: Value): Ranking {
  return { order: [], placings: new Map(), count: 0, obstacle };
}

/** A ranking as an explanation lists it: everybody's place, name and figure. */
export function rankedIn(ranking: Ranking, env: Env, unit: DisplayUnit): Ranked {
  const { places, indices } = env.team.once(ranking, () => {
    const { order, placings } = ranking;
    return {
      places: order.map(({ member, number }) => ({
        place: placings.get(member)?.place ?? 0,
        name: nameOf(member),
        figure: measure(number, unit),
      })),
      indices: new Map(order.map(({ member }, index) => [member, index])),
    };
  });
  return { places, own: indices.get(env) };
}

/** What people call a member; an example's members have no names. */
export function nameOf(member: Env): string {
  const value = member.facts.roster('name');
  return value.kind === 'text' ? value.text : `#${member.team.members.indexOf(member) + 1}`;
}

/** How far a member's figure is from that of a better place; undefined for who has that place, or a better. */
export function distanceTo(
  place: number,
  { order, placings }: Ranking,
  env: Env,
): Decimal | undefined {
  const placing = placings.get(env);
  const own = order.find(({ member }) => member === env);
  const better = order[place - 1];
  if (placing === undefined || own === undefined || better === undefined) return undefined;
  return placing.place <= place ? undefined : better.number.minus(own.number).abs();
}

/** Where those who have the same figure as the one at `start` end. */
function endOfTie(ordered: readonly RankedMember[], start: number): number {
  const number = ordered[start]?.number;
  let end = start;
  while (number !== undefined && ordered[end]?.number.equals(number)) end++;
  return end;
}

/** The mean of the rungs that a placing occupies; `same` gives each the highest of them. */
export function rungShare(
  { place, tied }: Placing,
  rungs: readonly Decimal[],
  ties: Ties,
): Decimal {
  if (ties !== 'share') return rungs[place - 1] ?? ZERO;
  return divide(sum(rungs.slice(place - 1, place - 1 + tied)), decimal(tied));
}

/** A figure of a member, or absent for whom the condition on taking part does not hold. */
export function valueAmong(
  member: Env,
  among: Pick<Node, 'evaluate'> | undefined,
  figure: (member: Env) => Value,
): Value {
  const admitted = among && member.value(among);
  if (admitted?.kind === 'missing') return admitted;
  return admitted === undefined || isYes(admitted) ? figure(member) : ABSENT;
}

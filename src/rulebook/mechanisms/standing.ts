import { type Decimal, decimal, divide, sum } from '../../lib/decimal.js';
import { firstObstacle } from '../formula/operators.js';
import type { Env, Node } from '../node.js';
import type { Value } from '../value.js';

/** How agents with equal figures are treated: `share` what they win together, `same`, or `roster` order. */
export type Ties = 'share' | 'same' | 'roster';

/** One agent's standing among the team. */
export interface Standing {
  /** From 1; equals share a place unless the roster decides. */
  readonly place: number;
  /** How many share it. */
  readonly tied: number;
}

/** The team in order of a figure. */
export interface Ranking {
  readonly standings: ReadonlyMap<Env, Standing>;
  /** Figures from best to worst. */
  readonly ordered: readonly { readonly member: Env; readonly number: Decimal }[];
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
  const unknown = firstObstacle(
    values.map(({ value }) => value).filter(({ kind }) => kind === 'missing'),
  );
  const sign = better === 'higher' ? -1 : 1;
  const ordered = values
    .flatMap(({ member, value }) =>
      value.kind === 'number' ? [{ member, number: value.number }] : [],
    )
    .sort((a, b) => sign * a.number.comparedTo(b.number));
  const standings = new Map<Env, Standing>();
  let start = 0;
  while (start < ordered.length) {
    const number = ordered[start]?.number;
    let end = start;
    while (end < ordered.length && number !== undefined && ordered[end]?.number.equals(number))
      end++;
    for (const [offset, { member }] of ordered.slice(start, end).entries()) {
      const byRoster = ties === 'roster';
      standings.set(member, {
        place: start + 1 + (byRoster ? offset : 0),
        tied: byRoster ? 1 : end - start,
      });
    }
    start = end;
  }
  return { standings, ordered, obstacle: unknown };
}

/** The mean of the rungs that a standing occupies; `same` gives each the highest of them. */
export function rungShare(
  { place, tied }: Standing,
  rungs: readonly Decimal[],
  ties: Ties,
): Decimal {
  const rungAt = (position: number) => rungs[position - 1] ?? decimal(0);
  if (ties !== 'share') return rungAt(place);
  const occupied = Array.from({ length: tied }, (_, offset) => rungAt(place + offset));
  return divide(sum(occupied), decimal(tied));
}

/** The numbers of nodes, or the value that stands in their way. */
export function evaluateAll(nodes: readonly Node[], env: Env): readonly Decimal[] | Value {
  const values = nodes.map((node) => node.evaluate(env).value);
  const obstacle = firstObstacle(values);
  return obstacle ?? values.flatMap((value) => (value.kind === 'number' ? [value.number] : []));
}

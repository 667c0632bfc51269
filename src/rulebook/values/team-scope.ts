import { ROSTER_FIELDS } from '../../catalogue/roster-fields.js';
import { groupBy } from '../../lib/group.js';
import type { Title } from '../../lib/language.js';
import { teamAmong } from './evaluate.js';
import type { Env, Team } from './node.js';
import { unknownTeam } from './obstacles.js';
import type { Value } from './value.js';

/** Over whom a figure of the team goes. */
export interface TeamScope {
  /** They, or why they are not known. */
  find(env: Env): FoundTeam;
  /** The column of the roster in which they are alike. */
  readonly column?: Title;
}

export type FoundTeam = Team | { readonly unknown: Value };

/** With whom one is compared: the part of the plan that one belongs to. */
export const OWN_PART: TeamScope = { find: ({ team }) => known(team) };

/** With whom money is shared: everybody who is paid by the plan, however it divides them. */
export const WHOLE_PLAN: TeamScope = { find: ({ team }) => known(team.whole) };

function known(team: Team): FoundTeam {
  const unknown = unknownTeam(team);
  return unknown === undefined ? team : { unknown };
}

/** The columns of the roster by which people are grouped. */
export const GROUP_COLUMNS = ROSTER_FIELDS.filter(({ id }) =>
  ['team', 'shift', 'level', 'role'].includes(id),
);

/** The column of an id or title by which people are grouped; undefined for any other. */
export function groupColumn(name: string) {
  return GROUP_COLUMNS.find(({ id, title }) => id === name || title.zh === name);
}

/** Those who have the same in a column, by its id or title; the usual team where none is named. */
export function scopeWithin(column: string | undefined, usual: TeamScope): TeamScope {
  const found = column === undefined ? undefined : groupColumn(column);
  return found === undefined ? usual : alikeIn(found.id, found.title);
}

/**
 * Those of the plan who have the same in a column of the roster. Where nobody has anything there, that is
 * everybody; where others have, it is not known to whom somebody without belongs.
 */
export function alikeIn(id: string, column: Title): TeamScope {
  const key = {};
  return {
    column,
    find(env) {
      const { whole } = env.team;
      const teams = whole.once(key, () => teamsBy(id, whole));
      return teams.get(env) ?? known(whole);
    },
  };
}

function teamsBy(field: string, whole: Team): ReadonlyMap<Env, FoundTeam> {
  const cellOf = (member: Env) => member.facts.roster(field);
  const groups = groupBy(whole.members, (member) => {
    const cell = cellOf(member);
    return cell.kind === 'text' ? cell.text : undefined;
  });
  // All alike, or nothing is known of anybody.
  if (groups.size === 1) return new Map();
  return new Map(
    [...groups].flatMap(([word, members]) => {
      const team = teamAmong(members, whole);
      return members.map((member): [Env, FoundTeam] => [
        member,
        word === undefined ? { unknown: cellOf(member) } : team,
      ]);
    }),
  );
}

import { NOTICE_LEVELS } from '../catalogue/pay-words.js';
import type { PaidMonth } from './run.js';
import type { Notice, Statement, Titled } from './statement.js';

/** Whom a notice concerns: an agent, a team (`part` when the plan divides its team), or the whole shop. */
type Addressee =
  | {
      readonly kind: 'agent';
      readonly id: string;
      readonly name: string;
      readonly role: Titled;
    }
  | { readonly kind: 'team'; readonly part: string | undefined }
  | { readonly kind: 'shop' };

/** A notice with all that it takes to post it. */
export interface PostedNotice extends Notice {
  readonly to: Addressee;
  readonly plan: Titled;
}

/** The notices that concern an agent; those for a whole team or shop stand in one statement of many. */
export function ownNotices({ notices }: Pick<Statement, 'notices'>): readonly Notice[] {
  return notices.filter(({ once }) => once === undefined);
}

/** The notices of a month for a whole team or the whole shop, where anybody of it is shown. */
export function sharedNotices(
  month: Pick<PaidMonth, 'statements'>,
  shown: readonly Statement[],
): readonly PostedNotice[] {
  return postedNotices(month, shown).filter(({ to }) => to.kind !== 'agent');
}

/**
 * The notices of a month for the agents of the statements that are shown: the gravest first, of one level
 * those for the team, then those for agents, in their order. What is said to a team once, whoever of it
 * said it, is there when any of its agents is shown.
 */
export function postedNotices(
  month: Pick<PaidMonth, 'statements'>,
  shown: readonly Statement[],
): readonly PostedNotice[] {
  const teams = new Set(shown.map(teamOf));
  const agents = new Set(shown.map(({ agent }) => agent));
  const notices = month.statements.flatMap((statement) =>
    statement.notices
      .filter(({ once }) => isShown(once, statement, teams, agents))
      .map((notice) => posted(notice, statement)),
  );
  return NOTICE_LEVELS.toReversed().flatMap((level) =>
    (['shop', 'team', 'agent'] as const).flatMap((kind) =>
      notices.filter((notice) => notice.level === level && notice.to.kind === kind),
    ),
  );
}

/** What is said to an agent is shown with the agent, to a team with any of it, to the shop with anybody. */
function isShown(
  once: Notice['once'],
  statement: Statement,
  teams: ReadonlySet<string>,
  agents: ReadonlySet<string>,
): boolean {
  if (once === 'shop') return agents.size > 0;
  return once === 'team' ? teams.has(teamOf(statement)) : agents.has(statement.agent);
}

/** What the members of one team have in common. */
function teamOf({ plan, team }: Statement): string {
  return JSON.stringify([plan, team ?? '']);
}

function posted(notice: Notice, statement: Statement): PostedNotice {
  const { plan: id, planTitle: title } = statement;
  return { ...notice, to: addresseeOf(notice, statement), plan: { id, title } };
}

function addresseeOf({ once }: Notice, { agent: id, name, role, team }: Statement): Addressee {
  if (once === 'shop') return { kind: 'shop' };
  return once === 'team' ? { kind: 'team', part: team } : { kind: 'agent', id, name, role };
}

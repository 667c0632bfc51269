import { sameInAll, type Title } from '../lib/language.js';
import { collectProblems } from '../lib/problem.js';
import type { CompiledPlan } from '../rulebook/plan.js';
import type { Agent } from '../shop/shop.js';
import { openPolicy } from './policy.js';
import type { PaidMonth } from './run.js';
import type { Notice, Statement } from './statement.js';

/** Something with an id and what people call it. */
export interface Titled {
  readonly id: string;
  readonly title: Title;
}

/** Whom a notice concerns: an agent, a team (`part` when the plan divides its team), or the whole shop. */
export type Addressee =
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
  /** The rulebook that it comes from; undefined when several of the plan could have said it. */
  readonly rulebook: Titled | undefined;
}

/** The levels of notices, the gravest first. */
export const NOTICE_LEVELS = ['dismissal', 'warning', 'info'] as const;

/**
 * The notices of a month for the agents of the statements that are shown: the gravest first, of one level
 * those for the team, then those for agents, in their order. What is said to a team once, whoever of it
 * said it, is there when any of its agents is shown.
 */
export function postedNotices(
  month: PaidMonth,
  shown: readonly Statement[],
): readonly PostedNotice[] {
  const sources = sourcesOf(month);
  const teams = new Set(shown.map((statement) => sources.teamOf(statement)));
  const agents = new Set(shown.map(({ agent }) => agent));
  const notices = month.statements
    .flatMap((statement) =>
      statement.notices.map((notice) => ({
        ...posted(notice, statement, sources),
        team: sources.teamOf(statement),
      })),
    )
    .filter(
      ({ to, team }) =>
        (to.kind === 'shop' && shown.length > 0) ||
        (to.kind === 'team' && teams.has(team)) ||
        (to.kind === 'agent' && agents.has(to.id)),
    )
    .map(({ team: _, ...notice }) => notice);
  return NOTICE_LEVELS.flatMap((level) =>
    (['shop', 'team', 'agent'] as const).flatMap((kind) =>
      notices.filter((notice) => notice.level === level && notice.to.kind === kind),
    ),
  );
}

/** Where notices come from: the shop's plans and books. */
interface Sources {
  planOf(statement: Statement): CompiledPlan | undefined;
  /** What the members of one team have in common. */
  teamOf(statement: Statement): string;
  /** The part of the team that the agent is in, when the plan divides it. */
  partOf(statement: Statement): string | undefined;
  titleOf(book: string): Title | undefined;
  /** For whom a book says a notice once; undefined when it says it to each agent. */
  onceFor(book: string, notice: string): 'team' | 'shop' | undefined;
}

function sourcesOf({ shop, roster }: PaidMonth): Sources {
  // What is wrong with the policy was reported when the month was paid.
  const policy = shop && openPolicy(shop, collectProblems());
  const agents = new Map<string, Agent>(roster.map((agent) => [agent.id, agent]));
  const books = new Map(policy?.books.map((book) => [book.id, book]));
  const planOf = ({ role }: Statement) => policy?.plans.get(role.id);
  const partOf = (statement: Statement) => {
    const by = planOf(statement)?.teamBy;
    return by === undefined ? undefined : agents.get(statement.agent)?.[by];
  };
  return {
    planOf,
    partOf,
    teamOf: (statement) => JSON.stringify([statement.plan, partOf(statement) ?? '']),
    titleOf: (book) => books.get(book)?.title,
    onceFor(book, id) {
      const once = books.get(book)?.notices.find(({ spec }) => spec.id === id)?.spec.once;
      if (once === 'shop') return 'shop';
      return once === 'true' ? 'team' : undefined;
    },
  };
}

function posted(notice: Notice, statement: Statement, sources: Sources): PostedNotice {
  const plan = sources.planOf(statement);
  const book = bookOf(notice, statement, plan);
  const once = book === undefined ? undefined : sources.onceFor(book, notice.code);
  const { agent: id, name, role } = statement;
  return {
    ...notice,
    to:
      once === 'shop'
        ? { kind: 'shop' }
        : once === 'team'
          ? { kind: 'team', part: sources.partOf(statement) }
          : { kind: 'agent', id, name, role },
    plan: { id: statement.plan, title: plan?.title ?? sameInAll(statement.plan) },
    rulebook:
      book === undefined
        ? undefined
        : { id: book, title: sources.titleOf(book) ?? sameInAll(book) },
  };
}

/** The book that a notice comes from: that of the line that raised it, or the one that lists it. */
function bookOf(
  notice: Notice,
  { lines }: Statement,
  plan: CompiledPlan | undefined,
): string | undefined {
  const line = lines.find(({ id, trace }) => id === notice.code && says(trace.raised, notice));
  if (line !== undefined) return line.rulebook;
  const listed = plan?.notices.filter(({ id }) => id === notice.code) ?? [];
  const [only] = listed;
  return listed.length === 1 ? only?.rulebook : undefined;
}

function says(
  raised: Pick<Notice, 'level' | 'text'> | undefined,
  { level, text }: Notice,
): boolean {
  return raised?.level === level && raised.text.zh === text.zh && raised.text.en === text.en;
}

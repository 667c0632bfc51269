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

/** Whom a notice concerns: one agent, or a whole team; `part` when the plan divides its team. */
export type Addressee =
  | {
      readonly kind: 'agent';
      readonly id: string;
      readonly name: string;
      readonly role: Titled;
    }
  | { readonly kind: 'team'; readonly part: string | undefined };

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
    .filter((statement) => teams.has(sources.teamOf(statement)))
    .flatMap((statement) => statement.notices.map((notice) => posted(notice, statement, sources)))
    .filter(({ to }) => to.kind === 'team' || agents.has(to.id));
  return NOTICE_LEVELS.flatMap((level) =>
    (['team', 'agent'] as const).flatMap((kind) =>
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
  /** Whether a book says a notice once for the team. */
  isOnce(book: string, notice: string): boolean;
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
    isOnce: (book, id) =>
      books.get(book)?.notices.some(({ spec }) => spec.id === id && spec.once === 'true') === true,
  };
}

function posted(notice: Notice, statement: Statement, sources: Sources): PostedNotice {
  const plan = sources.planOf(statement);
  const book = bookOf(notice, statement, plan);
  const isForTeam = book !== undefined && sources.isOnce(book, notice.code);
  const { agent: id, name, role } = statement;
  return {
    ...notice,
    to: isForTeam
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

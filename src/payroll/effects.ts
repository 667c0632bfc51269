import type { MetricValue } from '../catalogue/figure.js';
import type { Decimal } from '../lib/decimal.js';
import { sameInAll, type Title } from '../lib/language.js';
import { customMetricsOf } from '../policy/plan-parts.js';
import type { MemberFacts } from '../rulebook/values/evaluate.js';
import type { Facts } from '../rulebook/values/node.js';
import type { Agent } from '../shop/shop.js';
import { collectProblems } from '../words/problem.js';
import { title } from '../words/text.js';
import { titlesById } from './agent-facts.js';
import { changesBetween, type LineChange } from './compare.js';
import { isCorrection } from './correction.js';
import { factSources, memberOf, NOTHING_COUNTED, type Payable } from './pay.js';
import type { PayLine, Statement } from './statement.js';
import { payMonth } from './statements.js';
import type { PaidAgent } from './teams-of-plans.js';

/** What can differ between two months, in the order in which it is taken over from the later one. */
const CAUSES = [
  'rules',
  'metric',
  'ratings',
  'events',
  'complaints',
  'targets',
  'days',
  'history',
  'roster',
] as const;

/** Why a line changed: a metric by its id, or one of the other things that pay rests on. */
interface EffectCause {
  readonly kind: (typeof CAUSES)[number] | 'corrections' | 'statutory';
  /** Of a metric. */
  readonly id?: string;
  readonly title: Title;
}

/** A month that is compared: what its pay rests on, and what was made of it. */
export interface ComparedMonth extends Payable {
  readonly statements: readonly Statement[];
}

/** What one cause made of one line of an agent's pay. */
export interface Effect {
  readonly cause: EffectCause;
  readonly change: LineChange;
  /** The agent's own figures, where the cause is a metric that the agent has in both months. */
  readonly figures?: { readonly before: Decimal; readonly after: Decimal };
}

/**
 * Divides what changed between two months among its causes. The earlier month is turned into the later one
 * step by step, the policy first, then each metric that pay asks for, then the rest, and everybody is paid
 * after each step: what a step changes is its effect, so that all effects together are the whole difference.
 */
export function effectsBetween(before: ComparedMonth, after: ComparedMonth): readonly Effect[] {
  const asked = new Set<string>();
  const first = payAs(before, after, new Set(), asked);
  const last = payAs(before, after, new Set(['*']), asked);
  const titles = titlesById([
    ...customMetricsOf(before.shop.config),
    ...customMetricsOf(after.shop.config),
    ...[before, after].flatMap(({ metrics }) => metrics?.filtered ?? []),
  ]);
  const metrics = [...titles.keys()].filter((id) => asked.has(id));
  const steps = CAUSES.flatMap((kind): readonly EffectCause[] =>
    kind === 'metric'
      ? metrics.map((id) => ({ kind, id, title: titles.get(id) ?? sameInAll(id) }))
      : [{ kind, title: title(`cause.${kind}`) }],
  );
  const taken = new Set<string>();
  let now = first;
  const effects = steps.flatMap((cause, index): readonly Effect[] => {
    taken.add(keyOf(cause));
    const next = index === steps.length - 1 ? last : payAs(before, after, taken, asked);
    const changes = changesBetween(now, next).filter(({ effect }) => !effect.isZero());
    now = next;
    return changes.map((change) => effectOf(cause, change, before, after));
  });
  return [...effects, ...effectsBeside(before, after)];
}

/**
 * What no rule of either month makes: what is paid and recovered of other months, and what insurance and tax come to,
 * each month under the law as it was for it.
 */
function effectsBeside(before: ComparedMonth, after: ComparedMonth): readonly Effect[] {
  const of = (kind: 'corrections' | 'statutory', isOfKind: (line: PayLine) => boolean) => {
    const cause = { kind, title: title(`cause.${kind}`) };
    return changesBetween(before.statements, after.statements)
      .filter(({ payLine }) => isOfKind(payLine))
      .map((change): Effect => ({ cause, change }));
  };
  return [
    ...of('corrections', isCorrection),
    ...of('statutory', ({ kind }) => kind === 'withheld'),
  ];
}

function keyOf({ kind, id }: Pick<EffectCause, 'kind' | 'id'>): string {
  return id === undefined ? kind : `${kind}.${id}`;
}

function effectOf(cause: EffectCause, change: LineChange, before: Payable, after: Payable): Effect {
  if (cause.id === undefined) return { cause, change };
  const [then, now] = [before, after].map(({ metrics }) =>
    numberIn(
      metrics?.agents.get(change.agent)?.metrics.get(cause.id ?? '') ??
        metrics?.shop.get(cause.id ?? ''),
    ),
  );
  if (then === undefined || now === undefined) return { cause, change };
  return { cause, change, figures: { before: then, after: now } };
}

function numberIn(figure: MetricValue | undefined): Decimal | undefined {
  return figure?.state === 'known' ? figure.value : undefined;
}

/** Pays the earlier month with what is `taken` from the later one; `*` takes everything. */
function payAs(
  before: Payable,
  after: Payable,
  taken: ReadonlySet<string>,
  asked: Set<string>,
): readonly Statement[] {
  const takes = (key: string) => taken.has('*') || taken.has(key);
  const [then, now] = [membersOf(before), membersOf(after)];
  const policy = takes('rules') ? after.policy : before.policy;
  const { active } = takes('roster') ? after : before;
  const paid = active.flatMap((agent): readonly PaidAgent[] => {
    const plan = policy.plans.get(agent.role);
    const [old, late] = [then(agent), now(agent)];
    const only = old ?? late;
    if (plan === undefined || only === undefined) return [];
    return [{ agent, plan, facts: mixed(old ?? only, late ?? only, takes, asked) }];
  });
  const { month } = takes('roster') ? after : before;
  const { limits } = (takes('rules') ? after : before).shop.config;
  return payMonth(month, paid, limits, collectProblems());
}

/** The facts of a month's agents, by id. */
function membersOf({
  month,
  shop,
  policy,
  active,
  metrics,
  history,
}: Payable): (agent: Agent) => MemberFacts | undefined {
  const sources = factSources(month, shop, policy, metrics ?? NOTHING_COUNTED);
  const own = new Map(active.map((agent) => [agent.id, agent]));
  return ({ id }) => {
    const agent = own.get(id);
    return agent && memberOf(agent, sources, history);
  };
}

function mixed(
  old: MemberFacts,
  late: MemberFacts,
  takes: (key: string) => boolean,
  asked: Set<string>,
): MemberFacts {
  const from = (key: string): Facts => (takes(key) ? late : old).facts;
  return {
    facts: {
      metric: (id) => {
        asked.add(id);
        return from(`metric.${id}`).metric(id);
      },
      rating: (item) => from('ratings').rating(item),
      gradings: (item) => from('ratings').gradings(item),
      events: (id) => from('events').events(id),
      cases: (kind) => from('complaints').cases(kind),
      roster: (field) => from('roster').roster(field),
      target: (id) => from('targets').target(id),
      days: (days) => from('days').days(days),
      hours: () => from('days').hours(),
      recorded: () => undefined,
    },
    earlier: (months) => (takes('history') ? late : old).earlier(months),
  };
}

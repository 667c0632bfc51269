import type { MonthFacts } from '../../intake/facts/month-facts.js';
import type { EngineRow } from '../../lib/engine.js';
import { groupBy } from '../../lib/group.js';
import type { MetricSettings } from '../../shop/config.js';
import { creditRules, metricsSql, type SqlParameters } from '../rows/sql.js';
import type { Credit, LossReason, Session } from './evidence.js';
import { timeText } from './listed-rows.js';

/** What says how orders were credited. */
interface CreditSources {
  readonly facts: MonthFacts;
  readonly settings: MetricSettings;
  readonly parameters: SqlParameters;
}

/**
 * How each of the orders was credited: by which rule and session, and which sessions were considered and
 * lost. `scope`: by all rules, or by creation alone, as the created orders are.
 */
export async function creditsOf(
  purchases: readonly number[],
  scope: 'paid' | 'created',
  { facts, settings, parameters }: CreditSources,
): Promise<ReadonlyMap<number, Credit>> {
  const { engine } = facts;
  await engine.run('CREATE OR REPLACE TEMP TABLE listed (purchase BIGINT)');
  const distinct = [...new Set(purchases)];
  await engine.append(
    'listed',
    distinct.map((purchase) => [purchase]),
  );
  const asked = askedRules(settings, scope);
  const sessions = groupBy(
    await engine.query(metricsSql('evidence/considered', { ...parameters, scope, asked })),
    ({ purchase }) => Number(purchase),
  );
  const named = new Map(
    (await engine.query(metricsSql('evidence/recorded-agents', parameters))).map((row) => [
      Number(row.purchase),
      row,
    ]),
  );
  const ids = new Map(facts.roster.map(({ index, id }) => [index, id]));
  return new Map(
    distinct.map((purchase) => [
      purchase,
      creditOf(named.get(purchase), sessions.get(purchase) ?? [], ids),
    ]),
  );
}

/** With `memo: only` no session is looked at. */
function askedRules(settings: MetricSettings, scope: 'paid' | 'created'): readonly string[] {
  if (settings.memo === 'only') return [];
  return scope === 'created' ? ['created'] : creditRules(settings);
}

function creditOf(
  named: EngineRow | undefined,
  sessions: readonly EngineRow[],
  ids: ReadonlyMap<number, string>,
): Credit {
  const isNamed = typeof named?.agent === 'number';
  const winner = isNamed ? undefined : sessions.find(({ won }) => won === true);
  const session = winner && sessionOf(winner, ids);
  const agents = String(named?.agents ?? '').split(',');
  return {
    rule: isNamed ? (named.by_column === true ? 'agent_column' : 'memo') : ruleOf(session),
    agent: isNamed ? ids.get(Number(named.agent)) : session?.agent,
    session,
    conflict: agents.length > 1 ? agents.map((index) => ids.get(Number(index)) ?? index) : [],
    lost: sessions
      .filter((row) => row !== winner)
      .map((row) => ({
        ...sessionOf(row, ids),
        reason: isNamed ? 'memo' : reasonOf(row, winner),
      })),
  };
}

function ruleOf(session: Session | undefined): Credit['rule'] {
  return session?.rule ?? 'silent';
}

function sessionOf(
  { agent, rule, starts, ends }: EngineRow,
  ids: ReadonlyMap<number, string>,
): Session {
  return {
    agent: ids.get(Number(agent)) ?? String(agent),
    rule: rule === 'paid' || rule === 'after' ? rule : 'created',
    starts: timeText(Number(starts)),
    ends: timeText(Number(ends)),
  };
}

/** In which respect a session came after the winner. Without a winner only the role stood against it. */
function reasonOf(row: EngineRow, winner: EngineRow | undefined): LossReason {
  if (row.in_role !== true || winner === undefined) return 'role';
  if (row.rule !== winner.rule) return 'later_rule';
  if (row.first !== winner.first) return row.rule === 'after' ? 'started_later' : 'ended_earlier';
  return row.second === winner.second ? 'larger_id' : 'started_earlier';
}

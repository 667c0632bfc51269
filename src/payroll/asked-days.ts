import type { MetricValue } from '../catalogue/figure.js';
import type { InputKind } from '../catalogue/inputs.js';
import { metricAmong } from '../catalogue/metrics/filtered.js';
import type { OccurrenceRow } from '../catalogue/rows.js';
import { sameInAll } from '../lib/language.js';
import { type Day, firstDay } from '../lib/month.js';
import type { AgentMonth, DayMetrics } from '../metrics/month-metrics.js';
import type { AgentDay, AgentDays, ByDay } from '../rulebook/values/node.js';
import { unknownAmong } from '../rulebook/values/obstacles.js';
import { missing, NOTHING, UNDEFINED, type Value } from '../rulebook/values/value.js';
import type { Agent } from '../shop/shop.js';
import { type FactSources, figureOf, happeningsOf, rowsOfKind } from './agent-facts.js';

/**
 * The days of the month that a condition is held against: those on which the agent worked, and those on
 * which something that the condition names was counted.
 */
export function askedDays(
  agent: Agent,
  asked: ByDay,
  sources: FactSources,
): AgentDays | { readonly missing: Value } {
  const own = sources.metrics.agents.get(agent.id);
  const unknown = unknownAmong(
    [...asked.metrics].flatMap((id) => unknownByDay(own, id, agent, sources) ?? []),
  );
  if (unknown !== undefined) return { missing: unknown };
  const happenings = [
    ...[...asked.cases].map((id) =>
      happeningsOf(rowsOfKind(own, 'case', id), 'case', id, agent, sources),
    ),
    ...[...asked.events].map((id) =>
      happeningsOf(rowsOfKind(own, 'event', id), 'event', id, agent, sources),
    ),
  ];
  for (const rows of happenings) if ('missing' in rows) return rows;
  const known = new Map(dailyOf(agent, sources).map((day) => [day.day, day]));
  const rows = rowsOf(own, asked);
  const days = [...new Set([...known.keys(), ...rows.map(({ day }) => day as Day)])].sort();
  const counted = days.filter(
    (day) => rows.some((row) => row.day === day) || isAgentsDay(known.get(day), asked),
  );
  const dayAt = (day: Day) => agentDay(day, known.get(day), own, agent, sources);
  return {
    days: counted.map(dayAt),
    ...(sources.metrics.daily?.workedKnown === true ? {} : { idle: idleDay(sources) }),
  };
}

/** Why the figures of single days of a metric are not known; undefined when they are. */
function unknownByDay(
  own: AgentMonth | undefined,
  id: string,
  agent: Agent,
  sources: FactSources,
): Value | undefined {
  const { metrics, titles } = sources;
  const { value } = figureOf(own?.metrics.get(id), id, agent, sources);
  if (value.kind === 'missing') return value;
  const name = titles.get(id) ?? sameInAll(id);
  const about = (input: InputKind) => {
    const file = (metrics.files.get(input) ?? []).join(', ');
    return { name, place: { file }, params: { metric: name, agent: agent.id, file } };
  };
  if (isImported(own?.metrics.get(id))) {
    return missing({ code: 'import-without-days', ...about('metrics') });
  }
  const monthly = metricAmong(id, metrics.filtered)?.needs.find((kind) =>
    metrics.daily?.withoutDays.has(kind),
  );
  if (monthly === undefined) return undefined;
  return missing({ code: 'attendance-without-days', ...about(monthly) });
}

function isImported(value: MetricValue | undefined): boolean {
  return value?.state === 'known' && value.origin === 'imported';
}

function dailyOf(agent: Agent, { metrics }: FactSources): readonly DayMetrics[] {
  return metrics.daily?.agents.get(agent.id) ?? [];
}

/** The rows of events and complaints that a condition asks about. */
function rowsOf(own: AgentMonth | undefined, { events, cases }: ByDay): readonly OccurrenceRow[] {
  return [
    ...[...events].flatMap((id) => rowsOfKind(own, 'event', id) ?? []),
    ...[...cases].flatMap((id) => rowsOfKind(own, 'case', id) ?? []),
  ];
}

function isAgentsDay(day: DayMetrics | undefined, asked: ByDay): boolean {
  if (day === undefined) return false;
  return day.worked || [...asked.metrics].some((id) => isCounted(day.metrics.get(id)));
}

/** Something was counted when a number is not 0, and when a quotient has something to divide by. */
function isCounted(value: MetricValue | undefined): boolean {
  if (value === undefined || value.state === 'undefined') return false;
  if (value.state === 'missing' || value.denominator !== undefined) return true;
  return !value.value.isZero();
}

function agentDay(
  day: Day,
  known: DayMetrics | undefined,
  own: AgentMonth | undefined,
  agent: Agent,
  sources: FactSources,
): AgentDay {
  const onDay = (kind: 'event' | 'case', id: string) => {
    const rows = rowsOfKind(own, kind, id)?.filter((row) => row.day === day);
    return happeningsOf(rows, kind, id, agent, sources);
  };
  return {
    day,
    metric(id) {
      const value = known?.metrics.get(id);
      return value === undefined
        ? nothingCounted(id, sources)
        : figureOf(value, id, agent, sources);
    },
    events: (id) => onDay('event', id),
    cases: (id) => onDay('case', id),
  };
}

/** A day on which nothing was counted. */
function idleDay(sources: FactSources): AgentDay {
  const metric = (id: string) => nothingCounted(id, sources);
  return { day: firstDay(sources.month), metric, events: () => [], cases: () => [] };
}

function nothingCounted(id: string, { metrics }: FactSources): { readonly value: Value } {
  const isQuotient = metricAmong(id, metrics.filtered)?.quotient === true;
  return { value: isQuotient ? UNDEFINED : NOTHING };
}

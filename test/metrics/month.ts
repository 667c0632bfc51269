import { readFileSync } from 'node:fs';
import type { MetricValue } from '../../src/catalogue/figure.js';
import { INPUT_KINDS, type InputKind } from '../../src/catalogue/inputs.js';
import type { FilteredMetric } from '../../src/catalogue/metrics/filtered.js';
import type {
  AgentRow,
  ImportedMetric,
  MonthFacts,
  RatingRow,
} from '../../src/intake/facts/month-facts.js';
import { decimal, plain } from '../../src/lib/decimal.js';
import { type Engine, type EngineCell, openEngine } from '../../src/lib/engine.js';
import type { Month } from '../../src/lib/month.js';
import { computeMetrics } from '../../src/metrics/compute.js';
import type { AgentMonth, MonthMetrics } from '../../src/metrics/month-metrics.js';
import type { MetricSettings } from '../../src/shop/config.js';
import { DEFAULT_SETTINGS } from '../../src/shop/config-from-yaml.js';
import type { Agent } from '../../src/shop/shop.js';
import { collectProblems, type Problem } from '../../src/words/problem.js';
import { chatLogOf, type WrittenMessage } from '../setup/chats.js';

/** Seconds of `10-02 09:00:00` in 2026. */
export function at(text: string): number {
  return Date.parse(`2026-${text.replace(' ', 'T')}Z`) / 1000;
}

export interface TestAgent {
  readonly id: string;
  readonly role?: string;
  readonly accounts?: readonly string[];
  readonly workdaysDue?: number;
  /** Not paid this month. */
  readonly former?: true;
}

/** Messages of one agent and one buyer: `b 10-02 09:00:00` by the buyer, `a …` by the agent. */
export interface TestChat {
  readonly agent: string;
  readonly buyer: string;
  readonly shop?: string;
  /** `b`, `a`, `robot` or `system`, then day and time; `ad` after a buyer's message marks advertising. */
  readonly messages: readonly string[];
  readonly chars?: number;
}

export interface TestOrder {
  readonly id?: string;
  readonly buyer?: string;
  readonly shop?: string;
  readonly created: string;
  readonly paid?: string;
  readonly amount?: string;
  readonly quantity?: number;
  readonly refund?: number;
  readonly memo?: string;
  readonly flag?: string;
  readonly agent?: string;
  /** Whether the status means completed; left out: no status. */
  readonly completed?: boolean;
  readonly status?: string;
  readonly shopName?: string;
}

export interface TestMonth {
  readonly agents?: readonly TestAgent[];
  readonly settings?: Partial<MetricSettings>;
  /** A kind that is given, even without rows, has a file. */
  readonly chats?: readonly TestChat[];
  readonly orders?: readonly TestOrder[];
  /** Agent, then the columns of attendance_months. */
  readonly attendanceMonths?: readonly (readonly EngineCell[])[];
  /** Agent, day, kind, minutes, days. */
  readonly attendanceEvents?: readonly (readonly EngineCell[])[];
  /** Agent, day, kind, verified, grave, points, amount. */
  readonly complaints?: readonly (readonly EngineCell[])[];
  readonly complaintRows?: readonly AgentRow[];
  /** Time, agent, direction, answered, talk, hold, wrap, ring. */
  readonly calls?: readonly (readonly EngineCell[])[];
  readonly events?: readonly AgentRow[];
  readonly ratings?: readonly RatingRow[];
  /** Agent or `*`, metric, value. */
  readonly imported?: readonly (readonly [string, string, string])[];
  /** Metrics whose figures of single days are asked for. */
  readonly byDay?: readonly string[];
  /** Consults by hour are asked for. */
  readonly byHour?: true;
  readonly byWeekday?: true;
  /** Metrics over some orders only. */
  readonly filtered?: readonly FilteredMetric[];
}

export interface Measured {
  /** How many queries the engine was asked. */
  readonly queries: number;
  readonly metrics: MonthMetrics;
  readonly problems: readonly Problem[];
  /** An agent's figure as text: `3`, `1.5`, `0 / 0` when undefined, or why it is missing. */
  of(agent: string, metric: string): string;
  shop(metric: string): string;
  value(agent: string, metric: string): MetricValue;
  agent(agent: string): AgentMonth;
}

const MONTH = '2026-10' as Month;

/** Counts a month of October 2026 that is written in the test. */
export async function measure(month: TestMonth): Promise<Measured> {
  const engine = await openEngine();
  let queries = 0;
  const counting: Engine = {
    ...engine,
    query(sql) {
      queries++;
      return engine.query(sql);
    },
  };
  try {
    const facts = await factsOf(month, counting);
    const problems = collectProblems();
    const active = facts.roster.filter(
      ({ id }) => agentsOf(month).find((agent) => agent.id === id)?.former !== true,
    );
    const settings = { ...DEFAULT_SETTINGS, ...month.settings };
    const metrics = await computeMetrics(facts, settings, active, problems, {
      byDay: month.byDay && new Set(month.byDay),
      byHour: month.byHour === true,
      byWeekday: month.byWeekday === true,
      filtered: month.filtered ?? [],
    });
    const agent = (id: string) => {
      const found = metrics.agents.get(id);
      if (found === undefined) throw new Error(`no agent ${id}`);
      return found;
    };
    const value = (id: string, metric: string) =>
      agent(id).metrics.get(metric) ?? noSuchMetric(metric);
    return {
      metrics,
      queries,
      problems: problems.all,
      agent,
      value,
      of: (id, metric) => show(value(id, metric)),
      shop: (metric) => show(metrics.shop.get(metric) ?? noSuchMetric(metric)),
    };
  } finally {
    await engine.close();
  }
}

function noSuchMetric(metric: string): never {
  throw new Error(`no figure ${metric}`);
}

/** A figure as text, ratios to six decimals. */
export function show(value: MetricValue): string {
  if (value.state === 'known') return plain(value.value, 6);
  if (value.state === 'undefined') return `${plain(value.numerator)} / ${plain(value.denominator)}`;
  const { reason } = value;
  return 'input' in reason ? `${reason.kind} ${reason.input}` : reason.kind;
}

function agentsOf(month: TestMonth): readonly TestAgent[] {
  return month.agents ?? [{ id: 'A01' }, { id: 'A02' }];
}

async function factsOf(month: TestMonth, engine: MonthFacts['engine']): Promise<MonthFacts> {
  await engine.run(
    readFileSync(new URL('../../src/intake/facts/facts.sql', import.meta.url), 'utf8'),
  );
  const roster = agentsOf(month).map(toAgent);
  const place = (id: string) => {
    const index = roster.findIndex((agent) => agent.id === id);
    if (index < 0) throw new Error(`no agent ${id}`);
    return index;
  };
  const byAgent = (rows: readonly (readonly EngineCell[])[] = [], column = 0) =>
    rows.map((row) => row.map((cell, i) => (i === column ? place(String(cell)) : cell)));
  const inOrder = roster.map(({ id }) => id).toSorted((a, b) => (a < b ? -1 : 1));
  await engine.append(
    'agents',
    roster.map(({ index, id, role }) => [index, id, role, inOrder.indexOf(id)]),
  );
  await engine.append(
    'agent_names',
    roster.flatMap(({ index, id, accounts }) => [
      [id, index, true, null, null],
      ...accounts.map((account) => [account, index, false, null, null]),
    ]),
  );
  const messages = messagesOf(month, place);
  const { chats, buyers } = chatLogOf(messages, dayStartsAtOf(month));
  await engine.append('chat_buyers', buyers);
  await engine.append('orders', orderRows(month, place));
  await engine.append('attendance_months', placed(filled(byAgent(month.attendanceMonths), 15)));
  await engine.append('attendance_events', placed(filled(byAgent(month.attendanceEvents), 7)));
  await engine.append('complaints', byAgent(month.complaints));
  await engine.append('calls', byAgent(month.calls, 1));
  return {
    month: MONTH,
    engine,
    roster,
    inputs: [],
    files: new Map(
      INPUT_KINDS.filter((kind) => hasFile(month, kind)).map((kind) => [kind, [`${kind}.csv`]]),
    ),
    attendanceForm:
      month.attendanceMonths !== undefined
        ? 'month'
        : month.attendanceEvents !== undefined
          ? 'event'
          : undefined,
    ratings: month.ratings ?? [],
    events: month.events ?? [],
    leaves: undefined,
    complaints: month.complaintRows ?? [],
    imported: importedRows(month, place),
    targets: [],
    deductions: [],
    opening: [],
    shiftDays: new Map(),
    chats,
    firstChat: messages.length === 0 ? undefined : Math.min(...messages.map(({ time }) => time)),
    counts: {},
    unread: new Map(),
    blankForms: new Map(),
    unreadColumns: [],
    // There are no files in which the rows could be found.
    locate: async (_kind, rows) => rows.map(() => undefined),
  };
}

function dayStartsAtOf({ settings }: TestMonth): number {
  return settings?.dayStartsAt ?? DEFAULT_SETTINGS.dayStartsAt;
}

function hasFile(month: TestMonth, kind: InputKind): boolean {
  if (kind === 'attendance') {
    return month.attendanceMonths !== undefined || month.attendanceEvents !== undefined;
  }
  // No metric rests on a target, nor on what tax asks for; none that is tried here on a list of items.
  if (kind === 'targets' || kind === 'products') return false;
  if (kind === 'deductions' || kind === 'opening') return false;
  return (kind === 'metrics' ? month.imported : month[kind]) !== undefined;
}

function toAgent(agent: TestAgent, index: number): Agent {
  return {
    index,
    id: agent.id,
    name: agent.id,
    role: agent.role ?? 'presales',
    accounts: agent.accounts ?? [],
    ...(agent.workdaysDue === undefined ? {} : { workdaysDue: decimal(agent.workdaysDue) }),
    line: index + 2,
  };
}

/** The rows, as long as the table: the columns that a test does not give are empty. */
function filled(rows: readonly (readonly EngineCell[])[], width: number): EngineCell[][] {
  return rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? null));
}

/** The rows with the file and the line on which they would stand. */
function placed(rows: readonly (readonly EngineCell[])[]): EngineCell[][] {
  return rows.map((row, index) => [...row, 'attendance.csv', index + 2]);
}

function messagesOf(month: TestMonth, place: (id: string) => number): WrittenMessage[] {
  return (month.chats ?? []).flatMap(({ agent, buyer, shop, messages, chars }) =>
    messages.map((message) => {
      const [sender = '', day = '', time = '', mark] = message.split(' ');
      return {
        time: at(`${day} ${time}`),
        agent: place(agent),
        shop: shop ?? '',
        buyer,
        sender: sender === 'a' ? ('agent' as const) : ('buyer' as const),
        chars: chars ?? 5,
        ad: mark === 'ad',
      };
    }),
  );
}

function orderRows(month: TestMonth, place: (id: string) => number): EngineCell[][] {
  return (month.orders ?? []).map((order, index) => [
    order.id ?? `O${index + 1}`,
    order.buyer,
    order.shop ?? '',
    at(order.created),
    order.paid === undefined ? null : at(order.paid),
    order.amount ?? '100',
    order.quantity,
    order.refund ?? 0,
    order.memo,
    order.flag ?? 'none',
    order.agent === undefined ? null : place(order.agent),
    order.completed ?? null,
    'orders.csv',
    index + 2,
    null,
    null,
    order.status ?? null,
    order.shopName ?? null,
  ]);
}

function importedRows(month: TestMonth, place: (id: string) => number): ImportedMetric[] {
  return (month.imported ?? []).map(([agent, metric, value], index) => ({
    agent: agent === '*' ? undefined : place(agent),
    metric,
    value: decimal(value),
    file: 'metrics.csv',
    line: index + 2,
  }));
}

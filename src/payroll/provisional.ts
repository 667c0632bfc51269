import { metricById } from '../catalogue/metrics/metrics.js';
import { sameInAll, type Title } from '../lib/language.js';
import type { MonthMetrics } from '../metrics/month-metrics.js';
import type { Trace } from '../rulebook/values/trace.js';
import { writtenAgents } from '../shop/roster.js';
import { listedTitles } from '../words/lists.js';
import type { People } from '../words/people.js';
import type { Problems } from '../words/problem.js';
import { title } from '../words/text.js';
import type { PaidMonth } from './run.js';
import type { Statement } from './statement.js';

/** A line of pay, or a scorecard, that rests on figures which are not final. */
interface ProvisionalLine {
  readonly title: Title;
  /** Whose it is. */
  readonly statements: readonly Statement[];
  /** The metrics, by id. */
  readonly metrics: ReadonlySet<string>;
}

/** The metrics in the reasons of pay that are not final yet. */
export function provisionalMetrics(
  month: Pick<PaidMonth, 'statements' | 'metrics'>,
): readonly string[] {
  const lines = provisionalLines(month.statements, month.metrics);
  return [...new Set(lines.flatMap(({ metrics }) => [...metrics]))].sort();
}

/** Says which lines of whom rest on figures that are not final, and up to which day orders are awaited. */
export function reportProvisional(
  { month, metrics, statements }: Pick<PaidMonth, 'month' | 'metrics' | 'statements'>,
  problems: Problems,
): void {
  const awaited = metrics?.ordersAwaited;
  if (metrics === undefined || awaited === undefined) return;
  const [file, ...more] = metrics.files.get('orders') ?? [];
  const place = { file: file !== undefined && more.length === 0 ? file : month };
  for (const line of provisionalLines(statements, metrics)) {
    problems.report('provisional-figures', place, {
      params: {
        line: line.title,
        agents: peopleOf(line.statements),
        metrics: listedTitles('names', [...line.metrics].sort().map(titleOfMetric)),
        last: awaited.last === undefined ? title('none-there') : awaited.last,
        due: awaited.due,
        month,
      },
    });
  }
}

function provisionalLines(
  statements: readonly Statement[],
  metrics: MonthMetrics | undefined,
): readonly ProvisionalLine[] {
  const provisional = metrics === undefined ? new Set<string>() : provisionalIn(metrics);
  if (provisional.size === 0) return [];
  const found = new Map<string, { title: Title; statements: Statement[]; metrics: Set<string> }>();
  for (const statement of statements) {
    for (const { key, title, traces } of reasonsOf(statement)) {
      const asked = new Set<string>();
      for (const trace of traces) collectMetrics(trace, asked);
      const open = [...asked].filter((id) => provisional.has(id));
      if (open.length === 0) continue;
      const line = found.get(key) ?? { title, statements: [], metrics: new Set() };
      line.statements.push(statement);
      for (const id of open) line.metrics.add(id);
      found.set(key, line);
    }
  }
  return [...found.values()];
}

/** What a statement says, with how it came about: its scorecards, then its lines. */
function reasonsOf({ scores, lines }: Statement) {
  return [
    ...scores.map(({ rulebook, title, items }) => ({
      key: rulebook,
      title,
      traces: items.map(({ trace }) => trace),
    })),
    ...lines.map(({ rulebook, id, title, trace }) => ({
      key: `${rulebook}.${id}`,
      title,
      traces: [trace],
    })),
  ];
}

function provisionalIn({ agents, shop }: MonthMetrics): ReadonlySet<string> {
  const maps = [...[...agents.values()].map(({ metrics }) => metrics), shop];
  return new Set(
    maps.flatMap((figures) =>
      [...figures].flatMap(([id, figure]) =>
        'provisional' in figure && figure.provisional === true ? [id] : [],
      ),
    ),
  );
}

function collectMetrics(trace: Trace, into: Set<string>): void {
  if (trace.name?.kind === 'metric') into.add(trace.name.id);
  for (const part of trace.parts) collectMetrics(part, into);
}

/** So many people are named; of more their number is told. */
const MOST_NAMED = 5;

function peopleOf(statements: readonly Statement[]): People {
  const agents = statements.map(({ agent, name }) => ({ id: agent, name }));
  const { length: people } = agents;
  const names = writtenAgents(agents.slice(0, MOST_NAMED));
  const said = people > MOST_NAMED ? title('names.and-more', { names, people }) : names;
  return { ...said, ids: agents.map(({ id }) => id) };
}

function titleOfMetric(id: string): Title {
  return metricById(id)?.title ?? sameInAll(id);
}

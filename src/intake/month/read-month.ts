import type { InputKind } from '../../catalogue/inputs.js';
import type { Engine } from '../../lib/engine.js';
import { createRoster, isActive } from '../../shop/roster.js';
import { collectProblems } from '../../words/problem.js';
import { prepareEngine } from '../cells/engine-tables.js';
import { reportUnseenNul } from '../cells/unseen-nul.js';
import { NO_CHATS } from '../facts/chat-log.js';
import { type MonthContext, monthSpan, type Range } from '../facts/month-context.js';
import { DEFAULT_MEMORY } from '../facts/month-engine.js';
import type { MonthFacts } from '../facts/month-facts.js';
import { temporaryFolder } from '../facts/temporary-folder.js';
import type { Unread } from '../facts/unread.js';
import { rowsName, type Table } from '../files/table.js';
import { metricColumns } from '../reports/metric-columns.js';
import { reportChanged } from './changed-meanwhile.js';
import { checkCellsAlone } from './check-cells-alone.js';
import { validPatterns } from './check-patterns.js';
import type { MonthRequest } from './month-request.js';
import { openMonth } from './open-month.js';
import { readTables } from './read-tables.js';
import { unreadKinds } from './unread-kinds.js';

/**
 * Reads every file of a month's folder. Fills the engine's tables (facts.sql) and gives what a rule may
 * ask for row by row. What is wrong is reported, and what it leaves unknown stands in `unread`. Undefined when
 * the month has no folder that can be read.
 */
export async function readMonth(request: MonthRequest): Promise<MonthFacts | undefined> {
  const { problems } = request;
  const before = problems.all.length;
  return withContext(request, async (context) => {
    const opened = await openMonth(context);
    if (opened === undefined) return undefined;
    const { candidates, states, tables, incomplete } = opened;
    await request.engine.useThreads(isSmall(tables) ? 1 : undefined);
    const facts = await readTables(tables, context);
    for (const table of incomplete) await checkCellsAlone(table, context);
    await reportChanged(states, candidates, problems);
    reportUnseenNul([...tables.values(), incomplete].flat(), problems);
    const unread = unreadKinds(problems.all.slice(before), candidates, tables, context);
    await forgetUnread(unread, request.engine);
    const chats = unread.has('chats') ? NO_CHATS : facts.chats;
    const { blankForms, unreadColumns } = context;
    return { ...facts, chats, unread, blankForms, unreadColumns };
  });
}

/** The tables of what the engine counts, of which a part is worth nothing. */
const COUNTED: Readonly<Partial<Record<InputKind, readonly string[]>>> = {
  chats: ['chat_buyers'],
  orders: ['orders', 'order_lines'],
  calls: ['calls'],
};

/** Empties the tables of kinds that could not be read as a whole: what is in them need not be right. */
async function forgetUnread(unread: Unread, engine: Engine): Promise<void> {
  for (const kind of unread.keys()) {
    for (const table of COUNTED[kind] ?? []) await engine.run(`DELETE FROM ${table}`);
  }
}

/** Files of so many bytes hold, packed or not, hardly more rows than the engine gives to one thread (122,880). */
const SMALL = 4_000_000;

/** True for a month that a single thread reads and counts with less work than several, and not later. */
function isSmall(tables: ReadonlyMap<InputKind, readonly Table[]>): boolean {
  const sizes = [...tables.values()].flat().map(({ size }) => size);
  return sizes.reduce((sum, size) => sum + size, 0) < SMALL;
}

/** What one file holds. */
export interface FileContents {
  /** Data rows; undefined when they could not be told from each other. */
  readonly rows: number | undefined;
  /** Of a file whose rows have dates, when every row could be read. */
  readonly range: Range | undefined;
  /** The metrics that columns of a wide metrics file name, by the place of the column. */
  readonly metrics: ReadonlyMap<number, string>;
}

/** Reads one file by itself, as it is read among those of a month; the problems say what is wrong in it. */
export async function readAlone(table: Table, request: MonthRequest): Promise<FileContents> {
  const { kind, openColumns } = table.match.reader;
  if (kind === 'agents') return { rows: undefined, range: undefined, metrics: new Map() };
  return withContext(request, async (context) => {
    await readTables(new Map([[kind, [table]]]), context);
    const metrics = openColumns
      ? metricColumns(table, context.shop.config.customMetrics, collectProblems())
      : [];
    return {
      rows: context.counts.get(`${rowsName(table)}.read`),
      range: context.ranges.get(table.file),
      metrics: new Map(metrics.map(({ metric, at }) => [at, metric.id] as const)),
    };
  });
}

/** Reports what is wrong with the cells of one file that lacks a column. */
export async function checkAlone(table: Table, request: MonthRequest): Promise<void> {
  await withContext(request, (context) => checkCellsAlone(table, context));
}

/** Prepares the engine and runs `work`; what it has written on disk goes away with it. */
async function withContext<T>(
  request: MonthRequest,
  work: (context: MonthContext) => Promise<T>,
): Promise<T> {
  const { roster, month, engine, settings, isDoubtful = false } = request;
  const folder = temporaryFolder();
  const patterns = await validPatterns(request);
  const context: MonthContext = {
    ...request,
    ...patterns.in,
    knownTargets: request.knownTargets,
    withItems: request.withItems ?? false,
    roster: createRoster(roster.agents, roster.lacks),
    active: roster.valid.filter((agent) => isActive(agent, month)),
    span: monthSpan(month, settings.dayStartsAt),
    counts: new Map(),
    ranges: new Map(),
    seenRows: new Map(),
    invalidRows: new Map(),
    blankForms: new Map(),
    unreadColumns: [],
    unattributed: new Set(patterns.areValid && !isDoubtful ? [] : ['chats', 'orders']),
    workFolder: folder.path,
    lastingFolder: request.unpackInto,
    messagesInMemory: messagesIn(request.memory ?? DEFAULT_MEMORY),
    watch: request.watch,
  };
  try {
    await prepareEngine(engine, context.roster);
    return await work(context);
  } finally {
    await folder.remove();
  }
}

/** Messages have a quarter of the memory, at so many bytes each with what sorts them. */
function messagesIn(megabytes: number): number {
  return Math.floor((megabytes * 1_000_000) / 4 / BYTES_OF_MESSAGE);
}

const BYTES_OF_MESSAGE = 16;

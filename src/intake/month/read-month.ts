import { INPUT_KINDS, type InputKind } from '../../catalogue/inputs.js';
import type { Engine } from '../../lib/engine.js';
import type { Month } from '../../lib/month.js';
import { byCodePoints } from '../../lib/order.js';
import type { Watch } from '../../lib/progress.js';
import type { MetricSettings } from '../../shop/config.js';
import { createRoster, isActive } from '../../shop/roster.js';
import { shiftDays } from '../../shop/shift-days.js';
import type { RosterRows, Shop } from '../../shop/shop.js';
import { collectProblems, type Problems } from '../../words/problem.js';
import { loadCalls } from '../calls/load-calls.js';
import { prepareEngine } from '../cells/engine-tables.js';
import { type LoadedChats, loadChats } from '../chats/load-chats.js';
import { reportRepeatedChats } from '../chats/repeated-chats.js';
import {
  type KnownWords,
  type MonthContext,
  monthSpan,
  type Range,
} from '../facts/month-context.js';
import type {
  AgentRow,
  ImportedMetric,
  InputFile,
  MonthFacts,
  RatingRow,
} from '../facts/month-facts.js';
import { temporaryFolder } from '../facts/temporary-folder.js';
import type { Unread } from '../facts/unread.js';
import { openTables as openFile } from '../files/open-table.js';
import type { OpeningOptions } from '../files/opening.js';
import { rowsName, type Table } from '../files/table.js';
import { finishOrders } from '../orders/finish-orders.js';
import { withKnownOrders } from '../orders/known-orders.js';
import { loadOrders, makesOrders, prepareOrders } from '../orders/load-orders.js';
import { type AttendanceForm, readAttendance } from '../people/read-attendance.js';
import { readComplaints } from '../people/read-complaints.js';
import { readEvents } from '../people/read-events.js';
import { readRatings } from '../people/read-ratings.js';
import { readTargets } from '../people/read-targets.js';
import { HEADLESS, READERS } from '../readers/index.js';
import { type AccountRow, combineReports } from '../reports/combine-reports.js';
import { metricColumns } from '../reports/metric-columns.js';
import { readMetrics } from '../reports/read-metrics.js';
import { checkCellsAlone } from './check-cells-alone.js';
import { validPatterns } from './check-patterns.js';
import { distinguishShops, mayHaveShops } from './distinguish-shops.js';
import { rowLocator } from './locate.js';
import { type Candidate, listMonth } from './month-folder.js';
import { unreadKinds } from './unread-kinds.js';

/** What to read. */
export interface MonthRequest {
  readonly shop: Shop;
  readonly roster: RosterRows;
  /** Whether something is wrong with shop or roster: what chats and orders come to is not known then. */
  readonly isDoubtful?: boolean;
  readonly month: Month;
  readonly settings: MetricSettings;
  /** A private engine, without tables yet. */
  readonly engine: Engine;
  /** The events that rulebooks in force know; undefined: events are not held against any. */
  readonly knownEvents: KnownWords | undefined;
  /** The rating items that rulebooks in force know; undefined: items are not held against any. */
  readonly knownRatings: KnownWords | undefined;
  /** The targets that rulebooks in force ask for; undefined: columns that are no target are not told. */
  readonly knownTargets?: ReadonlySet<string> | undefined;
  /** Whether a rulebook that could not be read may know an event or an item. */
  readonly mayBeKnown?: ((word: string) => boolean) | undefined;
  readonly problems: Problems;
  readonly watch?: Watch | undefined;
  /** A folder for the files of archives: rows are looked up in them as long as there are facts. */
  readonly unpackInto?: (() => Promise<string>) | undefined;
}

/**
 * Reads every file of a month's folder. Fills the engine's tables (facts.sql) and gives what a rule may
 * ask for row by row. What is wrong is reported, and what it leaves unknown stands in `unread`. Undefined when
 * the month has no folder that can be read.
 */
export async function readMonth(request: MonthRequest): Promise<MonthFacts | undefined> {
  const { problems } = request;
  const before = problems.all.length;
  return withContext(request, async (context) => {
    const opened = await openTables(context);
    if (opened === undefined) return undefined;
    const { candidates, tables, incomplete } = opened;
    if (isSmall(tables)) await request.engine.run('SET threads = 1');
    const facts = await readTables(tables, context);
    for (const table of incomplete) await checkCellsAlone(table, context);
    const unread = unreadKinds(problems.all.slice(before), candidates, tables, context);
    await forgetUnread(unread, request.engine);
    return { ...facts, unread };
  });
}

/** The tables of what the engine counts, of which a part is worth nothing. */
const COUNTED: Readonly<Partial<Record<InputKind, readonly string[]>>> = {
  chats: ['chats', 'chat_buyers'],
  orders: ['orders'],
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
    roster: createRoster(roster.agents, roster.isComplete),
    active: roster.valid.filter((agent) => isActive(agent, month)),
    span: monthSpan(month, settings.dayStartsAt),
    counts: new Map(),
    ranges: new Map(),
    invalidRows: new Map(),
    unattributed: new Set(patterns.areValid && !isDoubtful ? [] : ['chats', 'orders']),
    workFolder: folder.path,
    watch: request.watch,
  };
  try {
    await prepareEngine(engine, context.roster);
    return await work(context);
  } finally {
    await folder.remove();
  }
}

/** What the files of a month are opened with. */
type OpenRequest = Pick<
  MonthRequest,
  'shop' | 'month' | 'engine' | 'problems' | 'watch' | 'unpackInto'
> &
  Pick<OpeningOptions, 'roster' | 'settings'>;

/** The files of a month, and what was recognised in them, by kind, in order of name. */
interface OpenedMonth {
  readonly candidates: readonly Candidate[];
  readonly tables: ReadonlyMap<InputKind, readonly Table[]>;
  /** Those that lack a column. */
  readonly incomplete: readonly Table[];
}

async function openTables(context: OpenRequest): Promise<OpenedMonth | undefined> {
  const candidates = await listMonth(context.shop, context.month, context.problems);
  if (candidates === undefined) return undefined;
  const tables = new Map<InputKind, Table[]>();
  const incomplete: Table[] = [];
  const options = { ...context, headless: HEADLESS };
  for (const candidate of candidates) {
    const opened = await openFile(candidate, READERS, context.problems, options);
    incomplete.push(...opened.incomplete);
    for (const table of opened.tables) {
      const { kind } = table.match.reader;
      if (kind !== 'agents') tables.set(kind, [...(tables.get(kind) ?? []), table]);
    }
  }
  return { candidates, tables, incomplete };
}

type RowsByFile = Map<Table, number>;

async function readTables(
  tables: ReadonlyMap<InputKind, readonly Table[]>,
  context: MonthContext,
): Promise<Omit<MonthFacts, 'unread'>> {
  const ratings: RatingRow[] = [];
  const events: AgentRow[] = [];
  const complaints: AgentRow[] = [];
  const imported: ImportedMetric[] = [];
  const reported: AccountRow[] = [];
  const rows: RowsByFile = new Map();
  const each = async (kind: InputKind, read: (table: Table) => Promise<number | undefined>) => {
    for (const table of tables.get(kind) ?? []) {
      const read_ = await read(table);
      if (read_ !== undefined) rows.set(table, read_);
    }
  };

  const noteRows = (kind: InputKind, read: readonly (number | undefined)[]) => {
    for (const [at, table] of (tables.get(kind) ?? []).entries()) {
      const count = read[at];
      if (count !== undefined) rows.set(table, count);
    }
  };

  const { withShops, firstChat } = await loadBulk(tables, context, each);
  const attendance = await readAttendance(tables.get('attendance') ?? [], context);
  noteRows('attendance', attendance?.rows ?? []);
  await each('complaints', (table) => readComplaints(table, context, complaints));
  await each('ratings', (table) => readRatings(table, context, ratings));
  await each('events', (table) => readEvents(table, context, events));
  await each('calls', (table) => loadCalls(table, context));
  await each('metrics', (table) => readMetrics(table, context, imported, reported));
  const { targets, rows: targetRows } = await readTargets(tables.get('targets') ?? [], context);
  noteRows('targets', targetRows);
  imported.push(...combineReports(reported, context.active, context.problems));
  reportSameContent(tables, rows, context.problems);
  const named = (kind: InputKind, read: readonly AgentRow[]) =>
    withKnownOrders(read, tables.get(kind) ?? [], context);
  return {
    month: context.month,
    engine: context.engine,
    roster: context.roster.agents,
    inputs: inputsOf(tables, rows),
    files: filesOf(tables),
    attendanceForm: attendance?.form satisfies AttendanceForm | undefined,
    ratings,
    events: await named('events', events),
    complaints: await named('complaints', complaints),
    leaves: attendance?.leaves,
    imported,
    targets,
    shiftDays: shiftDays(context.shop.config, context.month),
    firstChat,
    counts: Object.fromEntries([...context.counts].sort(([a], [b]) => byCodePoints(a, b))),
    locate: rowLocator({
      tables,
      roster: context.roster,
      withShops,
      dayStartsAt: context.settings.dayStartsAt,
    }),
  };
}

type EachTable = (
  kind: InputKind,
  read: (table: Table) => Promise<number | undefined>,
) => Promise<void>;

/** Loads chats and orders. Gives whether shops are told apart, and when the chats begin, in seconds. */
async function loadBulk(
  tables: ReadonlyMap<InputKind, readonly Table[]>,
  context: MonthContext,
  each: EachTable,
): Promise<{ readonly withShops: boolean; readonly firstChat: number | undefined }> {
  const orders = tables.get('orders') ?? [];
  const mayDistinguish = mayHaveShops(tables.get('chats') ?? [], orders);
  const chats = new Map<Table, LoadedChats>();
  await each('chats', async (table) => {
    const loaded = await loadChats(table, mayDistinguish, context);
    if (loaded !== undefined) chats.set(table, loaded);
    return loaded?.rows;
  });
  await reportRepeatedChats(chats, context);
  const begins = [...chats.values()].filter(({ rows }) => rows > 0).map(({ first }) => first);
  const firstChat = begins.length === 0 ? undefined : Math.min(...begins);
  if (orders.length === 0) return { withShops: false, firstChat };
  await prepareOrders(context);
  await each('orders', (table) => loadOrders(table, mayDistinguish, context));
  const withShops = mayDistinguish && (await distinguishShops(chats, orders, context));
  await finishOrders(orders, context);
  return { withShops, firstChat };
}

/** The same file twice would count everything twice. (The same order twice is told by its ids.) */
function reportSameContent(
  tables: ReadonlyMap<InputKind, readonly Table[]>,
  rows: RowsByFile,
  problems: Problems,
): void {
  for (const list of tables.values()) {
    const seen = new Map<string, string>();
    const counted = list.filter((table) => rows.get(table) !== 0 && !hasIds(table));
    for (const { input, sha256, entry } of counted) {
      const content = entry ?? { file: input, sha256 };
      const other = seen.get(content.sha256);
      if (other === undefined) seen.set(content.sha256, content.file);
      else if (other !== content.file)
        problems.report('same-content', { file: content.file }, { params: { other } });
    }
  }
}

/** True for a file whose rows can be told from each other: one that is there twice counts once. */
function hasIds({ match }: Table): boolean {
  const { kind, layout } = match.reader;
  return kind === 'orders' && (layout !== 'order_items' || match.positions.has('line_id'));
}

function inputsOf(
  tables: ReadonlyMap<InputKind, readonly Table[]>,
  rows: RowsByFile,
): readonly InputFile[] {
  return INPUT_KINDS.flatMap((kind) => {
    const inputs = new Map<string, InputFile>();
    for (const table of tables.get(kind) ?? []) {
      const { input: file, sha256, match } = table;
      const { name: readAs } = match.reader;
      // The sheets of a workbook that one reader reads are one input.
      const key = JSON.stringify([file, readAs]);
      const others = inputs.get(key)?.rows ?? 0;
      inputs.set(key, { file, sha256, rows: others + (rows.get(table) ?? 0), readAs, kind });
    }
    return [...inputs.values()];
  });
}

/** The files of each kind. What says something of orders and makes none is no order file. */
function filesOf(
  tables: ReadonlyMap<InputKind, readonly Table[]>,
): ReadonlyMap<InputKind, readonly string[]> {
  return new Map(
    [...tables].flatMap(([kind, list]) => {
      const files = kind === 'orders' ? list.filter(makesOrders) : list;
      return files.length === 0 ? [] : [[kind, [...new Set(files.map(({ input }) => input))]]];
    }),
  );
}

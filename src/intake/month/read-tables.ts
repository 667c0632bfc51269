import type { InputKind } from '../../catalogue/inputs.js';
import { byCodePoints } from '../../lib/order.js';
import { shiftDays } from '../../shop/shift-days.js';
import { loadCalls } from '../calls/load-calls.js';
import { messageCollector } from '../chats/collect-messages.js';
import { daysOfMessages } from '../chats/days-of-messages.js';
import { type LoadedChats, loadChats } from '../chats/load-chats.js';
import { reportRepeatedChats } from '../chats/repeated-chats.js';
import type { ChatLog } from '../facts/chat-log.js';
import type { MonthContext } from '../facts/month-context.js';
import type {
  AgentRow,
  DeductionRow,
  ImportedMetric,
  MonthFacts,
  OpeningRow,
  RatingRow,
} from '../facts/month-facts.js';
import type { Table } from '../files/table.js';
import { finishOrders } from '../orders/finish-orders.js';
import { withKnownOrders } from '../orders/known-orders.js';
import { loadOrders, prepareOrders } from '../orders/load-orders.js';
import { productCollector } from '../orders/read-products.js';
import { type AttendanceForm, readAttendance } from '../people/read-attendance.js';
import { readComplaints } from '../people/read-complaints.js';
import { readDeductions } from '../people/read-deductions.js';
import { readEvents } from '../people/read-events.js';
import { readOpening } from '../people/read-opening.js';
import { readRatings } from '../people/read-ratings.js';
import { readTargets } from '../people/read-targets.js';
import { type AccountRow, combineReports } from '../reports/combine-reports.js';
import { readMetrics } from '../reports/read-metrics.js';
import { distinguishShops, mayHaveShops } from './distinguish-shops.js';
import { rowLocator } from './locate.js';
import { filesByKind, inputsOf, type RowsByFile, reportSameContent } from './month-inputs.js';

export async function readTables(
  tables: ReadonlyMap<InputKind, readonly Table[]>,
  context: MonthContext,
): Promise<Omit<MonthFacts, 'unread' | 'blankForms' | 'unreadColumns'>> {
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

  const { withShops, ...bulk } = await loadBulk(tables, context, each);
  const attendance = await readAttendance(tables.get('attendance') ?? [], context);
  noteRows('attendance', attendance?.rows ?? []);
  await each('complaints', (table) => readComplaints(table, context, complaints));
  await each('ratings', (table) => readRatings(table, context, ratings));
  await each('events', (table) => readEvents(table, context, events));
  await each('calls', (table) => loadCalls(table, context));
  await each('metrics', (table) => readMetrics(table, context, imported, reported));
  const { targets, rows: targetRows } = await readTargets(tables.get('targets') ?? [], context);
  noteRows('targets', targetRows);
  const taxInputs = await readTaxInputs(context, each);
  imported.push(...combineReports(reported, context.active, context.problems));
  reportSameContent(tables, rows, context.problems);
  const named = (kind: InputKind, read: readonly AgentRow[]) =>
    withKnownOrders(read, tables.get(kind) ?? [], context);
  return {
    month: context.month,
    engine: context.engine,
    roster: context.roster.agents,
    inputs: inputsOf(tables, rows),
    files: filesByKind(tables),
    attendanceForm: attendance?.form satisfies AttendanceForm | undefined,
    ratings,
    events: await named('events', events),
    complaints: await named('complaints', complaints),
    leaves: attendance?.leaves,
    imported,
    targets,
    ...taxInputs,
    shiftDays: shiftDays(context.shop.config, context.month),
    ...bulk,
    counts: Object.fromEntries([...context.counts].sort(([a], [b]) => byCodePoints(a, b))),
    locate: rowLocator({
      tables,
      roster: context.roster,
      withShops,
      dayStartsAt: context.settings.dayStartsAt,
    }),
  };
}

/** Reads what tax asks for beside the month's pay. */
async function readTaxInputs(
  context: MonthContext,
  each: EachTable,
): Promise<Pick<MonthFacts, 'deductions' | 'opening'>> {
  const deductions: DeductionRow[] = [];
  const opening: OpeningRow[] = [];
  await each('deductions', (table) => readDeductions(table, context, deductions));
  await each('opening', (table) => readOpening(table, context, opening));
  return { deductions, opening };
}

type EachTable = (
  kind: InputKind,
  read: (table: Table) => Promise<number | undefined>,
) => Promise<void>;

/** What chats and orders have in common, and the chats. */
interface Bulk {
  /** Whether shops are told apart. */
  readonly withShops: boolean;
  readonly chats: ChatLog;
  /** When the chats begin, in seconds. */
  readonly firstChat: number | undefined;
}

/** Loads chats and orders. */
async function loadBulk(
  tables: ReadonlyMap<InputKind, readonly Table[]>,
  context: MonthContext,
  each: EachTable,
): Promise<Bulk> {
  const products = productCollector(context);
  await each('products', (table) => products.read(table));
  await products.close();
  const orders = tables.get('orders') ?? [];
  const mayDistinguish = mayHaveShops(tables.get('chats') ?? [], orders);
  const messages = messageCollector(context);
  const loaded = new Map<Table, LoadedChats>();
  await each('chats', async (table) => {
    const found = await loadChats(table, mayDistinguish, messages, context);
    if (found !== undefined) loaded.set(table, found);
    return found?.rows;
  });
  await messages.close();
  reportRepeatedChats(loaded, messages, context);
  const begins = [...loaded.values()].filter(({ rows }) => rows > 0).map(({ first }) => first);
  const firstChat = begins.length === 0 ? undefined : Math.min(...begins);
  let withShops = false;
  if (orders.length > 0) {
    await prepareOrders(context);
    await each('orders', (table) => loadOrders(table, mayDistinguish, context));
    withShops = mayDistinguish && (await distinguishShops(loaded, orders, context));
    await finishOrders(orders, context);
  }
  const chats = await daysOfMessages(messages, withShops, context.engine);
  return { withShops, chats, firstChat };
}

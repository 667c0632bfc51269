import { COLUMNS, type Layout } from '../catalogue/columns.js';
import { metricById } from '../catalogue/metrics/metrics.js';
import type { Content, UnreadColumns } from '../catalogue/unread-columns.js';
import { inQuotes, sameInAll, type Title } from '../lib/language.js';
import type { MonthMetrics } from '../metrics/month-metrics.js';
import type { CompiledPlan } from '../rulebook/plan/compiled-plan.js';
import type { Agent } from '../shop/shop.js';
import { listedTitles } from '../words/lists.js';
import type { Problems } from '../words/problem.js';

interface Paid {
  readonly plans: ReadonlyMap<string, CompiledPlan>;
  readonly active: readonly Agent[];
  readonly metrics: MonthMetrics;
  /** Of the roster. */
  readonly unreadColumns: UnreadColumns | undefined;
}

/** Something that a plan asks of a file and that the file does not have. */
interface Wanted {
  readonly title: Title;
  readonly content: Content;
  /** Whether a file need not have it: only a column of a name like it is meant for it. */
  readonly isNear?: boolean;
}

/**
 * Says which columns of a file that people write are not read, where the plans ask for something that the file could
 * have and has not: it may stand there under another name. Other columns that nobody reads are the shop's own.
 */
export function reportColumnsNotRead(paid: Paid, problems: Problems): void {
  const { unreadColumns: ofRoster, metrics } = paid;
  for (const file of [...(ofRoster ? [ofRoster] : []), ...(metrics.unreadColumns ?? [])]) {
    const wanted = wantedOf(file, paid).filter((each) => file.columns.some(mayBe(each)));
    const columns = file.columns.filter(
      (column) =>
        wanted.some((each) => mayBe(each)(column)) && !isTold(file.file, column.header, problems),
    );
    if (columns.length === 0) continue;
    const params = {
      columns: listedTitles(
        'names',
        columns.map(({ header }) => inQuotes(sameInAll(header))),
      ),
      wanted: listedTitles(
        'names',
        wanted.map(({ title }) => inQuotes(title)),
      ),
    };
    problems.report('columns-not-read', { file: file.file, ...lineOf(file) }, { params });
  }
}

/** Whether it has been said of a column already why it is not read. */
function isTold(of: string, header: string, { all }: Problems): boolean {
  return all.some(({ file, column }) => file === of && column === header);
}

/** Whether a column that nobody reads may be the one that is wanted. */
function mayBe({ title, content, isNear }: Wanted) {
  return (column: UnreadColumns['columns'][number]): boolean =>
    column.content === content &&
    (!isNear || pairsIn(title.zh).some((pair) => column.header.includes(pair)));
}

/** Any two characters on end, but for what every day is called. */
function pairsIn(text: string): readonly string[] {
  const name = text.replace('日期', '');
  return [...name].slice(1).map((each, at) => `${[...name][at]}${each}`);
}

const lineOf = ({ line }: UnreadColumns) => (line === undefined ? {} : { line });

function wantedOf(file: UnreadColumns, paid: Paid): readonly Wanted[] {
  const own = [...new Set(paid.active.flatMap(({ role }) => paid.plans.get(role) ?? []))];
  switch (file.kind) {
    case 'agents':
      return columnsWanted('agents', ofRoster(own), file);
    case 'complaints':
      return columnsWanted('complaints', [...SAID_OF_CASES, ...ofRows(own, 'case')], file);
    case 'events':
      return columnsWanted('events', ['count', ...ofRows(own, 'event')], file);
    case 'attendance':
    case 'metrics':
      return figuresWanted(file.kind, paid);
    default:
      return [];
  }
}

/** Without them every case is taken for verified, and none for grave. */
const SAID_OF_CASES = ['verified', 'grave'];

/** The columns of a layout that are asked for and are not there. */
function columnsWanted(
  layout: Layout,
  asked: readonly string[],
  { read }: UnreadColumns,
): readonly Wanted[] {
  const lacking = new Set(asked.filter((id) => CONTENT_OF[id] !== undefined && !read.has(id)));
  return [...lacking].flatMap((id) => {
    const column = COLUMNS[layout].find((each) => each.id === id);
    const content = CONTENT_OF[id];
    if (column === undefined || content === undefined) return [];
    return [{ title: { zh: column.zh, en: id }, content, isNear: OFTEN_ABSENT.has(id) }];
  });
}

/** What columns hold of which a rule may ask and which a file need not have. Words tell too little. */
const CONTENT_OF: Readonly<Record<string, Content>> = {
  count: 'figures',
  amount: 'figures',
  points: 'figures',
  verified: 'answers',
  grave: 'answers',
  order_id: 'orders',
  closed_on: 'dates',
  base_pay: 'figures',
  si_base: 'figures',
  fund_base: 'figures',
  fund_rate: 'figures',
  level_since: 'dates',
  hired_on: 'dates',
  left_on: 'dates',
  probation_until: 'dates',
};

/** Where nobody has left, is on probation or has been promoted, a roster has no such column. */
const OFTEN_ABSENT: ReadonlySet<string> = new Set(['left_on', 'probation_until', 'level_since']);

const COLUMN_OF_FIELD: Readonly<Record<string, string>> = {
  amount: 'amount',
  points: 'points',
  orders: 'order_id',
  order_amount: 'order_id',
  days_to_close: 'closed_on',
};

function ofRows(plans: readonly CompiledPlan[], kind: 'event' | 'case'): readonly string[] {
  const fields = plans.flatMap(({ asked }) =>
    [...asked.rows[kind].values()].flatMap((of) => [...of]),
  );
  return fields.flatMap((field) => COLUMN_OF_FIELD[field] ?? []);
}

/** Roster columns from which a field follows that has another name. */
const COLUMNS_BEHIND: Readonly<Record<string, readonly string[]>> = {
  full_month: ['hired_on', 'left_on'],
  employed_from: ['hired_on'],
  employed_to: ['left_on'],
  regular: ['probation_until'],
  level_start: ['level_since'],
  months_in_level: ['level_since'],
};

function ofRoster(plans: readonly CompiledPlan[]): readonly string[] {
  const fields = plans.flatMap(({ asked }) => [...asked.roster]);
  return fields.flatMap((field) => COLUMNS_BEHIND[field] ?? [field]);
}

/** The figures that a plan asks for and that none of its agents has, of a file that could have them. */
function figuresWanted(
  kind: 'attendance' | 'metrics',
  { plans, active, metrics }: Paid,
): readonly Wanted[] {
  const wanted = new Map<string, Title>();
  for (const [role, plan] of plans) {
    const agents = active.filter((agent) => agent.role === role);
    for (const { id, title } of plan.asked.metrics) {
      const lacking = agents.map((agent) => lackingOf(kind, id, agent, metrics));
      const [first] = lacking;
      if (first === undefined || lacking.includes(undefined)) continue;
      for (const each of first) {
        wanted.set(each, each === id ? title : (metricById(each)?.title ?? sameInAll(each)));
      }
    }
  }
  return [...wanted.values()].map((title) => ({ title, content: 'figures' }));
}

/** The figures of a kind of file for want of which an agent's metric is unknown; undefined where they are not the reason. */
function lackingOf(
  kind: 'attendance' | 'metrics',
  id: string,
  { id: agent }: Agent,
  { agents, shop }: MonthMetrics,
): readonly string[] | undefined {
  const value = agents.get(agent)?.metrics.get(id) ?? shop.get(id);
  if (value === undefined) return kind === 'metrics' ? [id] : undefined;
  if (value.state !== 'missing') return undefined;
  const { reason } = value;
  if (kind === 'metrics') {
    return reason.kind === 'not-imported' || reason.kind === 'no-file' ? [id] : undefined;
  }
  return reason.kind === 'no-row' && reason.input === kind ? (reason.figures ?? [id]) : undefined;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { parseMonth } from '../../../src/lib/month.js';
import type { MetricSettings } from '../../../src/shop/config.js';
import { DEFAULT_SETTINGS } from '../../../src/shop/config-from-yaml.js';
import type {
  AgentCell,
  MonthlyCount,
  RawAgent,
  RawAttendanceMonth,
  RawCall,
  RawComplaint,
  RawImport,
  RawMessage,
  RawMonth,
  RawOrder,
  RawRating,
} from '../../metrics/reference/raw-month.js';
import { DEMO } from '../../setup/program.js';

/** The month of the demo shop that has files. */
export const MONTH = '2026-10';

/** What the demo's kpi.yaml says under `metrics:` other than the defaults. */
export const SETTINGS: MetricSettings = {
  ...DEFAULT_SETTINGS,
  memoFlag: ['red'],
  creditRoles: ['presales', 'vip'],
};

/** What kpi.yaml says under `exclude:`. */
const EXCLUDE = { memos: ['补单', '刷单'], ids: ['^BF'] };

/** One row of the roster, with what pay needs beside what the metrics need. */
export interface Employee extends RawAgent {
  readonly shift: string;
  readonly insurance: 'insured' | 'cash' | 'none';
  /** Empty: not in probation. */
  readonly probationUntil: string;
}

/** A verified error of an agent in the month. */
export interface AgentError {
  readonly agent: string;
  readonly grave: boolean;
  readonly loss: string;
}

export interface AgentEvent {
  readonly agent: string;
  readonly event: 'violation' | 'data_error_found' | 'suggestion';
  readonly count: number;
}

export interface Demo {
  readonly month: RawMonth;
  readonly employees: readonly Employee[];
  readonly errors: readonly AgentError[];
  readonly events: readonly AgentEvent[];
}

export function loadDemo(): Demo {
  const employees = rowsOf('agents.csv').map(employeeOf);
  const month = parseMonth(MONTH);
  if (month === undefined) throw new Error(`no month: ${MONTH}`);
  const file = <Row>(name: string, read: (row: Cells, who: Who) => Row) => [
    {
      name,
      rows: rowsOf(join(MONTH, name)).map((row) => read(row, (text) => who(text, employees))),
    },
  ];
  return {
    month: {
      month,
      agents: employees,
      chats: file('chats.csv', messageOf),
      orders: file('orders.csv', orderOf),
      attendanceMonths: file('attendance.csv', attendanceOf),
      attendanceEvents: undefined,
      complaints: file('complaints.csv', complaintOf),
      reviews: undefined,
      ratings: file('ratings.csv', ratingOf),
      calls: file('calls.csv', callOf),
      imported: file('metrics.csv', importsOf).map(({ name, rows }) => ({
        name,
        rows: rows.flat(),
      })),
      chatsHaveShop: false,
      ordersHaveShop: true,
      complaintsHaveVerified: true,
      exclude: EXCLUDE,
    },
    employees,
    errors: errorsOf(employees),
    events: eventsOf(employees),
  };
}

type Cells = Readonly<Record<string, string>>;
type Who = (text: string) => AgentCell;

/** orders.csv is GB18030, the other files are UTF-8, with or without a byte-order mark. */
function rowsOf(name: string): Cells[] {
  const encoding = name.endsWith('orders.csv') ? 'gb18030' : 'utf-8';
  const text = new TextDecoder(encoding, { fatal: true }).decode(readFileSync(join(DEMO, name)));
  return parse(text, { columns: true }) as Cells[];
}

function cell(row: Cells, column: string): string {
  const text = row[column];
  if (text === undefined) throw new Error(`no column ${column}`);
  return text;
}

/** A cell that may be empty. */
function given(row: Cells, column: string): string | undefined {
  const text = cell(row, column);
  return text === '' ? undefined : text;
}

/** The id or figure that stands for a word of a file. */
function word<Meaning>(words: Readonly<Record<string, Meaning>>, text: string): Meaning {
  const meaning = words[text];
  if (meaning === undefined) throw new Error(`an unknown word: ${text}`);
  return meaning;
}

const YES_NO = { 是: true, 否: false };

/** Whole seconds since 1970-01-01 00:00 of the shop's wall clock. */
function seconds(text: string): number {
  const time = Date.parse(`${text.replace(' ', 'T')}Z`) / 1000;
  if (!Number.isInteger(time)) throw new Error(`no time: ${text}`);
  return time;
}

function isInMonth(date: string): boolean {
  return date.startsWith(`${MONTH}-`);
}

/** An agent's id, one of the accounts, or an account without the shop before the colon. */
function who(text: string, employees: readonly Employee[]): AgentCell {
  const found = employees.filter(
    ({ id, accounts }) =>
      text === id || accounts.some((account) => text === account || text === account.split(':')[1]),
  );
  return { text, id: found.length === 1 ? found[0]?.id : undefined };
}

const ROLES = { 售前: 'presales', 售后: 'aftersales', 售后组长: 'aftersales_lead', VIP: 'vip' };
const INSURANCES = { 参保: 'insured', 返现: 'cash', 无: 'none' } as const;

function employeeOf(row: Cells): Employee {
  return {
    id: cell(row, '工号'),
    name: cell(row, '姓名'),
    role: word(ROLES, cell(row, '岗位')),
    shift: cell(row, '班次'),
    accounts: cell(row, '账号').split(';'),
    workdaysDue: undefined,
    hiredOn: given(row, '入职日期'),
    leftOn: given(row, '离职日期'),
    insurance: word(INSURANCES, cell(row, '保险')),
    probationUntil: cell(row, '试用期至'),
  };
}

const SENDERS = { buyer: 'buyer', agent: 'agent', robot: 'robot', system: 'system' } as const;

function messageOf(row: Cells, find: Who): RawMessage {
  return {
    time: seconds(cell(row, 'time')),
    agent: find(cell(row, 'agent')),
    buyer: cell(row, 'buyer'),
    sender: word(SENDERS, cell(row, 'sender')),
    text: cell(row, 'text'),
    shop: '',
  };
}

const FLAGS = {
  红: 'red',
  黄: 'yellow',
  绿: 'green',
  蓝: 'blue',
  紫: 'purple',
  无: 'none',
} as const;

function orderOf(row: Cells): RawOrder {
  const paid = given(row, '付款时间');
  return {
    id: cell(row, '订单编号'),
    buyer: cell(row, '买家'),
    created: seconds(cell(row, '创建时间')),
    paid: paid === undefined ? undefined : seconds(paid),
    shipped: undefined,
    amount: cell(row, '实付金额'),
    quantity: given(row, '数量'),
    status: cell(row, '状态'),
    refund: given(row, '退款金额'),
    refundStatus: cell(row, '退款状态'),
    memo: cell(row, '备注'),
    flag: word(FLAGS, cell(row, '旗帜')),
    agent: undefined,
    shop: cell(row, '店铺'),
  };
}

const ATTENDANCE: Readonly<Record<MonthlyCount, string>> = {
  workdays_due: '应出勤',
  workdays: '出勤',
  late: '迟到',
  early_leave: '早退',
  leave: '请假',
  leave_days: '请假天数',
  absent: '旷工',
  absent_days: '旷工天数',
  missed_punch: '缺卡',
  overtime_workday: '工作日加班',
  overtime_restday: '休息日加班',
  overtime_holiday: '节假日加班',
  sick_days: '病假天数',
  paid_days_due: '应计薪天数',
};

function attendanceOf(row: Cells, find: Who): RawAttendanceMonth {
  // Nobody of the demo works overtime: its file has no columns of it.
  const counts = Object.entries(ATTENDANCE).map(([id, column]) => [id, row[column]]);
  return { agent: find(cell(row, '工号')), counts: Object.fromEntries(counts) };
}

const COMPLAINTS = {
  投诉: 'complaint',
  差评: 'bad_review',
  纠纷: 'dispute',
  表扬: 'praise',
  差评解决: 'bad_review_resolved',
  挽回退款: 'refund_saved',
  差错: 'error',
  未回访: 'no_follow_up',
} as const;

function complaintOf(row: Cells, find: Who): RawComplaint {
  return {
    date: cell(row, '日期'),
    agent: find(cell(row, '工号')),
    kind: word(COMPLAINTS, cell(row, '类型')),
    verified: word(YES_NO, cell(row, '属实')),
    points: given(row, '扣分'),
  };
}

const GRADES: Readonly<Record<string, 'excellent' | 'good' | 'fair' | 'poor'>> = {
  优: 'excellent',
  良: 'good',
  中: 'fair',
  差: 'poor',
};

function ratingOf(row: Cells, find: Who): RawRating {
  const score = cell(row, 'score');
  const grade = GRADES[score];
  return {
    agent: find(cell(row, 'agent')),
    item: cell(row, 'item'),
    score: grade === undefined ? { number: score } : { grade },
  };
}

const DIRECTIONS = { in: 'in', out: 'out' } as const;

function callOf(row: Cells, find: Who): RawCall {
  return {
    time: seconds(cell(row, 'time')),
    agent: find(cell(row, 'agent')),
    direction: word(DIRECTIONS, cell(row, 'direction')),
    answered: word(YES_NO, cell(row, 'answered')),
    talk: cell(row, 'talk_seconds'),
    hold: cell(row, 'hold_seconds'),
    wrap: cell(row, 'wrap_seconds'),
  };
}

function importsOf(row: Cells, find: Who): RawImport[] {
  const agent = find(cell(row, 'agent'));
  return [
    { agent, metric: 'satisfaction', value: percentage(cell(row, '客户满意率')) },
    { agent, metric: 'typing_speed', value: cell(row, '打字速度') },
  ];
}

/** `97.7%` is 0.977; all percentages of the demo have this form. */
function percentage(text: string): string {
  const match = /^(\d\d)\.(\d)%$/.exec(text);
  if (match === null) throw new Error(`no percentage: ${text}`);
  return `0.${match[1]}${match[2]}`;
}

function errorsOf(employees: readonly Employee[]): AgentError[] {
  const errors: AgentError[] = [];
  for (const row of rowsOf(join(MONTH, 'complaints.csv'))) {
    if (cell(row, '类型') !== '差错' || cell(row, '属实') !== '是') continue;
    if (!isInMonth(cell(row, '日期'))) continue;
    errors.push({
      agent: known(who(cell(row, '工号'), employees)),
      grave: word(YES_NO, cell(row, '重大')),
      loss: cell(row, '金额'),
    });
  }
  return errors;
}

const EVENTS = {
  violation: 'violation',
  违规: 'violation',
  data_error_found: 'data_error_found',
  发现宝贝数据错误: 'data_error_found',
  suggestion: 'suggestion',
  建议被采纳: 'suggestion',
} as const;

function eventsOf(employees: readonly Employee[]): AgentEvent[] {
  const events: AgentEvent[] = [];
  for (const row of rowsOf(join(MONTH, 'events.csv'))) {
    if (!isInMonth(cell(row, '日期'))) continue;
    events.push({
      agent: known(who(cell(row, '工号'), employees)),
      event: word(EVENTS, cell(row, '事项')),
      count: Number(given(row, '次数') ?? '1'),
    });
  }
  return events;
}

function known({ id, text }: AgentCell): string {
  if (id === undefined) throw new Error(`nobody has this account: ${text}`);
  return id;
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { metricById } from '../../../src/catalogue/metrics/metrics.js';
import type { MetricSettings } from '../../../src/shop/config.js';
import { type Random, randomFrom } from './random.js';
import type {
  MonthlyCount,
  RawAgent,
  RawAttendanceEvent,
  RawAttendanceMonth,
  RawCall,
  RawComplaint,
  RawFile,
  RawImport,
  RawMessage,
  RawMonth,
  RawOrder,
  RawRating,
  RawReview,
} from './raw-month.js';

/**
 * Writes a month as the files of a shop folder. The seed chooses what must make no difference: the language
 * of headers, the order of columns, the line ends, a byte-order mark, extra columns, the form of times.
 */
export function writeMonth(
  folder: string,
  month: RawMonth,
  settings: MetricSettings,
  seed: number,
): void {
  const random = randomFrom(seed);
  const write = (file: string, text: string): void => {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  mkdirSync(join(folder, month.month), { recursive: true });
  write('kpi.yaml', configText(month, settings));
  write('agents.csv', table(random, month.agents, agentColumns()));
  const writeAll = <Row>(
    files: readonly RawFile<Row>[] | undefined,
    columns: (random: Random) => readonly Column<Row>[],
  ): void => {
    for (const { name, rows } of files ?? []) {
      write(join(month.month, name), table(random, rows, columns(random)));
    }
  };
  writeAll(month.chats, (style) => chatColumns(style, month.chatsHaveShop));
  writeAll(month.orders, (style) => orderColumns(style, month.ordersHaveShop));
  writeAll(month.attendanceMonths, () => attendanceMonthColumns());
  writeAll(month.attendanceEvents, () => attendanceEventColumns());
  writeAll(month.complaints, () => complaintColumns(month.complaintsHaveVerified));
  writeAll(month.reviews, () => reviewColumns());
  writeAll(month.ratings, () => ratingColumns());
  writeAll(month.calls, (style) => callColumns(style));
  for (const { name, rows } of month.imported ?? []) {
    const text = random.chance(50)
      ? table(random, rows, importColumns())
      : table(random, [...new Set(rows.map(importedFor))], wideImportColumns(rows));
    write(join(month.month, name), text);
  }
}

// --------------------------------------------------------------------------------------- config

function configText(month: RawMonth, settings: MetricSettings): string {
  const { platformHours, memoFlag } = settings;
  const metrics = {
    day_starts_at: clock(settings.dayStartsAt),
    session_wait: `${settings.sessionWait}s`,
    min_messages: settings.minMessages,
    max_wait: `${settings.maxWait}s`,
    slow_after: `${settings.slowAfter}s`,
    slow_times: settings.slowTimes,
    attribution: settings.attribution,
    window: duration(settings.window),
    after_payment: settings.afterPayment,
    memo: settings.memo,
    memo_flag: memoFlag ?? 'any',
    inquiry_window: duration(settings.inquiryWindow),
    aftersales_days: settings.aftersalesDays,
    slow_day_after: `${settings.slowDayAfter}s`,
    confirm_days: settings.confirmDays,
    credit_roles: settings.creditRoles,
    refund_basis: settings.refundBasis,
    ad_patterns: settings.adPatterns,
    platform_hours: `${clock(platformHours.from)}-${clock(platformHours.to)}`,
  };
  const lines = [
    'shop: 试验店',
    'lang: zh',
    `exclude: ${JSON.stringify(month.exclude)}`,
    'metrics:',
  ];
  // A YAML flow value may be written as JSON.
  for (const [key, value] of Object.entries(metrics))
    lines.push(`  ${key}: ${JSON.stringify(value)}`);
  return `${lines.join('\n')}\n`;
}

function clock(seconds: number): string {
  const hours = String(Math.floor(seconds / 3600)).padStart(2, '0');
  return `${hours}:${String(Math.floor(seconds / 60) % 60).padStart(2, '0')}`;
}

function duration(seconds: number): string {
  if (seconds % 3600 === 0) return `${seconds / 3600}h`;
  return seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`;
}

// --------------------------------------------------------------------------------------- tables

interface Column<Row> {
  readonly en: string;
  readonly zh: string;
  readonly cell: (row: Row) => string | undefined;
  /** An id or nick, which a spreadsheet may have wrapped or padded. */
  readonly wraps?: true;
  /** May be left out of a file in which it is empty. */
  readonly optional?: true;
  /** Rows that ask for it: a file that has one and not the column is refused. */
  readonly askedBy?: (row: Row) => boolean;
}

/** What spreadsheets do to an id so that it stays text. */
const WRAPPINGS: readonly ((cell: string) => string)[] = [
  (cell) => `="${cell}"`,
  (cell) => `'${cell}`,
  (cell) => `${cell}\t`,
  (cell) => ` ${cell} `,
];

function table<Row>(random: Random, rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const needed = columns.filter(
    (column) =>
      !(
        column.optional &&
        rows.every((row) => !column.cell(row) && !column.askedBy?.(row)) &&
        random.chance(40)
      ),
  );
  const ordered: Column<Row>[] = random.chance(30) ? random.shuffle(needed) : needed;
  if (random.chance(10)) ordered.push({ en: 'extra', zh: '备用列', cell: () => '略' });
  const inChinese = random.chance(50);
  const lineEnd = random.chance(20) ? '\r\n' : '\n';
  const wraps = random.chance(15);
  const quotesAll = random.chance(15);
  const lines = [ordered.map((column) => (inChinese ? column.zh : column.en))];
  for (const row of rows) {
    lines.push(
      ordered.map((column) => {
        const cell = column.cell(row) ?? '';
        return wraps && column.wraps && cell !== '' ? random.pick(WRAPPINGS)(cell) : cell;
      }),
    );
  }
  const text = lines
    .map((cells) => cells.map((cell) => quoted(cell, quotesAll)).join(',') + lineEnd)
    .join('');
  return random.chance(20) ? `\uFEFF${text}` : text;
}

function quoted(cell: string, always: boolean): string {
  return always || /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** One of the forms in which tools write times; without seconds only where there are none to lose. */
function timeWriter(random: Random): (time: number) => string {
  const form = random.pick(['plain', 'plain', 'plain', 'slashes', 'iso', 'utc', 'short']);
  return (time) => {
    const text = new Date(time * 1000).toISOString().slice(0, 19);
    switch (form) {
      case 'slashes':
        return text.replaceAll('-', '/').replace('T', ' ').replaceAll('/0', '/').replace(' 0', ' ');
      case 'iso':
        return `${text}+08:00`;
      case 'utc':
        return `${new Date((time - 8 * 3600) * 1000).toISOString().slice(0, 19)}Z`;
      case 'short':
        return text.replace('T', ' ').replace(/:00$/, '');
      default:
        return text.replace('T', ' ');
    }
  };
}

function agentColumns(): Column<RawAgent>[] {
  return [
    { en: 'agent_id', zh: '工号', cell: (agent) => agent.id },
    { en: 'name', zh: '姓名', cell: (agent) => agent.name },
    { en: 'role', zh: '岗位', cell: (agent) => agent.role },
    { en: 'accounts', zh: '账号', cell: (agent) => agent.accounts.join(';') },
    { en: 'hired_on', zh: '入职日期', cell: (agent) => agent.hiredOn },
    { en: 'left_on', zh: '离职日期', cell: (agent) => agent.leftOn },
    { en: 'workdays_due', zh: '应出勤', cell: (agent) => agent.workdaysDue },
  ];
}

const SENDERS = {
  buyer: ['buyer', '买家'],
  agent: ['agent', '客服'],
  robot: ['robot', '机器人'],
  system: ['system', '系统'],
};

function chatColumns(random: Random, hasShop: boolean): Column<RawMessage>[] {
  const time = timeWriter(random);
  const language = random.whole(0, 1);
  const columns: Column<RawMessage>[] = [
    { en: 'time', zh: '时间', cell: (message) => time(message.time) },
    { en: 'agent', zh: '客服', cell: (message) => message.agent.text, wraps: true },
    { en: 'buyer', zh: '买家', cell: (message) => message.buyer, wraps: true },
    { en: 'sender', zh: '发送方', cell: (message) => SENDERS[message.sender][language] },
    { en: 'text', zh: '内容', cell: (message) => message.text },
  ];
  if (hasShop) columns.push({ en: 'shop', zh: '店铺', cell: (message) => message.shop });
  return columns;
}

const FLAGS = {
  red: ['red', '红'],
  yellow: ['yellow', '黄'],
  green: ['green', '绿'],
  blue: ['blue', '蓝'],
  purple: ['purple', '紫'],
  cyan: ['cyan', '青'],
  orange: ['orange', '橙'],
  none: ['none', '无'],
};

/** Forms of an amount: as it is, with a sign, with thousands separators, in full-width digits. */
const MONEY: readonly ((amount: string) => string)[] = [
  (amount) => amount,
  (amount) => amount,
  (amount) => `￥${amount}`,
  (amount) => `${amount}元`,
  (amount) => amount.replace(/\B(?=(\d{3})+(?=\.|$))(?<!\.\d*)/g, ','),
  (amount) => amount.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
];

function orderColumns(random: Random, hasShop: boolean): Column<RawOrder>[] {
  const time = timeWriter(random);
  const language = random.whole(0, 1);
  const money = random.pick(MONEY);
  const columns: Column<RawOrder>[] = [
    { en: 'order_id', zh: '订单编号', cell: (order) => order.id, wraps: true },
    { en: 'buyer', zh: '买家', cell: (order) => order.buyer, wraps: true, optional: true },
    { en: 'created_at', zh: '创建时间', cell: (order) => time(order.created) },
    {
      en: 'paid_at',
      zh: '付款时间',
      cell: (order) => (order.paid === undefined ? '' : time(order.paid)),
      optional: true,
    },
    {
      en: 'shipped_at',
      zh: '发货时间',
      cell: (order) => (order.shipped === undefined ? '' : time(order.shipped)),
      optional: true,
    },
    { en: 'amount', zh: '实付金额', cell: (order) => money(order.amount) },
    { en: 'quantity', zh: '数量', cell: (order) => order.quantity, optional: true },
    { en: 'status', zh: '状态', cell: (order) => order.status, optional: true },
    {
      en: 'refund_amount',
      zh: '退款金额',
      cell: (order) => order.refund,
      optional: true,
      askedBy: ({ refundStatus }) => ['success', '退款成功'].includes(refundStatus),
    },
    { en: 'refund_status', zh: '退款状态', cell: (order) => order.refundStatus, optional: true },
    { en: 'memo', zh: '备注', cell: (order) => order.memo, optional: true },
    {
      en: 'flag',
      zh: '旗帜',
      cell: (order) => (order.flag === undefined ? '' : FLAGS[order.flag][language]),
      optional: true,
    },
    { en: 'agent', zh: '客服', cell: (order) => order.agent?.text, wraps: true, optional: true },
  ];
  if (hasShop) columns.push({ en: 'shop', zh: '店铺', cell: (order) => order.shop });
  return columns;
}

const ATTENDANCE_TITLES: Record<MonthlyCount, string> = {
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

function attendanceMonthColumns(): Column<RawAttendanceMonth>[] {
  const columns: Column<RawAttendanceMonth>[] = [
    { en: 'agent', zh: '工号', cell: (row) => row.agent.text, wraps: true },
  ];
  for (const [id, zh] of Object.entries(ATTENDANCE_TITLES)) {
    columns.push({ en: id, zh, cell: (row) => row.counts[id as MonthlyCount] });
  }
  return columns;
}

function attendanceEventColumns(): Column<RawAttendanceEvent>[] {
  return [
    { en: 'date', zh: '日期', cell: (row) => row.date },
    { en: 'agent', zh: '工号', cell: (row) => row.agent.text, wraps: true },
    { en: 'kind', zh: '类型', cell: (row) => row.kind },
    { en: 'minutes', zh: '分钟', cell: (row) => row.minutes },
    { en: 'days', zh: '天数', cell: (row) => row.days },
    { en: 'leave_type', zh: '假别', cell: (row) => row.leaveType, optional: true },
  ];
}

function complaintColumns(hasVerified: boolean): Column<RawComplaint>[] {
  const columns: Column<RawComplaint>[] = [
    { en: 'date', zh: '日期', cell: (row) => row.date },
    { en: 'agent', zh: '工号', cell: (row) => row.agent.text, wraps: true },
    { en: 'kind', zh: '类型', cell: (row) => row.kind },
    { en: 'points', zh: '扣分', cell: (row) => row.points },
  ];
  if (hasVerified) {
    columns.push({ en: 'verified', zh: '属实', cell: (row) => (row.verified ? '是' : '否') });
  }
  return columns;
}

function reviewColumns(): Column<RawReview>[] {
  return [
    { en: '评价时间', zh: '评价日期', cell: (row) => row.date },
    { en: '客服', zh: '客服账号', cell: (row) => row.agent.text, wraps: true },
    { en: '订单编号', zh: '订单号', cell: (row) => row.order, wraps: true },
    { en: '评分', zh: '星级', cell: (row) => String(row.stars) },
  ];
}

function ratingColumns(): Column<RawRating>[] {
  return [
    { en: 'agent', zh: '工号', cell: (row) => row.agent.text, wraps: true },
    { en: 'item', zh: '项目', cell: (row) => row.item },
    {
      en: 'score',
      zh: '评分',
      cell: (row) => ('grade' in row.score ? row.score.grade : row.score.number),
    },
  ];
}

function callColumns(random: Random): Column<RawCall>[] {
  const time = timeWriter(random);
  return [
    { en: 'time', zh: '时间', cell: (row) => time(row.time) },
    { en: 'agent', zh: '工号', cell: (row) => row.agent.text, wraps: true },
    { en: 'direction', zh: 'direction', cell: (row) => row.direction },
    { en: 'answered', zh: 'answered', cell: (row) => (row.answered ? '是' : '否') },
    { en: 'talk_seconds', zh: 'talk_seconds', cell: (row) => row.talk },
    { en: 'hold_seconds', zh: 'hold_seconds', cell: (row) => row.hold },
    { en: 'wrap_seconds', zh: 'wrap_seconds', cell: (row) => row.wrap },
    { en: 'ring_seconds', zh: 'ring_seconds', cell: () => '5' },
  ];
}

function importedFor(row: RawImport): string {
  return row.agent?.text ?? '*';
}

function importColumns(): Column<RawImport>[] {
  return [
    { en: 'agent', zh: '客服', cell: importedFor },
    { en: 'metric', zh: '指标', cell: (row) => row.metric },
    { en: 'value', zh: '值', cell: (row) => row.value },
  ];
}

/** One row for each agent, one column for each metric. */
function wideImportColumns(rows: readonly RawImport[]): Column<string>[] {
  const columns: Column<string>[] = [{ en: 'agent', zh: '客服', cell: (agent) => agent }];
  for (const id of new Set(rows.map(({ metric }) => metric))) {
    columns.push({
      en: id,
      zh: metricById(id)?.title.zh ?? id,
      cell: (agent) => rows.find((row) => importedFor(row) === agent && row.metric === id)?.value,
    });
  }
  return columns;
}

import type { InputKind } from './inputs.js';
import { DEDUCTION_ITEMS, type DeductionItem, OPENING_AMOUNTS } from './tax-inputs.js';
import { idsOf } from './vocabulary.js';

/** A column of a canonical file: what it is called, and whether the file must have it. */
export interface Column {
  /** The English header, and the name by which the program knows the column. */
  readonly id: string;
  /** The Chinese header. */
  readonly zh: string;
  /** Other headers that mean the same in this file; brackets in them are part of the name. */
  readonly aliases?: readonly string[];
  readonly required?: true;
  /** The unit that the header may carry in brackets, as in `退款金额(元)`. */
  readonly unit?: string;
  /** More units that the header may carry, where an export has the same figure in one or another. */
  readonly units?: readonly string[];
}

/**
 * A canonical layout of a file. Attendance, metrics and targets have two. Orders have four: the orders, their items
 * (one row per line of an order), their refunds, and a list of orders that are none.
 */
export type Layout =
  | 'agents'
  | 'people'
  | Exclude<InputKind, 'attendance' | 'metrics' | 'targets'>
  | 'order_items'
  | 'order_refunds'
  | 'fake_orders'
  | 'attendance_months'
  | 'attendance_events'
  | 'metrics_wide'
  | 'metrics_long'
  | 'targets_wide'
  | 'targets_long';

const AGENT: Column = {
  id: 'agent',
  zh: '客服',
  aliases: ['工号', 'agent_id', '客服账号'],
  required: true,
};
const AGENT_BY_ID: Column = {
  id: 'agent',
  zh: '工号',
  aliases: ['客服', 'agent_id', '客服账号'],
  required: true,
};
/** In tables that people write by hand with names alone. */
const AGENT_BY_NAME: Column = {
  ...AGENT_BY_ID,
  aliases: [...(AGENT_BY_ID.aliases ?? []), '姓名'],
};
const DATE: Column = { id: 'date', zh: '日期', required: true };
const MONTH: Column = { id: 'month', zh: '月份' };
const NOTE: Column = { id: 'note', zh: '说明' };
const SHOP: Column = { id: 'shop', zh: '店铺' };
/** Which item an order, or a line of one, is about. */
const ITEM: readonly Column[] = [
  { id: 'item', zh: '商品', aliases: ['商品名称', '商品标题', '宝贝标题'] },
  { id: 'item_id', zh: '商品ID', aliases: ['商品编号'] },
];
const CATEGORY: Column = { id: 'category', zh: '类目', aliases: ['商品类目', '品类'] };

/** Every column that the program reads from canonical files (inputs.md). */
export const COLUMNS: Readonly<Record<Layout, readonly Column[]>> = {
  agents: [
    { id: 'agent_id', zh: '工号', required: true },
    { id: 'name', zh: '姓名', required: true },
    { id: 'role', zh: '岗位', required: true },
    { id: 'level', zh: '级别' },
    { id: 'level_since', zh: '定级日期' },
    { id: 'team', zh: '团队' },
    { id: 'shift', zh: '班次' },
    { id: 'lead', zh: '组长' },
    { id: 'accounts', zh: '账号' },
    { id: 'hired_on', zh: '入职日期' },
    { id: 'left_on', zh: '离职日期' },
    { id: 'probation_until', zh: '试用期至' },
    { id: 'base_pay', zh: '基本工资', unit: '元' },
    { id: 'workdays_due', zh: '应出勤', unit: '天' },
    { id: 'insurance', zh: '保险' },
    { id: 'place', zh: '参保地' },
    { id: 'si_base', zh: '社保基数', unit: '元' },
    { id: 'fund_base', zh: '公积金基数', unit: '元' },
    { id: 'fund_rate', zh: '公积金比例' },
    { id: 'fund_supplement', zh: '补充公积金比例' },
    { id: 'insured_from', zh: '参保起月' },
    { id: 'insured_until', zh: '参保止月' },
    { id: 'fund_from', zh: '公积金起月' },
    { id: 'tax_residence', zh: '纳税身份' },
    { id: 'tax_deduction', zh: '减除方式' },
  ],
  people: [
    AGENT_BY_ID,
    { id: 'id_type', zh: '证件类型', aliases: ['*证件类型'] },
    {
      id: 'id_number',
      zh: '证件号码',
      aliases: ['*证件号码', '证照号码', '身份证号', '身份证号码'],
    },
    { id: 'bank', zh: '开户行', aliases: ['开户银行'] },
    { id: 'account', zh: '账号', aliases: ['银行账号', '银行卡号', '卡号'] },
  ],
  chats: [
    { id: 'time', zh: '时间', required: true },
    AGENT,
    { id: 'buyer', zh: '买家', required: true },
    { id: 'sender', zh: '发送方', required: true },
    { id: 'text', zh: '内容' },
    SHOP,
  ],
  orders: [
    { id: 'order_id', zh: '订单编号', required: true },
    { id: 'buyer', zh: '买家' },
    { id: 'created_at', zh: '创建时间', required: true },
    { id: 'paid_at', zh: '付款时间' },
    { id: 'shipped_at', zh: '发货时间' },
    { id: 'amount', zh: '实付金额', unit: '元', required: true },
    { id: 'quantity', zh: '数量', unit: '件' },
    { id: 'status', zh: '状态' },
    { id: 'refund_amount', zh: '退款金额', unit: '元' },
    { id: 'refund_status', zh: '退款状态' },
    { id: 'memo', zh: '备注' },
    { id: 'flag', zh: '旗帜' },
    { id: 'agent', zh: '客服', aliases: ['工号', 'agent_id', '客服账号'] },
    ...ITEM,
    CATEGORY,
    SHOP,
  ],
  order_items: [
    { id: 'order_id', zh: '主订单编号', required: true },
    { id: 'line_id', zh: '子订单编号', required: true },
    { id: 'buyer', zh: '买家' },
    { id: 'created_at', zh: '创建时间' },
    { id: 'paid_at', zh: '付款时间' },
    { id: 'shipped_at', zh: '发货时间' },
    { id: 'amount', zh: '实付金额', unit: '元' },
    { id: 'quantity', zh: '数量', unit: '件' },
    { id: 'status', zh: '状态' },
    { id: 'refund_amount', zh: '退款金额', unit: '元' },
    { id: 'refund_status', zh: '退款状态' },
    { id: 'memo', zh: '备注' },
    { id: 'flag', zh: '旗帜' },
    ...ITEM,
    CATEGORY,
    SHOP,
  ],
  order_refunds: [
    { id: 'order_id', zh: '订单编号', required: true },
    { id: 'refund_id', zh: '退款编号' },
    { id: 'refund_amount', zh: '退款金额', unit: '元', required: true },
    { id: 'refund_status', zh: '退款状态', required: true },
    { id: 'refunded_at', zh: '退款时间' },
  ],
  fake_orders: [{ id: 'order_id', zh: '订单编号', required: true }],
  attendance_months: [
    AGENT_BY_ID,
    { id: 'workdays_due', zh: '应出勤', unit: '天' },
    { id: 'workdays', zh: '出勤', unit: '天' },
    { id: 'late', zh: '迟到', unit: '次' },
    { id: 'early_leave', zh: '早退', unit: '次' },
    { id: 'leave', zh: '请假', unit: '次' },
    { id: 'leave_days', zh: '请假天数', unit: '天' },
    { id: 'absent', zh: '旷工', unit: '次' },
    { id: 'absent_days', zh: '旷工天数', unit: '天' },
    { id: 'missed_punch', zh: '缺卡', unit: '次' },
    { id: 'overtime_workday', zh: '工作日加班', unit: '小时' },
    { id: 'overtime_restday', zh: '休息日加班', unit: '小时' },
    { id: 'overtime_holiday', zh: '节假日加班', unit: '小时' },
    { id: 'sick_days', zh: '病假天数', unit: '天' },
    { id: 'paid_days_due', zh: '应计薪天数', unit: '天' },
  ],
  attendance_events: [
    DATE,
    AGENT_BY_ID,
    { id: 'kind', zh: '类型', required: true },
    { id: 'minutes', zh: '分钟' },
    { id: 'days', zh: '天数' },
    { id: 'leave_type', zh: '假别', aliases: ['请假类型', '假期类型'] },
    { id: 'came', zh: '上班打卡' },
    { id: 'went', zh: '下班打卡' },
    { id: 'requested_on', zh: '申请日期', aliases: ['请假申请日期', '申请时间', '提交日期'] },
  ],
  complaints: [
    DATE,
    AGENT_BY_ID,
    { id: 'kind', zh: '类型', required: true },
    { id: 'verified', zh: '属实' },
    { id: 'grave', zh: '重大' },
    { id: 'points', zh: '扣分' },
    { id: 'amount', zh: '金额', unit: '元' },
    { id: 'order_id', zh: '订单编号' },
    { id: 'closed_on', zh: '结案日期', aliases: ['结案时间', '完结时间', '办结时间'] },
    NOTE,
  ],
  ratings: [
    AGENT_BY_ID,
    { id: 'item', zh: '项目', required: true },
    { id: 'score', zh: '评分', required: true },
    { id: 'week', zh: '周' },
    { id: 'rater', zh: '评分人' },
    NOTE,
  ],
  events: [
    DATE,
    AGENT_BY_ID,
    { id: 'event', zh: '事项', required: true },
    { id: 'count', zh: '次数' },
    { id: 'amount', zh: '金额', unit: '元' },
    { id: 'order_id', zh: '订单编号' },
    NOTE,
  ],
  calls: [
    { id: 'time', zh: '时间', required: true },
    AGENT,
    { id: 'direction', zh: '方向' },
    { id: 'answered', zh: '应答', aliases: ['接听'], required: true },
    { id: 'talk_seconds', zh: '交谈秒数', aliases: ['交谈时长'], unit: '秒' },
    { id: 'hold_seconds', zh: '持线秒数', aliases: ['持线时长'], unit: '秒' },
    { id: 'wrap_seconds', zh: '事后处理秒数', aliases: ['事后处理时长'], unit: '秒' },
    { id: 'ring_seconds', zh: '振铃秒数', aliases: ['振铃时长'], unit: '秒' },
  ],
  // `id` is what `kpi metrics` writes: its own table can be given back to it.
  metrics_wide: [{ ...AGENT_BY_ID, aliases: [...(AGENT_BY_ID.aliases ?? []), 'id'] }],
  metrics_long: [
    AGENT_BY_ID,
    { id: 'metric', zh: '指标', required: true },
    { id: 'value', zh: '值', aliases: ['数值'], required: true },
  ],
  targets_wide: [AGENT_BY_NAME, MONTH, { id: 'target', zh: '目标' }],
  targets_long: [
    AGENT_BY_NAME,
    MONTH,
    { id: 'target', zh: '目标', required: true },
    { id: 'value', zh: '数值', aliases: ['值', '目标值'], required: true },
  ],
  deductions: [AGENT_BY_ID, ...idsOf(DEDUCTION_ITEMS).flatMap(deductionColumns)],
  opening: [
    AGENT_BY_ID,
    { id: 'through', zh: '截至月份', required: true },
    ...idsOf(OPENING_AMOUNTS).map(
      (id): Column => ({
        id,
        zh: OPENING_AMOUNTS[id].zh,
        ...(id === 'months' ? {} : { unit: '元' }),
      }),
    ),
  ],
  products: [...ITEM, { ...CATEGORY, required: true }],
};

/** The column of an additional deduction of the year to date, as the client of the tax bureau exports it. */
export function toDateColumn(item: DeductionItem): string {
  return `${item}_to_date`;
}

/** An additional deduction of the month, and of the year to date. */
function deductionColumns(item: DeductionItem): readonly Column[] {
  const { zh } = DEDUCTION_ITEMS[item];
  const names = item === 'infant_care' ? [zh, '3岁以下婴幼儿照护'] : [zh];
  const [name = zh, ...others] = names;
  return [
    { id: item, zh: name, aliases: others, unit: '元' },
    {
      id: toDateColumn(item),
      zh: `累计${name}`,
      aliases: others.map((other) => `累计${other}`),
      unit: '元',
    },
  ];
}

/** Of `attendance_months` what a table of attendance usually has of an agent. */
export const USUAL_ATTENDANCE = [
  'workdays_due',
  'workdays',
  'late',
  'early_leave',
  'leave',
  'leave_days',
  'absent',
  'absent_days',
  'missed_punch',
] as const;

/** The layouts that a file of a kind may have. */
export const LAYOUTS: Readonly<Record<InputKind, readonly Layout[]>> = {
  chats: ['chats'],
  orders: ['orders', 'order_items', 'order_refunds', 'fake_orders'],
  attendance: ['attendance_events', 'attendance_months'],
  complaints: ['complaints'],
  ratings: ['ratings'],
  events: ['events'],
  calls: ['calls'],
  metrics: ['metrics_long', 'metrics_wide'],
  targets: ['targets_long', 'targets_wide'],
  deductions: ['deductions'],
  opening: ['opening'],
  products: ['products'],
};

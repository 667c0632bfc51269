import { csv, type ShopFiles } from '../setup/shop.js';

/** A shop with every kind of input and rulebooks of its own, in which nothing is wrong. */
export const SOUND: ShopFiles = {
  'kpi.yaml': csv(
    'shop: 小店',
    'plans:',
    '  presales: {scores: [service], pay: [base, goal, conduct, sales]}',
    '  aftersales: after',
    '  vip: {pay: [base, own_pay, present]}',
    'targets: {team_sales: 400000}',
    'set:',
    '  base.amount: 1300',
    '  present.amount: 100',
    'metrics:',
    '  window: 24h',
    '  memo: off',
    '  credit_roles: [presales]',
    '  ad_patterns: [广告]',
    'exclude: {memos: [补单]}',
    'limits: {minimum_wage: 1000}',
    'custom_metrics: [{id: shelf_days, title: 上架天数, unit: days}]',
    'sources:',
    '  calls: {files: "calls*.csv"}',
  ),
  'agents.csv': csv(
    '工号,姓名,岗位,级别,账号,入职日期,基本工资',
    'A01,甲,售前,高级,小店:甲,2024-01-01,',
    'A02,乙,售前,中级,小店:乙,2024-01-01,',
    'A03,丙,售后,高级,小店:丙,2024-01-01,',
    'A04,丁,售后,初级,小店:丁,2024-01-01,',
    'A05,戊,VIP,资深,小店:戊,2024-01-01,3000',
    'A06,己,VIP,资深,小店:己,2024-01-01,3000',
  ),
  'rules/base.yaml': csv(
    'id: base',
    'kind: pay',
    'parameters: {amount: {title: 底薪, unit: yuan, value: 1000, min: 0}}',
    'lines: [{id: base, title: 基本, kind: earning, category: base, formula: 底薪}]',
  ),
  'rules/goal.yaml': csv(
    'id: goal',
    'kind: pay',
    'lines:',
    '  - {id: goal, title: 达标奖, kind: earning, category: bonus, when: 店铺销售额 >= 目标.team_sales, formula: 500}',
  ),
  'rules/conduct.yaml': csv(
    'id: conduct',
    'kind: pay',
    'events: {phone: 玩手机, idea: 好建议}',
    'lines:',
    '  - {id: phone, title: 玩手机扣款, kind: deduction, category: fine, formula: 事项.玩手机 × 10}',
    '  - {id: praise, title: 表扬奖, kind: earning, category: bonus, formula: 表扬 × 5}',
  ),
  'rules/sales.yaml': csv(
    'id: sales',
    'kind: pay',
    'parameters:',
    '  rate: {title: 提成比例, value: 1%}',
    'lines:',
    '  - {id: sales, title: 提成, kind: earning, category: commission, formula: 净销售额 × 提成比例}',
  ),
  'rules/own_pay.yaml': csv(
    'id: own_pay',
    'kind: pay',
    'lines:',
    '  - {id: own, title: 协议工资, kind: earning, category: allowance, formula: 约定工资}',
  ),
  'rules/present.yaml': csv(
    'id: present',
    'kind: pay',
    'parameters: {amount: {title: 全勤奖金, unit: yuan, value: 50, min: 0}}',
    'lines: [{id: present, title: 全勤, kind: earning, category: allowance, when: 迟到 = 0, formula: 全勤奖金}]',
  ),
  'rules/phone.yaml': csv(
    'id: phone',
    'kind: pay',
    'lines:',
    '  - {id: calls, title: 电话奖, kind: earning, category: bonus, formula: 应答呼叫 × 1}',
  ),
  'rules/service.yaml': csv(
    'id: service',
    'kind: scorecard',
    'ratings: {review: 聊天抽查}',
    'items:',
    '  - {id: review, title: 抽查, full: 60, grade: {of: rating.review, 优: 100%, 良: 80%, 中: 50%, 差: 0%, number: percent}}',
    '  - {id: happy, title: 满意, full: 40, target: {of: 客户满意率, target: 95%, cap: 100%}}',
    'total: 100',
  ),
  'rules/after.yaml': csv('id: after', 'kind: plan', 'pay: [base, phone]'),
  '2026-10/orders.csv': csv(
    '订单编号,买家,创建时间,付款时间,实付金额,备注',
    '1001,b1,2026-10-02 10:00:00,2026-10-02 10:01:00,80.00,',
    '1002,b2,2026-10-03 10:00:00,2026-10-03 10:01:00,90.00,',
    '1003,b3,2026-10-04 10:00:00,2026-10-04 10:01:00,70.00,',
    '1004,b4,2026-11-30 10:00:00,2026-11-30 10:01:00,70.00,',
    '1005,b5,2026-09-01 10:00:00,2026-09-01 10:01:00,70.00,',
  ),
  '2026-10/chats.csv': csv(
    '时间,客服,买家,发送方,内容',
    '2026-09-29 09:58:00,小店:甲,b9,买家,在吗',
    '2026-10-02 09:58:00,小店:甲,b1,买家,在吗',
    '2026-10-02 09:58:20,小店:甲,b1,客服,在的',
    '2026-10-03 09:58:00,小店:乙,b2,买家,在吗',
    '2026-10-03 09:58:20,小店:乙,b2,客服,在的',
  ),
  '2026-10/attendance.csv': csv(
    '工号,应出勤,出勤,迟到',
    'A01,26,26,0',
    'A02,26,26,0',
    'A03,26,26,0',
    'A04,26,26,0',
    'A05,26,26,1',
    'A06,26,26,1',
  ),
  '2026-10/complaints.csv': csv(
    '日期,工号,类型,属实',
    '2026-10-04,A01,表扬,是',
    '2026-10-05,A02,表扬,是',
    '2026-10-06,A03,表扬,是',
  ),
  '2026-10/events.csv': csv(
    '日期,工号,事项,次数',
    '2026-10-05,A01,玩手机,1',
    '2026-10-06,A02,好建议,1',
    '2026-10-07,A02,玩手机,1',
  ),
  '2026-10/ratings.csv': csv(
    '工号,项目,评分',
    'A01,聊天抽查,93',
    'A02,聊天抽查,94',
    'A01,聊天抽查,95',
  ),
  '2026-10/metrics.csv': csv('工号,客户满意率', 'A01,97%', 'A02,95%'),
  '2026-10/calls.csv': csv(
    '时间,客服,方向,应答,交谈秒数',
    '2026-10-02 11:08:43,A03,呼入,是,60',
    '2026-10-02 12:08:43,A04,呼入,是,60',
  ),
};

/** One way to break the shop, and what is said of it: code, file and line. */
export interface Fault {
  readonly name: string;
  readonly breaks: (files: Map<string, string | Uint8Array>) => void;
  readonly found: readonly string[];
}

export function edit(file: string, from: string, to: string): Fault['breaks'] {
  return (files) => {
    const text = String(files.get(file));
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
    files.set(file, text.replace(from, to));
  };
}

function both(...breaks: readonly Fault['breaks'][]): Fault['breaks'] {
  return (files) => {
    for (const each of breaks) each(files);
  };
}

function append(file: string, row: string): Fault['breaks'] {
  return (files) => files.set(file, `${files.get(file)}${row}\n`);
}

export function remove(file: string): Fault['breaks'] {
  return (files) => {
    files.delete(file);
  };
}

function add(file: string, content: string | Uint8Array): Fault['breaks'] {
  return (files) => files.set(file, content);
}

const XLS = Buffer.from('d0cf11e0a1b11ae1'.padEnd(1024, '0'), 'hex');

/** Thirty ways and more to break it, of which none follows from another. */
export const FAULTS: readonly Fault[] = [
  {
    name: 'a day of hiring that is none',
    breaks: edit('agents.csv', '小店:丁,2024-01-01,', '小店:丁,2024-13-01,'),
    found: ['bad-date agents.csv:5'],
  },
  {
    name: 'an id that two agents have',
    breaks: append('agents.csv', 'A01,甲,售前,高级,,2024-01-01,'),
    found: ['repeated-agent agents.csv:8'],
  },
  {
    name: 'a role without a plan',
    breaks: edit('agents.csv', 'A04,丁,售后', 'A04,丁,店长'),
    found: ['role-without-plan agents.csv:5'],
  },
  {
    name: 'an agent without the agreed pay',
    breaks: edit('agents.csv', '小店:戊,2024-01-01,3000', '小店:戊,2024-01-01,'),
    found: ['roster-gap agents.csv:6'],
  },
  {
    name: 'a setting that is no time',
    breaks: edit('kpi.yaml', 'window: 24h', 'window: soon'),
    found: ['bad-value kpi.yaml:11'],
  },
  {
    name: 'a key that kpi.yaml does not know',
    breaks: edit('kpi.yaml', 'exclude:', 'excludes:'),
    found: ['misspelt-key kpi.yaml:15'],
  },
  {
    name: 'a parameter below its least',
    breaks: edit('kpi.yaml', 'base.amount: 1300', 'base.amount: -5'),
    found: ['parameter-out-of-range kpi.yaml:8'],
  },
  {
    name: 'a plan that is not there',
    breaks: edit('kpi.yaml', 'aftersales: after', 'aftersales: aftr'),
    found: ['misspelt-rulebook kpi.yaml:4'],
  },
  {
    name: 'a target that is misspelt',
    breaks: edit('kpi.yaml', 'team_sales: 400000', 'team_sale: 400000'),
    found: ['misspelt-target kpi.yaml:6'],
  },
  {
    name: 'a role to be credited that nobody has',
    breaks: edit('kpi.yaml', 'credit_roles: [presales]', 'credit_roles: [presale]'),
    found: ['misspelt-role kpi.yaml:13'],
  },
  {
    name: 'a pattern that is none',
    breaks: edit('kpi.yaml', 'ad_patterns: [广告]', 'ad_patterns: ["广告("]'),
    found: ['bad-pattern kpi.yaml:14'],
  },
  {
    name: 'a metric of the shop without a title',
    breaks: edit(
      'kpi.yaml',
      '[{id: shelf_days, title: 上架天数, unit: days}]',
      '[{id: shelf_days, unit: days}]',
    ),
    found: ['missing-key kpi.yaml:17'],
  },
  {
    name: 'a rulebook with two errors of YAML',
    breaks: both(
      edit('rules/sales.yaml', 'kind: pay', 'kind: pay: all'),
      edit('rules/sales.yaml', '{title: 提成比例, value: 1%}', '@1%'),
    ),
    found: ['bad-yaml rules/sales.yaml:2', 'bad-yaml rules/sales.yaml:4'],
  },
  {
    name: 'a rulebook with two wrong keys and a wrong formula',
    breaks: both(
      edit('rules/conduct.yaml', 'formula: 表扬 × 5', 'formla: 表扬 × 5'),
      edit('rules/conduct.yaml', 'category: fine', 'category: penalty'),
      edit('rules/conduct.yaml', '事项.玩手机 × 10', '事项.玩手机 × 车补'),
    ),
    found: [
      'misspelt-key rules/conduct.yaml:6',
      'bad-value rules/conduct.yaml:5',
      'unknown-name rules/conduct.yaml:5',
    ],
  },
  {
    name: 'a name that nothing has',
    breaks: edit('rules/base.yaml', 'formula: 底薪', 'formula: 底薪 + 车补'),
    found: ['unknown-name rules/base.yaml:4'],
  },
  {
    name: 'a file without any metrics that a rule needs',
    breaks: (files) => files.delete('2026-10/metrics.csv'),
    found: ['metric-not-imported 2026-10/metrics.csv', 'metric-not-imported 2026-10/metrics.csv'],
  },
  {
    name: 'no grading of an agent',
    breaks: edit('2026-10/ratings.csv', 'A02,聊天抽查,94', 'A01,聊天抽查,94'),
    found: ['rating-missing 2026-10/ratings.csv'],
  },
  {
    name: 'an item of no rulebook',
    breaks: edit('2026-10/ratings.csv', 'A01,聊天抽查,93', 'A01,聊天检查,93'),
    found: ['misspelt-item 2026-10/ratings.csv:2'],
  },
  {
    name: 'an order with a time that is none',
    breaks: edit('2026-10/orders.csv', '1002,b2,2026-10-03 10:00:00', '1002,b2,昨天'),
    found: ['bad-date 2026-10/orders.csv:3'],
  },
  {
    name: 'an order with too few cells',
    breaks: edit(
      '2026-10/orders.csv',
      '1003,b3,2026-10-04 10:00:00,2026-10-04 10:01:00,70.00,',
      '1003,b3',
    ),
    found: ['short-row 2026-10/orders.csv:4'],
  },
  {
    name: 'a message of nobody',
    breaks: edit('2026-10/chats.csv', '09:58:20,小店:甲,b1,客服', '09:58:20,小店:甲,b1,店小二'),
    found: ['bad-word 2026-10/chats.csv:4'],
  },
  {
    name: 'chats of another month',
    breaks: add(
      '2026-10/chats-2.csv',
      csv('时间,客服,买家,发送方,内容', '2026-03-02 09:58:00,小店:甲,b1,买家,在吗'),
    ),
    found: ['wrong-month 2026-10/chats-2.csv'],
  },
  {
    name: 'attendance of half an agent',
    breaks: edit('2026-10/attendance.csv', 'A02,26,26,0', 'A02,26,半,0'),
    found: ['bad-number 2026-10/attendance.csv:3'],
  },
  {
    name: 'an agent without attendance',
    breaks: edit('2026-10/attendance.csv', 'A03,26,26,0\n', ''),
    found: ['attendance-missing 2026-10/attendance.csv'],
  },
  {
    name: 'a complaint of a stranger',
    breaks: edit('2026-10/complaints.csv', 'A03,表扬', 'A09,表扬'),
    found: ['unknown-agent 2026-10/complaints.csv:4'],
  },
  {
    name: 'an event of no rulebook',
    breaks: edit('2026-10/events.csv', 'A02,好建议,1', 'A02,吵架,1'),
    found: ['unknown-event 2026-10/events.csv:3'],
  },
  {
    name: 'a call in no direction',
    breaks: edit('2026-10/calls.csv', 'A04,呼入,是,60', 'A04,呼入,也许,60'),
    found: ['bad-word 2026-10/calls.csv:3'],
  },
  {
    name: 'a true .xls',
    breaks: add('2026-10/晚班.xls', XLS),
    found: ['xls-workbook 2026-10/晚班.xls'],
  },
  {
    name: 'a list of something else',
    breaks: add('2026-10/通讯录.csv', csv('分机,备注甲', '101,前台')),
    found: ['unknown-file 2026-10/通讯录.csv'],
  },
  {
    name: 'a damaged archive',
    breaks: add('2026-10/聊天.zip', Buffer.from('504b0304'.padEnd(400, '7'), 'hex')),
    found: ['damaged-archive 2026-10/聊天.zip'],
  },
  {
    name: 'events in two encodings',
    breaks: add(
      '2026-10/events-2.csv',
      Buffer.concat([
        Buffer.from('日期,工号,事项\n2026-10-05,A01,'),
        Buffer.from([0xff, 0xff, 0x80, 0x0a]),
      ]),
    ),
    found: ['bad-encoding 2026-10/events-2.csv:2'],
  },
];

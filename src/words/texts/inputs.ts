import type { TextEntry } from './entry.js';

/** What was read and what was left out. */
export const inputsTexts = {
  'input.chats': { zh: '聊天记录', en: 'chats' },
  'input.orders': { zh: '订单', en: 'orders' },
  'input.calls': { zh: '通话', en: 'calls' },

  'reason.robot': { zh: '机器人 {rows}', en: 'robots {rows}' },
  'reason.system': { zh: '系统消息 {rows}', en: 'system messages {rows}' },
  'reason.unknown-agent': { zh: '不属于任何客服 {rows}', en: 'of no agent {rows}' },
  'reason.team': { zh: '同事之间 {rows}', en: 'among colleagues {rows}' },
  'reason.fake': { zh: '刷单等排除的订单 {rows}', en: 'excluded orders {rows}' },
  'reason.duplicate': { zh: '重复 {rows}', en: 'duplicates {rows}' },
  'reason.summary': { zh: '合计行 {rows}', en: 'rows of totals {rows}' },
  'reason.unpaid': { zh: '未付款（只算下单） {rows}', en: 'unpaid (only orders made) {rows}' },

  'reason.other-month': {
    zh: '不是本月的订单（只用来往前看） {rows}',
    en: 'of other months (only looked back on) {rows}',
  },
  'reason.no-payment-time': { zh: '没有付款时间 {rows}', en: 'without a time of payment {rows}' },

  'refunds.by_refunds': { zh: '退款导出', en: 'the export of refunds' },
  'refunds.by_items': { zh: '宝贝（子订单）报表', en: 'the report of items' },
  'refunds.by_order': { zh: '订单报表', en: 'the report of orders' },

  'column-of-file': {
    zh: '第 {number} 列“{header}”（{letters}）',
    en: 'column {number} “{header}” ({letters})',
  },
  'hidden-sheet': { zh: '{sheet}（隐藏）', en: '{sheet} (hidden)' },

  'attendance-by-month': { zh: '月', en: 'per month' },
  'attendance-by-event': { zh: '事件', en: 'per event' },

  'names.and-more': {
    zh: '{names}等 {people} 人',
    en: '{names} and others, {people} people',
  },
  'names.files-and-more': {
    zh: '{names} 等 {all} 个文件',
    en: '{names} and others, {all} files in all',
  },
  'names.shops-and-more': {
    zh: '{names} 等 {all} 个',
    en: '{names} and others, {all} in all',
  },
  'names.empty': { zh: '（空白）', en: '(empty)' },
  'words.or-number': {
    zh: '{words}，或一个不带 % 的数（九十分写 90）',
    en: '{words}, or a number without % (ninety points are 90)',
  },

  'inputs.amount-twice': { zh: '，多算的金额是 {amount}', en: ': {amount} too much' },

  'inactive.left': { zh: '{day} 已经离职', en: 'left on {day}' },
  'inactive.not_yet': { zh: '{day} 才入职', en: 'is hired on {day}' },
  'outside.chats': {
    zh: '{rows} 条聊天消息',
    en: '{rows} chat {rows|message|messages}',
  },
  'outside.orders': { zh: '{rows} 张订单', en: '{rows} {rows|order|orders}' },
  'outside.calls': { zh: '{rows} 通电话', en: '{rows} {rows|call|calls}' },
  'silent.no_buyer': {
    zh: '{orders} 张没有买家，或买家打了星号',
    en: '{orders} without a buyer, or with a masked one',
  },
  'silent.no_chat': {
    zh: '{orders} 张的买家没有聊天',
    en: '{orders} of buyers who are in no chat',
  },
  'silent.no_reply': {
    zh: '{orders} 张的买家聊过，客服没有有效回复',
    en: '{orders} of buyers whose chats no agent effectively replied to',
  },
  'silent.role': {
    zh: '{orders} 张的买家是 credit_roles 以外的岗位接待的',
    en: '{orders} of buyers served by roles that credit_roles leaves out',
  },
  'silent.time': {
    zh: '{orders} 张的买家聊过，下单、付款的时候不在聊天以后 {hours} 小时以内',
    en: '{orders} of buyers who chatted, but not within {hours} hours before they ordered or paid',
  },
  'memo.near': {
    zh: '“{token}”（{orders} 张，像 {agents}）',
    en: '“{token}” ({orders} {orders|order|orders}, like {agents})',
  },
  'memo.more': { zh: '……', en: ' …' },

  'none-there': { zh: '没有', en: 'none' },

  'inspect.recognised': {
    zh: '{title}：{format}（{kind}，读法 {reader}）',
    en: '{title}: {format} ({kind}, reader {reader})',
  },
  'inspect.not_recognised': { zh: '不能读', en: 'cannot be read' },
  'inspect.others': {
    zh: '连同列相同的 {files} 一起',
    en: 'together with {files}, which have the same columns',
  },
  'inspect.many_others': {
    zh: '连同另外 {count} 个列相同的工作表或文件一起',
    en: 'together with {count} more sheets or files that have the same columns',
  },
  'inspect.recognised_by': { zh: '认出它的列：{headers}', en: 'told by its columns {headers}' },
  'inspect.passed_over': {
    zh: '月份文件夹里，这样的名字是隐藏的，或是系统和程序留下的，不看',
    en: 'in the folder of a month a file of this name is hidden, or taken for what systems and programs leave, and not looked at',
  },
  'inspect.kind.agents': { zh: '花名册', en: 'the roster' },
  'inspect.kind.chats': { zh: '聊天', en: 'chats' },
  'inspect.kind.orders': { zh: '订单', en: 'orders' },
  'inspect.kind.attendance': { zh: '考勤', en: 'attendance' },
  'inspect.kind.complaints': {
    zh: '投诉、表扬、差评、差错',
    en: 'complaints, praise, bad reviews, errors',
  },
  'inspect.kind.ratings': { zh: '评分', en: 'ratings' },
  'inspect.kind.events': { zh: '奖惩', en: 'fines and rewards' },
  'inspect.kind.calls': { zh: '通话', en: 'calls' },
  'inspect.kind.metrics': { zh: '指标', en: 'metrics' },
  'inspect.kind.targets': { zh: '目标', en: 'targets' },
  'inspect.kind.deductions': { zh: '专项附加扣除', en: 'additional deductions' },
  'inspect.kind.opening': { zh: '年初至今', en: 'the year to date' },
  'inspect.kind.products': { zh: '商品类目', en: 'items and their categories' },
  'inspect.comma': { zh: '逗号分隔', en: 'separated by commas' },
  'inspect.tab': { zh: '制表符分隔', en: 'separated by tabs' },
  'inspect.semicolon': { zh: '分号分隔', en: 'separated by semicolons' },
  'inspect.bar': { zh: '竖线分隔', en: 'separated by vertical bars' },
  'inspect.header_line': { zh: '表头在第 {line} 行', en: 'header on line {line}' },
  'inspect.header_lines': {
    zh: '表头在第 {first} 到 {last} 行',
    en: 'header on lines {first} to {last}',
  },
  'inspect.bytes': { zh: '{size} 字节', en: '{size} bytes' },
  'inspect.rows': { zh: '{rows} 条记录', en: '{rows} {rows|row|rows}' },
  'inspect.dates': { zh: '{first} 到 {last}', en: '{first} to {last}' },
  'inspect.ignored': { zh: '（不读）', en: '(ignored)' },
  // Columns are called as the headers of the language have them.
  'inspect.absent': {
    zh: '没有的列（可以没有）：{columns}',
    en: 'columns it does not have (and need not): {columns}',
  },
  'meant.percent': {
    zh: '；指 {number}% 的，写成 {number}% 或 {fraction}',
    en: '; for {number} percent write {number}% or {fraction}',
  },
  'column.near': {
    zh: '，最接近的是“{written}”列',
    en: '; the nearest is “{written}”',
  },
  'inspect.nearest': {
    zh: '最接近 {title}：{format}（{kind}，读法 {reader}）：认出 {known}；缺 {missing}',
    en: 'nearest to {title}: {format} ({kind}, reader {reader}): has {known}; lacks {missing}',
  },
  'inspect.fits': {
    zh: '符合 {title}：{format}（{kind}，读法 {reader}）：认出 {known}',
    en: 'fits {title}: {format} ({kind}, reader {reader}): has {known}',
  },
  'inspect.mapping': {
    zh: '贴进 kpi.yaml，右边核对或改成这个文件的列名（还没用到的列：{free}；files 里可以用 *）：',
    en: 'paste into kpi.yaml, and check or replace the headers on the right (not used yet: {free}; files may have a *):',
  },
} as const satisfies Readonly<Record<string, TextEntry>>;

import type { TextEntry } from './entry.js';

/** The settings of kpi.yaml by which metrics are counted, and what they may be set to. */
export const settingsTexts = {
  'setting.day_starts_at': { zh: '一天从几点算起', en: 'A day begins at' },
  'setting.session_wait': { zh: '多久没有回复算新的会话', en: 'A session ends after a wait of' },
  'setting.min_messages': { zh: '有效会话至少几条消息', en: 'Messages of an effective session' },
  'setting.max_wait': { zh: '响应间隔最长算到', en: 'Longest reply gap that counts' },
  'setting.slow_after': { zh: '超过多久算慢响应', en: 'A reply is slow after' },
  'setting.slow_times': { zh: '几次慢响应算慢接待', en: 'Slow replies of a slow reception' },
  'setting.attribution': { zh: '订单归属', en: 'Whose an order is' },
  'setting.window': { zh: '咨询后多久内的订单有效', en: 'Orders count after a chat for' },
  'setting.after_payment': {
    zh: '付款后才来咨询的订单',
    en: 'Orders of who writes after payment only',
  },
  'setting.memo': { zh: '订单备注', en: 'Memos of orders' },
  'setting.memo_flag': { zh: '认哪些旗子的备注', en: 'Memos under which flags' },
  'setting.inquiry_window': { zh: '询单有效期', en: 'An inquiry counts for' },
  'setting.aftersales_days': {
    zh: '买过多久内再来问算售后',
    en: 'After-sales after a purchase for',
  },
  'setting.slow_day_after': {
    zh: '日均响应超过多久算慢的一天',
    en: 'A day is slow above a reply time of',
  },
  'setting.confirm_days': { zh: '发货多久未确认要跟进', en: 'Follow up unconfirmed orders after' },
  'setting.credit_roles': { zh: '能算订单的岗位', en: 'Roles that orders are credited to' },
  'setting.refund_basis': { zh: '退款率按什么算', en: 'The refund rate is counted by' },
  'setting.ad_patterns': { zh: '广告消息', en: 'Messages that are advertising' },
  'setting.platform_hours': { zh: '平台考核时段', en: 'Hours that the platform judges' },
  'setting.workday_length': { zh: '一个工作日', en: 'A workday' },
  'setting.part_month_due': {
    zh: '月中入职、离职的应出勤天数',
    en: 'Workdays due of who joins or leaves in the month',
  },

  'setting_value.attribution.order': { zh: '下单判定', en: 'by the chat before the order' },
  'setting_value.attribution.payment': { zh: '付款判定', en: 'by the chat before payment' },
  'setting_value.attribution.order_first': {
    zh: '下单优先判定',
    en: 'by the chat before the order, else before payment',
  },
  'setting_value.after_payment.buyer_first': {
    zh: '买家先开口的归这位客服',
    en: 'go to the agent whom the buyer wrote to first',
  },
  'setting_value.after_payment.off': { zh: '不归客服', en: 'go to nobody' },
  'setting_value.memo.prefer': { zh: '先看备注，没有再看聊天', en: 'first, then chats' },
  'setting_value.memo.only': { zh: '只看备注', en: 'alone' },
  'setting_value.memo.off': { zh: '不看备注', en: 'not looked at' },
  'setting_value.refund_basis.orders': { zh: '订单数', en: 'orders' },
  'setting_value.refund_basis.items': { zh: '件数', en: 'items' },
  'setting_value.refund_basis.amount': { zh: '金额', en: 'amount' },
  'setting_value.part_month_due.whole_month': { zh: '整月的天数', en: 'those of the whole month' },
  'setting_value.part_month_due.employed_days': {
    zh: '在职期间的天数',
    en: 'those of the days employed',
  },
  'setting_value.any': { zh: '不限', en: 'any' },
  'setting_value.all': { zh: '全部', en: 'all' },
  'setting_value.none': { zh: '无', en: 'none' },
  'setting_value.undecided': { zh: '没有写明', en: 'not decided' },
  'setting_value.minutes': { zh: '{n} 分钟', en: '{n} min' },
  'setting_value.messages': { zh: '{n} 条', en: '{n}' },
  'setting_value.times': { zh: '{n} 次', en: '{n}' },
  'setting_value.hours_of_day': { zh: '{from} 至 {to}', en: '{from} to {to}' },
} as const satisfies Readonly<Record<string, TextEntry>>;

import { group } from './entry.js';

/** What is counted from orders that are credited to an agent. */
export const ORDER_METRICS = group({ level: 'agent', needs: ['orders'], byDay: true }, [
  {
    id: 'paid_orders',
    title: { zh: '付款订单数', en: 'Paid orders' },
    unit: 'count',
    definition: {
      zh: '付款营业日在本月且归属于该客服的订单数；付款后关闭的仍算。',
      en: 'Orders whose business day of payment is in the month, credited to the agent; one closed after payment stays.',
    },
  },
  {
    id: 'items',
    title: { zh: '销售件数', en: 'Items' },
    unit: 'count',
    definition: {
      zh: '归属的付款订单的件数之和；没有件数的订单算一件。',
      en: 'Quantities of the credited paid orders; a missing quantity is 1.',
    },
  },
  {
    id: 'paid_buyers',
    title: { zh: '付款人数', en: 'Paid buyers' },
    unit: 'person_days',
    definition: {
      zh: '归属的付款订单中不同的（买家，付款营业日）数；买家为空或打码的订单各算一位。',
      en: 'Distinct (buyer, business day of payment) of the credited paid orders; each order with an empty or masked buyer counts as a buyer of its own.',
    },
  },
  {
    id: 'sales',
    title: { zh: '销售额', en: 'Sales' },
    unit: 'yuan',
    definition: {
      zh: '归属的付款订单的实付金额之和，退款未减。',
      en: 'Amounts of the credited paid orders, before refunds.',
    },
  },
  {
    id: 'received_sales',
    title: { zh: '有效接待销售额', en: 'Sales with effective reception' },
    unit: 'yuan',
    needs: ['orders', 'chats'],
    definition: {
      zh: '销售额中，该客服确有有效会话符合归属规则 2 或 3 的订单之和；不论岗位能否凭聊天归属。',
      en: 'Of the sales, orders for which the agent has an effective session that satisfies rule 2 or 3, whatever the role.',
    },
  },
  {
    id: 'refunds',
    title: { zh: '退款金额', en: 'Refunds' },
    unit: 'yuan',
    definition: {
      zh: '归属的付款订单上退款成功的金额之和。',
      en: 'Successful refunds on the credited paid orders.',
    },
  },
  {
    id: 'refunded_orders',
    title: { zh: '退款订单数', en: 'Refunded orders' },
    unit: 'count',
    definition: {
      zh: '归属的付款订单中有退款成功的个数。',
      en: 'Credited paid orders with a successful refund.',
    },
  },
  {
    id: 'net_sales',
    title: { zh: '净销售额', en: 'Net sales' },
    unit: 'yuan',
    definition: { zh: '销售额 − 退款金额。', en: 'Sales − refunds.' },
  },
  {
    id: 'avg_order_value',
    title: { zh: '客单价', en: 'Average order value' },
    unit: 'yuan',
    quotient: true,
    parts: { numerator: 'sales', denominator: 'paid_buyers' },
    definition: { zh: '销售额 ÷ 付款人数。', en: 'Sales ÷ paid buyers.' },
  },
  {
    id: 'items_per_buyer',
    title: { zh: '客件数', en: 'Items per buyer' },
    unit: 'ratio',
    percent: false,
    quotient: true,
    parts: { numerator: 'items', denominator: 'paid_buyers' },
    definition: { zh: '销售件数 ÷ 付款人数。', en: 'Items ÷ paid buyers.' },
  },
  {
    id: 'refund_rate',
    title: { zh: '退款率', en: 'Refund rate' },
    unit: 'ratio',
    most: 1,
    quotient: true,
    definition: {
      zh: '按 refund_basis：退款订单数 ÷ 付款订单数，或退款订单的件数 ÷ 销售件数，或退款金额 ÷ 销售额。',
      en: 'By refund_basis: refunded orders ÷ paid orders, or items of refunded orders ÷ items, or refunds ÷ sales.',
    },
  },
  {
    id: 'created_orders',
    title: { zh: '下单数', en: 'Created orders' },
    unit: 'count',
    definition: {
      zh: '本月创建、按创建时间归属（规则 1 和 2）于该客服的订单数，付款与否都算。',
      en: 'Orders created in the month and credited by created_at (rules 1 and 2), paid or not.',
    },
  },
  {
    id: 'unpaid_orders',
    title: { zh: '未付款订单数', en: 'Unpaid orders' },
    unit: 'count',
    definition: {
      zh: '下单数中始终没有付款的个数。',
      en: 'Of the created orders, those never paid.',
    },
  },
  {
    id: 'unpaid_rate',
    title: { zh: '流单率', en: 'Unpaid rate' },
    unit: 'ratio',
    most: 1,
    quotient: true,
    parts: { numerator: 'unpaid_orders', denominator: 'created_orders' },
    definition: { zh: '未付款订单数 ÷ 下单数。', en: 'Unpaid orders ÷ created orders.' },
  },
  {
    id: 'inquiries',
    title: { zh: '询单人数', en: 'Inquiries' },
    unit: 'person_days',
    needs: ['chats', 'orders'],
    looksAhead: true,
    definition: {
      zh: '咨询中属于询单的个数：首条买家消息后 inquiry_window 内由本客服促成付款，或其后无归属于客服的付款且此前 aftersales_days 内没有付款。',
      en: 'Consults that are inquiries: followed within inquiry_window by a payment credited to this agent, or by none credited to any agent and with no payment in the aftersales_days before.',
    },
  },
  {
    id: 'inquiry_paid',
    title: { zh: '询单付款人数', en: 'Inquiries paid' },
    unit: 'person_days',
    needs: ['chats', 'orders'],
    looksAhead: true,
    definition: {
      zh: '询单中，首条买家消息后 inquiry_window 内付款且订单归属于本客服的个数。',
      en: 'Inquiries followed within inquiry_window by a payment credited to this agent.',
    },
  },
  {
    id: 'conversion',
    title: { zh: '询单转化率', en: 'Conversion' },
    unit: 'ratio',
    most: 1,
    needs: ['chats', 'orders'],
    looksAhead: true,
    quotient: true,
    parts: { numerator: 'inquiry_paid', denominator: 'inquiries' },
    definition: { zh: '询单付款人数 ÷ 询单人数。', en: 'Inquiries paid ÷ inquiries.' },
  },
  {
    id: 'assist_orders',
    title: { zh: '协助下单', en: 'Assisted orders' },
    unit: 'count',
    needs: ['orders', 'chats'],
    definition: {
      zh: '本月归属于其他客服的付款订单中，本客服有有效会话符合规则 2 的个数（attribution 为 payment 时按付款时间，否则按创建时间）。',
      en: 'Paid orders of the month credited to another agent for which this agent has an effective session that satisfies rule 2 (by paid_at when attribution is payment, else created_at).',
    },
  },
  {
    id: 'assist_follow_ups',
    title: { zh: '协助跟进人数', en: 'Assisted follow-ups' },
    unit: 'persons',
    needs: ['orders', 'chats'],
    definition: {
      zh: '本月有归属于其他客服或静默的付款订单、且在下单后 window 内与本客服开始有效会话的不同买家数。',
      en: 'Distinct buyers with a paid order of the month credited to another agent or silent, with whom this agent has an effective session that starts after created_at and within window of it.',
    },
  },
]);

import { group } from './metric-group.js';

/** Figures of the whole shop, the same for every agent. */
export const SHOP_METRICS = group({ level: 'shop', needs: ['orders'] }, [
  {
    id: 'shop_sales',
    title: { zh: '店铺销售额', en: 'Shop sales' },
    unit: 'yuan',
    rows: 'orders',
    definition: {
      zh: '本月全部付款订单的实付金额之和。',
      en: 'Amounts of all paid orders of the month.',
    },
  },
  {
    id: 'silent_sales',
    title: { zh: '静默销售额', en: 'Silent sales' },
    aliases: ['团队业绩'],
    unit: 'yuan',
    rows: 'orders',
    definition: {
      zh: '本月不归属于任何客服的付款订单的金额之和，即团队业绩；只由订单算出，不由导入代替。',
      en: 'Amounts of the paid orders of the month that are credited to no agent; always from orders, never replaced by an import.',
    },
  },
  {
    id: 'completed_silent_sales',
    title: { zh: '已完成静默销售额', en: 'Completed silent sales' },
    unit: 'yuan',
    rows: 'orders',
    definition: {
      zh: '静默销售额中，状态为已完成（交易成功、已完成、已收货等）并且没有退款的订单的金额之和；没有退款的静默订单都要有状态，否则不知道。',
      en: 'Of the silent sales, the orders whose status means completed (交易成功, 已完成, 已收货, completed, …) and that were not refunded; not known while a silent order without a refund has no status.',
    },
  },
  {
    id: 'silent_unconfirmed_orders',
    title: { zh: '静默未确认收货订单数', en: 'Silent unconfirmed orders' },
    unit: 'count',
    rows: 'orders',
    later: true,
    definition: {
      zh: '未确认收货订单中不归属于任何客服的个数。',
      en: 'Unconfirmed orders that are credited to no agent.',
    },
  },
  {
    id: 'silent_unreviewed_orders',
    title: { zh: '静默未评价订单数', en: 'Silent orders without a review' },
    unit: 'count',
    rows: 'orders',
    later: true,
    needs: ['orders', 'complaints'],
    definition: {
      zh: '未评价订单中不归属于任何客服的个数。',
      en: 'Orders without a review that are credited to no agent.',
    },
  },
  {
    id: 'shop_refund_rate',
    better: 'lower',
    title: { zh: '店铺退款率', en: 'Shop refund rate' },
    unit: 'ratio',
    rows: 'orders',
    most: 1,
    quotient: true,
    definition: {
      zh: '本月全部付款订单的退款率，按 refund_basis。',
      en: 'Refund rate of all paid orders of the month, by refund_basis.',
    },
  },
  {
    id: 'shop_conversion',
    title: { zh: '店铺询单转化率', en: 'Shop conversion' },
    unit: 'ratio',
    most: 1,
    needs: ['chats', 'orders'],
    looksAhead: true,
    quotient: true,
    definition: {
      zh: '全体客服询单付款人数之和 ÷ 询单人数之和。',
      en: 'Σ inquiries paid ÷ Σ inquiries, over all agents.',
    },
  },
  {
    id: 'shop_avg_order_value',
    title: { zh: '店铺客单价', en: 'Shop average order value' },
    unit: 'yuan',
    rows: 'orders',
    quotient: true,
    parts: { numerator: 'shop_sales' },
    definition: {
      zh: '店铺销售额 ÷ 不同的（买家，付款营业日）数；买家为空或打码的订单各算一位。',
      en: 'Shop sales ÷ distinct (buyer, business day of payment); each order with an empty or masked buyer counts as a buyer of its own.',
    },
  },
  {
    id: 'agent_count',
    title: { zh: '客服数', en: 'Agents in the team' },
    unit: 'persons',
    level: 'team',
    needs: [],
    definition: {
      zh: '本月按同一方案计薪的客服人数，不论方案怎样分队。',
      en: 'How many agents are paid this month under the same plan, however the plan divides them.',
    },
  },
]);

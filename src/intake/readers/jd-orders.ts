import type { Reader } from '../files/reader.js';
import { hasAll, hasAny, hasName } from './marks.js';
import { NUMBERED_FLAGS } from './memo-flags.js';

/** The order export of JD: one row per SKU, each of which repeats what the whole order cost. */
export const JD_ORDERS: Reader = {
  name: 'jd_orders',
  title: { zh: '京东订单', en: 'JD orders' },
  kind: 'orders',
  layout: 'orders',
  columns: [
    { id: 'order_id', zh: '订单号', required: true },
    { id: 'line_id', zh: '商品ID', required: true },
    { id: 'buyer', zh: '下单帐号', aliases: ['下单账号'] },
    { id: 'created_at', zh: '下单时间', required: true },
    { id: 'paid_at', zh: '付款确认时间', required: true },
    { id: 'amount', zh: '应付金额', unit: '元', required: true },
    // What the buyer had on the account is paid as well.
    { id: 'balance', zh: '余额支付', unit: '元' },
    { id: 'quantity', zh: '订购数量' },
    { id: 'status', zh: '订单状态' },
    // 订单备注 is the buyer's.
    { id: 'memo', zh: '商家备注' },
    { id: 'flag', zh: '商家备注等级', unit: '等级1-5为由高到低' },
    { id: 'item', zh: '商品名称' },
  ],
  shortRows: true,
  orders: {
    rows: 'repeated',
    added: { amount: ['balance'] },
    // A line is told by its item.
    insteadOf: { item_id: ['line_id'] },
    flags: NUMBERED_FLAGS,
  },
  recognises: (header) =>
    hasAll(header, ['订单号', '商品ID', '付款确认时间']) ||
    (hasName(header, '订单号') &&
      hasAny(header, ['下单帐号', '下单账号']) &&
      hasAny(header, ['京东价', '结算金额'])),
};

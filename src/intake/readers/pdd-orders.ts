import type { Reader } from '../files/reader.js';
import { hasAny, hasName } from './marks.js';
import { NUMBERED_FLAGS } from './memo-flags.js';

/**
 * The order export of PDD: one row per order, without a buyer and without the time of ordering. It says that
 * an order was refunded, and not how much.
 */
export const PDD_ORDERS: Reader = {
  name: 'pdd_orders',
  title: { zh: '拼多多订单', en: 'PDD orders' },
  kind: 'orders',
  layout: 'orders',
  columns: [
    { id: 'order_id', zh: '订单号', required: true },
    {
      id: 'paid_at',
      zh: '支付时间',
      aliases: ['订单成交时间', '拼单成功时间', '订单确认时间'],
      required: true,
    },
    { id: 'shipped_at', zh: '发货时间' },
    { id: 'amount', zh: '用户实付金额', unit: '元', required: true },
    { id: 'quantity', zh: '商品数量', unit: '件' },
    { id: 'status', zh: '订单状态' },
    { id: 'refund_status', zh: '售后状态' },
    { id: 'memo', zh: '商家备注' },
    { id: 'flag', zh: '旗帜', aliases: ['插旗', '备注标签', '标记'] },
    { id: 'item', zh: '商品' },
    { id: 'item_id', zh: '商品id' },
    // The broadest of four.
    { id: 'category', zh: '商品一级类目' },
    { id: 'shop', zh: '店铺名称' },
  ],
  orders: { flags: NUMBERED_FLAGS, flagsAmongLabels: true, refundsUnsaid: true },
  recognises: (header) =>
    hasName(header, '订单号') &&
    hasName(header, '用户实付金额') &&
    hasAny(header, ['支付时间', '商品数量', '样式ID', '商家实收金额']),
};

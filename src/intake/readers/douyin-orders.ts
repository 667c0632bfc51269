import type { Reader } from '../files/reader.js';
import { hasAll, hasAny } from './marks.js';
import { DOUYIN_FLAGS } from './memo-flags.js';

/**
 * The order export of Douyin shops: one row per sub-order, without a buyer. It says that a sub-order was
 * refunded, and not how much.
 */
export const DOUYIN_ORDERS: Reader = {
  name: 'douyin_orders',
  title: { zh: '抖店订单', en: 'Douyin orders' },
  kind: 'orders',
  layout: 'order_items',
  columns: [
    { id: 'order_id', zh: '主订单编号', required: true },
    { id: 'line_id', zh: '子订单编号', required: true },
    { id: 'created_at', zh: '订单提交时间', required: true },
    { id: 'paid_at', zh: '支付完成时间', required: true },
    { id: 'shipped_at', zh: '发货时间' },
    { id: 'amount', zh: '订单应付金额', unit: '元', required: true },
    { id: 'quantity', zh: '商品数量' },
    { id: 'status', zh: '订单状态' },
    { id: 'refund_status', zh: '售后状态' },
    { id: 'memo', zh: '商家备注' },
    { id: 'flag', zh: '旗帜颜色' },
    { id: 'item', zh: '选购商品' },
    { id: 'item_id', zh: '商品ID' },
    { id: 'shop', zh: '店铺名称' },
  ],
  orders: { flags: DOUYIN_FLAGS, refundsUnsaid: true },
  recognises: (header) =>
    hasAll(header, ['主订单编号', '子订单编号']) && hasAny(header, ['选购商品', '订单应付金额']),
};

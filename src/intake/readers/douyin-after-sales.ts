import type { Reader } from '../files/reader.js';
import { hasAll } from './marks.js';

/**
 * The after-sales export of Douyin shops: one row per case. What goes back is goods, freight and tax; the
 * discount of the means of payment was not the buyer's money.
 */
export const DOUYIN_AFTER_SALES: Reader = {
  name: 'douyin_after_sales',
  title: { zh: '抖店售后单', en: 'Douyin after-sales' },
  kind: 'orders',
  layout: 'order_refunds',
  columns: [
    { id: 'order_id', zh: '订单号', required: true },
    { id: 'refund_id', zh: '售后单号', required: true },
    { id: 'refund_amount', zh: '退商品金额', unit: '元', required: true },
    { id: 'refund_freight', zh: '退运费金额', unit: '元' },
    { id: 'refund_tax', zh: '退税费金额', unit: '元' },
    { id: 'refund_status', zh: '售后状态', required: true },
    { id: 'refunded_at', zh: '商家退款时间' },
  ],
  orders: { added: { refund_amount: ['refund_freight', 'refund_tax'] } },
  recognises: (header) => hasAll(header, ['售后单号', '退商品金额']),
};

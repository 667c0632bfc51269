import type { Reader } from '../files/reader.js';
import { hasAny } from './marks.js';

const ORDER_NAMES = ['订单编号', '主订单编号', '原订单号'];
const REFUND_NAMES = ['退款编号', '售后编号', '售后单号', '售后单编号', '退款单号'];
/** What only a list of refunds has: a report of orders may have the amount and the status, too. */
const MARKS = [...REFUND_NAMES, '售后类型', '售后申请时间', '退款申请时间', '申请时间'];

/** A list of refunds by the usual names of its columns, such as the after-sales export of PDD. */
export const AFTER_SALES: Reader = {
  name: 'after_sales',
  title: { zh: '售后单，按列名认', en: 'after-sales by the names of columns' },
  kind: 'orders',
  layout: 'order_refunds',
  columns: [
    { id: 'order_id', zh: '订单号', aliases: ORDER_NAMES, required: true },
    { id: 'refund_id', zh: '售后编号', aliases: REFUND_NAMES },
    { id: 'refund_amount', zh: '退款金额', unit: '元', required: true },
    { id: 'refund_status', zh: '售后状态', aliases: ['退款状态'], required: true },
    {
      id: 'refunded_at',
      zh: '退款时间',
      aliases: ['退款完成时间', '退款成功时间', '退款完结时间', '完结时间'],
    },
  ],
  recognises: (header) =>
    hasAny(header, ['退款金额']) &&
    hasAny(header, ['售后状态', '退款状态']) &&
    hasAny(header, ['订单号', ...ORDER_NAMES]) &&
    hasAny(header, MARKS),
};

import type { Reader } from '../files/reader.js';
import { hasAny } from './marks.js';

/** The export of refunds of Taobao and Tmall. An order may have several refunds, each with its number. */
export const TAOBAO_REFUNDS: Reader = {
  name: 'taobao_refunds',
  title: { zh: '淘宝退款管理导出', en: 'Taobao refunds' },
  kind: 'orders',
  layout: 'order_refunds',
  columns: [
    { id: 'order_id', zh: '订单编号', aliases: ['订单号', '主订单编号'], required: true },
    { id: 'refund_id', zh: '退款编号', aliases: ['退款单号', '退款单编号'] },
    {
      id: 'refund_amount',
      zh: '买家退款金额',
      // Of the newest, what goes back to the platform was never the buyer's money.
      aliases: ['退给买家金额', '退款总额'],
      unit: '元',
      required: true,
    },
    { id: 'refund_status', zh: '退款状态', required: true },
    { id: 'refunded_at', zh: '退款完结时间', aliases: ['退款完成时间', '退款时间'] },
  ],
  recognises: (header) =>
    hasAny(header, ['买家退款金额', '退给买家金额', '退款总额']) &&
    hasAny(header, ['订单编号', '订单号', '主订单编号']),
};

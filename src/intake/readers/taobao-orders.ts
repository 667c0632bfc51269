import type { Reader } from '../files/reader.js';
import { hasAny, hasName } from './marks.js';
import { NUMBERED_FLAGS } from './memo-flags.js';

/**
 * The order report of Taobao and Tmall, 2016 to today: one row per main order. Shops choose the columns, so
 * that only the number of the order, what was paid and when tell it; sub-orders and refunds have reports of
 * their own, with a number of their own.
 */
export const TAOBAO_ORDERS: Reader = {
  name: 'taobao_orders',
  title: { zh: '淘宝、天猫订单报表，2016 年至今', en: 'Taobao and Tmall orders, 2016 to now' },
  kind: 'orders',
  layout: 'orders',
  columns: [
    { id: 'order_id', zh: '订单编号', required: true },
    { id: 'buyer', zh: '买家会员名', aliases: ['买家会员昵称', '买家昵称', '买家旺旺'] },
    { id: 'created_at', zh: '订单创建时间' },
    { id: 'paid_at', zh: '订单付款时间', required: true },
    { id: 'shipped_at', zh: '发货时间' },
    {
      id: 'amount',
      zh: '买家实际支付金额',
      aliases: ['买家实付金额'],
      unit: '元',
      required: true,
    },
    { id: 'quantity', zh: '宝贝总数量' },
    { id: 'status', zh: '订单状态' },
    { id: 'refund_amount', zh: '退款金额', unit: '元' },
    { id: 'memo', zh: '商家备注', aliases: ['商家备忘'] },
    // Until 2022 the memo of the shop; then beside it.
    { id: 'order_memo', zh: '订单备注' },
    { id: 'flag', zh: '插旗', aliases: ['旗帜颜色', '旗帜', '备注标签'] },
    { id: 'shop', zh: '店铺名称' },
  ],
  orders: {
    insteadOf: { memo: ['order_memo'] },
    flags: NUMBERED_FLAGS,
    flagsAmongLabels: true,
  },
  recognises: (header) =>
    hasName(header, '订单编号') &&
    hasAny(header, ['买家实际支付金额', '买家实付金额']) &&
    !hasAny(header, ['子订单编号', '退款编号']),
};

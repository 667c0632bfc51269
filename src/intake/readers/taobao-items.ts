import type { Reader } from '../files/reader.js';
import { hasAll, hasAny } from './marks.js';
import { NUMBERED_FLAGS } from './memo-flags.js';

/** The item report of Taobao and Tmall since 2022: one row per sub-order, with its amounts and its refund. */
export const TAOBAO_ITEMS: Reader = {
  name: 'taobao_items',
  title: { zh: '淘宝宝贝报表', en: 'Taobao items' },
  kind: 'orders',
  layout: 'order_items',
  columns: [
    { id: 'order_id', zh: '主订单编号', required: true },
    { id: 'line_id', zh: '子订单编号', required: true },
    { id: 'created_at', zh: '订单创建时间' },
    { id: 'paid_at', zh: '订单付款时间' },
    { id: 'shipped_at', zh: '发货时间' },
    { id: 'amount', zh: '买家实际支付金额', aliases: ['买家实付金额'], unit: '元' },
    { id: 'quantity', zh: '购买数量' },
    { id: 'status', zh: '订单状态' },
    { id: 'refund_amount', zh: '退款金额', unit: '元' },
    { id: 'refund_status', zh: '退款状态' },
    { id: 'memo', zh: '商家备注', aliases: ['商家备忘'] },
    { id: 'flag', zh: '插旗', aliases: ['旗帜颜色', '旗帜', '备注标签'] },
    { id: 'item', zh: '商品标题', aliases: ['标题', '宝贝标题'] },
    { id: 'item_id', zh: '商品ID' },
    { id: 'shop', zh: '店铺名称' },
  ],
  missing: ['无退款申请'],
  orders: { flags: NUMBERED_FLAGS, flagsAmongLabels: true },
  // Douyin names its numbers in the same way.
  recognises: (header) =>
    hasAll(header, ['主订单编号', '子订单编号', '购买数量']) && !hasAny(header, ['退款编号']),
};

/**
 * The item report before 2022: lines of an order under its number, without numbers, times and amounts of
 * their own. It only brings quantities.
 */
export const TAOBAO_ITEMS_OLD: Reader = {
  name: 'taobao_items_old',
  title: { zh: '淘宝宝贝报表，旧版', en: 'Taobao items, old' },
  kind: 'orders',
  layout: 'order_items',
  columns: [
    { id: 'order_id', zh: '订单编号', required: true },
    { id: 'quantity', zh: '购买数量', required: true },
    { id: 'status', zh: '订单状态' },
    { id: 'item', zh: '标题' },
  ],
  recognises: (header) =>
    hasAll(header, ['订单编号', '购买数量']) &&
    hasAny(header, ['外部系统编号', '套餐信息']) &&
    !hasAny(header, ['子订单编号']),
};

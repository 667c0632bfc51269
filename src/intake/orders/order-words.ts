// What platforms say of an order and of a refund, in lower case, with ASCII commas and without spaces
// (`plain_status` of order-tables.sql). Another word is listed and decides nothing.

/** A status as these lists have it. */
export function plainStatus(text: string): string {
  return text.trim().toLowerCase().replaceAll('，', ',').replaceAll(' ', '');
}

/** Statuses of an order that is not paid, whatever its time of payment says. */
export const UNPAID_STATUSES: readonly string[] = [
  '等待买家付款',
  '等待付款',
  '待付款',
  '待支付',
  '未付款',
  '未支付',
  'unpaid',
  'pendingpayment',
];

/** Statuses of an order that is completed: received, and nothing left to do. */
export const COMPLETED_STATUSES: readonly string[] = [
  '交易成功',
  '交易完成',
  '订单完成',
  '已完成',
  '完成',
  '已收货',
  'completed',
  'finished',
];

/** Statuses of an order that was closed, before or after it was paid. */
export const CLOSED_STATUSES: readonly string[] = [
  '交易关闭',
  '订单关闭',
  '已关闭',
  '关闭',
  '已取消',
  '取消',
  '订单取消',
  '交易取消',
  'closed',
  'cancelled',
  'canceled',
];

/** Statuses of an order that is paid and not sent yet, or not all of it. */
export const UNSENT_STATUSES: readonly string[] = [
  '买家已付款,等待卖家发货',
  '买家已付款',
  '卖家部分发货',
  '等待卖家发货',
  '等待出库',
  '等待发货',
  '已付款',
  '已支付',
  '待发货',
  '备货中',
  '部分发货',
  'paid',
];

/** Statuses of an order that was sent, and of which the buyer has not confirmed that it has come. */
export const SENT_STATUSES: readonly string[] = [
  '卖家已发货,等待买家确认',
  '卖家已发货',
  '等待买家确认收货',
  '等待确认收货',
  '等待收货',
  '已发货',
  '已发货,待收货',
  '已发货,待签收',
  '待收货',
  '待签收',
  '已签收',
  'shipped',
];

/** Statuses that only an order has that was paid, or that is paid on delivery. */
export const GOING_ON_STATUSES: readonly string[] = [
  ...COMPLETED_STATUSES,
  ...UNSENT_STATUSES,
  ...SENT_STATUSES,
];

export const ORDER_STATUSES: readonly string[] = [
  ...UNPAID_STATUSES,
  ...CLOSED_STATUSES,
  ...GOING_ON_STATUSES,
];

/** Statuses of a refund that was made. */
export const REFUNDED_STATUSES: readonly string[] = ['退款成功', '同意退款,退款成功', 'success'];

/** Statuses of a refund that was not made, or not yet; whatever begins with 等待 is one, too. */
export const NOT_REFUNDED_STATUSES: readonly string[] = [
  '退款关闭',
  '退款中',
  '没有申请退款',
  '无退款申请',
  '未申请退款',
  '卖家拒绝退款',
  '买家已经申请退款,等待卖家同意',
  '卖家已经同意退款,等待买家退货',
  '买家已经退货,等待卖家确认收货',
  '无售后或售后取消',
  '无售后',
  '售后取消',
  '售后关闭',
  '售后中',
  '售后处理中',
  '售后待处理',
  '售后已拒绝',
  '待退货',
  '待收退货',
  '待商家处理',
  '待买家处理',
  '待平台处理',
  '平台处理中',
  '换货成功',
  '补寄成功',
  'closed',
  'pending',
  'refunding',
  'rejected',
];

export const REFUND_STATUSES: readonly string[] = [...REFUNDED_STATUSES, ...NOT_REFUNDED_STATUSES];

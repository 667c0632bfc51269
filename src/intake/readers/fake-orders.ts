import type { Reader } from '../files/reader.js';
import { hasAny } from './marks.js';

/** Names of a column that only a list of fake orders has. */
const FAKE_NAMES = ['刷单', '补单'].flatMap((what) =>
  ['订单编号', '订单号', '编号', '单号'].map((number) => `${what}${number}`),
);

/** What shops write beside the number of a fake order. */
const MARKS = [
  '买手垫付金额',
  '商家支付总佣金',
  '佣金',
  '买手',
  '刷手',
  ...['刷单', '补单'].flatMap((what) =>
    ['日期', '时间', '金额', '佣金'].map((name) => what + name),
  ),
];

/** A shop's own list of fake orders (刷单, 补单): they are left out of sales. */
export const FAKE_ORDERS: Reader = {
  name: 'fake_orders',
  title: { zh: '刷单、补单名单', en: 'lists of fake orders' },
  kind: 'orders',
  layout: 'fake_orders',
  columns: [
    {
      id: 'order_id',
      zh: '淘宝订单编号',
      aliases: [...FAKE_NAMES, '订单编号', '订单号'],
      required: true,
    },
  ],
  recognises: (header) =>
    hasAny(header, FAKE_NAMES) ||
    (hasAny(header, ['淘宝订单编号', '订单编号', '订单号']) && hasAny(header, MARKS)),
};

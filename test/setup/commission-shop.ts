import { csv, type ShopFiles } from './shop.js';

/** A shop of 甲 and 乙 that pays 1 % of what each of them sold, by whatever figure of sales. */
export function commissionShop(sales = '销售额'): ShopFiles {
  return {
    'kpi.yaml': csv('shop: 小店', 'plans: {presales: {pay: [share]}}'),
    'agents.csv': csv('工号,姓名,岗位,账号', 'A01,甲,售前,小甲', 'A02,乙,售前,小乙'),
    'rules/share.yaml': csv(
      'id: share',
      'title: 提成',
      'kind: pay',
      'parameters: {rate: {value: 1%, title: 比例}}',
      'lines:',
      `  - {id: share, title: 提成, kind: earning, category: commission, formula: ${sales} × 比例, round: fen}`,
    ),
  };
}

/** The orders of a month: one of 小甲, so much paid. */
export function orderOf(month: string, paid: number): ShopFiles {
  return {
    [`${month}/orders.csv`]: csv(
      '订单编号,买家,创建时间,付款时间,实付金额,客服',
      `${month}-1,b1,${month}-02 10:00:00,${month}-02 10:05:00,${paid},小甲`,
    ),
  };
}

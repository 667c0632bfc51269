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

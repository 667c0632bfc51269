import { csv, type ShopFiles } from '../setup/shop.js';

const ORDERS = '订单编号,买家,创建时间,付款时间,实付金额,客服';

/** Orders of one month: for each agent's account the amounts, each of another buyer. */
export function orders(
  month: string,
  sold: Readonly<Record<string, readonly number[]>>,
): ShopFiles {
  const rows = Object.entries(sold).flatMap(([account, amounts]) =>
    amounts.map((amount, at) => {
      const order = `${month}-${account}-${at}`;
      return `${order},b${at},${month}-02 10:00:00,${month}-02 10:05:00,${amount},${account}`;
    }),
  );
  return { [`${month}/orders.csv`]: csv(ORDERS, ...rows) };
}

/** A score of 10 points per order, and pay that looks back in four ways. */
export const BOOKS: ShopFiles = {
  'rules/card.yaml': csv(
    'id: card',
    'title: 考核',
    'kind: scorecard',
    'total: 100',
    'items:',
    '  - {id: deals, title: 成交, full: 100, formula: 付款订单数 × 10}',
  ),
  'rules/back.yaml': csv(
    'id: back',
    'title: 往回看',
    'kind: pay',
    'parameters:',
    '  each: {value: 1, unit: yuan, title: 每分}',
    'lines:',
    '  - {id: share, title: 提成, kind: earning, category: commission, formula: 销售额 × 10%}',
    '  - {id: last_share, title: 上月提成, kind: earning, category: bonus, formula: 之前(line.share), undefined: 0}',
    '  - {id: last_score, title: 上月得分, kind: earning, category: bonus, formula: 之前(得分) × 每分, undefined: 0}',
    '  - {id: last_orders, title: 上月订单, kind: earning, category: bonus, formula: 之前(付款订单数) × 每分, undefined: 0}',
    '  - {id: run, title: 连续, kind: earning, category: bonus, formula: 连续(得分 >= 20) × 每分}',
    '  - {id: mean, title: 平均客单价, kind: earning, category: bonus, formula: "月均(客单价, 3)"}',
    '  - {id: sum, title: 累计, kind: earning, category: bonus, formula: "月累计(销售额, 3)"}',
  ),
};

export const CONFIG = ['shop: 小店', 'plans: {presales: {scores: [card], pay: [back]}}'];

/** Five months. 乙 begins in March. */
export const SHOP: ShopFiles = {
  'kpi.yaml': csv(...CONFIG, 'history: {assume: none}'),
  'agents.csv': csv(
    '工号,姓名,岗位,账号,入职日期',
    'A01,甲,售前,小甲,2025-01-01',
    'A02,乙,售前,小乙,2026-03-01',
  ),
  ...BOOKS,
  ...orders('2026-01', { 小甲: [40, 60] }),
  ...orders('2026-02', { 小甲: [200] }),
  ...orders('2026-03', { 小甲: [10, 20, 30], 小乙: [80] }),
  ...orders('2026-04', { 小甲: [100, 100], 小乙: [90, 30] }),
  ...orders('2026-05', { 小甲: [50, 50, 50], 小乙: [100, 200, 300] }),
};

import { orders } from '../e2e/months-shop.js';
import { csv, type ShopFiles } from '../setup/shop.js';

/** The shop of docs/months.md: 10 points per order, 10 % of sales, and 50 yuan for three good months running. */
export const MONTHS_SHOP: ShopFiles = {
  'kpi.yaml': csv(
    'shop: 小店',
    'plans: {presales: {scores: [card], pay: [share]}}',
    'history: {assume: none}',
  ),
  'agents.csv': csv('工号,姓名,岗位,账号', 'A01,林小月,售前,小月', 'A02,陈小星,售前,小星'),
  'rules/card.yaml': csv(
    'id: card',
    'title: 考核',
    'kind: scorecard',
    'total: 100',
    'items:',
    '  - {id: deals, title: 成交, full: 100, formula: 付款订单数 × 10}',
  ),
  'rules/share.yaml': csv(
    'id: share',
    'title: 提成',
    'kind: pay',
    'parameters: {steady: {value: 50, unit: yuan, title: 稳定奖金额}}',
    'lines:',
    '  - {id: share, title: 提成, kind: earning, category: commission, formula: 销售额 × 10%}',
    '  - {id: steady, title: 稳定奖, kind: earning, category: bonus, when: 连续(得分 >= 20) >= 3, formula: 稳定奖金额}',
  ),
  ...orders('2026-07', { 小月: [400, 200], 小星: [300] }),
  ...orders('2026-08', { 小月: [500, 100, 300], 小星: [200, 200] }),
  ...orders('2026-09', { 小月: [800, 400], 小星: [100, 500, 600] }),
};

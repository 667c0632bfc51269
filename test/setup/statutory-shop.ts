import { csv, type ShopFiles } from './shop.js';

const COLUMNS =
  '工号,姓名,岗位,入职日期,基本工资,保险,社保基数,公积金基数,公积金比例,参保地,减除方式,纳税身份';

/** Agents by what differs: agreed pay, base of both schemes, and the rest of the row. */
export function agreedAgent(
  id: string,
  hired: string,
  pay: number,
  base: string,
  rest = ',,,',
): string {
  const insurance = base === '' ? '无' : '参保';
  return `${id},${id},售前,${hired},${pay},${insurance},${base},${base},${rest}`;
}

/** A shop that pays what was agreed, less losses and fines, and an annual bonus. */
export function agreedShop(
  agents: readonly string[],
  files: ShopFiles = {},
  statutory = '',
): ShopFiles {
  return {
    'kpi.yaml': csv(
      'shop: 小店',
      'plans: {presales: {pay: [agreed]}}',
      `statutory: {place: shanghai, fund_rate: 7%, injury_rate: 0.2%${statutory}}`,
    ),
    'rules/agreed.yaml': csv(
      'id: agreed',
      'kind: pay',
      'events: {bonus: 年终奖金, loss: 损失, fine: 罚款}',
      'lines:',
      '  - {id: base, title: 底薪, kind: earning, category: base, formula: 约定工资}',
      '  - {id: bonus, title: 奖金, kind: earning, category: annual_bonus, formula: event.bonus.amount}',
      '  - {id: loss, title: 损失, kind: deduction, category: loss, formula: event.loss.amount}',
      '  - {id: fine, title: 罚款, kind: deduction, category: fine, formula: event.fine.amount}',
    ),
    'agents.csv': csv(COLUMNS, ...agents),
    ...files,
  };
}

/** A file of events with none in it. */
export const NO_EVENTS = csv('日期,工号,事项,金额');

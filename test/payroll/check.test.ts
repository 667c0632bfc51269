import { describe, expect, test } from 'vitest';
import { checkShop } from '../../src/payroll/calculate.js';
import { testRules } from '../../src/policy/rules.js';
import { monthNamed } from '../output/samples.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

const BASE = csv(
  'id: own',
  'kind: pay',
  'lines: [{id: own, title: 甲乙, kind: earning, category: base, formula: 2000}]',
);

const SHOP: ShopFiles = {
  'kpi.yaml': csv('shop: 小店', 'plans: {presales: {pay: [own]}}'),
  'agents.csv': csv('工号,姓名,岗位', 'A01,甲,售前'),
  'rules/own.yaml': BASE,
};

/** Everything that `kpi check` says, as `code file:line`. */
async function checked(files: ShopFiles, month?: string): Promise<readonly string[]> {
  const folder = writeShop({ ...SHOP, ...files });
  const asked = month === undefined ? undefined : monthNamed(month);
  const { problems } = await checkShop({ folder, month: asked });
  return problems.map(({ code, file, line }) => `${code} ${file}:${line}`);
}

describe('a rulebook that cannot be read', () => {
  const broken = { 'rules/own.yaml': BASE.replace('kind: pay', 'kid: pay') };

  test('is no unknown rulebook to the plan and to those that build on it', async () => {
    const more = {
      'kpi.yaml': csv(
        'shop: 小店',
        'plans: {presales: {pay: [own]}, vip: mine}',
        'set: {own.rate: 3}',
      ),
      'rules/mine.yaml': csv('id: mine', 'kind: plan', 'pay: [own, other]'),
      'rules/other.yaml': csv('id: other', 'kind: pay', 'extends: own'),
    };
    expect(await checked({ ...broken, ...more })).toEqual([
      expect.stringMatching(/^(missing|misspelt)-key rules\/own.yaml/),
      'plan-without-agents kpi.yaml:2',
    ]);
  });

  test('does not make wrong names of what it defines; others are told', async () => {
    const user = csv(
      'id: user',
      'kind: pay',
      'lines:',
      '  - {id: half, kind: earning, category: bonus, formula: line.own ÷ 2 + 甲乙}',
      '  - {id: odd, kind: earning, category: bonus, formula: 没有这个}',
    );
    expect(await checked({ ...broken, 'rules/user.yaml': user })).toEqual([
      expect.stringMatching(/^(missing|misspelt)-key rules\/own.yaml/),
      'unknown-name rules/user.yaml:5',
    ]);
  });

  test('shows its errors when its examples are to be run', async () => {
    const folder = writeShop({ ...SHOP, ...broken });
    const { problems } = await testRules({ folder, ids: ['own'] });
    expect(problems.map(({ file }) => file)).toEqual(['rules/own.yaml']);
  });
});

test('a rulebook that extends itself stands in a circle', async () => {
  const mine = csv('id: mine', 'kind: plan', 'extends: mine');
  expect(await checked({ 'rules/mine.yaml': mine })).toEqual([
    'circular-extends rules/mine.yaml:3',
  ]);
});

test('one wrong name of a rulebook does not hide what is wrong with parameters and targets', async () => {
  const files = {
    'kpi.yaml': csv(
      'shop: 小店',
      'plans: {presales: {scores: [flt], pay: [base_flat, goal]}}',
      'set:',
      '  base_flat.amout: 900',
      '  base_flat.amount: -5',
      '  monthly_bonus.amount: x',
    ),
    'rules/flat.yaml': csv(
      'id: flat',
      'kind: scorecard',
      'total: 5',
      'items: [{id: a, full: 5, formula: 5}]',
    ),
    'rules/goal.yaml': csv(
      'id: goal',
      'kind: pay',
      'lines: [{id: goal, kind: earning, category: bonus, when: 目标.team_sales > 5, formula: 得分 × 5}]',
    ),
    '2026-10/orders.csv': csv('订单编号,买家,创建时间,付款时间,实付金额'),
  };
  const wrong = [
    'misspelt-rulebook kpi.yaml:2',
    'misspelt-parameter kpi.yaml:4',
    'parameter-out-of-range kpi.yaml:5',
    'bad-parameter kpi.yaml:6',
  ];
  expect((await checked(files)).toSorted()).toEqual(wrong.toSorted());
  const repaired = files['kpi.yaml'].split('\n').slice(0, 2).join('\n');
  const found = await checked({ ...files, 'kpi.yaml': repaired }, '2026-10');
  expect(found).toContain('misspelt-rulebook kpi.yaml:2');
  expect(found.some((each) => each.startsWith('target-not-set kpi.yaml'))).toBe(true);
});

describe('roles', () => {
  test('without a plan are told whatever else is wrong with the roster', async () => {
    const agents = csv('工号,姓名,岗位,级别', 'A01,甲,售前,', 'A02,乙,售后,', 'A03,丙,售前,没有');
    const found = ['unknown-level agents.csv:4', 'role-without-plan agents.csv:3'];
    expect(await checked({ 'agents.csv': agents })).toEqual(found);
    const orders = csv('订单编号,买家,创建时间,付款时间,实付金额');
    const month = { 'agents.csv': agents, '2026-10/orders.csv': orders };
    expect(await checked(month, '2026-10')).toEqual(expect.arrayContaining(found));
  });

  test('of those who have left need no plan', async () => {
    const agents = csv('工号,姓名,岗位,离职日期', 'A01,甲,售前,', 'A02,乙,售后,2020-01-31');
    expect(await checked({ 'agents.csv': agents })).toEqual([]);
  });

  test('of plans are told when nobody has them', async () => {
    const config = csv('shop: 小店', 'plans:', '  presales: {pay: [own]}', '  vip: {pay: [own]}');
    expect(await checked({ 'kpi.yaml': config })).toEqual(['plan-without-agents kpi.yaml:4']);
  });

  test.each([
    ['presale', ['misspelt-role kpi.yaml:3']],
    ['售先', ['misspelt-role kpi.yaml:3']],
    ['财务总监', ['unknown-role kpi.yaml:3']],
    // A known role, be it without a plan; and one that agents have.
    ['售后', []],
    ['presales', []],
  ])('to be credited: %s', async (role, found) => {
    const config = csv(
      'shop: 小店',
      'plans: {presales: {pay: [own]}}',
      `metrics: {credit_roles: [${role}]}`,
    );
    expect(await checked({ 'kpi.yaml': config })).toEqual(found);
  });
});

test('a shipped book that does not fit into a plan is not at fault: the plan is named', async () => {
  const config = csv('shop: 小店', 'plans:', '  presales: {pay: [base_flat, performance_pay]}');
  expect(await checked({ 'kpi.yaml': config })).toEqual([
    'no-score rules/pay/performance_pay.yaml:19',
    'shipped-book-unfit kpi.yaml:3',
  ]);
});

test('a value outside of an open range is told its one end', async () => {
  const config = csv(
    'shop: 小店',
    'plans: {presales: {pay: [base_flat]}}',
    'set: {base_flat.amount: -5}',
  );
  const folder = writeShop({ ...SHOP, 'kpi.yaml': config });
  const { problems } = await checkShop({ folder, month: undefined });
  expect(problems[0]?.params.range).toEqual({ zh: '至少 0', en: 'at least 0' });
});

test('entries of a list are counted from 1', async () => {
  const folder = writeShop({
    ...SHOP,
    'rules/own.yaml': BASE.replace('kind: earning', 'kind: won'),
  });
  const { problems } = await checkShop({ folder, month: undefined });
  expect(problems[0]?.params.key).toBe('lines.1.kind');
});

import { describe, expect, it } from 'vitest';
import { kpi } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

/** A small shop that is right in every point; each test damages one thing. */
const SOUND: ShopFiles = {
  'kpi.yaml': csv(
    'shop: 小店',
    'plans: {presales: {scores: [], pay: [base_flat, commission_team_pool, conduct_taobao]}}',
    'metrics: {memo: prefer}',
  ),
  'agents.csv': csv('工号,姓名,岗位,账号', 'A01,甲,售前,小店:小甲', 'A02,乙,售前,小店:小乙'),
  '2026-10/orders.csv': csv(
    '订单编号,买家,创建时间,付款时间,实付金额',
    '1001,b1,2026-10-02 10:00:00,2026-10-02 10:01:00,80.00',
    '1002,b2,2026-10-03 10:00:00,2026-10-03 10:01:00,90.00',
  ),
  '2026-10/chats.csv': csv(
    '时间,客服,买家,发送方,内容',
    '2026-10-02 09:58:00,小店:小甲,b1,买家,在吗',
    '2026-10-02 09:58:20,小店:小甲,b1,客服,在的',
    '2026-10-02 09:58:40,小店:小甲,b1,买家,好',
  ),
  '2026-10/events.csv': csv('日期,工号,事项', '2026-10-05,A01,违规'),
};

interface Reported {
  readonly level: string;
  readonly code: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: string | number | null;
  readonly cell: string | null;
  readonly text: string;
  readonly remedy: string;
}

/** Runs calc and check on a damaged shop: calc prints nothing and ends with 1, check lists the errors. */
async function errorsOf(damage: ShopFiles, month = '2026-10'): Promise<readonly Reported[]> {
  const folder = writeShop({ ...SOUND, ...damage });
  const calc = await kpi(['calc', '-C', folder, '--month', month]);
  expect(calc).toMatchObject({ code: 1, out: '' });
  expect(calc.err).not.toBe('');
  const check = await kpi(['check', '-C', folder, '--month', month, '--format', 'json']);
  expect(check.code).toBe(1);
  const { problems } = JSON.parse(check.out) as { problems: readonly Reported[] };
  const errors = problems.filter(({ level }) => level === 'error');
  for (const { text, remedy } of errors) {
    expect(text).not.toBe('');
    expect(remedy).not.toBe('');
    expect(`${text}${remedy}`).not.toMatch(/\{\w+\}/);
  }
  return errors;
}

describe('damaged inputs', () => {
  it('none: the sound shop is paid', async () => {
    const run = await kpi(['calc', '-C', writeShop(SOUND), '--month', '2026-10', '--ids']);
    expect(run.code).toBe(0);
    expect(run.out.split('\n')[0]).toBe(
      'id,name,role,plan,score,rank,base,commission,violation,data_error_found,suggestion,gross,deductions,payable',
    );
    // 90 silent: 80 × 1.1 % + 90 ÷ 2 ÷ 2 × 1.1 % = 0.88 + 0.2475, to the yuan.
    expect(run.out.split('\n')[1]).toBe('A01,甲,presales,presales,,,800,1,10,0,0,801,10,791');
  });

  it('an unknown agent', async () => {
    const errors = await errorsOf({
      '2026-10/events.csv': csv('日期,工号,事项', '2026-10-05,A01,违规', '2026-10-06,A09,违规'),
    });
    expect(errors).toMatchObject([
      { code: 'unknown-agent', file: '2026-10/events.csv', line: 3, column: '工号', cell: 'A09' },
    ]);
  });

  it('a bad amount', async () => {
    const errors = await errorsOf({
      '2026-10/orders.csv': csv(
        '订单编号,买家,创建时间,付款时间,实付金额',
        '1001,b1,2026-10-02 10:00:00,2026-10-02 10:01:00,80.00',
        '1002,b2,2026-10-03 10:00:00,2026-10-03 10:01:00,九十',
      ),
    });
    expect(errors).toMatchObject([
      { code: 'bad-amount', file: '2026-10/orders.csv', line: 3, column: '实付金额', cell: '九十' },
    ]);
  });

  it('a bad date', async () => {
    const errors = await errorsOf({
      '2026-10/events.csv': csv('日期,工号,事项', '2026-10-35,A01,违规'),
    });
    expect(errors).toMatchObject([
      { code: 'bad-date', file: '2026-10/events.csv', line: 2, column: '日期', cell: '2026-10-35' },
    ]);
  });

  it('a missing column', async () => {
    const errors = await errorsOf({
      '2026-10/orders.csv': csv(
        '订单编号,买家,创建时间,付款时间',
        '1001,b1,2026-10-02 10:00,2026-10-02 10:01',
      ),
    });
    expect(errors).toMatchObject([{ code: 'missing-column', file: '2026-10/orders.csv', line: 1 }]);
    expect(errors[0]?.text).toContain('实付金额');
  });

  it('a missing file that a rule needs', async () => {
    const errors = await errorsOf({
      'kpi.yaml': csv(
        'shop: 小店',
        'plans: {presales: {scores: [], pay: [base_flat, full_attendance, conduct_taobao]}}',
      ),
    });
    expect(errors).toMatchObject([{ code: 'metric-without-file', file: '2026-10/attendance.csv' }]);
  });

  it('a file of another month', async () => {
    const errors = await errorsOf({
      '2026-10/events.csv': csv('日期,工号,事项', '2026-09-05,A01,违规'),
    });
    expect(errors).toMatchObject([{ code: 'wrong-month', file: '2026-10/events.csv' }]);
  });

  it('a month without a folder', async () => {
    const errors = await errorsOf({}, '2026-11');
    expect(errors.map(({ code }) => code)).toEqual(['missing-month']);
  });

  it('an encoding that is none', async () => {
    const broken = Buffer.concat([
      Buffer.from('日期,工号,事项\n2026-10-05,A01,', 'utf8'),
      Buffer.from([0xff, 0xff, 0x80, 0x0a]),
    ]);
    const errors = await errorsOf({ '2026-10/events.csv': broken });
    expect(errors).toMatchObject([{ code: 'bad-encoding', file: '2026-10/events.csv' }]);
  });

  it('kpi.yaml with a misspelt key', async () => {
    const errors = await errorsOf({
      'kpi.yaml': csv('shop: 小店', 'plan:', '  presales: classic'),
    });
    expect(errors).toMatchObject([{ code: 'misspelt-key', file: 'kpi.yaml', line: 2, column: 1 }]);
    expect(errors[0]?.remedy).toContain('plans');
  });

  it('a rulebook with a circular reference', async () => {
    const errors = await errorsOf({
      'kpi.yaml': csv('shop: 小店', 'plans: {presales: {scores: [], pay: [circle]}}'),
      '2026-10/events.csv': csv('日期,工号,事项'),
      'rules/circle.yaml': csv(
        'id: circle',
        'kind: pay',
        'lines:',
        '  - {id: first, kind: earning, category: bonus, formula: second × 2}',
        '  - {id: second, kind: earning, category: bonus, formula: first + 1}',
      ),
    });
    expect(errors).toMatchObject([
      { code: 'circular-reference', file: 'rules/circle.yaml', line: 4 },
    ]);
    expect(errors[0]?.text).toContain(
      'first (rules/circle.yaml:4) → second (rules/circle.yaml:5) → first (rules/circle.yaml:4)',
    );
  });

  it('several things at once are all reported in one run', async () => {
    const errors = await errorsOf({
      'agents.csv': csv('工号,姓名,岗位,账号', 'A01,甲,售前,小店:小甲', 'A02,乙,售前,小店:小甲'),
      '2026-10/orders.csv': csv(
        '订单编号,买家,创建时间,付款时间,实付金额',
        '4.1E+18,b1,2026-10-02 10:00:00,2026-10-02 10:01:00,80.00',
        '1002,b2,十月三日,2026-10-03 10:01:00,abc',
      ),
      '2026-10/events.csv': csv('日期,工号,事项', '2026-10-05,A77,违规', '2026-10-05,A01,迟倒'),
      'rules/mine.yaml': csv(
        'id: mine',
        'kind: pay',
        'lines:',
        '  - {id: x, kind: earning, category: bonus, formula: 销售额 + 平均响应时间}',
      ),
    });
    const codes = errors.map(({ code }) => code);
    expect(codes).toContain('mixed-types');
    expect(errors.find(({ code }) => code === 'mixed-types')).toMatchObject({
      file: 'rules/mine.yaml',
      line: 4,
    });
    expect(errors.some(({ file }) => file === 'agents.csv')).toBe(true);
  });

  it('a negative payable names the lines', async () => {
    const errors = await errorsOf({
      'kpi.yaml': csv('shop: 小店', 'plans: {presales: {scores: [], pay: [conduct_taobao]}}'),
    });
    expect(errors).toMatchObject([
      { code: 'negative-pay', file: 'rules/pay/conduct_taobao.yaml', cell: null },
    ]);
    expect(errors[0]?.text).toContain('违规罚款 10');
  });

  it('a negative line is told where its rule is, and what follows from it is not told again', async () => {
    const errors = await errorsOf({
      'kpi.yaml': csv('shop: 小店', 'plans: {presales: {scores: [], pay: [mine]}}'),
      '2026-10/events.csv': csv('日期,工号,事项'),
      'rules/mine.yaml': csv(
        'id: mine',
        'kind: pay',
        'lines:',
        '  - {id: x, title: 奖金, kind: earning, category: bonus, formula: 0 − 5}',
      ),
    });
    const place = { code: 'negative-line', file: 'rules/mine.yaml', line: 4 };
    expect(errors).toMatchObject([
      { ...place, text: 'A01 的“奖金”是负数 -5' },
      { ...place, text: 'A02 的“奖金”是负数 -5' },
    ]);
  });

  it('a bad cell does not hide what the policy lacks, and nothing follows from the cell', async () => {
    const errors = await errorsOf({
      'kpi.yaml': csv('shop: 小店', 'plans: {presales: {scores: [], pay: [mine]}}'),
      '2026-10/events.csv': csv('日期,工号,事项'),
      '2026-10/orders.csv': csv(
        '订单编号,买家,创建时间,付款时间,实付金额',
        '1001,b1,2026-10-02 10:00:00,2026-10-02 10:01:00,九十',
      ),
      'rules/mine.yaml': csv(
        'id: mine',
        'kind: pay',
        'lines:',
        '  - {id: x, title: 奖金, kind: earning, category: bonus, formula: 销售额 × 1%, when: [销售额 > target.team_sales]}',
        '  - {id: y, title: 提成, kind: earning, category: bonus, formula: 销售额 ÷ 付款订单数 × rating.quality}',
        'ratings: {quality: 素质}',
      ),
    });
    expect(errors.map(({ code, file }) => `${code} ${file}`).sort()).toEqual([
      'bad-amount 2026-10/orders.csv',
      // No file of ratings is there, whatever the orders say.
      'ratings-without-file 2026-10/ratings.csv',
      'target-not-set kpi.yaml',
    ]);
  });

  it('what contradicts itself is shown with both places', async () => {
    const errors = await errorsOf({
      'kpi.yaml': csv('shop: 小店', 'plans: {presales: {pay: [base_flat, mine, base_flat]}}'),
      'rules/mine.yaml': csv(
        'id: mine',
        'kind: pay',
        'lines:',
        '  - {id: base, title: 另一份底薪, kind: earning, category: base, formula: 比例}',
        '  - id: bonus',
        '    kind: earning',
        '    category: bonus',
        '    bands: {of: 销售额, table: [{to: 9, amount: 1}, {to: 5, amount: 2}, {amount: 3}]}',
        'parameters:',
        '  rate: {title: 比例, value: 1}',
        '  share: {title: 比例, value: 2}',
      ),
      'rules/twice.yaml': csv('id: twice', 'kind: pay', 'id: again'),
    });
    const reported = errors.map(({ code, file, line, text }) => `${code} ${file}:${line} ${text}`);
    expect(reported).toEqual(
      expect.arrayContaining([
        'book-twice kpi.yaml:2 方案“售前”里“base_flat”列了两次',
        'ambiguous-name rules/mine.yaml:4 “比例”有几个意思：参数.rate (rules/mine.yaml:10)、参数.share (rules/mine.yaml:11)',
        'unordered-bands rules/mine.yaml:8 分档没有按顺序：5 排在第 1 行的 9 之后',
        'line-twice rules/mine.yaml:4 同一方案里有两个“base”：另一个在 rules/pay/base_flat.yaml:16',
        'duplicate-key rules/twice.yaml:3 同一个键写了两次：id (rules/twice.yaml:1)',
      ]),
    );
  });

  it('a division by 0 names the rule and what was 0', async () => {
    const errors = await errorsOf({
      'kpi.yaml': csv('shop: 小店', 'plans: {presales: {scores: [], pay: [mine]}}'),
      '2026-10/events.csv': csv('日期,工号,事项'),
      'rules/mine.yaml': csv(
        'id: mine',
        'kind: pay',
        'lines:',
        '  - id: x',
        '    title: 奖金',
        '    kind: earning',
        '    category: bonus',
        '    formula: 100 + 200 ÷ event.none',
        'events: {none: 从没有过}',
      ),
    });
    const place = { code: 'undefined-value', file: 'rules/mine.yaml', line: 8, column: 14 };
    expect(errors).toMatchObject([
      { ...place, text: 'A01 的“奖金”算不出来：除以了“从没有过”，它是 0' },
      { ...place, text: 'A02 的“奖金”算不出来：除以了“从没有过”，它是 0' },
    ]);
  });
});

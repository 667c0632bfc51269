import { describe, expect, it } from 'vitest';
import { amountOf, paidAgents } from '../setup/paid.js';
import { kpi } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

/** A shop whose day begins at 04:00 and whose own rulebook pays by the day. */
const SHOP: ShopFiles = {
  'kpi.yaml': csv(
    'shop: 小店',
    'plans: {presales: {pay: [own]}}',
    'metrics: {memo: only, day_starts_at: "04:00"}',
  ),
  'rules/own.yaml': csv(
    'id: own',
    'kind: pay',
    'parameters:',
    '  每天: {value: 5, unit: yuan}',
    'lines:',
    '  - {id: slow, title: 回复慢, kind: deduction, category: fine, formula: 每天 × 符合天数(平均响应时间 > 60)}',
    '  - {id: busy, title: 旺日, kind: earning, category: bonus, formula: 每天 × 符合天数(销售额 > 300)}',
    '  - {id: idle, title: 空日, kind: earning, category: bonus, formula: 每天 × 符合天数(销售额 = 0)}',
    '  - {id: team, title: 全队, kind: earning, category: bonus, formula: 每天 × 团队合计(符合天数(销售额 > 300))}',
    'examples:',
    '  - given: {by_day: [{平均响应时间: 61, 销售额: 301}, {平均响应时间: 60, 销售额: 0}]}',
    '    expect: {slow: 5, busy: 5, idle: 5, team: 5}',
  ),
  'agents.csv': csv('工号,姓名,岗位,账号', 'A01,甲,售前,小甲', 'A02,乙,售前,小乙'),
  '2026-10/chats.csv': csv(
    '时间,客服,买家,发送方,内容',
    // 90 seconds.
    '2026-10-01 10:00:00,小甲,b1,买家,在吗',
    '2026-10-01 10:01:30,小甲,b1,客服,在',
    // 60 seconds.
    '2026-10-02 10:00:00,小甲,b2,买家,在吗',
    '2026-10-02 10:01:00,小甲,b2,客服,在',
    // 120 and 20 seconds: 70 in the mean.
    '2026-10-03 10:00:00,小甲,b3,买家,在吗',
    '2026-10-03 10:02:00,小甲,b3,客服,在',
    '2026-10-03 11:00:00,小甲,b4,买家,在吗',
    '2026-10-03 11:00:20,小甲,b4,客服,在',
    // Nobody answered: neither a day of work nor a reply time.
    '2026-10-04 10:00:00,小甲,b5,买家,在吗',
  ),
  '2026-10/orders.csv': csv(
    '订单编号,买家,创建时间,付款时间,实付金额,备注',
    // 400 on the 1st, whose business day ends at 04:00.
    '1,c1,2026-10-01 12:00:00,2026-10-01 12:00:00,200,A01',
    '2,c2,2026-10-02 01:00:00,2026-10-02 03:59:59,200,A01',
    '3,c3,2026-10-02 04:00:00,2026-10-02 04:00:00,300,A01',
    // On a day off.
    '4,c4,2026-10-05 12:00:00,2026-10-05 12:00:00,500,A01',
    '5,c5,2026-10-06 12:00:00,2026-10-06 12:00:00,301,A02',
  ),
};

describe('a shop that pays by the day', () => {
  it('pays each day on which a condition holds', async () => {
    const agents = await paidAgents(writeShop(SHOP));
    // The 1st (90 s) and the 3rd (70 s); the 2nd has 60 s exactly.
    expect(amountOf(agents, 'A01', 'slow')).toBe(10);
    // The 1st (400) and the 5th (500), though it was a day off.
    expect(amountOf(agents, 'A01', 'busy')).toBe(10);
    // Of the days on which the agent wrote to buyers only the 3rd is without sales.
    expect(amountOf(agents, 'A01', 'idle')).toBe(5);
    expect(amountOf(agents, 'A02', 'slow')).toBe(0);
    expect(amountOf(agents, 'A02', 'busy')).toBe(5);
    expect(amountOf(agents, 'A02', 'idle')).toBe(0);
    // Three days in all.
    expect(amountOf(agents, 'A01', 'team')).toBe(15);
    expect(amountOf(agents, 'A02', 'team')).toBe(15);
  });

  it('lists the days, those that held and those that did not, each with its figure and the bound', async () => {
    const folder = writeShop(SHOP);
    const { out } = await kpi(['explain', 'A01', 'slow', '-C', folder, '--month', '2026-10']);
    expect(out).toContain('公式：每天 × 符合天数(平均响应时间 > 60)');
    expect(out).toContain('3 天中 2 天成立');
    const days = out.split('\n').filter((line) => line.includes('2026-10-'));
    expect(days.map((line) => line.trim())).toEqual([
      '✓ 2026-10-01：90 > 60',
      '✗ 2026-10-02：60 > 60，差 0 秒',
      '✓ 2026-10-03：70 > 60',
    ]);
  });

  it('says how the condition reads where no day is there to hold', async () => {
    const folder = writeShop(SHOP);
    const { out } = await kpi(['explain', 'A02', 'slow', '-C', folder, '--month', '2026-10']);
    expect(out).toContain('公式：每天 × 符合天数(平均响应时间 > 60)');
    expect(out).toContain('0 天中 0 天成立');
    expect(out).not.toContain('2026-10-0');
  });

  it('lists the rows behind a condition that held on no day', async () => {
    const swift = csv(
      '时间,客服,买家,发送方,内容',
      '2026-10-02 10:00:00,小甲,b2,买家,在吗',
      '2026-10-02 10:01:00,小甲,b2,客服,在',
    );
    const folder = writeShop({ ...SHOP, '2026-10/chats.csv': swift });
    const asked = ['explain', 'A01', 'slow', '-C', folder, '--month', '2026-10', '--rows'];
    const { out } = await kpi(asked);
    expect(out).toContain('1 天中 0 天成立');
    expect(out).toContain('✗ 2026-10-02：60 > 60，差 0 秒');
    expect(out).toContain('2026-10/chats.csv 第 2 行');
  });

  it('prints the rule in words and runs its examples', async () => {
    const folder = writeShop(SHOP);
    const { out } = await kpi(['rules', 'show', 'own', '-C', folder]);
    expect(out).toContain('符合天数(平均响应时间 > 60)');
    const test = await kpi(['rules', 'test', 'own', '-C', folder]);
    expect(test.code, test.out + test.err).toBe(0);
  });

  it('counts the days of people: present, late, on leave, with a complaint, with an event', async () => {
    const folder = writeShop({
      'kpi.yaml': csv('shop: 小店', 'plans: {presales: {pay: [own]}}'),
      'rules/own.yaml': csv(
        'id: own',
        'kind: pay',
        'events: {violation: 违规}',
        'parameters: {每天: {value: 5, unit: yuan}}',
        'lines:',
        '  - {id: punctual, title: 准时, kind: earning, category: bonus, formula: 每天 × 符合天数(迟到 = 0)}',
        '  - {id: calm, title: 无投诉, kind: earning, category: bonus, formula: 每天 × 符合天数(投诉 = 0)}',
        '  - {id: away, title: 请假, kind: deduction, category: fine, formula: 每天 × 符合天数(请假 > 0)}',
        '  - {id: broken, title: 违规, kind: deduction, category: fine, formula: 每天 × 符合天数(事项.违规 > 1)}',
      ),
      'agents.csv': csv('工号,姓名,岗位', 'A01,甲,售前', 'A02,乙,售前'),
      '2026-10/attendance.csv': csv(
        '日期,工号,类型,天数',
        '2026-10-01,A01,出勤,1',
        '2026-10-02,A01,出勤,1',
        '2026-10-02,A01,迟到,',
        '2026-10-03,A01,请假,1',
        '2026-10-05,A01,出勤,0.5',
        '2026-10-06,A01,出勤,1',
      ),
      '2026-10/complaints.csv': csv('日期,工号,类型', '2026-10-02,A01,投诉', '2026-10-04,A01,投诉'),
      '2026-10/events.csv': csv(
        '日期,工号,事项,次数',
        '2026-10-03,A01,违规,1',
        '2026-10-06,A01,违规,1',
        '2026-10-06,A01,违规,1',
      ),
    });
    const agents = await paidAgents(folder);
    // Present on the 1st, 2nd, 5th and 6th, late on the 2nd; the 3rd was leave.
    expect(amountOf(agents, 'A01', 'punctual')).toBe(15);
    // A complaint on the 2nd and, on a day off, on the 4th.
    expect(amountOf(agents, 'A01', 'calm')).toBe(15);
    expect(amountOf(agents, 'A01', 'away')).toBe(5);
    // Two rows on the 6th, one on the 3rd.
    expect(amountOf(agents, 'A01', 'broken')).toBe(5);
    expect(amountOf(agents, 'A02', 'punctual')).toBe(0);
  });

  it('does not take a whole month for a day', async () => {
    const imported = { '2026-10/metrics.csv': csv('工号,指标,值', 'A01,平均响应时间,80') };
    const { code, err, out } = await kpi([
      'check',
      '-C',
      writeShop({ ...SHOP, ...imported }),
      '--month',
      '2026-10',
    ]);
    expect([code, err + out]).toEqual([1, expect.stringContaining('import-without-days')]);
  });
});

it('says which attendance would tell the days that were worked', async () => {
  const { 'kpi.yaml': config = '', 'agents.csv': roster = '', ...rest } = SHOP;
  const shop = writeShop({
    'kpi.yaml': config,
    'agents.csv': roster,
    'rules/own.yaml': csv(
      'id: own',
      'kind: pay',
      'lines:',
      '  - {id: idle, title: 空日, kind: earning, category: bonus, formula: 5 × 符合天数(销售额 = 0)}',
    ),
    '2026-10/orders.csv': rest['2026-10/orders.csv'] ?? '',
    // By event, but nobody is written down as present.
    '2026-10/attendance.csv': csv('日期,工号,类型', '2026-10-08,A01,迟到'),
  });
  const run = await kpi(['calc', '-C', shop, '--month', '2026-10']);
  expect(run).toMatchObject({ code: 1, out: '' });
  expect(run.err).toContain('days-worked-unknown');
  expect(run.err).toContain('也没有写着“出勤”的逐条考勤');
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { close } from '../setup/closed.js';
import { amountOf, paidAgents } from '../setup/paid.js';
import { kpi } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

/** A shop whose agents rise from 星级 over 黄钻 (id gold) to 皇冠. */
const LEVELS = 'levels: [星级, {id: gold, title: {zh: 黄钻, en: Gold}}, 皇冠]';

const BOOK = csv(
  'id: ranks',
  'kind: pay',
  'parameters:',
  '  grade_pay: {title: 等级底薪, unit: yuan, by: level, value: {星级: 1300, 黄钻: 1500, 皇冠: 1600}}',
  'lines:',
  '  - {id: base, title: 底薪, kind: earning, category: base, formula: 等级底薪}',
  '  - {id: upper, title: 高级津贴, kind: earning, category: allowance, when: 级别 >= "黄钻", formula: 200}',
  '  - {id: gold, title: 黄钻奖, kind: earning, category: bonus, when: 级别 = "gold", formula: 50}',
);

function shop(changes: ShopFiles = {}): ShopFiles {
  return {
    'kpi.yaml': csv('shop: 小店', LEVELS, 'plans: {presales: {scores: [], pay: [ranks]}}'),
    'rules/ranks.yaml': BOOK,
    'agents.csv': csv(
      '工号,姓名,岗位,级别',
      'A,甲,售前,星级',
      'B,乙,售前,黄钻',
      'C,丙,售前,GOLD',
      'D,丁,售前,皇冠',
    ),
    '2026-10/metrics.csv': csv('工号,销售额', 'A,1', 'B,1', 'C,1', 'D,1'),
    ...changes,
  };
}

async function check(files: ShopFiles, ...options: readonly string[]): Promise<string> {
  const { out } = await kpi(['check', '--format', 'csv', ...options], { cwd: writeShop(files) });
  return out;
}

it('pays by the levels that a shop names itself, which go from low to high', async () => {
  const agents = await paidAgents(writeShop(shop()));
  const paid = (line: string) => ['A', 'B', 'C', 'D'].map((id) => amountOf(agents, id, line));
  // By the table: 星级 1300, 黄钻 1500 (whether it is written by title or id), 皇冠 1600.
  expect(paid('base')).toEqual([1300, 1500, 1500, 1600]);
  // 黄钻 and what stands after it in `levels`.
  expect(paid('upper')).toEqual([null, 200, 200, 200]);
  expect(paid('gold')).toEqual([null, 50, 50, null]);
});

it('orders the levels that ship, too: 初级, 中级, 高级, 资深', async () => {
  const agents = await paidAgents(
    writeShop({
      'kpi.yaml': csv('shop: 小店', 'plans: {presales: {scores: [], pay: [upper]}}'),
      'rules/upper.yaml': csv(
        'id: upper',
        'kind: pay',
        'lines:',
        '  - {id: upper, title: 津贴, kind: earning, category: allowance, formula: \'如果("高级" <= 级别, 300, 100)\'}',
      ),
      'agents.csv': csv(
        '工号,姓名,岗位,级别',
        'A,甲,售前,初级',
        'B,乙,售前,中级',
        'C,丙,售前,高级',
        'D,丁,售前,expert',
      ),
      '2026-10/metrics.csv': csv('工号,销售额', 'A,1', 'B,1', 'C,1', 'D,1'),
    }),
  );
  const paid = ['A', 'B', 'C', 'D'].map((id) => amountOf(agents, id, 'upper'));
  expect(paid).toEqual([100, 100, 300, 300]);
});

it('tells of a level that the shop does not have, in roster, table and formula', async () => {
  const reported = await check(
    shop({
      'agents.csv': csv('工号,姓名,岗位,级别', 'A,甲,售前,皇寇', 'B,乙,售前,高级'),
      'rules/ranks.yaml': BOOK.replace('皇冠: 1600', '王冠: 1600').replace('>= "黄钻"', '> "钻石"'),
    }),
  );
  expect(reported).toContain(
    '错误,misspelt-level,agents.csv,2,级别,皇寇,没有级别“皇寇”,是否想写“皇冠”？可以写的：皇冠、星级、黄钻；',
  );
  expect(reported).toContain('级别,高级,没有级别“高级”');
  expect(reported).toContain('错误,misspelt-level,rules/ranks.yaml,4,');
  expect(reported).toContain('没有级别“王冠”,是否想写“皇冠”？');
  expect(reported).toMatch(/错误,(unknown|misspelt)-level,rules\/ranks\.yaml,7,.*没有级别“钻石”/);
});

it('tells of a level that a table by level leaves out, and pays whom it does not concern', async () => {
  const files = shop({ 'rules/ranks.yaml': BOOK.replace(', 皇冠: 1600', '') });
  expect(await check(files)).toContain(
    '警告,level-without-row,rules/ranks.yaml,4,58,,参数 ranks.grade_pay 按级别取值，没有写这些级别：皇冠,',
  );
  // D is 皇冠: what it is paid is not known.
  const month = await check(files, '--month', '2026-10');
  expect(month).toContain('错误,row-not-set,');
  const without = shop({
    ...files,
    'agents.csv': csv('工号,姓名,岗位,级别', 'A,甲,售前,星级'),
    '2026-10/metrics.csv': csv('工号,销售额', 'A,1'),
  });
  expect(amountOf(await paidAgents(writeShop(without)), 'A', 'base')).toBe(1300);
});

it('tells of levels that are named alike', async () => {
  const named = (levels: string) =>
    check(shop({ 'kpi.yaml': csv('shop: 小店', levels, 'plans: {presales: {pay: [ranks]}}') }));
  expect(await named('levels: [星级, {id: gold, title: 黄钻}, 皇冠, Gold]')).toContain(
    '错误,repeated-level,kpi.yaml,2,41,Gold,levels 里的“Gold”与前面的级别重名,',
  );
  expect(await named('levels: 星级')).toContain('错误,bad-value,kpi.yaml,2,9,星级,');
  // Nothing is told that may follow from what cannot be read.
  expect(await named('levels: 星级')).not.toContain('unknown-level');
});

it('takes the shipped books that go by level for the shop’s own levels', async () => {
  const files = shop({
    'kpi.yaml': csv(
      'shop: 小店',
      LEVELS,
      'plans: {presales: {scores: [points], pay: [base_by_level], notices: [levels]}}',
      'set:',
      '  base_by_level.amounts: {星级: 1300, gold: 1500, 皇冠: 1600}',
    ),
    'rules/points.yaml': csv(
      'id: points',
      'kind: scorecard',
      'total: 100',
      'items: [{id: sold, title: 成交, full: 100, formula: 90}]',
    ),
  });
  const folder = writeShop(files);
  const agents = await paidAgents(folder);
  expect(['A', 'B', 'C', 'D'].map((id) => amountOf(agents, id, 'base'))).toEqual([
    1300, 1500, 1500, 1600,
  ]);
  // What `levels` says of 初级 and 高级 is no slip of a shop that has none.
  const checked = await kpi(['check'], { cwd: folder });
  expect([checked.code, `${checked.out}${checked.err}`]).toEqual([
    0,
    expect.not.stringMatching(/word|初级/),
  ]);
  const tested = await kpi(['rules', 'test', 'base_by_level', 'levels', 'post_performance'], {
    cwd: folder,
  });
  expect(tested.code).toBe(0);
});

it('keeps in a closed month the levels with which it was closed', async () => {
  const folder = writeShop(shop());
  await close(folder, '2026-10');
  const renamed = shop({
    'kpi.yaml': csv('shop: 小店', 'levels: [见习, 正式]', 'plans: {presales: {pay: [ranks]}}'),
    'rules/ranks.yaml': csv(
      'id: ranks',
      'kind: pay',
      'lines:',
      '  - {id: base, title: 底薪, kind: earning, category: base, when: 级别 >= "正式", formula: 2000}',
    ),
    'agents.csv': csv('工号,姓名,岗位,级别', 'A,甲,售前,见习'),
  });
  const later = writeShop(
    { ...renamed, 'closed/2026-10.json': readFileSync(join(folder, 'closed/2026-10.json')) },
    'later',
  );
  const explained = await kpi(['explain', 'B', 'base', '--month', '2026-10'], { cwd: later });
  expect(explained.out).toContain('1,500.00');
  const verified = await kpi(['verify', '--month', '2026-10'], { cwd: folder });
  expect(verified.code).toBe(0);
});

it('names who may rise to the next of the shop’s own levels', async () => {
  const folder = writeShop(
    shop({
      'kpi.yaml': csv(
        'shop: 小店',
        LEVELS,
        'plans: {presales: {scores: [], pay: [ranks], notices: [rises]}}',
      ),
      'rules/rises.yaml': csv(
        'id: rises',
        'kind: notices',
        'define:',
        '  months: {title: 任级月数, unit: months, formula: "整月数(任级日期, 加天数(月末, 1))"}',
        'notices:',
        '  - id: may_rise',
        '    title: 可升一级',
        '    level: info',
        '    when: [级别 < "皇冠", 任级月数 >= 3, 销售额 >= 1000]',
        '    text: 任{级别} {任级月数}，可升一级',
      ),
      // To the end of October A has three full months, B two; C has sold too little, and D cannot rise.
      'agents.csv': csv(
        '工号,姓名,岗位,级别,定级日期',
        'A,甲,售前,星级,2026-08-01',
        'B,乙,售前,黄钻,2026-08-02',
        'C,丙,售前,gold,2026-01-01',
        'D,丁,售前,皇冠,2026-01-01',
      ),
      '2026-10/metrics.csv': csv('工号,销售额', 'A,1000', 'B,1000', 'C,999', 'D,5000'),
    }),
  );
  const { code, out } = await kpi(['notices', '--month', '2026-10', '--format', 'csv'], {
    cwd: folder,
  });
  expect(code).toBe(0);
  expect(out.match(/^.*可升一级$/gm)).toEqual([expect.stringContaining('任星级 3 个月，可升一级')]);
  expect(out).toContain('甲');
});

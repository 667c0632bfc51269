import { describe, expect, it } from 'vitest';
import { kpi } from '../setup/program.js';
import { writeShop } from '../setup/shop.js';

/** What check says of settings that nobody has decided, in a shop of these plans and settings. */
async function undecided(plans: string, metrics = '{}', rules = {}): Promise<readonly string[]> {
  const cwd = writeShop({
    'kpi.yaml': `shop: 小店\nplans: {presales: ${plans}}\nmetrics: ${metrics}\n`,
    'agents.csv': '工号,姓名,岗位,账号\nA01,甲,售前,小甲\n',
    ...rules,
  });
  const { out } = await kpi(['check', '--format', 'json'], { cwd });
  const { problems } = JSON.parse(out);
  return problems.flatMap(({ code, level, text }: Record<string, string>) =>
    code === 'setting-undecided' ? [`${level}: ${text}`] : [],
  );
}

describe('a plan that pays by memo, in a shop that has not decided what of memos counts', () => {
  it('is told with the rulebook and each setting', async () => {
    expect(await undecided('fashion')).toEqual(
      ['memo', 'memo_flag'].map((setting) =>
        expect.stringMatching(
          new RegExp(`^warning: 方案里的“.+”按备注算订单归谁，而 metrics 里没有写 ${setting}，`),
        ),
      ),
    );
    expect(await undecided('{pay: [base_flat, conduct_taobao]}', '{memo: prefer}')).toEqual([
      'warning: 方案里的“行为规范（淘宝客服）”按备注算订单归谁，而 metrics 里没有写 memo_flag，现在按默认值',
    ]);
  });

  it('is fine once they are written, whatever they are, and a flag needs no memo that counts', async () => {
    expect(await undecided('fashion', '{memo: prefer, memo_flag: any}')).toEqual([]);
    expect(await undecided('fashion', '{memo: only, memo_flag: [red]}')).toEqual([]);
    expect(await undecided('fashion', '{memo: off}')).toEqual([]);
  });

  it('is not told of a setting that is there and could not be read', async () => {
    expect(await undecided('fashion', '{memo: prefered, memo_flag: any}')).toEqual([]);
  });

  it('is a plan of any rulebook that says so, one that builds on it too', async () => {
    const own = (text: string) => ({ 'rules/own.yaml': `id: own\nkind: pay\n${text}\n` });
    const plan = '{pay: [base_flat, own]}';
    expect(await undecided('{pay: [base_flat]}')).toEqual([]);
    expect(await undecided(plan, '{}', own('settings: [memo]'))).toHaveLength(1);
    expect(await undecided(plan, '{}', own('extends: conduct_taobao'))).toHaveLength(2);
  });
});

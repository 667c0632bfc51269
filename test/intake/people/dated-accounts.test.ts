import { describe, expect, it } from 'vitest';
import type { ShopFiles } from '../../setup/shop.js';
import { brief, readOctober } from '../world.js';

/** 小甲 is 甲's up to the 15th, 乙's from the 16th to the 20th, and then nobody's. Days begin at 4 o'clock. */
const HANDED_OVER: ShopFiles = {
  'kpi.yaml': 'shop: 小店\nmetrics: {day_starts_at: "04:00"}\n',
  'agents.csv':
    '工号,姓名,岗位,账号\nA01,甲,售前,小甲[..2026-10-15]\nA02,乙,售前,小乙；小甲【2026/10/16 至 2026年10月20日】\n',
};

const seconds = (time: string) => Date.parse(`${time.replace(' ', 'T')}Z`) / 1000;

describe('an account that was handed over', () => {
  it('is in chats whose it was on the business day, in the order of the rows', async () => {
    const world = await readOctober({
      ...HANDED_OVER,
      '2026-10/chats.csv': `时间,客服,买家,发送方,内容
2026-10-15 23:59:50,小甲,b1,买家,在吗
2026-10-16 00:10:00,小甲,b1,客服,在
2026-10-16 10:00:00,旗舰店：小甲,b2,买家,在吗
2026-10-16 10:00:05,小甲,b2,客服,在
2026-10-16 10:00:06,小乙,b2,客服,在的
2026-10-21 10:00:00,小甲,b3,买家,在吗
2026-10-02 10:00:00,小甲,b4,买家,在吗
2026-10-02 10:00:01,机器甲,b4,客服,您好
`,
    });
    expect((await world.messages()).map(({ agent, buyer }) => [agent, buyer])).toEqual([
      [0, 'b1'],
      [0, 'b1'],
      [1, 'b2'],
      [1, 'b2'],
      [1, 'b2'],
      [0, 'b4'],
    ]);
    expect(brief(world.problems)).toEqual([
      'unknown-account-then | 2026-10/chats.csv | 客服 | 小甲',
      'unknown-account | 2026-10/chats.csv | 客服 | 机器甲',
    ]);
    expect(world.problems[0]?.params).toMatchObject({
      rows: 1,
      holders: 'A01[..2026-10-15]; A02[2026-10-16..2026-10-20]',
    });
    expect(world.facts?.counts).toMatchObject({ 'chats.unknown-agent': 2 });
    const message = (buyer: string) => ({ buyer, shop: '', byBuyer: false });
    const found = await world.facts?.locate('chats', [
      { agent: 0, time: seconds('2026-10-16 00:10:00'), message: message('b1'), nth: 1 },
      { agent: 1, time: seconds('2026-10-16 10:00:05'), message: message('b2'), nth: 1 },
    ]);
    expect(found?.map((place) => place?.line)).toEqual([3, 5]);
  });

  it('is in orders whose it was when they were paid, else made', async () => {
    const world = await readOctober({
      ...HANDED_OVER,
      '2026-10/orders.csv': `订单编号,买家,创建时间,付款时间,实付金额,客服
1,b1,2026-10-15 23:00:00,2026-10-16 03:59:59,10,小甲
2,b2,2026-10-15 23:00:00,2026-10-16 04:00:00,10,小甲
3,b3,2026-10-16 12:00:00,,10,小甲
4,b4,2026-10-25 12:00:00,2026-10-25 12:00:00,10,小甲
`,
    });
    expect(await world.query('SELECT order_id, agent FROM orders ORDER BY order_id')).toEqual([
      { order_id: '1', agent: 0 },
      { order_id: '2', agent: 1 },
      { order_id: '3', agent: 1 },
      { order_id: '4', agent: null },
    ]);
    expect(brief(world.problems)).toContain(
      'unknown-account-then | 2026-10/orders.csv | 客服 | 小甲',
    );
  });

  it('is in calls, complaints and events whose it was on their day', async () => {
    const world = await readOctober({
      ...HANDED_OVER,
      '2026-10/calls.csv': `时间,客服,方向,应答
2026-10-15 10:00:00,小甲,呼入,是
2026-10-16 10:00:00,小甲,呼出,是
2026-10-22 10:00:00,小甲,呼入,是
`,
      '2026-10/complaints.csv': '日期,客服,类型\n2026-10-15,小甲,投诉\n2026-10-16,小甲,投诉\n',
      '2026-10/events.csv': '日期,客服,事项\n2026-10-15,小甲,x\n2026-10-16,小甲,x\n',
    });
    expect(await world.query('SELECT agent, direction FROM calls ORDER BY rowid')).toEqual([
      { agent: 0, direction: 'in' },
      { agent: 1, direction: 'out' },
    ]);
    expect(world.facts?.complaints.map(({ agent, day }) => [agent, day])).toEqual([
      [0, '2026-10-15'],
      [1, '2026-10-16'],
    ]);
    expect(world.facts?.events.map(({ agent }) => agent)).toEqual([0, 1]);
    expect(brief(world.problems)).toEqual([
      'unknown-account-then | 2026-10/calls.csv | 客服 | 小甲',
    ]);
  });

  it('is nobody’s in a complaint of another day, and two agents’ in the ratings of the month', async () => {
    const { problems } = await readOctober({
      ...HANDED_OVER,
      '2026-10/complaints.csv': '日期,客服,类型\n2026-10-21,小甲,投诉\n',
      '2026-10/ratings.csv': '工号,项目,评分\n小甲,x,1\n',
    });
    expect(brief(problems)).toEqual([
      'unknown-agent-then | 2026-10/complaints.csv:2 | 客服 | 小甲',
      'ambiguous-agent | 2026-10/ratings.csv:2 | 工号 | 小甲',
    ]);
  });

  it('is in the ratings of a month the one agent’s who had it then', async () => {
    const { facts, problems } = await readOctober({
      'agents.csv':
        '工号,姓名,岗位,账号\nA01,甲,售前,小甲[..2026-09-30]\nA02,乙,售前,小甲[2026-10-10..]\n',
      '2026-10/ratings.csv': '工号,项目,评分\n小甲,x,1\n',
    });
    expect(brief(problems)).toEqual([]);
    expect(facts?.ratings.map(({ agent }) => agent)).toEqual([1]);
  });

  it('may be called without its shop, as far as one agent has it on the day', async () => {
    const world = await readOctober({
      'agents.csv':
        '工号,姓名,岗位,账号\nA01,甲,售前,一店:小美[..2026-10-15]\nA02,乙,售前,二店:小美[2026-10-15..]\n',
      '2026-10/chats.csv': `时间,客服,买家,发送方,内容
2026-10-14 10:00:00,小美,b1,买家,在吗
2026-10-15 10:00:00,小美,b1,买家,在吗
2026-10-16 10:00:00,小美,b1,买家,在吗
`,
    });
    expect(brief(world.problems)).toEqual(['ambiguous-agent | 2026-10/chats.csv:3 | 客服 | 小美']);
  });
});

describe('the days of an account', () => {
  const read = async (...accounts: readonly string[]) => {
    const rows = accounts.map((cell, at) => `A0${at + 1},名${at},售前,${cell}`);
    return readOctober({ 'agents.csv': `工号,姓名,岗位,账号\n${rows.join('\n')}\n` });
  };

  it('are read with either bound, other brackets and other signs', async () => {
    const { roster } = await read(
      '甲[..2026-10-15];乙 ［2026-10-16~］；丙【2026.1.1～2026.10.15】;丙[2026-11-01..];丁',
    );
    expect(roster?.[0]?.accounts).toEqual(['甲', '乙', '丙', '丁']);
    expect(roster?.[0]?.accountDays).toEqual([
      { account: '甲', to: '2026-10-15' },
      { account: '乙', from: '2026-10-16' },
      { account: '丙', from: '2026-01-01', to: '2026-10-15' },
      { account: '丙', from: '2026-11-01' },
    ]);
  });

  it('are no days where a nick has brackets of its own', async () => {
    const { roster } = await read('小美[售前];小美【01】');
    expect(roster?.[0]?.accounts).toEqual(['小美[售前]', '小美【01】']);
    expect(roster?.[0]?.accountDays).toBeUndefined();
  });

  it.each([
    '[..]',
    '[2026-10-15]',
    '[2026-10-32..]',
    '[2026-10-16..2026-10-15]',
    '[..明天]',
  ])('are refused when they are %s', async (days) => {
    const { problems } = await read(`小甲${days}`);
    expect(brief(problems)).toContain(`bad-account-days | agents.csv:2 | 账号 | 小甲${days}`);
    expect(problems[0]?.params).toMatchObject({ account: `小甲${days}` });
  });

  it('must not be two agents’ at once; what overlaps is named', async () => {
    const { problems } = await read('小甲[..2026-10-15]', '小甲[2026-10-10..]');
    expect(brief(problems)).toEqual(['account-taken | agents.csv:3 | 账号 | 小甲[2026-10-10..]']);
    expect(problems[0]?.params).toMatchObject({ other: 'A01', days: '[2026-10-10..2026-10-15]' });
    const always = await read('小甲', '小甲[2026-10-10..]');
    expect(always.problems[0]?.params).toMatchObject({ days: '[2026-10-10..]' });
  });
});

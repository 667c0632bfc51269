import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../setup/runs.js';
import { at, brief, readOctober } from '../world.js';

const HEADER = '时间,客服,买家,发送方,内容\n';

const CHATS = `${HEADER}2026-10-01 09:00:00,店:小张,tb1,买家,在吗
2026/10/1 9:00,A01,tb1,客服,在的
2026-10-01 09:01,小李,tb2,buyer,"你好，
有货吗"
2026-10-01 09:02:00,张三,tb1,机器人,自动回复
`;

const SHOP_HEADER = '时间,客服,买家,发送方,内容,店铺\n';
const SHOP_ORDERS = '订单编号,创建时间,实付金额,店铺,买家\n1001,2026-10-01 10:00:00,10,甲店,tb1\n';

describe('a chat log', () => {
  it('is read with times, agents by any of their names, senders and characters', async () => {
    const world = await readOctober({ '2026-10/chats.csv': CHATS });
    expect(brief(world.problems)).toEqual([]);
    const first = { time: Number(at('2026-10-01 09:00:00')), agent: 0, shop: '', buyer: 'tb1' };
    expect(await world.messages()).toEqual([
      { ...first, sender: 'buyer', chars: 2 },
      { ...first, sender: 'agent', chars: 2 },
      // 你好， + line break + 有货吗 = 3 + 1 + 3
      { ...first, time: first.time + 60, agent: 1, buyer: 'tb2', sender: 'buyer', chars: 7 },
    ]);
    expect(world.facts?.counts).toMatchObject({ 'chats.read': 4, 'chats.robot': 1 });
    expect(world.facts?.inputs).toEqual([
      {
        file: '2026-10/chats.csv',
        sha256: createHash('sha256').update(CHATS).digest('hex'),
        rows: 4,
        readAs: 'canonical',
        kind: 'chats',
      },
    ]);
  });

  it('counts Unicode code points, not bytes and not what looks like one character', async () => {
    // A family of 3 people and 2 joiners; an e with a combining accent; a character beyond the BMP.
    const texts = ['👨‍👩‍👧', 'e\u0301', '𠀀𠀀', ' a ', ''];
    const rows = texts.map((text) => `2026-10-01 09:00:00,A01,tb1,客服,"${text}"`).join('\n');
    const world = await readOctober({ '2026-10/chats.csv': HEADER + rows });
    expect((await world.messages()).map(({ chars }) => chars)).toEqual([5, 2, 2, 3, 0]);
  });

  it('marks days without an answer that have a message of the buyer’s like advertising', async () => {
    const message = (buyer: string, sender: string, text: string) =>
      `2026-10-01 09:00:00,A01,${buyer},${sender},${text}\n`;
    const world = await readOctober({
      'kpi.yaml': 'shop: 小店\nmetrics:\n  ad_patterns: [刷单, "^加我"]\n',
      '2026-10/chats.csv':
        HEADER +
        message('tb1', '买家', '专业刷单') +
        message('tb2', '买家', '在吗') +
        message('tb2', '买家', '加我微信') +
        message('tb3', '买家', '别加我') +
        message('tb4', '机器人', '刷单') +
        message('tb4', '买家', '在吗'),
    });
    const found: boolean[] = [];
    world.facts?.chats.eachDay(({ isAdvertising }) => found.push(isAdvertising));
    expect(found).toEqual([true, true, false, false]);
  });

  it('leaves out robots, the platform and talk with a colleague, by id or whole account', async () => {
    const message = (buyer: string, sender: string) =>
      `2026-10-01 09:00:00,A01,${buyer},${sender},x\n`;
    const world = await readOctober({
      '2026-10/chats.csv':
        HEADER +
        message('tb1', '买家') +
        message('tb1', '机器人') +
        message('tb1', '系统') +
        message('A02', '买家') +
        message('店：小李', '客服') +
        message('小李', '买家'),
    });
    const buyers = (await world.messages()).map(({ buyer }) => buyer);
    expect(buyers).toEqual(['tb1', '小李']);
    expect(world.facts?.counts).toMatchObject({
      'chats.robot': 1,
      'chats.system': 1,
      'chats.team': 2,
    });
  });

  it('keeps rows in order of file name by code points, then of row', async () => {
    const row = (buyer: string) => `2026-10-01 09:00:00,A01,${buyer},买家,x\n`;
    const world = await readOctober({
      '2026-10/chats-b.csv': HEADER + row('3') + row('4'),
      '2026-10/chats-B.csv': HEADER + row('1') + row('2'),
      '2026-10/聊天.csv': HEADER + row('5'),
    });
    const buyers = (await world.messages()).map(({ buyer }) => buyer);
    expect(buyers).toEqual(['1', '2', '3', '4', '5']);
  });

  it('finds a message without a buyer where shops are told apart, and only in its own file', async () => {
    const row = (buyer: string) => `2026-10-01 09:00:00,A01,${buyer},买家,x,甲店\n`;
    const world = await readOctober({
      '2026-10/chats-1.csv': SHOP_HEADER + row('tb1') + row(' '),
      '2026-10/chats-2.csv': SHOP_HEADER + row('tb2'),
      '2026-10/orders.csv': SHOP_ORDERS,
    });
    expect(brief(world.problems)).toEqual([
      'missing-cell | 2026-10/chats-1.csv:3 | 买家',
      'no-payment-column | 2026-10/orders.csv:1',
    ]);
  });

  it('takes a nick for the same however it is wrapped, and an empty shop for none', async () => {
    const row = (buyer: string, shop: string) =>
      `2026-10-01 09:00:00,A01,${buyer},买家,x,${shop}\n`;
    const world = await readOctober({
      '2026-10/chats.csv':
        SHOP_HEADER +
        row('tb1', '甲店') +
        row('"=""tb1"""', '甲店\t') +
        row('tb1', '-') +
        row("'tb1", ''),
      '2026-10/orders.csv': SHOP_ORDERS,
    });
    const found = (await world.messages()).map(({ shop, buyer }) => [shop, buyer]);
    expect(found).toEqual([
      ['甲店', 'tb1'],
      ['甲店', 'tb1'],
      ['', 'tb1'],
      ['', 'tb1'],
    ]);
  });

  it('warns once per unknown account, and leaves robots nobody knows alone', async () => {
    const world = await readOctober({
      '2026-10/chats.csv': `${HEADER}2026-10-01 09:00:00,A01,tb1,买家,x
2026-10-01 09:00:00,店:前同事,tb1,买家,x
2026-10-01 09:00:00,店：前同事,tb1,客服,x
2026-10-01 09:00:00,店:机器猫,tb1,机器人,x
2026-10-01 09:00:00,,tb1,买家,x
`,
    });
    expect(brief(world.problems)).toEqual([
      'unknown-account | 2026-10/chats.csv | 客服 | 店:前同事',
      'rows-without-agent | 2026-10/chats.csv | 客服',
    ]);
    expect(world.problems[0]?.params).toMatchObject({ rows: 2 });
    expect(world.facts?.counts).toMatchObject({ 'chats.unknown-agent': 3, 'chats.robot': 1 });
    expect(await world.messages()).toHaveLength(1);
  });

  it('names file, line, column and cell of everything that is wrong, but never text or buyer', async () => {
    const world = await readOctober({
      'agents.csv': '工号,姓名,岗位\nA01,小美,售前\nA02,小美,售前\n',
      '2026-10/chats.csv': `客服聊天记录导出\n${HEADER}2026-10-01 09:00:00,A01,tb1,买家,"a
b"
2026-10-01 9点,A01,tb1,买家,秘密
2026-10-01 09:00:00,小美,tb1,顾客,x
2026-10-01 09:00:00,A01,,买家,x
`,
    });
    expect(brief(world.problems)).toEqual([
      'bad-date | 2026-10/chats.csv:5 | 时间 | 2026-10-01 9点',
      'bad-word | 2026-10/chats.csv:6 | 发送方 | …',
      'ambiguous-agent | 2026-10/chats.csv:6 | 客服 | 小美',
      'missing-cell | 2026-10/chats.csv:7 | 买家',
    ]);
    expect(JSON.stringify(world.problems)).not.toMatch(/秘密|tb1/);
    expect(world.facts).toBeUndefined();
  });

  it('lists the first thousand wrong rows and counts the others', async () => {
    const rows = Array.from({ length: 1203 }, () => '昨天,A01,tb1,买家,x').join('\n');
    const world = await readOctober({ '2026-10/chats.csv': HEADER + rows });
    expect(world.problems).toHaveLength(1001);
    expect(world.problems[999]).toMatchObject({ code: 'bad-date', line: 1001 });
    expect(world.problems[1000]).toMatchObject({ code: 'more-problems', params: { count: 203 } });
  });

  it('of another month is refused; the day begins when the shop says', async () => {
    const september = `${HEADER}2026-09-01 09:00:00,A01,tb1,买家,x\n2026-09-30 09:00:00,A01,tb1,买家,x\n`;
    const wrong = await readOctober({ '2026-10/chats.csv': september });
    expect(brief(wrong.problems)).toEqual(['wrong-month | 2026-10/chats.csv']);
    expect(wrong.problems[0]?.params).toMatchObject({ first: '2026-09-01', last: '2026-09-30' });

    const night = `${HEADER}2026-11-01 03:59:59,A01,tb1,买家,x\n`;
    const late = await readOctober({
      'kpi.yaml': 'shop: 小店\nmetrics: {day_starts_at: "04:00"}\n',
      '2026-10/chats.csv': night,
    });
    expect(brief(late.problems)).toEqual([]);
    const midnight = await readOctober({ '2026-10/chats.csv': night });
    expect(brief(midnight.problems)).toEqual(['wrong-month | 2026-10/chats.csv']);
  });

  it('with a header and no rows means zero, with a warning', async () => {
    const world = await readOctober({ '2026-10/chats.csv': HEADER });
    expect(brief(world.problems)).toEqual(['empty-file | 2026-10/chats.csv:1']);
    expect(world.facts?.files.get('chats')).toEqual(['2026-10/chats.csv']);
  });

  it('twice under two names is an error', async () => {
    const world = await readOctober({ '2026-10/chats-1.csv': CHATS, '2026-10/chats-2.csv': CHATS });
    expect(brief(world.problems)).toEqual(['same-content | 2026-10/chats-2.csv']);
    expect(world.problems[0]?.params).toMatchObject({ other: '2026-10/chats-1.csv' });
  });

  it('gives the same messages whatever its lines end in, and where a quote stands within a cell', async () => {
    const readText = async (text: string) => {
      const world = await readOctober({ '2026-10/chats.csv': text });
      expect(brief(world.problems)).toEqual([]);
      return (await world.messages()).map(({ chars: _, ...rest }) => rest);
    };
    const plain = await readText(CHATS);
    const written = [
      CHATS.replace('在的\n', '在的\r\n'),
      CHATS.replaceAll('\n', '\r\n').replace('，\r\n', '，\n'),
      CHATS.replaceAll('\n', '\r'),
      CHATS.replace('在的\n', '在的\n   \n,,,,\n\n'),
      CHATS.replace('在吗\n', '"在"吗\n').replace('在的', '="在"'),
      CHATS.replace('在吗', '"在""吗"').replace('在的', '"在的,"'),
      CHATS.trimEnd(),
    ];
    for (const text of written) expect(await readText(text), text).toEqual(plain);
  });

  it('has rows of the header’s width; others are named', async () => {
    const world = await readOctober({
      '2026-10/chats.csv': `${HEADER}2026-10-01 09:00:00,A01,tb1,买家,有,逗号
2026-10-01 09:00:00,A01,tb1
2026-10-01 09:00:00,A01,tb1,买家,好
`,
    });
    expect(brief(world.problems)).toEqual([
      'long-row | 2026-10/chats.csv:2',
      'short-row | 2026-10/chats.csv:3',
    ]);
  });

  it('with a row beyond all measure is refused', async () => {
    const world = await readOctober({
      '2026-10/chats.csv': `${HEADER}2026-10-01 09:00:00,A01,tb1,买家,${'x'.repeat(9_000_000)}\n`,
    });
    expect(brief(world.problems)).toEqual(['endless-cell | 2026-10/chats.csv:2']);
  });

  it('with a quote that is never closed is refused with the line', async () => {
    const world = await readOctober({
      '2026-10/chats.csv': `${HEADER}2026-10-01 09:00:00,A01,tb1,买家,好
2026-10-01 09:00:00,A01,tb1,买家,"没有
2026-10-01 09:00:00,A01,tb1,买家,好
`,
    });
    expect(brief(world.problems)).toEqual(['open-quote | 2026-10/chats.csv:3']);
  });

  it('begins with its first row, also when that is of an account that no agent has', async () => {
    const header = '时间,客服,买家,发送方,内容\n';
    const world = await readOctober({
      '2026-10/chats-1.csv': `${header}2026-10-01 09:00:00,小张,tb1,买家,在吗\n`,
      '2026-10/chats-2.csv': `${header}2026-09-29 08:00:00,机器人一号,tb2,客服,您好\n2026-10-02 08:00:00,小张,tb2,客服,您好\n`,
    });
    expect(world.facts?.firstChat).toBe(Number(at('2026-09-29 08:00:00')));
  });

  it('tells shops apart only when chats and orders both have them', async () => {
    const SHOPS = 'SELECT DISTINCT shop FROM chat_buyers';
    const chats = '时间,客服,买家,发送方,店铺\n2026-10-01 09:00:00,A01,tb1,买家,一店\n';
    const orders = '订单编号,创建时间,实付金额,买家,店铺\n1,2026-10-01 09:00:00,9,tb1,二店\n';
    const alone = await readOctober({ '2026-10/chats.csv': chats });
    expect(await alone.query(SHOPS)).toEqual([{ shop: '' }]);
    const both = await readOctober({ '2026-10/chats.csv': chats, '2026-10/orders.csv': orders });
    expect(await both.query(SHOPS)).toEqual([{ shop: '一店' }]);
    expect(await both.query('SELECT shop FROM orders')).toEqual([{ shop: '二店' }]);
    const mixed = await readOctober({
      '2026-10/chats.csv': chats,
      '2026-10/orders-1.csv': orders,
      '2026-10/orders-2.csv': '订单编号,创建时间,实付金额,买家\n2,2026-10-01 09:00:00,9,tb1\n',
    });
    expect(await mixed.query(SHOPS)).toEqual([{ shop: '' }]);
  });
});

it('a chat log cut into two files gives the same table', async () => {
  const row = fc
    .tuple(
      fc.integer({ min: 0, max: 31 * 86_400 - 1 }),
      fc.constantFrom('A01', '店:小李', '小张', '别人'),
      fc.constantFrom('tb1', 'tb2'),
      fc.constantFrom('买家', '客服', '系统'),
      fc.constantFrom('好', '"a\nb"', '"引""号"', ''),
    )
    .map(([seconds, ...rest]) => {
      const time = new Date(Date.UTC(2026, 9, 1) + seconds * 1000).toISOString();
      return [time.slice(0, 19).replace('T', ' '), ...rest].join(',');
    });
  const run = fc.asyncProperty(
    fc.array(row, { minLength: 2, maxLength: 30 }),
    fc.nat(),
    async (rows, cut) => {
      const middle = 1 + (cut % (rows.length - 1));
      const file = (part: string[]) => `${HEADER}${part.join('\n')}\n`;
      const whole = await readOctober({ '2026-10/chats.csv': file(rows) });
      const parts = await readOctober({
        '2026-10/chats-1.csv': file(rows.slice(0, middle)),
        // A title row makes the pieces differ even when their rows are the same.
        '2026-10/chats-2.csv': `第二部分\n${file(rows.slice(middle))}`,
      });
      expect(await parts.messages()).toEqual(await whole.messages());
      expect(parts.facts?.counts).toEqual(whole.facts?.counts);
    },
  );
  await fc.assert(run, { numRuns: runs(15) });
});

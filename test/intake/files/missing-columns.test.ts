import { describe, expect, it } from 'vitest';
import { brief, readOctober } from '../world.js';

const ORDERS = '2026-10/orders.csv';

/** The problems about columns that are not there, as a clerk reads where they are and what comes near. */
async function missingIn(rows: string, more: Readonly<Record<string, string>> = {}) {
  const { problems } = await readOctober({ [ORDERS]: rows, ...more });
  return problems
    .filter(({ code }) => code === 'missing-column')
    .map(({ column, level, params }) => [level, column, (params.near as { zh: string }).zh]);
}

describe('a file of orders without times of payment', () => {
  const row = '1,b,2026-10-03 10:00:00,2026-10-03 10:01:00,9';

  it.each([
    ['付钱时间', '，最接近的是“付钱时间”列'],
    // As Pinduoduo calls it.
    ['支付时间', '，最接近的是“支付时间”列'],
  ])('is an error; the column that comes nearest is named: %s', async (name, near) => {
    const rows = `订单编号,买家,创建时间,${name},实付金额\n${row}\n`;
    expect(await missingIn(rows)).toEqual([['error', '付款时间', near]]);
  });

  it('is an error of items that have amounts of their own, as well', async () => {
    const rows = `主订单编号,子订单编号,购买数量,订单创建时间,买家实际支付金额,订单状态
1,11,1,2026-10-03 10:00:00,9,交易成功
`;
    expect(await missingIn(rows)).toEqual([['error', '订单付款时间', '']]);
  });

  it('is none where nothing says that an order was paid', async () => {
    const header = '订单编号,买家,创建时间,实付金额,状态\n';
    const unpaid = '1,b,2026-10-03 10:00:00,9,待付款\n2,b,2026-10-03 10:00:00,9,交易关闭\n';
    expect(await missingIn(header + unpaid)).toEqual([]);
    expect(await missingIn(`${header}${unpaid}3,b,2026-10-03 10:00:00,9,交易成功\n`)).toEqual([
      ['error', '付款时间', ''],
    ]);
  });
});

describe('a file of orders that has no times of payment and no status', () => {
  async function toldOf(rows: string) {
    const { problems, facts } = await readOctober({ [ORDERS]: rows });
    expect(facts?.counts).toHaveProperty('orders.unpaid');
    return problems
      .filter(({ code }) => code === 'no-payment-column')
      .map(({ level, line, params: { orders, sum } }) => ({ level, line, orders, sum }));
  }

  it('sells nothing, which is told with how many orders and yuan it is about', async () => {
    // 99 + 50.50 = 149.5; the order of September is of another month.
    const rows = `订单编号,买家,创建时间,实付金额
1,b,2026-10-03 10:00:00,99
2,b,2026-10-04 10:00:00,50.50
3,b,2026-09-30 10:00:00,7
`;
    expect(await toldOf(rows)).toEqual([{ level: 'warning', line: 1, orders: 2, sum: '149.5' }]);
  });

  it('is told of those alone of which no status says that nobody paid', async () => {
    const rows = `订单编号,买家,创建时间,实付金额,状态
1,b,2026-10-03 10:00:00,99,待付款
2,b,2026-10-04 10:00:00,50.50,交易关闭
`;
    expect(await toldOf(rows)).toEqual([]);
    expect(await toldOf(`${rows}3,b,2026-10-04 11:00:00,8,\n`)).toEqual([
      { level: 'warning', line: 1, orders: 1, sum: '8' },
    ]);
  });
});

describe('a file of orders that were refunded, without amounts of refunds', () => {
  const rows = `订单编号,买家,创建时间,付款时间,实付金额,退款状态,退款额
1,b,2026-10-03 10:00:00,2026-10-03 10:01:00,9,退款成功,9
`;

  it('is an error', async () => {
    expect(await missingIn(rows)).toEqual([['error', '退款金额', '，最接近的是“退款额”列']]);
    const without = rows.replace(',退款额', '').replace('退款成功,9', '退款成功');
    expect(await missingIn(without)).toEqual([['error', '退款金额', '']]);
  });

  it('is none where a file of refunds has them, or nothing was refunded', async () => {
    const refunds = '订单编号,退款编号,买家退款金额,退款状态\n1,71,9,退款成功\n';
    expect(await missingIn(rows, { '2026-10/refunds.csv': refunds })).toEqual([]);
    expect(await missingIn(rows.replace('退款成功', '退款关闭'))).toEqual([]);
  });
});

describe('a column that is misspelt', () => {
  it('is named where the file may do without it', async () => {
    const { problems } = await readOctober({
      'agents.csv': '工号,姓名,岗位,账号,基础工资\nA01,张三,售前,店:小张,3000\n',
      [ORDERS]: `订单编号,买家,创建时间,付款时间,实付金额,退货金额,应付金额
1,b,2026-10-03 10:00:00,2026-10-03 10:01:00,9,9,9
`,
    });
    expect(brief(problems)).toEqual([
      'misspelt-column | agents.csv:1 | 基础工资',
      'misspelt-column | 2026-10/orders.csv:1 | 退货金额',
    ]);
  });
});

describe('a file that lacks a column', () => {
  it('is told with what is wrong in the columns that it has: the roster', async () => {
    const { problems } = await readOctober({
      'agents.csv': '工号,姓名,账号,基本工资\nA01,张三,店:小张,三千\nA02,李四,店:小李,3000\n',
    });
    expect(brief(problems)).toEqual([
      'missing-column | agents.csv:1 | 岗位',
      'bad-amount | agents.csv:2 | 基本工资 | 三千',
    ]);
  });

  it('is told with what is wrong in the columns that it has: every kind', async () => {
    const { problems } = await readOctober({
      '2026-10/orders.csv': '订单编号,创建时间,付款时间,数量\n1,2026-10-03 10:00:00,2026-10-32,x\n',
      '2026-10/chats.csv': '时间,客服,发送方,内容\n2026-10-99 09:00:00,店:小张,谁,a\n',
      '2026-10/attendance.csv': '工号,类型,分钟\nA01,迟到,3\nA01,迟到了,3\n',
      '2026-10/complaints.csv': '日期,工号,属实\n2026-10-11,A01,也许\n',
      '2026-10/calls.csv': '时间,客服,交谈秒数\n2026-10-11 09:00,A01,多\n',
      '2026-10/events.csv': '日期,工号\n2026-10-41,A01\n',
      '2026-10/ratings.csv': '工号,评分\nA09,优\n',
      '2026-10/metrics.csv': '工号,指标\nA01,转化\n',
      '2026-10/targets.csv': '月份,目标,数值\n十月,销售额,5\n',
    });
    expect(brief(problems).sort()).toEqual(
      [
        'missing-column | 2026-10/orders.csv:1 | 实付金额',
        'missing-column | 2026-10/targets.csv:1 | 工号',
        'not-a-month | 2026-10/targets.csv:2 | 月份 | 十月',
        'bad-date | 2026-10/orders.csv:2 | 付款时间 | 2026-10-32',
        'bad-number | 2026-10/orders.csv:2 | 数量 | …',
        'missing-column | 2026-10/chats.csv:1 | 买家',
        'bad-date | 2026-10/chats.csv:2 | 时间 | 2026-10-99 09:00:00',
        'bad-word | 2026-10/chats.csv:2 | 发送方 | …',
        'missing-column | 2026-10/attendance.csv:1 | 日期',
        'bad-word | 2026-10/attendance.csv:3 | 类型 | 迟到了',
        'missing-column | 2026-10/complaints.csv:1 | 类型',
        'bad-word | 2026-10/complaints.csv:2 | 属实 | 也许',
        'missing-column | 2026-10/calls.csv:1 | 应答',
        'bad-duration | 2026-10/calls.csv:2 | 交谈秒数 | 多',
        'missing-column | 2026-10/events.csv:1 | 事项',
        'bad-date | 2026-10/events.csv:2 | 日期 | 2026-10-41',
        'missing-column | 2026-10/ratings.csv:1 | 项目',
        'unknown-agent | 2026-10/ratings.csv:2 | 工号 | A09',
        'missing-column | 2026-10/metrics.csv:1 | 值',
        'misspelt-metric | 2026-10/metrics.csv:2 | 指标 | 转化',
      ].sort(),
    );
  });

  it('is told with what is wrong in the columns that it has: exports whose rows are converted', async () => {
    const { problems } = await readOctober({
      // Without 姓名 an account tells who is meant.
      '2026-10/钉钉.csv':
        'UserId,考勤组,出勤天数,迟到次数\n店:小张,客服,20,两次\nx,客服,22,0\n,客服,22,0\n',
      '2026-10/评价.csv': '评分,评价内容,客服,订单编号,属实\n5,好,A01,1,也许\n满意,好,A09,2,是\n',
      '2026-10/投诉.csv': '投诉时间,责任客服,扣分\n2026-10-41,A01,两分\n',
    });
    expect(brief(problems).sort()).toEqual(
      [
        'missing-cell | 2026-10/钉钉.csv:4 | 姓名',
        'people-left-out | 2026-10/钉钉.csv',
        'bad-number | 2026-10/钉钉.csv:2 | 迟到次数 | 两次',
        'missing-column | 2026-10/评价.csv:1 | 评价时间',
        'bad-word | 2026-10/评价.csv:2 | 属实 | 也许',
        'unclear-rating | 2026-10/评价.csv:3 | 评分 | 满意',
        'unknown-agent | 2026-10/评价.csv:3 | 客服 | A09',
        'bad-date | 2026-10/投诉.csv:2 | 投诉时间 | 2026-10-41',
        'bad-number | 2026-10/投诉.csv:2 | 扣分 | 两分',
      ].sort(),
    );
  });

  it('is told that its cells were not checked where its rows are read together', async () => {
    const { problems } = await readOctober({
      '2026-10/聊天.csv': '账号类型,客户名,发送内容\n客户,买家甲,在吗\n',
    });
    expect(brief(problems)).toEqual([
      'missing-column | 2026-10/聊天.csv:1 | 发送时间',
      'cells-not-checked | 2026-10/聊天.csv:1',
    ]);
  });
});

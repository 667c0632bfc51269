import { describe, expect, it } from 'vitest';
import { csv } from '../../setup/shop.js';
import { book } from '../../workbook-file.js';
import { counted, TAOBAO, TAOBAO_HEADER, TAOBAO_ROWS } from '../taobao-october.js';
import { brief, readOctober } from '../world.js';

const ZERO = '0000-00-00 00:00:00';
const unpaid = (paidAt: string) =>
  `4100000000000000104,tb_4,50.00,等待买家付款,2026-10-06 10:00:00,${paidAt},1,,`;

describe('a date of zeros', () => {
  it.each([
    ZERO,
    '0000-00-00',
    '1899-12-30',
    '1899-12-30 00:00:00',
    '1900-01-00',
    '1970-01-01 08:00:00',
  ])('is no time of payment: %s', async (zero) => {
    // The fourth order has 50.00 and is not paid: 100.10 + 200.20 + 0.30.
    const run = await counted({ 'ExportOrderList1.csv': TAOBAO + csv(unpaid(zero)) });
    expect(run).toMatchObject({ code: 0, shopSales: 300.6, sales: 100.1, problems: [] });
    const world = await readOctober({
      '2026-10/ExportOrderList1.csv': TAOBAO + csv(unpaid(zero)),
    });
    const rows = 'SELECT order_id FROM orders WHERE paid IS NULL';
    expect(await world.query(rows)).toEqual([{ order_id: '4100000000000000104' }]);
  });

  it('is none in a workbook whose cell is 0 with the format of a date', async () => {
    const text = (cell: string) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`;
    const rows = [TAOBAO_HEADER, TAOBAO_ROWS[0], unpaid('?')].map((row, at) => {
      const cells = row
        .split(',')
        .map((cell) => (cell === '?' ? '<c s="1"><v>0</v></c>' : text(cell)));
      return `<row r="${at + 1}">${cells.join('')}</row>`;
    });
    const workbook = book({ sheets: { S: rows.join('') }, formats: ['yyyy-mm-dd hh:mm:ss'] });
    const run = await counted({ 'ExportOrderList1.xlsx': workbook });
    expect(run).toMatchObject({ code: 0, shopSales: 100.1, problems: [] });
  });

  it('says that nothing is known where a day may be left out: nobody left on it', async () => {
    const world = await readOctober({
      'agents.csv': csv(
        '工号,姓名,岗位,定级日期,入职日期,离职日期,试用期至',
        `A01,张三,售前,${ZERO},2026-09-01,0000-00-00,1900-01-00`,
      ),
    });
    const [agent] = world.roster ?? [];
    expect(agent).toHaveProperty('hiredOn', '2026-09-01');
    for (const day of ['levelSince', 'leftOn', 'probationUntil']) {
      expect(agent).not.toHaveProperty(day);
    }
  });

  it('is told as no value where every row needs a time, by the engine and by hand alike', async () => {
    const world = await readOctober({
      '2026-10/calls.csv': csv('time,agent,answered', `${ZERO},A01,是`),
      '2026-10/chats.csv': csv('时间,客服,买家,发送方', '0000-00-00,A01,b1,买家'),
      '2026-10/orders.csv': csv('订单编号,买家,创建时间,实付金额', `1,b1,${ZERO},5`),
      '2026-10/complaints.csv': csv('日期,工号,类型', '1899-12-30,A01,投诉'),
      '2026-10/events.csv': csv('日期,工号,事项', '0000/0/0,A01,迟到'),
      '2026-10/考勤.csv': csv('日期,工号,类型,分钟', '1900-01-00,A01,迟到,5'),
    });
    expect(brief(world.problems)).toEqual([
      `no-value | 2026-10/chats.csv:2 | 时间 | 0000-00-00`,
      `no-value | 2026-10/orders.csv:2 | 创建时间 | ${ZERO}`,
      'no-payment-column | 2026-10/orders.csv:1',
      `no-value | 2026-10/考勤.csv:2 | 日期 | 1900-01-00`,
      `no-value | 2026-10/complaints.csv:2 | 日期 | 1899-12-30`,
      `no-value | 2026-10/events.csv:2 | 日期 | 0000/0/0`,
      `no-value | 2026-10/calls.csv:2 | time | ${ZERO}`,
    ]);
  });

  it('is no slip of the pen: a day that no calendar has stays wrong, and so do two apostrophes', async () => {
    const world = await readOctober({
      '2026-10/orders.csv': csv(
        '订单编号,买家,创建时间,付款时间,实付金额',
        "1,b1,''2026-10-01 09:00,,5",
        '2,b1,2026-10-01 09:00,2026-00-00,5',
        '3,b1,2026-10-01 09:00,0000-00-01,5',
      ),
    });
    expect(brief(world.problems)).toEqual([
      "bad-date | 2026-10/orders.csv:2 | 创建时间 | ''2026-10-01 09:00",
      'bad-date | 2026-10/orders.csv:3 | 付款时间 | 2026-00-00',
      'bad-date | 2026-10/orders.csv:4 | 付款时间 | 0000-00-01',
    ]);
  });
});

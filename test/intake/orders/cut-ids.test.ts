import { describe, expect, it } from 'vitest';
import { csv } from '../../setup/shop.js';
import { book } from '../../workbook-file.js';
import { brief, readOctober } from '../world.js';

const HEADER = '订单编号,买家,创建时间,付款时间,实付金额';
const order = (id: string) => `${id},b,2026-10-02 10:00:00,2026-10-02 10:05:00,20`;
const errorsOf = async (...ids: readonly string[]) => {
  const world = await readOctober({ '2026-10/订单.csv': csv(HEADER, ...ids.map(order)) });
  return brief(world.problems.filter(({ level }) => level === 'error'));
};

describe('numbers of orders that a spreadsheet has cut', () => {
  it('are told when most of a file end in noughts', async () => {
    expect(
      await errorsOf(
        '4100000000000100000',
        '4123456789012340000',
        '4123456789012350000',
        '4123456789012341231',
      ),
    ).toEqual(['cut-ids | 2026-10/订单.csv:2 | 订单编号 | 4100000000000100000']);
  });

  it('are told in refunds as well', async () => {
    const world = await readOctober({
      '2026-10/订单.csv': csv(HEADER, order('4123456789012341231')),
      '2026-10/退款.csv': csv(
        '订单编号,退款编号,退款金额,退款状态',
        '412345678901234000,1,5,退款成功',
        '412345678901235000,2,5,退款成功',
      ),
    });
    expect(brief(world.problems)).toContain(
      'cut-ids | 2026-10/退款.csv:2 | 订单编号 | 412345678901234000',
    );
  });

  it('are not taken for such where a number ends in noughts by chance, or is short', async () => {
    expect(
      await errorsOf('4123456789012340000', '4123456789012351231', '4123456789012361231'),
    ).toEqual([]);
    expect(await errorsOf('1000', '2000', '20261003100000000', '20261003110000000')).toEqual([]);
    expect(await errorsOf('260517-000000000000010', '260517-000000000000020')).toEqual([]);
  });

  it('have all of their digits in a workbook up to 15; longer numbers are told', async () => {
    const cells = (id: string) =>
      `<row r="2"><c r="A2"><v>${id}</v></c>${['b', '2026-10-02 10:00:00', '2026-10-02 10:05:00']
        .map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`)
        .join('')}<c><v>20</v></c></row>`;
    const header = HEADER.split(',').map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`);
    const read = (id: string) =>
      readOctober({
        '2026-10/订单.xlsx': book({
          sheets: { S: `<row r="1">${header.join('')}</row>${cells(id)}` },
        }),
      });
    const short = await read('123456789012345');
    expect(brief(short.problems)).toEqual([]);
    expect(await short.query('SELECT order_id FROM orders')).toEqual([
      { order_id: '123456789012345' },
    ]);
    expect(brief((await read('4123456789012340000')).problems)).toEqual([
      'damaged-id | 2026-10/订单.xlsx:2 | 订单编号 | 4.12345678901234E+18',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { oldParquet, parquetOf } from '../../parquet.js';
import { at, brief, readOctober } from '../world.js';

const ORDERS =
  'SELECT order_id, buyer, created, paid, amount, quantity, memo, agent, line FROM orders';

/** Rows of a query, one per text. */
function rows(columns: string, ...values: readonly string[]): string {
  return `SELECT * FROM (VALUES ${values.map((each) => `(${each})`).join(', ')}) AS rows(${columns})`;
}

describe('a Parquet file', () => {
  it('is read with the types that its columns have', async () => {
    const world = await readOctober({
      '2026-10/orders.parquet': await parquetOf(
        rows(
          '订单编号, buyer, 创建时间, paid_at, 实付金额, 数量, memo, 客服',
          `4100000000000000001::BIGINT, 'tb1', TIMESTAMP '2026-10-01 09:00:00.75',
            TIMESTAMPTZ '2026-10-31 16:30:00+00', 1280.50::DECIMAL(18,2), 2::TINYINT, '', 'A01'`,
          `4100000000000000002, 'tb2', TIMESTAMP '2026-10-02 09:00:00', NULL, 99, NULL, ' x ', NULL`,
        ),
      ),
    });
    expect(brief(world.problems)).toEqual([]);
    expect(await world.query(ORDERS)).toEqual([
      {
        order_id: '4100000000000000001',
        buyer: 'tb1',
        created: at('2026-10-01 09:00:00'),
        // 16:30 in UTC is half past midnight in Shanghai, the day after.
        paid: at('2026-11-01 00:30:00'),
        amount: '1280.5000',
        quantity: '2.0000',
        memo: null,
        agent: 0,
        line: 1,
      },
      {
        order_id: '4100000000000000002',
        buyer: 'tb2',
        created: at('2026-10-02 09:00:00'),
        paid: null,
        amount: '99.0000',
        quantity: '1.0000',
        memo: ' x ',
        agent: null,
        line: 2,
      },
    ]);
  });

  it('is read under the names that kpi.yaml gives its columns', async () => {
    const world = await readOctober({
      'kpi.yaml':
        'shop: 小店\nsources:\n  orders: {files: "oms*", columns: {order_id: 单号, created_at: 下单, amount: 成交额}}\n',
      '2026-10/oms [旧].parquet': await parquetOf(
        `SELECT '1' AS 单号, 'b' AS buyer, TIMESTAMP '2026-10-01 09:00:00' AS 下单, 12.5 AS 成交额, ['x'] AS 其他`,
      ),
    });
    expect(brief(world.problems)).toEqual(['no-payment-column | 2026-10/oms [旧].parquet']);
    expect(await world.query('SELECT order_id, amount FROM orders')).toEqual([
      { order_id: '1', amount: '12.5000' },
    ]);
  });

  it('keeps doubles to the digit, and refuses what is no amount', async () => {
    const order = (id: number, amount: string) =>
      `'${id}', TIMESTAMP '2026-10-01 09:00:00', ${amount}::DOUBLE, 'nan'::DOUBLE, 'b'`;
    const columns = 'order_id, created_at, amount, refund_amount, buyer';
    const sound = await readOctober({
      '2026-10/orders.parquet': await parquetOf(rows(columns, order(1, '0.1'), order(2, '99'))),
    });
    expect(await sound.query('SELECT amount, refund FROM orders')).toEqual([
      { amount: '0.1000', refund: '0.0000' },
      { amount: '99.0000', refund: '0.0000' },
    ]);
    const wrong = await readOctober({
      '2026-10/orders.parquet': await parquetOf(
        rows(
          columns,
          order(1, '5'),
          order(2, '0.1::DOUBLE + 0.2'),
          order(3, '1e12'),
          order(4, "'nan'"),
        ),
      ),
    });
    expect(brief(wrong.problems)).toEqual([
      'bad-amount | 2026-10/orders.parquet:2 | amount | 0.30000000000000004',
      'bad-amount | 2026-10/orders.parquet:3 | amount | 1.000000e+12',
      'missing-cell | 2026-10/orders.parquet:4 | amount',
      'no-payment-column | 2026-10/orders.parquet',
    ]);
  });

  it('is refused where ids or amounts have lost digits', async () => {
    const order = (id: string, amount: string, agent: string) =>
      parquetOf(`SELECT ${id} AS 订单编号, 'b' AS 买家, TIMESTAMP '2026-10-01 09:00:00' AS 创建时间,
        ${amount} AS 实付金额, ${agent} AS 客服`);
    const world = await readOctober({
      '2026-10/orders-1.parquet': await order('4.1e18::DOUBLE', '1', 'NULL'),
      '2026-10/orders-2.parquet': await order("'1'", '1.5::FLOAT', 'NULL'),
      '2026-10/orders-3.parquet': await order('2.00::DECIMAL(20,2)', '1', 'NULL'),
      // An empty column, as tools write it that have no empty texts.
      '2026-10/orders-4.parquet': await order("'4'", '1', "'nan'::DOUBLE"),
    });
    expect(
      world.problems.map(({ code, file, column, params }) => [code, file, column, params.type]),
    ).toEqual([
      ['inexact-column', '2026-10/orders-1.parquet', '订单编号', 'DOUBLE'],
      ['inexact-column', '2026-10/orders-2.parquet', '实付金额', 'FLOAT'],
      ['inexact-column', '2026-10/orders-3.parquet', '订单编号', 'DECIMAL(20,2)'],
      ['no-payment-column', '2026-10/orders-4.parquet', undefined, undefined],
    ]);
  });

  it('is refused where a time may be UTC or not, and where a column is nested', async () => {
    const world = await readOctober({
      '2026-10/chats-1.parquet': oldParquet({
        time: 'int96',
        agent: 'text',
        buyer: 'text',
        sender: 'text',
      }),
      '2026-10/chats-2.parquet': oldParquet({
        time: 'micros',
        agent: 'text',
        buyer: 'text',
        sender: 'text',
      }),
      '2026-10/chats-3.parquet': await parquetOf(
        `SELECT TIMESTAMP '2026-10-01 09:00:00' AS time, 'A01' AS agent, {'nick': 'b'} AS buyer, 'buyer' AS sender`,
      ),
      // All text: it may be as old as it likes.
      '2026-10/chats-4.parquet': oldParquet({
        time: 'text',
        agent: 'text',
        buyer: 'text',
        sender: 'text',
      }),
    });
    expect(brief(world.problems)).toEqual([
      'unclear-clock | 2026-10/chats-1.parquet | time',
      'unclear-clock | 2026-10/chats-2.parquet | time',
      'nested-column | 2026-10/chats-3.parquet | buyer',
      'empty-file | 2026-10/chats-4.parquet',
    ]);
  });

  it('tells its wrong cells by the number of the row', async () => {
    const chat = (time: string, sender: string) => `${time}, 'A01', 'b', ${sender}`;
    const world = await readOctober({
      '2026-10/聊天.parquet': await parquetOf(
        rows(
          '时间, 客服, 买家, 发送方',
          chat("'2026-10-01 09:00:00'", "'买家'"),
          'NULL, NULL, NULL, NULL',
          chat("'2026-10-01'", "'买家'"),
          chat("'2026-10-01 09:00:00'", "'店小二'"),
        ),
      ),
    });
    expect(brief(world.problems)).toEqual([
      'bad-date | 2026-10/聊天.parquet:3 | 时间 | 2026-10-01',
      // What a chat says is never shown: the cell may be a buyer's or a text.
      'bad-word | 2026-10/聊天.parquet:4 | 发送方 | …',
    ]);
  });

  it('finds the rows behind a figure', async () => {
    const world = await readOctober({
      '2026-10/chats.parquet': await parquetOf(
        `SELECT TIMESTAMP '2026-10-01 09:00:00' + i * INTERVAL 1 MINUTE AS 时间, 'A01' AS 客服,
          'b' AS 买家, '买家' AS 发送方 FROM range(5000) AS rows(i)`,
        'ROW_GROUP_SIZE 2048',
      ),
    });
    const at_ = Number(at('2026-10-01 09:00:00')) + 3000 * 60;
    const row = { agent: 0, time: at_, message: { buyer: 'b', shop: '', byBuyer: true }, nth: 1 };
    expect(await world.facts?.locate('chats', [row])).toEqual([
      { file: '2026-10/chats.parquet', line: 3001 },
    ]);
    // Rows stay in their order, whatever the groups of rows are.
    const times = (await world.messages()).map(({ time }) => time);
    expect(times).toEqual(Array.from({ length: 5000 }, (_, nth) => at_ - (3000 - nth) * 60));
  });

  it('lacks a column, or is another kind of file', async () => {
    const world = await readOctober({
      '2026-10/orders.parquet': await parquetOf(`SELECT '1' AS order_id, 5 AS amount`),
      '2026-10/attendance.parquet': await parquetOf(`SELECT 'A01' AS agent, 3 AS late`),
      '2026-10/other.parquet': await parquetOf('SELECT 1 AS x'),
    });
    expect(brief(world.problems)).toEqual([
      'missing-column | 2026-10/orders.parquet | 创建时间',
      'unknown-file | 2026-10/other.parquet',
      'not-parquet | 2026-10/attendance.parquet',
    ]);
  });

  it('is a problem, never a crash, when it is cut, damaged or encrypted', async () => {
    const sound = await parquetOf(
      `SELECT TIMESTAMP '2026-10-01 09:00:00' AS 时间, 'A01' AS 客服, 'b' || i AS 买家, '买家' AS 发送方
        FROM range(5000) AS rows(i)`,
    );
    const cut = sound.subarray(0, sound.length / 2);
    const damaged = Buffer.from(sound);
    damaged.fill(0xff, 40, 400);
    const world = await readOctober({
      '2026-10/chats-1.parquet': cut,
      '2026-10/chats-2.parquet': damaged,
      '2026-10/chats-3.parquet': 'PARE',
      '2026-10/chats-4.parquet': 'PAR1',
      '2026-10/chats-5.parquet': await parquetOf(
        'SELECT 1 AS x',
        `ENCRYPTION_CONFIG {footer_key: 'key'}`,
        `SET force_mbedtls_unsafe = 'true'; PRAGMA add_parquet_key('key', '0123456789abcdef')`,
      ),
    });
    expect(brief(world.problems).sort()).toEqual([
      'damaged-parquet | 2026-10/chats-1.parquet',
      'damaged-parquet | 2026-10/chats-2.parquet',
      'damaged-parquet | 2026-10/chats-4.parquet',
      'encrypted-parquet | 2026-10/chats-3.parquet',
      'encrypted-parquet | 2026-10/chats-5.parquet',
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../setup/runs.js';
import type { ShopFiles } from '../../setup/shop.js';
import { brief, readOctober } from '../world.js';

// Random orders, lines and refunds, added up here one by one, in cents, from what the readers promise.

interface Line {
  readonly id: string;
  readonly order: string;
  readonly cents: number;
  readonly quantity: number;
  readonly isPaid: boolean;
  /** Douyin says of a line that it was refunded, and not how much. */
  readonly isRefunded: boolean;
}

interface Refund {
  readonly id: string;
  readonly order: string;
  readonly cents: number;
  readonly status: '退款成功' | '同意退款，退款成功' | '售后关闭' | '待退货';
}

interface Month {
  readonly lines: readonly Line[];
  readonly refunds: readonly Refund[];
  readonly fakes: readonly string[];
}

const ORDERS = ['101', '102', '103', '104', '105'];
const orderId = fc.constantFrom(...ORDERS);
const cents = fc.integer({ min: 0, max: 500_000 });

const month: fc.Arbitrary<Month> = fc.record({
  lines: fc
    .array(
      fc.record({
        order: orderId,
        cents,
        quantity: fc.integer({ min: 1, max: 4 }),
        isPaid: fc.boolean(),
        isRefunded: fc.boolean(),
      }),
      { minLength: 1, maxLength: 12 },
    )
    .map((lines) => lines.map((line, at) => ({ ...line, id: String(9001 + at) }))),
  refunds: fc
    .array(
      fc.record({
        // Some name a line, some an order that is not there.
        order: fc.oneof(orderId, fc.constantFrom('9001', '9002', '999')),
        cents,
        status: fc.constantFrom<Refund['status'][]>(
          '退款成功',
          '同意退款，退款成功',
          '售后关闭',
          '待退货',
        ),
      }),
      { maxLength: 8 },
    )
    .map((refunds) => refunds.map((refund, at) => ({ ...refund, id: String(7001 + at) }))),
  fakes: fc.array(fc.oneof(orderId, fc.constantFrom('9001', '9003', '555')), { maxLength: 2 }),
});

const yuan = (amount: number) =>
  `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;

const LINES_HEADER =
  '主订单编号,子订单编号,选购商品,商品数量,订单应付金额,订单提交时间,支付完成时间,订单状态,售后状态';
const REFUNDS_HEADER = '售后单号,订单号,商品单号,退商品金额（元）,售后状态';

function lineRow({ id, order, cents: amount, quantity, isPaid, isRefunded }: Line): string {
  const paid = isPaid ? '2026-10-05 10:05:00' : '-';
  const status = isPaid ? '已完成' : '待支付';
  const after = isRefunded ? '退款成功' : '-';
  const cells = [
    order,
    id,
    '皂',
    quantity,
    yuan(amount),
    '2026-10-05 10:00:00',
    paid,
    status,
    after,
  ];
  return cells.join(',');
}

function refundRow({ id, order, cents: amount, status }: Refund): string {
  return [id, order, '-', yuan(amount), status].join(',');
}

const csv = (header: string, rows: readonly string[]) => `${[header, ...rows].join('\n')}\n`;

function filesOf({ lines, refunds, fakes }: Month): Record<string, string> {
  return {
    '2026-10/a.csv': csv(LINES_HEADER, lines.map(lineRow)),
    ...(refunds.length > 0 ? { '2026-10/b.csv': csv(REFUNDS_HEADER, refunds.map(refundRow)) } : {}),
    ...(fakes.length > 0 ? { '2026-10/c.csv': csv('刷单编号', fakes) } : {}),
  };
}

/** What each order is: paid or not, cents, pieces, cents refunded. */
function reckon({ lines, refunds, fakes }: Month): string[] {
  const isFake = (order: string) =>
    fakes.includes(order) || lines.some((line) => line.order === order && fakes.includes(line.id));
  const found: string[] = [];
  for (const order of ORDERS) {
    const own = lines.filter((line) => line.order === order);
    if (own.length === 0 || isFake(order)) continue;
    const paid = own.filter(({ isPaid }) => isPaid);
    const counted = paid.length > 0 ? paid : own;
    let amount = 0;
    let quantity = 0;
    let unsaid = 0;
    for (const line of counted) {
      amount += line.cents;
      quantity += line.quantity;
      if (line.isRefunded && line.isPaid) unsaid += line.cents;
    }
    const listed = refunds.filter(
      (refund) => refund.order === order || own.some(({ id }) => id === refund.order),
    );
    let refunded = 0;
    for (const refund of listed) {
      if (refund.status.endsWith('退款成功')) refunded += refund.cents;
    }
    // No more is given back than was paid.
    const refund = Math.min(listed.length > 0 ? refunded : unsaid, amount);
    found.push([order, paid.length > 0, amount, quantity, refund].join(' '));
  }
  return found;
}

async function read(files: ShopFiles): Promise<string[]> {
  const world = await readOctober(files);
  const errors = world.problems.filter(({ level }) => level === 'error');
  expect(brief(errors)).toEqual([]);
  const rows = await world.query(`
    SELECT concat_ws(' ', order_id, paid IS NOT NULL, CAST(amount * 100 AS INTEGER),
      CAST(quantity AS INTEGER), CAST(refund * 100 AS INTEGER)) AS found
    FROM orders ORDER BY order_id`);
  return rows.map(({ found }) => String(found));
}

const RUNS = { numRuns: runs(12), seed: 20261001 };

describe('orders of lines, with refunds and a list of fake orders', () => {
  it('are what adding up one by one gives', async () => {
    await fc.assert(
      fc.asyncProperty(month, async (given) => {
        expect(await read(filesOf(given))).toEqual(reckon(given));
      }),
      RUNS,
    );
  }, 300_000);

  it('are the same in any order of rows, and with any file cut in two', async () => {
    const cuts = fc.array(fc.nat(), { minLength: 3, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(month, cuts, fc.boolean(), async (given, places, isReversed) => {
        const files: Record<string, string> = {};
        for (const [at, [name, text]] of Object.entries(filesOf(given)).entries()) {
          const [header = '', ...rows] = text.trimEnd().split('\n');
          const shuffled = isReversed ? rows.toReversed() : rows;
          const cut = (places[at] ?? 0) % (shuffled.length + 1);
          files[name.replace('.csv', '-1.csv')] = csv(header, shuffled.slice(0, cut));
          files[name.replace('.csv', '-2.csv')] = csv(header, shuffled.slice(cut));
        }
        expect(await read(files)).toEqual(reckon(given));
      }),
      RUNS,
    );
  }, 300_000);
});

interface Whole {
  readonly cents: number;
  readonly balance: number;
  readonly isPaid: boolean;
  readonly quantities: readonly number[];
}

const wholes = fc.array(
  fc.record({
    cents,
    balance: fc.integer({ min: 0, max: 900 }),
    isPaid: fc.boolean(),
    quantities: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 6 },
);

describe('orders that repeat in each row what they cost', () => {
  it('cost it once, with the pieces of all rows, in any order and cut anywhere', async () => {
    const header =
      '订单号,商品ID,订购数量,下单时间,京东价,余额支付,应付金额,订单状态,下单帐号,付款确认时间';
    const rowsOf = ({ cents: amount, balance, isPaid, quantities }: Whole, at: number) =>
      quantities.map((quantity, sku) =>
        [
          500 + at,
          100 + sku,
          quantity,
          '2026-10-05 10:00:00',
          '1.00',
          yuan(balance),
          yuan(amount),
          isPaid ? '完成' : '等待付款',
          `jd_${at}`,
          isPaid ? '2026-10-05 10:05:00' : '',
        ].join(','),
      );
    await fc.assert(
      fc.asyncProperty(wholes, fc.nat(), fc.boolean(), async (given, place, isReversed) => {
        const rows = given.flatMap(rowsOf);
        const shuffled = isReversed ? rows.toReversed() : rows;
        const cut = place % (rows.length + 1);
        // A row that is exported twice counts once.
        const again = shuffled.slice(cut, cut + 1);
        const found = await read({
          '2026-10/a.csv': csv(header, [...shuffled.slice(0, cut), ...again]),
          '2026-10/b.csv': csv(header, shuffled.slice(cut)),
        });
        expect(found).toEqual(
          given.map(({ cents: amount, balance, isPaid, quantities }, at) => {
            let pieces = 0;
            for (const quantity of quantities) pieces += quantity;
            return [500 + at, isPaid, amount + balance, pieces, 0].join(' ');
          }),
        );
      }),
      RUNS,
    );
  }, 300_000);
});

import { describe, expect, test } from 'vitest';
import { filteredMetric } from '../../src/catalogue/metrics/filtered.js';
import { metricById } from '../../src/catalogue/metrics/metrics.js';
import type { OrderFilter } from '../../src/catalogue/order-filter.js';
import { decimal, plain } from '../../src/lib/decimal.js';
import { openEngine } from '../../src/lib/engine.js';
import type { Month } from '../../src/lib/month.js';
import { countShop, readShop } from '../setup/month.js';
import { FIRST_SEED, runs } from '../setup/runs.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';
import { type Random, randomFrom } from './reference/random.js';

// What orders of random months come to over some items, and by the days of their refunds: counted by the program,
// and again from the definitions in plain loops. Amounts are whole fen.

const AGENTS = ['A01', 'A02'];
const ITEMS = [
  { name: '保温杯', id: '7001', category: '杯子' },
  { name: '茶杯', id: '7002', category: '杯子' },
  { name: '勺子', id: '7007', category: '餐具' },
  { name: '筷子', id: '7008', category: '餐具' },
] as const;

interface Line {
  readonly item: (typeof ITEMS)[number];
  readonly quantity: number;
  readonly amount: number;
  /** What was asked back, and whether it was given. */
  readonly asked: number;
  readonly isGiven: boolean;
}

interface Refund {
  readonly amount: number;
  readonly day: string;
  readonly isGiven: boolean;
}

interface Order {
  readonly id: string;
  readonly agent: string;
  readonly paid: string;
  readonly postage: number;
  readonly lines: readonly Line[];
  readonly refunds: readonly Refund[];
}

function day(random: Random, ...months: readonly string[]): string {
  return `${random.pick(months)}-${String(random.whole(1, 30)).padStart(2, '0')}`;
}

function randomOrder(random: Random, number: number): Order {
  const lines = random
    .shuffle(ITEMS)
    .slice(0, random.whole(1, 3))
    .map((item): Line => {
      const amount = random.whole(1, 9000);
      return {
        ...{ item, amount, quantity: random.whole(1, 3) },
        ...{ asked: random.chance(40) ? amount : 0, isGiven: random.chance(70) },
      };
    });
  const refunds = Array.from({ length: random.pick([0, 0, 1, 2, 3]) }, () => ({
    ...{ amount: random.whole(1, 6000), isGiven: random.chance(75) },
    day: day(random, '2026-09', '2026-10', '2026-10', '2026-11'),
  }));
  const paid = day(random, '2026-09', '2026-10', '2026-10');
  const agent = random.pick([...AGENTS, '']);
  const postage = random.pick([0, 0, 800]);
  return { id: String(70_000 + number), agent, paid, postage, lines, refunds };
}

/** Orders of which one is of October: a file without any is of another month. */
function randomOrders(random: Random): readonly Order[] {
  const orders = Array.from({ length: random.whole(1, 30) }, (_, at) => randomOrder(random, at));
  return orders.map((order, at) => (at === 0 ? { ...order, paid: '2026-10-01' } : order));
}

const sumOf = <T>(things: readonly T[], figure: (thing: T) => number) =>
  things.reduce((sum, thing) => sum + figure(thing), 0);
const yuan = (fen: number) => (fen / 100).toFixed(2);
const givenBack = ({ asked, isGiven }: Line) => (isGiven ? asked : 0);
const amountOf = ({ lines, postage }: Order) => sumOf(lines, ({ amount }) => amount) + postage;
const isOctober = (of: string) => of.startsWith('2026-10');

/** The figures of each agent by metric, as text. */
type Figures = Readonly<Record<string, Readonly<Record<string, string>>>>;

async function counted(
  files: ShopFiles,
  where: OrderFilter | undefined,
  ids: readonly string[],
): Promise<Figures> {
  const folder = writeShop({
    'kpi.yaml': csv('shop: 小店', 'plans: {presales: {pay: [base_flat]}}', 'metrics: {memo: only}'),
    'agents.csv': csv('工号,姓名,岗位', 'A01,甲,售前', 'A02,乙,售前'),
    ...files,
  });
  const filtered = ids.flatMap((id) => {
    const base = metricById(id);
    return where && base ? [filteredMetric(`some.${id}`, base, where, undefined)] : [];
  });
  const engine = await openEngine();
  try {
    const read = await readShop(folder, '2026-10' as Month, engine, { withItems: true });
    const month = await countShop(read, { byDay: undefined, byHour: false, filtered });
    expect(read.problems.all.filter(({ level }) => level === 'error')).toEqual([]);
    const figure = (agent: string, id: string) => {
      const value = month?.metrics.agents.get(agent)?.metrics.get(where ? `some.${id}` : id);
      return value?.state === 'known' ? plain(value.value) : String(value?.state);
    };
    return Object.fromEntries(
      AGENTS.map((agent) => [agent, Object.fromEntries(ids.map((id) => [id, figure(agent, id)]))]),
    );
  } finally {
    await engine.close();
  }
}

function figuresOf(
  orders: readonly Order[],
  fenOf: Readonly<Record<string, (own: readonly Order[]) => number>>,
  counts: readonly string[],
): Figures {
  const text = (id: string, own: readonly Order[]) => {
    const found = fenOf[id]?.(own) ?? 0;
    return plain(decimal(counts.includes(id) ? String(found) : yuan(found)));
  };
  return Object.fromEntries(
    AGENTS.map((agent) => {
      const own = orders.filter((order) => order.agent === agent);
      return [agent, Object.fromEntries(Object.keys(fenOf).map((id) => [id, text(id, own)]))];
    }),
  );
}

const SEEDS = Array.from({ length: runs(60) }, (_, at) => FIRST_SEED + at);

describe('the metrics of orders agree with the definitions', () => {
  test.each(SEEDS)('over some items, in random month %i', async (seed) => {
    const random = randomFrom(seed);
    const orders = randomOrders(random);
    const words = random.pick<{
      readonly item?: readonly string[];
      readonly category?: readonly string[];
    }>([
      {
        item: random
          .shuffle(ITEMS)
          .slice(0, 2)
          .map(({ name }) => name),
      },
      { item: [random.pick(ITEMS).id] },
      { category: [random.pick(['杯子', '餐具'])] },
    ]);
    const least = random.pick([undefined, undefined, 5000]);
    const isMeant = ({ item: { name, id, category } }: Line) =>
      words.item?.some((word) => word === name || word === id) === true ||
      words.category?.includes(category) === true;
    const where: OrderFilter = {
      words,
      amount: least === undefined ? [] : [{ sign: '>=', yuan: decimal(yuan(least)) }],
      place: { file: 'kpi.yaml' },
    };
    // Of an order of nothing else the whole counts, with its postage; of any other these lines do.
    const parts = (own: readonly Order[]) =>
      own
        .filter((order) => isOctober(order.paid))
        .filter((order) => least === undefined || amountOf(order) >= least)
        .flatMap((order) => {
          const lines = order.lines.filter(isMeant);
          const amount =
            lines.length === order.lines.length ? amountOf(order) : sumOf(lines, (of) => of.amount);
          const part = { amount, refund: sumOf(lines, givenBack) };
          return lines.length === 0 ? [] : [{ ...part, items: sumOf(lines, (of) => of.quantity) }];
        });
    const fenOf = {
      paid_orders: (own: readonly Order[]) => parts(own).length,
      items: (own: readonly Order[]) => sumOf(parts(own), ({ items }) => items),
      sales: (own: readonly Order[]) => sumOf(parts(own), ({ amount }) => amount),
      refunds: (own: readonly Order[]) => sumOf(parts(own), ({ refund }) => refund),
      refunded_orders: (own: readonly Order[]) =>
        parts(own).filter(({ refund }) => refund > 0).length,
      net_sales: (own: readonly Order[]) =>
        sumOf(parts(own), ({ amount, refund }) => amount - refund),
    };
    const files = {
      'products.csv': csv(
        '商品,商品ID,类目',
        ...ITEMS.map((of) => `${of.name},${of.id},${of.category}`),
      ),
      '2026-10/orders.csv': csv(
        '订单编号,买家,创建时间,付款时间,实付金额,退款金额,数量,备注',
        ...orders.map((order) =>
          [
            ...[order.id, `b${order.id}`, `${order.paid} 09:00:00`, `${order.paid} 09:00:00`],
            ...[yuan(amountOf(order)), yuan(sumOf(order.lines, givenBack))],
            ...[sumOf(order.lines, ({ quantity }) => quantity), order.agent],
          ].join(','),
        ),
      ),
      '2026-10/orders-items.csv': csv(
        '主订单编号,子订单编号,商品标题,商品ID,购买数量,买家实付金额,退款金额,退款状态',
        ...orders.flatMap(({ id, lines }) =>
          lines.map(({ item, quantity, amount, asked, isGiven }, at) =>
            [
              ...[id, `${id}${at}`, item.name, item.id, quantity, yuan(amount), yuan(asked)],
              asked === 0 ? '无退款申请' : isGiven ? '退款成功' : '退款关闭',
            ].join(','),
          ),
        ),
      ),
    };
    const expected = figuresOf(orders, fenOf, ['paid_orders', 'items', 'refunded_orders']);
    expect(await counted(files, where, Object.keys(fenOf))).toEqual(expected);
  });

  test.each(SEEDS)('by the days of refunds, in random month %i', async (seed) => {
    const random = randomFrom(seed);
    const orders = randomOrders(random);
    const least = random.pick([undefined, 5000]);
    // In the order of their days; of more than was paid only so much counts.
    const given = (order: Order): readonly Refund[] => {
      const days = order.refunds
        .filter(({ isGiven }) => isGiven)
        .toSorted((a, b) => (a.day < b.day ? -1 : 1));
      let left = amountOf(order);
      return days.map((refund) => {
        const amount = Math.min(left, refund.amount);
        left -= amount;
        return { ...refund, amount };
      });
    };
    const meant = (own: readonly Order[]) =>
      own.filter((order) => least === undefined || amountOf(order) >= least);
    const inOctober = (own: readonly Order[]) =>
      sumOf(own, (order) =>
        sumOf(
          given(order).filter((of) => isOctober(of.day)),
          (of) => of.amount,
        ),
      );
    const fenOf = {
      refunds: (own: readonly Order[]) =>
        sumOf(
          meant(own).filter(({ paid }) => isOctober(paid)),
          (order) => sumOf(given(order), ({ amount }) => amount),
        ),
      refunds_by_date: (own: readonly Order[]) => inOctober(meant(own)),
      older_refunds: (own: readonly Order[]) =>
        inOctober(meant(own).filter(({ paid }) => !isOctober(paid))),
    };
    const files = {
      '2026-10/orders.csv': csv(
        '订单编号,买家,创建时间,付款时间,实付金额,备注',
        ...orders.map((order) =>
          [
            ...[order.id, `b${order.id}`, `${order.paid} 09:00:00`, `${order.paid} 09:00:00`],
            ...[yuan(amountOf(order)), order.agent],
          ].join(','),
        ),
      ),
      '2026-10/orders-refunds.csv': csv(
        '售后编号,订单号,退款金额,售后状态,退款时间',
        ...orders.flatMap(({ id, refunds }) =>
          refunds.map(({ amount, day: at, isGiven }, number) =>
            [
              ...[`r${id}${number}`, id, yuan(amount), isGiven ? '退款成功' : '退款关闭'],
              `${at} 10:00:00`,
            ].join(','),
          ),
        ),
      ),
    };
    const where: OrderFilter | undefined =
      least === undefined
        ? undefined
        : { words: {}, amount: [{ sign: '>=', yuan: decimal(yuan(least)) }], place: {} };
    expect(await counted(files, where, Object.keys(fenOf))).toEqual(figuresOf(orders, fenOf, []));
  });
});

import { FILTERABLE_METRICS, filteredMetric } from '../../../src/catalogue/metrics/filtered.js';
import type { OrderFilter } from '../../../src/catalogue/order-filter.js';
import { decimal } from '../../../src/lib/decimal.js';
import type { MetricSettings } from '../../../src/shop/config.js';
import { contextOf } from './context.js';
import type { ReferenceValue } from './figures.js';
import { addOrders } from './orders.js';
import { randomFrom } from './random.js';
import type { RawMonth, RawOrder } from './raw-month.js';
import { shopMetrics } from './shop.js';

/** Some orders of a random month: which, as the program takes it, and as a plain question of one order. */
export interface SomeOrders {
  readonly where: OrderFilter;
  readonly counts: (order: RawOrder) => boolean;
}

const STATUSES = ['交易成功', '交易关闭', '已完成', 'closed', '买家已付款'];
/** Amounts of random orders: bounds that some of them meet just so. */
const LEAST = ['0', '12.34', '59.90'];
const MOST = ['99', '1000.5', '123456789.99'];

/** Orders by shop, status and amount, in any combination. */
export function someOrders(seed: number, ordersHaveShop: boolean): SomeOrders {
  const random = randomFrom(seed);
  const shops = ordersHaveShop && random.chance(50) ? [random.pick(['一店', '二店'])] : undefined;
  const statuses = random.chance(50) ? random.shuffle(STATUSES).slice(0, 2) : undefined;
  const isOpen = shops !== undefined || statuses !== undefined;
  const least = random.pick(isOpen ? [undefined, undefined, ...LEAST] : LEAST);
  const most = random.pick([undefined, undefined, ...MOST]);
  return {
    where: {
      words: { ...(shops && { shop: shops }), ...(statuses && { status: statuses }) },
      amount: [
        ...(least === undefined ? [] : [{ sign: '>=' as const, yuan: decimal(least) }]),
        ...(most === undefined ? [] : [{ sign: '<' as const, yuan: decimal(most) }]),
      ],
      place: { file: 'kpi.yaml' },
    },
    counts: ({ shop, status, amount }) =>
      (shops === undefined || shops.includes(shop)) &&
      (statuses === undefined || statuses.includes(status)) &&
      (least === undefined || decimal(amount).greaterThanOrEqualTo(least)) &&
      (most === undefined || decimal(amount).lessThan(most)),
  };
}

/** Every metric that counts orders, over those alone; its id says so. */
export function metricsOver({ where }: SomeOrders) {
  return FILTERABLE_METRICS.map((base) =>
    filteredMetric(`some.${base.id}`, base, where, undefined),
  );
}

/** The same figures from the definitions: orders are credited as ever, then the others are left out. */
export function referenceOver(
  { counts }: SomeOrders,
  month: RawMonth,
  settings: MetricSettings,
): (agent?: string) => ReadonlyMap<string, ReferenceValue> {
  const all = contextOf(month, settings);
  const context = { ...all, orders: all.orders.filter(({ order }) => counts(order)) };
  return (agent) => {
    const values = agent === undefined ? shopMetrics(context) : new Map<string, ReferenceValue>();
    if (agent !== undefined) addOrders(values, agent, context);
    return new Map(
      FILTERABLE_METRICS.flatMap(({ id }) => {
        const value = values.get(id);
        return value === undefined ? [] : [[`some.${id}`, value] as const];
      }),
    );
  };
}

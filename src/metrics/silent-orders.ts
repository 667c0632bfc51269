import type { MonthFacts } from '../intake/facts/month-facts.js';
import type { MetricSettings } from '../shop/config.js';
import { listedTitles } from '../words/lists.js';
import type { Problems } from '../words/problem.js';
import { title } from '../words/text.js';
import { metricsSql, type SqlParameters } from './rows/sql.js';

/** Fewer orders are silent by chance. */
const FEWEST_ORDERS = 10;

/** Of every three orders two, at most, are usually silent. */
const USUAL_SHARE = 2 / 3;

const REASONS = ['no_buyer', 'no_chat', 'no_reply', 'role', 'time'] as const;

const SECONDS_PER_HOUR = 3600;

/** Tells why orders are silent where so many are that files or names may not fit: how many by each reason. */
export async function reportSilentOrders(
  { engine, files, month }: MonthFacts,
  { window, memo }: Pick<MetricSettings, 'window' | 'memo'>,
  parameters: SqlParameters,
  problems: Problems,
): Promise<void> {
  if (memo === 'only') return;
  const rows = await engine.query(metricsSql('silent-orders', parameters));
  const orders = rows.map(({ reason, orders }) => ({ reason, orders: Number(orders) }));
  const all = orders.reduce((sum, each) => sum + each.orders, 0);
  const silent = all - (orders.find(({ reason }) => reason === 'credited')?.orders ?? 0);
  if (all < FEWEST_ORDERS || silent <= all * USUAL_SHARE) return;
  const hours = window / SECONDS_PER_HOUR;
  const reasons = orders.flatMap(({ reason, orders }) => {
    const known = REASONS.find((each) => each === reason);
    return known === undefined ? [] : [title(`silent.${known}`, { orders, hours })];
  });
  const [file = month] = files.get('orders') ?? [];
  const params = { all, silent, reasons: listedTitles('sentences', reasons) };
  problems.report('mostly-silent', { file }, { params });
}

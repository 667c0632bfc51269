import { sameInAll, type Title } from '../../lib/language.js';
import { byCodePoints } from '../../lib/order.js';
import { listedTitles } from '../../words/lists.js';
import { title } from '../../words/text.js';
import { shownCell } from '../cells/shown-cell.js';
import type { Findings } from '../facts/month-context.js';
import type { Table } from '../files/table.js';
import { makesOrders } from '../orders/order-files.js';

/** Which shops a file names: '' for rows that name none. A file without any row that counts names nothing. */
type ShopsOfFiles = ReadonlyMap<Table, readonly string[]>;

/** Whether it may come to telling shops apart: chats and orders have a column for them. */
export function mayHaveShops(chats: readonly Table[], orders: readonly Table[]): boolean {
  const hasShops = ({ match }: Table) => match.positions.has('shop');
  return chats.some(hasShops) && orders.some(hasShops);
}

/**
 * "Buyers are matched within a shop when both files have one." Decides it by what the files of the month
 * hold, a column of empty cells being none, and takes the shops out again where they do not count. Warns
 * of files that keep shops from being told apart, and of shops that only chats or only orders have.
 */
export async function distinguishShops(
  loaded: ReadonlyMap<Table, { readonly shops: readonly string[] }>,
  tables: readonly Table[],
  findings: Findings,
): Promise<boolean> {
  const chats = new Map(
    [...loaded].flatMap(([table, { shops }]) => (shops.length > 0 ? [[table, shops]] : [])),
  );
  const orders = await shopsOfOrders(tables, findings);
  const shopless = [...chats, ...orders].filter(([, shops]) => shops.every((shop) => shop === ''));
  if (chats.size > 0 && orders.size > 0 && shopless.length === 0) {
    await leaveLinesToOrders(findings);
    reportStrangers('shop-without-chats', orders, chats, findings);
    reportStrangers('shop-without-orders', chats, orders, findings);
    return true;
  }
  await forgetShops(findings);
  // With one shop there is nothing to tell apart.
  if (namesOf(chats, orders).filter((shop) => shop !== '').length > 1) {
    const files = shopless.map(([{ file }]) => file);
    const params = { files: listed(files) };
    findings.problems.report('shops-not-told-apart', placeOf(files, findings), { params });
  }
  return false;
}

/** The shops of files that make orders. A line says nothing of shops where another file has its whole order. */
async function shopsOfOrders(
  tables: readonly Table[],
  { engine }: Findings,
): Promise<ShopsOfFiles> {
  const rows = await engine.query(`
    SELECT DISTINCT file, shop
    FROM intake_orders
    WHERE NOT summary AND NOT wrong
      AND (grain <> 'line' OR order_id NOT IN (${WHOLE_ORDERS}))`);
  const makers = tables.filter(makesOrders).map((table) => {
    const shops = rows.filter(({ file }) => file === table.file).map(({ shop }) => String(shop));
    return [table, shops] as const;
  });
  return new Map(makers.filter(([, shops]) => shops.length > 0));
}

const WHOLE_ORDERS = `
  SELECT order_id FROM intake_orders WHERE grain <> 'line' AND order_id IS NOT NULL`;

async function leaveLinesToOrders({ engine }: Findings): Promise<void> {
  await engine.run(`
    UPDATE intake_orders SET shop = ''
    WHERE grain = 'line' AND shop <> '' AND order_id IN (${WHOLE_ORDERS})`);
}

async function forgetShops({ engine }: Findings): Promise<void> {
  await engine.run(`UPDATE intake_orders SET shop = '' WHERE shop <> ''`);
}

/** Warns of shops that the files of one kind have and those of the other kind do not. */
function reportStrangers(
  code: 'shop-without-chats' | 'shop-without-orders',
  here: ShopsOfFiles,
  there: ShopsOfFiles,
  findings: Findings,
): void {
  const known = new Set(namesOf(there));
  const strangers = namesOf(here).filter((shop) => !known.has(shop));
  if (strangers.length === 0) return;
  const files = [...here]
    .filter(([, shops]) => shops.some((shop) => strangers.includes(shop)))
    .map(([{ file }]) => file);
  const params = { shops: listed(strangers.map((shop) => shownCell(shop))) };
  findings.problems.report(code, placeOf(files, findings), { params });
}

function namesOf(...kinds: readonly ShopsOfFiles[]): readonly string[] {
  const names = kinds.flatMap((files) => [...files.values()].flat());
  return [...new Set(names)].sort(byCodePoints);
}

function placeOf(files: readonly string[], { month }: Findings): { readonly file: string } {
  const [file, ...others] = files;
  return { file: file === undefined || others.length > 0 ? month : file };
}

const SHOWN = 5;

/** The first few of a list, and how many there are; what has no name is said to be empty. */
function listed(names: readonly string[]): Title {
  const shown = names
    .slice(0, SHOWN)
    .map((name) => (name === '' ? title('names.empty') : sameInAll(name)));
  const list = listedTitles('names', shown);
  if (names.length <= SHOWN) return list;
  return title('names.shops-and-more', { names: list, all: names.length });
}

// What is damaged: every export of fixtures/exports, and some rows of each file of the demo.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const FIXTURES = join(import.meta.dirname, '../../fixtures');

/** A sound file, and the shop in whose October it lies. */
export interface Source {
  readonly name: string;
  readonly bytes: Buffer;
  /** The files around it, by path from the shop's folder. */
  readonly shop: Readonly<Record<string, string | Buffer>>;
}

/** Agents under all the names that the exports have for them. */
const SMALL_SHOP = {
  'kpi.yaml': 'shop: 小店\n',
  'agents.csv':
    '工号,姓名,岗位,账号\n' +
    'A01,张三,售前,店:小张;示例旗舰店:小张;云朵家居:小满;云朵家居:小满2\n' +
    'A02,李四,售后,店:小李;示例旗舰店:小李;小李备用;云朵家居:阿青\n',
};

/** What says something of orders only, and the orders that it is about. */
const ORDERS_OF: Readonly<Record<string, string>> = {
  'taobao-refunds.csv': 'taobao-orders-2022.csv',
  'taobao-refunds-2026.xlsx': 'taobao-orders-2024.xlsx',
  'taobao-items-old.csv': 'taobao-orders-2022.csv',
  'pdd-after-sales.csv': 'pdd-orders.csv',
  'douyin-after-sales.csv': 'douyin-orders.csv',
  'fake-orders.csv': 'taobao-orders-2017.csv',
};

/** Rows of a file of the demo that are kept: its chats have twenty thousand. */
const DEMO_LINES = 40;

/** All sources, in order of name. */
export function listSources(): readonly Source[] {
  const exports = readdirSync(join(FIXTURES, 'exports')).filter((name) =>
    /\.(?:csv|txt|xls|xlsx|zip)$/.test(name),
  );
  const demo = readdirSync(join(FIXTURES, 'demo/2026-10'));
  return [...exports.sort().map(ofExport), ...demo.sort().map(ofDemo)];
}

function read(path: string): Buffer {
  return readFileSync(join(FIXTURES, path));
}

function ofExport(name: string): Source {
  const orders = ORDERS_OF[name];
  const beside = orders === undefined ? {} : { [`2026-10/${orders}`]: read(`exports/${orders}`) };
  return { name, bytes: read(`exports/${name}`), shop: { ...SMALL_SHOP, ...beside } };
}

function ofDemo(name: string): Source {
  const shop = { 'kpi.yaml': read('demo/kpi.yaml'), 'agents.csv': read('demo/agents.csv') };
  return { name: basename(name), bytes: excerpt(read(`demo/2026-10/${name}`)), shop };
}

/** The header, and the rows in the middle: the first are of the days before the month. */
function excerpt(bytes: Buffer): Buffer {
  const lines: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(0x0a, at) + 1 || bytes.length;
    lines.push(bytes.subarray(at, end));
    at = end;
  }
  const first = Math.max(Math.floor((lines.length - DEMO_LINES) / 2), 1);
  return Buffer.concat([...lines.slice(0, 1), ...lines.slice(first, first + DEMO_LINES)]);
}

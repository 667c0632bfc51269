import { kpi } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

/** Three orders of a Taobao report, of which A01 has the first by its memo: 100.10, 200.20 and 0.30 yuan. */
export const TAOBAO_HEADER =
  '订单编号,买家会员名,买家实际支付金额,订单状态,订单创建时间,订单付款时间,宝贝总数量,退款金额,商家备注';
export const TAOBAO_ROWS = [
  '4100000000000000101,tb_1,100.10,交易成功,2026-10-03 10:00:00,2026-10-03 10:01:00,1,0,A01号',
  '4100000000000000102,tb_2,200.20,交易成功,2026-10-04 10:00:00,2026-10-04 10:01:00,2,10.00,',
  '4100000000000000103,tb_3,0.30,交易成功,2026-10-05 10:00:00,2026-10-05 10:01:00,1,,',
] as const;
export const TAOBAO = csv(TAOBAO_HEADER, ...TAOBAO_ROWS);

const SHOP: ShopFiles = {
  'kpi.yaml': csv('shop: 示例旗舰店', 'plans: {presales: {scores: [], pay: [base_flat]}}'),
  'agents.csv': csv('工号,姓名,岗位,账号,应出勤', 'A01,小美,售前,示例旗舰店:小美,22'),
};

/** A shop with these files in its October, by their names in the folder of the month. */
export function october(files: ShopFiles): string {
  const inMonth = Object.entries(files).map(([name, content]) => [`2026-10/${name}`, content]);
  return writeShop({ ...SHOP, ...Object.fromEntries(inMonth) });
}

/** What `kpi metrics` makes of files of October. */
export interface Counted {
  readonly code: number;
  readonly shopSales: number | null | undefined;
  /** Of A01. */
  readonly sales: number | null | undefined;
  /** The files that were read, each with its rows. */
  readonly rows: Readonly<Record<string, number>>;
  /** Level, code and file of what was found; that there are no chats is left out. */
  readonly problems: readonly string[];
}

interface Document {
  readonly agents: readonly { readonly metrics: Readonly<Record<string, number | null>> }[];
  readonly shop: Readonly<Record<string, number | null>>;
  readonly inputs: readonly { readonly file: string; readonly rows: number }[];
}

interface Found {
  readonly level: string;
  readonly code: string;
  readonly file: string;
}

const IN_OCTOBER = ['--month', '2026-10', '--format', 'json'];

export async function counted(files: ShopFiles): Promise<Counted> {
  const cwd = october(files);
  const run = await kpi(['metrics', ...IN_OCTOBER], { cwd });
  const document = run.code === 0 ? (JSON.parse(run.out) as Document) : undefined;
  const checked = await kpi(['check', ...IN_OCTOBER], { cwd });
  const { problems } = JSON.parse(checked.out) as { problems: readonly Found[] };
  return {
    code: run.code,
    shopSales: document?.shop.shop_sales,
    sales: document?.agents[0]?.metrics.sales,
    rows: Object.fromEntries((document?.inputs ?? []).map(({ file, rows }) => [file, rows])),
    problems: problems
      .filter(({ code, level }) => code !== 'credit-by-memo-only' && level !== 'info')
      .map(({ level, code, file }) => `${level} ${code} ${file}`),
  };
}

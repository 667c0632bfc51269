// Writes an order report of Taobao of a given size (a month as the platform wrote it in 2017: GB18030, ids as
// formulas), to measure how long `kpi metrics` takes over it and how much memory:
//   npx tsx bench/orders.ts FOLDER [megabytes] [bad cells]
//   /usr/bin/time -v node bin/kpi.js -C FOLDER metrics --month 2026-10
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { encodeGb18030 } from '../fixtures/generator/gb18030.js';
import { TAOBAO_ORDERS_2017 } from '../test/fixtures/order-headers.js';

const [folder = '', megabytes = '1000', bad = '0'] = process.argv.slice(2);
const NAMES = TAOBAO_ORDERS_2017.split(',').map((name) => name.trim());
const ROWS_AT_ONCE = 5000;

const two = (number: number) => String(number).padStart(2, '0');

function time(order: number): string {
  const [day, hour] = [1 + (order % 31), Math.floor(order / 31) % 24];
  return `2026-10-${two(day)} ${two(hour)}:${two(order % 60)}:${two(Math.floor(order / 7) % 60)}`;
}

function row(order: number, isBad: boolean): string {
  const isPaid = order % 13 !== 0;
  const cells: Readonly<Record<string, string>> = {
    买家会员名: `买家${order % 700_000}`,
    总金额: `${order % 900}.90`,
    买家实际支付金额: isBad ? '一百' : `${order % 900}.50`,
    订单状态: isPaid ? '买家已付款，等待卖家发货' : '等待买家付款',
    收货人姓名: '王**',
    收货地址: '浙江省 杭州市 余杭区 五常街道 文一西路****号 (310000)',
    联系手机: "'138****0000",
    订单创建时间: time(order),
    订单付款时间: isPaid ? time(order + 1) : '',
    宝贝标题: '全棉四件套加厚磨毛床单被套床上用品 四季通用 买一送一',
    物流公司: '中通快递',
    订单备注: order % 20 === 0 ? `A0${1 + (order % 2)}号 好评返现` : '',
    宝贝总数量: String(1 + (order % 3)),
    店铺Id: '0',
    店铺名称: '示例旗舰店',
    订单关闭原因: '订单未关闭',
    卖家服务费: '0',
    买家服务费: '0元',
    是否手机订单: '手机订单',
    退款金额: order % 11 === 0 ? '5.00' : '0.00',
  };
  const ids: Readonly<Record<string, string>> = {
    订单编号: `="${3_000_000_000_000_000_000n + BigInt(order) * 7n}"`,
    特权订金订单id: '=""',
  };
  return `${NAMES.map((name) => ids[name] ?? `"${cells[name] ?? ''}"`).join(',')}\r\n`;
}

mkdirSync(join(folder, '2026-10'), { recursive: true });
writeFileSync(join(folder, 'kpi.yaml'), 'shop: 示例旗舰店\n');
writeFileSync(join(folder, 'agents.csv'), '工号,姓名,岗位\nA01,甲,售前\nA02,乙,售前\n');
const file = openSync(join(folder, '2026-10', 'ExportOrderList.csv'), 'w');
let written = writeSync(file, encodeGb18030(`${TAOBAO_ORDERS_2017}\r\n`));
for (let order = 0; written < Number(megabytes) * 1_000_000; order += ROWS_AT_ONCE) {
  const orders = Array.from({ length: ROWS_AT_ONCE }, (_, at) => order + at);
  // Bad cells stand in every fiftieth row until there are enough.
  const text = orders.map((each) => row(each, each % 50 === 49 && each < Number(bad) * 50));
  written += writeSync(file, encodeGb18030(text.join('')));
}
closeSync(file);

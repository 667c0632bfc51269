import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { BINARY, runProgram } from '../setup/program.js';
import { wholeOr } from '../setup/runs.js';
import { csv, writeShop } from '../setup/shop.js';

const SHOP = {
  'kpi.yaml': csv('shop: 小店', 'plans: {presales: {pay: [base_flat]}}'),
  'agents.csv': csv('工号,姓名,岗位,账号', 'A01,甲,售前,小甲'),
};

const ORDERS = csv(
  '订单编号,买家,创建时间,付款时间,实付金额',
  '1,b,2026-10-02 10:00:00,2026-10-02 10:00:00,5',
);
const CHATS = csv('time,buyer,agent,sender,text', '2026-10-02 10:00:00,b,小甲,buyer,在吗');

/** More than a table has in one place, and more than the memory that is allowed would take twice. */
const ENDLESS = 150_000_000;

/** Writes a file with so many bytes between two texts. */
function writeEndless(path: string, before: string, filling: string, after: string): void {
  const file = openSync(path, 'w');
  const piece = Buffer.from(filling.repeat(1_000_000));
  writeSync(file, before);
  for (let left = ENDLESS; left > 0; left -= piece.length) writeSync(file, piece);
  writeSync(file, after);
  closeSync(file);
}

const FILES = [
  ['2026-10/attendance.csv', 'date,agent,kind\n2026-10-05,A01,', 'x', '\n', ':2'],
  ['2026-10/complaints.csv', 'date,agent,kind,note\n2026-10-05,A01,差评,"', 'x\n', '', ''],
  ['2026-10/orders.csv', `${ORDERS}2,`, 'x', '\n', ':3'],
  ['2026-10/orders.csv', `${ORDERS}2,"`, 'x\n', '', ':3'],
  ['2026-10/chats.csv', `${CHATS}2026-10-02 10:00:01,b,小甲,buyer,`, 'x', '\n', ':3'],
  ['2026-10/chats.csv', `${CHATS}2026-10-02 10:00:01,b,小甲,buyer,"`, 'x\n', '', ':3'],
  ['2026-10/chats.json', '{"user": "b", "chats": [{"text": "', 'x', '"}]}', ''],
  ['2026-10/chats.json', '{"user": "b", "chats": [{"text": "a"},', '"x",\n', '1]}', ''],
  [
    '2026-10/orders.xls',
    '<html><table><tr><td>订单编号</td></tr><tr><td>',
    'x',
    '</td></tr></table></html>',
    '',
  ],
  ['agents.csv', '工号,姓名,岗位\nA01,', 'x', ',售前\n', ':2'],
  ['kpi.yaml', 'shop: ', 'x', '\n', ''],
  ['rules/own.yaml', 'id: own\ntitle: ', 'x', '\n', ''],
  ['kpi.yaml', 'shop: x\n', '# x\n', '\n', ''],
] as const;

/** Says at the end how much memory the program held at most, in kilobytes. */
const PEAK = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS))",
)}`;

/** Checks a month; gives also the most memory that the program held, in megabytes. */
async function checkIn(shop: string) {
  const args = ['--import', PEAK, BINARY, 'check', '--month', '2026-10', '--format', 'csv'];
  const ran = await runProgram(process.execPath, args, { cwd: shop });
  return { ...ran, peak: Number(/peak (\d+)/.exec(ran.err)?.[1]) / 1024 };
}

it.each(wholeOr(2, FILES))(
  'a place of any size in %s is refused with where it is, within 500 MB',
  async (file, before, filling, after, line) => {
    const shop = writeShop({ ...SHOP, '2026-10/x.txt': '', 'rules/x.txt': '' });
    writeEndless(join(shop, file), before, filling, after);
    const { code, out, err, peak } = await checkIn(shop);
    expect(err).not.toContain('at ');
    expect(code).toBe(1);
    const [path = '', at = ''] = [file, line.slice(1)];
    expect(out).toMatch(new RegExp(`^错误,[a-z-]+,${path.replace('.', '\\.')}[^,]*,${at}`, 'm'));
    expect(peak).toBeLessThan(500);
  },
  120_000,
);

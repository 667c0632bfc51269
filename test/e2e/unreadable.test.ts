import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BINARY, kpi, runProgram } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

const SHOP: ShopFiles = {
  'kpi.yaml': csv('shop: 小店', 'plans: {presales: {scores: [], pay: [base_flat]}}'),
  'agents.csv': csv('工号,姓名,岗位', 'A01,甲,售前'),
  '2026-10/metrics.csv': csv('工号,首次响应时间', 'A01,20'),
};
const CALC = ['calc', '--month', '2026-10'];

/** Reading from its beginning is an error of the system, for everybody. */
const BROKEN_DEVICE = '/proc/self/mem';

interface Unread {
  readonly code: string;
  readonly file: string;
  readonly text: string;
}

/** What `kpi check` finds that cannot be read. */
async function unread(folder: string): Promise<readonly Unread[]> {
  const run = await kpi(['check', '-C', folder, '--month', '2026-10', '--format', 'json']);
  expect(run.code).toBe(1);
  const { problems } = JSON.parse(run.out) as { problems: readonly Unread[] };
  return problems.map(({ code, file, text }) => ({ code, file, text }));
}

describe('what cannot be read', () => {
  it('is told in one run, each with its file and the cause', async () => {
    const folder = writeShop(SHOP);
    symlinkSync(BROKEN_DEVICE, join(folder, '2026-10/orders.csv'));
    symlinkSync('.', join(folder, '2026-10/chats.csv'));
    symlinkSync('nowhere', join(folder, '2026-10/events.csv'));
    mkdirSync(join(folder, 'rules'));
    symlinkSync('nowhere', join(folder, 'rules/own.yaml'));
    const code = 'cannot-read';
    const found = [
      { code, file: '2026-10/chats.csv', text: '读不了：这是指向文件夹的链接，里面的文件没有读' },
      { code, file: '2026-10/events.csv', text: '读不了：它指向的文件不在了' },
      { code, file: '2026-10/orders.csv', text: '读不了：磁盘或网络盘报错' },
      { code, file: 'rules/own.yaml', text: '读不了：它指向的文件不在了' },
    ];
    expect(await unread(folder)).toEqual(found);
    const run = await kpi([...CALC, '-C', folder]);
    expect(run).toMatchObject({ code: 1, out: '' });
    for (const { file, text } of found) expect(run.err).toContain(`${file}  ${text}`);
    expect(run.err).toContain('检查磁盘或网络盘');
  });

  it('is told of the month, too, when the roster cannot be read', async () => {
    const folder = writeShop({
      'kpi.yaml': SHOP['kpi.yaml'] ?? '',
      '2026-10/ratings.csv': csv('工号,项目', 'A01,态度'),
    });
    mkdirSync(join(folder, 'agents.csv'));
    symlinkSync('.', join(folder, '2026-10/chats.csv'));
    const found = (await unread(folder)).map(({ code, file }) => `${code} ${file}`);
    expect(found).toEqual([
      'cannot-read 2026-10/chats.csv',
      'cannot-read agents.csv',
      'missing-column 2026-10/ratings.csv',
      'unknown-item 2026-10/ratings.csv',
    ]);
  });

  it.skipIf(process.getuid?.() !== 0)('for want of permission says so', async (context) => {
    const folder = writeShop({ ...SHOP, '2026-10/orders.csv': 'x', '2026-09/orders.csv': 'x' });
    chmodSync(join(folder, '..'), 0o755);
    chmodSync(join(folder, '2026-10/orders.csv'), 0);
    chmodSync(join(folder, '2026-09'), 0);
    // Root may read everything, so the attempt is made as nobody, where nobody may run the program.
    const asNobody = (args: string) =>
      runProgram('su', [
        ...['-s', '/bin/bash', 'nobody', '-c'],
        `"${process.execPath}" "${BINARY}" -C "${folder}" --lang en ${args}`,
      ]);
    if ((await asNobody('--version')).code !== 0) context.skip();
    const file = await asNobody('calc --month 2026-10');
    expect(file).toMatchObject({ code: 1, out: '' });
    expect(file.err).toContain('2026-10/orders.csv  cannot be read: no permission');
    const month = await asNobody('calc --month 2026-09');
    expect(month).toMatchObject({ code: 1, out: '' });
    expect(month.err).toContain('2026-09  cannot be read: no permission');
    expect(month.err).not.toContain('missing-month');
    const inspected = await asNobody('inspect 2026-10/orders.csv 2026-10/metrics.csv');
    expect(inspected).toMatchObject({ code: 1, err: '' });
    expect(inspected.out).toContain('2026-10/orders.csv  cannot be read: no permission');
    expect(inspected.out).toContain('the format of kpi (metrics, reader canonical)');
  });

  it('never lets anybody be paid without the shop’s own rules', async () => {
    const shop = writeShop(SHOP);
    // A folder that is somewhere else, and not there now.
    symlinkSync(join(shop, 'unmounted'), join(shop, 'rules'));
    const run = await kpi([...CALC, '-C', shop]);
    expect(run).toMatchObject({ code: 1, out: '' });
    expect(run.err).toContain('rules  读不了');
  });
});

describe('kpi inspect', () => {
  it('of a folder names the files that are in it', async () => {
    const folder = writeShop({ ...SHOP, '2026-10/.DS_Store': 'x', '2026-10/b.csv': 'x' });
    const run = await kpi(['inspect', '2026-10'], { cwd: folder });
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain('2026-10 是文件夹，请写文件；里面有：b.csv、metrics.csv\n');
  });

  it('names a reader that comes near only once', async () => {
    const text = Buffer.from('\ufeff工号\nA01\nA02\n', 'utf16le');
    const folder = writeShop({ ...SHOP, '2026-10/x.csv': text });
    const run = await kpi(['inspect', '2026-10/x.csv'], { cwd: folder });
    expect(run.code).toBe(1);
    const lines = run.out.split('\n').filter((line) => line.startsWith('符合'));
    expect(lines.length).toBeGreaterThan(0);
    expect(new Set(lines).size).toBe(lines.length);
  });
});

it('names stdout when the disk behind it is full', async () => {
  for (const args of [CALC.join(' '), '--help']) {
    const command = `"${process.execPath}" "${BINARY}" ${args} > /dev/full`;
    const run = await runProgram('sh', ['-c', command], { cwd: writeShop(SHOP) });
    expect(run.code).toBe(1);
    expect(run.err).toContain('无法写到 stdout：磁盘已满');
    expect(run.err).not.toContain('/tmp');
    expect(run.err).not.toContain('    at ');
  }
});

import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { BINARY, DEMO, kpi, ROOT, runProgram, startKpi } from '../setup/program.js';
import { IS_WHOLE } from '../setup/runs.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';
import { slowShop } from './slow-shop.js';

/** A shop of two that needs no exports but orders. */
const SHOP: ShopFiles = {
  'kpi.yaml': csv(
    'shop: 小店',
    'plans: {presales: {scores: [], pay: [base_flat, commission_team_pool]}}',
    'metrics: {memo: only}',
  ),
  'agents.csv': csv('工号,姓名,岗位', 'A01,=甲,售前', 'A02,乙,售前'),
  '2026-10/orders.csv': csv(
    '订单编号,买家,创建时间,付款时间,实付金额,备注',
    '1001,b1,2026-10-02 10:00:00,2026-10-02 10:01:00,80.00,A01',
  ),
};
const CALC = ['calc', '--month', '2026-10'];

describe('stdout, stderr and exit codes', () => {
  it('puts data on stdout, as UTF-8 without BOM and with \\n, and nothing else', async () => {
    const run = await startKpi([...CALC, '-C', writeShop(SHOP)]);
    expect(run.code).toBe(0);
    expect(run.out).toBe(
      csv(
        '工号,姓名,岗位,方案,得分,名次,基本工资,个人提成,应发工资,扣款,实发',
        `A01,"'=甲",售前,presales,,,800,1,801,0,801`,
        'A02,乙,售前,presales,,,800,0,800,0,800',
      ),
    );
  });

  it('ends with 2 on wrong use, and says how to use it', async () => {
    const shop = writeShop(SHOP);
    for (const args of [
      ['calk'],
      [...CALC, '-C', shop, '--format', 'pdf'],
      ['calc', '-C', shop, '--month', '2026-13'],
    ]) {
      const run = await kpi(args);
      expect(run).toMatchObject({ code: 2, out: '' });
      expect(run.err).not.toBe('');
    }
  });

  it('counts a warning as a problem with --strict', async () => {
    const shop = writeShop({
      ...SHOP,
      'kpi.yaml': `${SHOP['kpi.yaml']}`.replace('only', 'prefer'),
    });
    const relaxed = await kpi([...CALC, '-C', shop]);
    expect(relaxed.code).toBe(0);
    expect(relaxed.err).toContain('credit-by-memo-only');
    const strict = await kpi([...CALC, '-C', shop, '--strict']);
    expect(strict).toMatchObject({ code: 1, out: '' });
  });

  it('ends quietly when the reader of its pipe goes away', async () => {
    const run = await runProgram('bash', [
      '-o',
      'pipefail',
      '-c',
      `"${process.execPath}" "${BINARY}" metrics -C "${DEMO}" --month 2026-10 2>/dev/null | head -1`,
    ]);
    expect(run.code).toBe(0);
    expect(run.out.split('\n')).toHaveLength(2);
  });

  it('does the same in the bare environment of cron, in any time zone and locale', async () => {
    const shop = writeShop(SHOP);
    const usual = await kpi([...CALC, '-C', shop, '--format', 'json']);
    const surroundings: Readonly<Record<string, string>>[] = [
      {},
      { TZ: 'America/New_York', LANG: 'C', LC_ALL: 'C' },
      { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' },
    ];
    for (const env of surroundings) {
      const run = await startKpi([...CALC, '-C', shop, '--format', 'json'], { env });
      expect(run).toMatchObject({ code: 0, out: usual.out });
    }
  });

  it('works in a folder whose name has spaces and Chinese, from inside it', async () => {
    const shop = writeShop(SHOP, '我的 店铺 (一)');
    const run = await kpi([...CALC, '-o', '工资 表.csv'], { cwd: shop });
    expect(run).toMatchObject({ code: 0, out: '' });
    expect(existsSync(join(shop, '工资 表.csv'))).toBe(true);
  });

  it('speaks English when asked to', async () => {
    const run = await kpi([...CALC, '-C', writeShop(SHOP), '--lang', 'en']);
    expect(run.out.split('\n')[0]).toBe(
      'Id,Name,Role,Plan,Score,Rank,Base pay,Commission,Gross,Deductions,Payable',
    );
    expect(run.err).toBe('');
    expect(run.err).not.toMatch(/[\u4e00-\u9fff]/);
  });
});

describe('files that are written', () => {
  it('have a BOM and CRLF, so that Excel and WPS open them; --no-bom leaves the BOM out', async () => {
    const shop = writeShop(SHOP);
    expect((await kpi([...CALC, '-o', 'a.csv'], { cwd: shop })).code).toBe(0);
    expect((await kpi([...CALC, '-o', 'b.csv', '--no-bom'], { cwd: shop })).code).toBe(0);
    const [withBom, without] = ['a.csv', 'b.csv'].map((file) =>
      readFileSync(join(shop, file), 'utf8'),
    );
    expect(withBom).toBe(`\ufeff${without}`);
    expect(without?.endsWith('800\r\n')).toBe(true);
    const rows = parse(withBom ?? '', { bom: true }) as string[][];
    expect(rows.map((row) => row.at(-1))).toEqual(['实发', '801', '800']);
  });

  it('take their format from the extension', async () => {
    const shop = writeShop(SHOP);
    await kpi([...CALC, '-o', 'a.json'], { cwd: shop });
    await kpi([...CALC, '-o', 'a.md'], { cwd: shop });
    expect(JSON.parse(readFileSync(join(shop, 'a.json'), 'utf8'))).toMatchObject({
      month: '2026-10',
    });
    expect(readFileSync(join(shop, 'a.md'), 'utf8')).toMatch(/^\| /);
  });

  it('are not there, not even half, when there is a problem', async () => {
    const shop = writeShop({ ...SHOP, '2026-10/orders.csv': csv('订单编号,买家', '1,b1') });
    writeFileSync(join(shop, 'old.csv'), 'last month');
    const run = await kpi([...CALC, '-o', 'old.csv'], { cwd: shop });
    expect(run.code).toBe(1);
    expect(readFileSync(join(shop, 'old.csv'), 'utf8')).toBe('last month');
    expect(readdirSync(shop).sort()).toEqual(['2026-10', 'agents.csv', 'kpi.yaml', 'old.csv']);
  });

  it('never take the place of an input', async () => {
    const shop = writeShop(SHOP);
    const run = await kpi([...CALC, '-o', 'agents.csv'], { cwd: shop });
    expect(run.code).toBe(2);
    expect(readFileSync(join(shop, 'agents.csv'), 'utf8')).toBe(SHOP['agents.csv']);
  });

  it.skipIf(process.getuid?.() !== 0)('say so when there is no permission', async (context) => {
    const shop = writeShop(SHOP);
    chmodSync(join(shop, '..'), 0o755);
    chmodSync(shop, 0o555);
    // Root may write anywhere, so the attempt is made as nobody, where nobody may run the program.
    const asNobody = (args: string) =>
      runProgram('su', [
        '-s',
        '/bin/bash',
        'nobody',
        '-c',
        `cd "${shop}" && "${process.execPath}" "${BINARY}" ${args}`,
      ]);
    if ((await asNobody('--version')).code !== 0) context.skip();
    const run = await asNobody('calc --month 2026-10 -o out.csv');
    expect(run).toMatchObject({ code: 1, out: '' });
    expect(run.err).toContain('cannot-write');
    expect(existsSync(join(shop, 'out.csv'))).toBe(false);
  });
});

describe('temporary files', () => {
  const demo = ['calc', '-C', DEMO, '--month', '2026-10'];

  it('are gone after a run, and after one that is interrupted', async () => {
    const temporary = join(writeShop({ 'tmp/readme.txt': '' }), 'tmp');
    const env = { ...process.env, TMPDIR: temporary };
    expect((await startKpi(demo, { env })).code).toBe(0);
    expect(readdirSync(temporary)).toEqual(['readme.txt']);
    const slow = ['calc', '-C', slowShop(), '--month', '2026-10'];
    const command = `"${process.execPath}" "${BINARY}" ${slow.join(' ')} > out.csv 2>err.txt & kpi=$!
      for i in $(seq 200); do [ -n "$(ls -d kpi-* 2>/dev/null)" ] && break; sleep 0.02; done
      kill -INT $kpi; wait $kpi`;
    const stopped = await runProgram('bash', ['-m', '-c', command], { cwd: temporary, env });
    expect(stopped.code).toBe(130);
    expect(readFileSync(join(temporary, 'out.csv'), 'utf8')).toBe('');
    expect(readdirSync(temporary).sort()).toEqual(['err.txt', 'out.csv', 'readme.txt']);
  });

  it('that do not fit on the disk end the run with a clear word', async (context) => {
    const folder = join(writeShop({ 'disk/readme.txt': '' }), 'disk');
    // A disk of its own needs the right to mount one.
    const mounted = await runProgram('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', folder]);
    if (mounted.code !== 0) context.skip();
    try {
      const env = { ...process.env, TMPDIR: folder };
      const run = await startKpi(demo, { env });
      expect(run).toMatchObject({ code: 1, out: '' });
      expect(run.err).toContain('磁盘已满');
      expect(readdirSync(folder)).toEqual([]);
      const written = await kpi([...demo, '--format', 'json', '-o', join(folder, 'out.json')]);
      expect(written).toMatchObject({ code: 1, out: '' });
      expect(written.err).toContain('磁盘已满');
      expect(readdirSync(folder)).toEqual([]);
    } finally {
      await runProgram('umount', [folder]);
    }
  });
});

describe('a new shop', () => {
  it('is written by init, is sound, and is paid', async () => {
    const parent = writeShop({ 'readme.txt': 'x' });
    const shop = join(parent, 'new shop');
    expect(await kpi(['init', shop])).toMatchObject({ code: 0, out: '' });
    expect(await kpi(['check', '-C', shop, '--month', '2026-10'])).toMatchObject({
      code: 0,
    });
    const run = await kpi([...CALC, '-C', shop, '--format', 'json']);
    expect(run.code).toBe(0);
    const { agents } = JSON.parse(run.out) as {
      agents: { id: string; lines: { id: string; amount: number }[] }[];
    };
    const commission = (id: string) =>
      agents.find((agent) => agent.id === id)?.lines.find((line) => line.id === 'commission')
        ?.amount;
    // 说明.md: sales 1355 and 1266, silent 2041, two pre-sales agents, 1.1 %.
    expect(commission('A01')).toBe(21); // 14.905 + 11.2255 ÷ 2 = 20.51775
    expect(commission('A02')).toBe(20); // 13.926 + 5.61275 = 19.53875
  });

  it('is never written over another one', async () => {
    const shop = writeShop({ 'kpi.yaml': 'shop: 我的店\n' });
    const run = await kpi(['init', shop]);
    expect(run.code).toBe(1);
    expect(readFileSync(join(shop, 'kpi.yaml'), 'utf8')).toBe('shop: 我的店\n');
    expect(existsSync(join(shop, 'agents.csv'))).toBe(false);
  });
});

describe.runIf(IS_WHOLE)('the package', () => {
  it('installs and runs elsewhere, with rules and the starter, without sources and tests', async () => {
    const folder = writeShop({ 'package.json': '{"private": true}' });
    const packed = await runProgram('npm', [
      'pack',
      '--ignore-scripts',
      '--pack-destination',
      folder,
    ]);
    expect(packed.code, packed.err).toBe(0);
    const archive = readdirSync(folder).find((file) => file.endsWith('.tgz')) ?? '';
    const listed = await runProgram('tar', ['-tzf', join(folder, archive)]);
    const files = listed.out.split('\n');
    expect(files).toContain('package/rules/plans/classic.yaml');
    expect(files).toContain('package/fixtures/starter/kpi.yaml');
    expect(
      files.filter((file) =>
        /^package\/(src|test|bench\/(?!README)|fixtures\/generator)\b/.test(file),
      ),
    ).toEqual([]);
    const installed = await runProgram(
      'npm',
      ['install', '--no-audit', '--no-fund', '--prefer-offline', `./${archive}`],
      { cwd: folder },
    );
    expect(installed.code, installed.err).toBe(0);
    const command = join(folder, 'node_modules/.bin/kpi');
    const version = await runProgram(command, ['--version'], { cwd: folder });
    const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(version.out.trim()).toBe(manifest.version);
    expect((await runProgram(command, ['init', 'shop'], { cwd: folder })).code).toBe(0);
    const run = await runProgram(command, [...CALC, '-C', 'shop'], { cwd: folder });
    expect(run).toMatchObject({ code: 0 });
    expect(run.out).toContain('A01');
  }, 180_000);
});

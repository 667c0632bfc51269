import { spawnSync } from 'node:child_process';
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { BINARY, kpi, runProgram } from '../setup/program.js';
import { wholeOr } from '../setup/runs.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

const SHOP: ShopFiles = {
  'kpi.yaml': csv('shop: 小店', 'plans: {presales: {scores: [], pay: [base_flat]}}'),
  'agents.csv': csv('工号,姓名,岗位', 'A01,甲,售前'),
  '2026-10/metrics.csv': csv('工号,首次响应时间', 'A01,20'),
};

describe('what is asked for and not there is named as it was typed', () => {
  it.each([
    ['nowhere', '没有文件夹 nowhere\n'],
    ['kpii', '没有文件夹 kpii，是否想写 kpi？\n'],
    ['shop/kpi.yaml', 'shop/kpi.yaml 不是文件夹，-C 后面要写店铺文件夹，是否想写 -C shop？\n'],
    ['shop/kpi.yaml/x', '没有文件夹 shop/kpi.yaml/x\n'],
  ])('a shop folder: %s', async (typed, said) => {
    const files = Object.entries(SHOP).map(([file, text]) => [`shop/${file}`, text] as const);
    const cwd = writeShop({ ...Object.fromEntries(files), 'kpi/readme.txt': 'x' });
    for (const args of [
      ['calc', '--month', '2026-10'],
      ['check'],
      ['rules', 'list'],
      ['history'],
    ]) {
      const run = await kpi([...args, '-C', typed], { cwd });
      expect(run).toMatchObject({ code: 2, out: '' });
      expect(run.err).toContain(`kpi: ${said}`);
    }
    // What makes a shop folder needs none.
    expect((await kpi(['init', '-C', 'new'], { cwd })).code).toBe(0);
  });

  it('a month, with those that are there; one that is a file is said to be one', async () => {
    const cwd = writeShop(SHOP);
    const none = await kpi(['calc', '--month', '2026-11'], { cwd });
    expect(none).toMatchObject({ code: 1, out: '' });
    expect(none.err).toContain('2026-11  没有 2026-11 的文件夹（现有：2026-10）');
    writeFileSync(join(cwd, '2026-11'), 'x');
    const file = await kpi(['calc', '--month', '2026-11'], { cwd });
    expect(file).toMatchObject({ code: 1, out: '' });
    expect(file.err).toContain('2026-11  读不了：这是文件，这里要的是文件夹');
    expect(file.err).not.toContain('missing-month');
  });

  it('the folder of rulebooks, or of closed months, that is a file', async () => {
    for (const folder of ['rules', 'closed']) {
      const cwd = writeShop({ ...SHOP, [folder]: 'x' });
      const run = await kpi(['calc', '--month', '2026-10'], { cwd });
      expect(run).toMatchObject({ code: 1, out: '' });
      expect(run.err).toContain(`${folder}  读不了：这是文件，这里要的是文件夹`);
    }
  });
});

describe('a month that is written as an argument', () => {
  it.each([
    [['calc', '2026-10'], '--month 2026-10'],
    [['calc', '202610'], '--month 2026-10'],
    [['metrics', '2026-10'], '--month 2026-10'],
    [['close', '2026/10'], '--month 2026-10'],
    [['check', '2026-10'], '--month 2026-10'],
    [['verify', '2026-10'], '--month 2026-10'],
    [['notices', '2026-10'], '--month 2026-10'],
    [['explain', '2026-10'], '--month 2026-10'],
    [['explain', 'A01', '2026-10'], '--month 2026-10'],
    [['explain', 'A01', '提成', '2026-10'], '--month 2026-10'],
    [['history', '2026-10'], '--months 2026-10'],
    [['backtest', '2026-10'], '--months 2026-10'],
  ])('is answered with the option: %j', async (args, option) => {
    const run = await kpi(args, { cwd: writeShop(SHOP) });
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain(`kpi: 月份要写成 ${option}\n`);
  });

  it('is one where the command takes months, and other words are too many as before', async () => {
    const cwd = writeShop(SHOP);
    expect((await kpi(['calc', '十月'], { cwd })).err).toContain('kpi: 参数太多\n');
    expect((await kpi(['diff', '2026-10', '2026-11'], { cwd })).err).not.toContain('月份要写成');
  });
});

describe('a month that has no folder', () => {
  it('is all that is told: nothing is asked that its pay would need', async () => {
    const cwd = writeShop({
      ...SHOP,
      'kpi.yaml': csv(
        'shop: 小店',
        'plans: {presales: {pay: [commission_team_pool]}}',
        'targets: {team_sales: {2026-10: 100}}',
      ),
    });
    for (const args of ['diff 2026-09 2026-10', 'calc --month 2026-09', 'check --month 2026-09']) {
      const { err, out, code } = await kpi(args.split(' '), { cwd });
      expect(code, args).toBe(1);
      expect(`${out}${err}`, args).toContain('missing-month');
      expect(`${out}${err}`, args).not.toContain('target-not-set');
    }
  });
});

describe('stdout that was closed', () => {
  // With a command behind it the shell does not make way for the program, and is there to be asked.
  const started = (args: string, redirection: string) =>
    runProgram('sh', ['-c', `"${process.execPath}" "${BINARY}" ${args} ${redirection}; exit $?`], {
      cwd: writeShop(SHOP),
    });

  it.runIf(process.platform === 'linux')('is no place for a result', async () => {
    for (const args of wholeOr(2, ['calc --month 2026-10', 'rules list', '--help', '--version'])) {
      const run = await started(args, '>&-');
      expect(run.code, args).toBe(1);
      expect(run.err, args).toContain('无法写到 stdout：它是关着的');
    }
  });

  it.runIf(process.platform === 'linux')(
    'is none behind a program that starts this one',
    async () => {
      const behind = (redirection: string) =>
        runProgram(
          'sh',
          ['-c', `timeout 60 "${process.execPath}" "${BINARY}" rules list ${redirection}; exit $?`],
          { cwd: writeShop(SHOP) },
        );
      expect((await behind('>&-')).code).toBe(1);
      expect((await behind('>/dev/null')).code).toBe(0);
    },
  );

  it('harms nothing that is not written to it, and is not taken for one that is thrown away', async () => {
    expect((await started('calc --month 2026-10 -o a.csv', '>&-')).code).toBe(0);
    expect((await started('calc --month 2026-10', '>/dev/null')).code).toBe(0);
    // What was found is the exit code.
    expect((await started('check --month 2026-10', '>&-')).code).toBe(0);
    expect((await started('check --month 2026-11', '>&-')).code).toBe(1);
  });

  it('is none where a program has opened the null device for reading, too, to throw the output away', async () => {
    const cwd = writeShop(SHOP);
    const args = ['calc', '--month', '2026-10'];
    const nowhere = openSync('/dev/null', 'r+');
    onTestFinished(() => closeSync(nowhere));
    const stdio = ['ignore', nowhere, 'ignore'] as const;
    const status = (command: string, ...rest: readonly string[]) =>
      spawnSync(command, rest, { cwd, stdio: [...stdio] }).status;
    expect(status(process.execPath, BINARY, ...args)).toBe(0);
    // A shell hands on what it has.
    const line = `"${process.execPath}" "${BINARY}" ${args.join(' ')}; exit $?`;
    expect(status('sh', '-c', line)).toBe(0);
  });
});

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DEMO, kpi, ROOT, runProgram } from '../setup/program.js';
import { IS_WHOLE } from '../setup/runs.js';
import { writeShop } from '../setup/shop.js';

it('npm run portable names the systems that it knows when it is asked for another', async () => {
  const folder = writeShop({ 'x.txt': '' }, 'out');
  const script = join(ROOT, 'scripts/portable.ts');
  const made = await runProgram('npx', ['tsx', script, folder, 'plan9-mips']);
  expect(made.code).toBe(1);
  expect(made.err).toContain('plan9-mips: one of win32-x64, darwin-x64, darwin-arm64 is wanted');
  expect(readdirSync(folder)).toEqual(['x.txt']);
});

it.runIf(IS_WHOLE && process.platform !== 'win32')(
  'npm run portable makes a folder that pays where nothing is installed',
  async () => {
    const folder = writeShop({ 'x.txt': '' }, 'out');
    const made = await runProgram('npx', ['tsx', join(ROOT, 'scripts/portable.ts'), folder]);
    expect(made).toMatchObject({ code: 0, err: '' });
    const [name = ''] = readdirSync(folder).filter((entry) => /^kpi-[^/]*-\w+$/.test(entry));
    expect(existsSync(join(folder, `${name}.tar.gz`))).toBe(true);
    // Unpacked elsewhere, under a name with a blank, with no program on the path.
    const elsewhere = writeShop({ 'x.txt': '' }, '我的 电脑');
    await runProgram('tar', ['-xzf', join(folder, `${name}.tar.gz`), '-C', elsewhere]);
    const env = { PATH: '/nowhere', HOME: elsewhere };
    const program = join(elsewhere, name, 'kpi');
    const calc = ['calc', '-C', DEMO, '--month', '2026-10', '--format', 'csv'];
    const ran = await runProgram('/bin/sh', [program, ...calc], { env });
    expect(ran).toMatchObject({ code: 0, out: (await kpi(calc)).out });
    const shop = join(elsewhere, 'shop');
    expect(await runProgram('/bin/sh', [program, 'init', shop], { env })).toMatchObject({
      code: 0,
    });
    // What is double-clicked opens a shell that knows the command.
    const start = join(elsewhere, name, 'kpi-start.sh');
    const said = await runProgram('/bin/sh', ['-c', `echo 'kpi --version' | /bin/sh '${start}'`], {
      env: { ...env, SHELL: '/bin/sh', KPI_STARTED: '1' },
    });
    expect(said.code).toBe(0);
    expect(said.out).toMatch(/\n1\.\d+\.\d+\n$/);
  },
);

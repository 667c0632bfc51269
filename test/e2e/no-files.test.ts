import { rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { kpi, runProgram } from '../setup/program.js';
import { csv, writeShop } from '../setup/shop.js';

const FILES = {
  'kpi.yaml': csv('shop: 小店', 'plans: {presales: {scores: [], pay: [base_flat]}}'),
  'agents.csv': csv('工号,姓名,岗位', 'A01,甲,售前'),
  'rules/own.yaml': csv('id: own'),
  'closed/2026-09.json': '{}',
  'closed/corrections.sha256': '',
  '2026-10/complaints.csv': csv('日期,工号,类型'),
};

it.each([
  'kpi.yaml',
  'agents.csv',
  'rules/own.yaml',
  'closed/2026-09.json',
  'closed/corrections.sha256',
])('nobody waits for a pipe in the place of %s, or reads a device to its end', async (file) => {
  for (const device of [false, true]) {
    const folder = writeShop(FILES);
    const path = join(folder, file);
    rmSync(path);
    if (device) symlinkSync('/dev/zero', path);
    else await runProgram('mkfifo', ['-m', '644', path], { cwd: dirname(path) });
    const args = ['calc', '-C', folder, '--month', '2026-10', '--lang', 'zh'];
    const { code, err } = await kpi(args);
    expect(code).toBe(1);
    expect(err).toContain(`${file}  读不了：这是管道或设备，不是文件`);
  }
});

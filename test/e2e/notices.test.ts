import { expect, it } from 'vitest';
import { DEMO, kpi } from '../setup/program.js';

it.each([
  ['zh', '· 季度奖金：不知道以往月份的情况，这个月没有这一项'],
  ['en', '· Quarterly bonus: earlier months are not known; absent this month'],
])('a notice that begins with its rulebook’s title does not end with it too (%s)', async (lang, line) => {
  const run = await kpi([
    ...['notices', '-C', DEMO, '--month', '2026-10'],
    ...['--format', 'table', '--lang', lang],
  ]);
  expect(run.code, run.err).toBe(0);
  const lines = run.out.split('\n').map((each) => each.trim());
  expect(lines).toContain(line);
  // Others still say where they come from.
  expect(lines.some((each) => / · \S/.test(each.replace(/^· /, '')))).toBe(true);
});

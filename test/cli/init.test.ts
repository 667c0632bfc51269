import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { kpi } from '../setup/program.js';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kpi-'));
});

afterEach(() => rm(folder, { recursive: true }));

describe('kpi init', () => {
  test('makes a sample shop and says what to do next', async () => {
    const shop = join(folder, '我的 店');
    const { code, out, err } = await kpi(['init', shop]);
    expect([code, out]).toEqual([0, '']);
    expect(err).toContain(`kpi calc -C '${shop}' --month 2026-10`);
    const files = await readdir(shop);
    expect(files).toEqual(expect.arrayContaining(['kpi.yaml', 'agents.csv', '2026-10']));
  });

  test('in English makes a shop that goes on in English', async () => {
    expect((await kpi(['init', folder, '--lang', 'en'])).code).toBe(0);
    const { code, out, err } = await kpi(['check', '-C', folder, '--month', '2026-10']);
    expect(code).toBe(0);
    expect(out).toMatch(/^Level,/);
    expect(err).not.toMatch(/\p{Script=Han}/u);
  });

  test('makes it in the folder that -C names when no other is given', async () => {
    expect((await kpi(['init', '-C', folder])).code).toBe(0);
    expect(await readdir(folder)).toContain('kpi.yaml');
  });

  test('never overwrites: with one file in the way it writes nothing', async () => {
    await writeFile(join(folder, 'agents.csv'), 'mine');
    const { code, out, err } = await kpi(['init', folder, '--lang', 'en']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(`error file-exists\n  ${folder}  the folder has agents.csv already\n`);
    expect(await readdir(folder)).toEqual(['agents.csv']);
    expect(await readFile(join(folder, 'agents.csv'), 'utf8')).toBe('mine');
  });

  test('of a shop that is there already says it once, and what to do', async () => {
    await kpi(['init', folder]);
    const { code, err } = await kpi(['init', folder]);
    expect(code).toBe(1);
    expect(err).toContain('这个文件夹里已经有 2026-10/attendance.csv、2026-10/chats.csv、');
    expect(err).toMatch(/ 等 \d+ 个文件\n/);
    expect(err).toContain('1 个错误');
    expect(err).not.toContain('kpi check');
  });

  test('says so when the folder cannot be made', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    const { code, err } = await kpi(['init', join(file, 'shop')]);
    expect(code).toBe(1);
    expect(err).toContain('无法写入');
  });

  test('leaves no file and no folder when it cannot write all of them', async () => {
    await writeFile(join(folder, 'rules'), 'a file where a folder should be');
    const { code, err } = await kpi(['init', folder]);
    expect(code).toBe(1);
    expect(err).toContain('cannot-write');
    expect(await readdir(folder)).toEqual(['rules']);
  });

  test('leaves other files in the folder alone', async () => {
    await mkdir(join(folder, 'notes'));
    await kpi(['init', folder]);
    expect(await readdir(folder)).toContain('notes');
  });
});

import { describe, expect, test } from 'vitest';
import { kpi } from '../setup/program.js';

describe('wrong use ends with exit code 2, nothing on stdout, and a way out', () => {
  test.each([
    [['clac'], 'kpi: 没有命令 clac，是否想写 calc？\n用法见 kpi --help\n'],
    [
      ['calc', '--fromat', 'csv'],
      'kpi: 没有选项 --fromat，是否想写 --format？\n用法见 kpi calc --help\n',
    ],
    [['explain'], 'kpi: 缺少参数 agent\n用法见 kpi explain --help\n'],
    [['calc', '--month'], 'kpi: 选项 --month <YYYY-MM> 后面要写值\n用法见 kpi calc --help\n'],
    [['calc', 'extra'], 'kpi: 参数太多\n用法见 kpi calc --help\n'],
    [['rules', 'lst'], 'kpi: 没有命令 lst，是否想写 list？\n用法见 kpi rules --help\n'],
    [
      ['calc', '--format', 'jsn'],
      'kpi: --format 可以是 table, csv, json, markdown, xlsx，不是“jsn”，是否想写 json？\n用法见 kpi calc --help\n',
    ],
    [
      ['calc', '--memory', '100MB'],
      'kpi: --memory 要写成 512MB 或 2GB 的样子，至少 256MB，不是“100MB”\n用法见 kpi calc --help\n',
    ],
    [
      ['metrics', '--memory', 'much'],
      'kpi: --memory 要写成 512MB 或 2GB 的样子，至少 256MB，不是“much”\n用法见 kpi metrics --help\n',
    ],
    [['calc', '--lang', 'fr'], 'kpi: --lang 只能是 zh 或 en，不是“fr”\n用法见 kpi calc --help\n'],
    [
      ['clac', '--lang', 'en'],
      'kpi: there is no command clac; did you mean calc?\nsee kpi --help\n',
    ],
  ])('kpi %j', async (argv, err) => {
    expect(await kpi(argv)).toEqual({ code: 2, out: '', err });
  });

  test('no command at all: the help is on stderr', async () => {
    const { code, out, err } = await kpi([]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('kpi calc --month 2026-10');
  });
});

describe('help', () => {
  test('is Chinese unless --lang says English, wherever it stands', async () => {
    expect((await kpi(['--help'])).out).toMatch(/^用法：/);
    expect((await kpi(['--lang=en', '--help'])).out).toMatch(/^Usage:/);
    expect((await kpi(['calc', '--help', '--lang', 'en'])).out).toMatch(/^Usage: kpi calc/);
  });

  test.each([
    ['calc'],
    ['metrics'],
    ['explain'],
    ['check'],
    ['inspect'],
    ['init'],
    ['rules'],
    ['rules', 'test'],
  ])('of %s %s has examples and exit codes', async (...words) => {
    for (const language of ['zh', 'en']) {
      const { code, out, err } = await kpi([...words, '--help', '--lang', language]);
      expect([code, err]).toEqual([0, '']);
      expect(out).toContain(`kpi ${words.join(' ')}`);
      expect(out).toMatch(/示例：|Examples:/);
      expect(out).toMatch(/退出码：|Exit codes:/);
      // Nothing that commander would say in English by itself.
      if (language === 'zh') expect(out).not.toMatch(/Options|Arguments|default|display help/);
    }
  });

  test('keeps within the width of the terminal', async () => {
    const { out } = await kpi(['calc', '--help'], { terminal: 80 });
    const options = out.slice(0, out.indexOf('示例'));
    expect(options.split('\n').every((line) => [...line].length <= 80)).toBe(true);
  });

  test('the version is that of the package', async () => {
    expect(await kpi(['--version'])).toEqual({ code: 0, out: '1.0.0\n', err: '' });
  });
});

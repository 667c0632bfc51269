import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { styleFor } from '../../../src/cli/terminal/terminal-style.js';
import { decimal } from '../../../src/lib/decimal.js';
import { sameInAll } from '../../../src/lib/language.js';
import { textWidth } from '../../../src/lib/text-width.js';
import { markdownOf, markdownText } from '../../../src/output/formats/markdown.js';
import { terminalTableOf } from '../../../src/output/formats/terminal-table.js';
import { longSalaryTable } from '../../../src/output/month/salary-long.js';
import { salaryTable } from '../../../src/output/month/salary-table.js';
import type { Cell } from '../../../src/output/report/report-table.js';
import { PLAIN_STYLE } from '../../../src/output/report/style.js';
import { LIN, payLine, scoreOf, statementOf, WANG } from '../samples.js';

const zh = { language: 'zh', ids: false } as const;
const table = salaryTable([LIN, WANG], zh);

function onTerminal(width: number | undefined): string {
  return terminalTableOf(table, { ids: false, width, style: PLAIN_STYLE });
}

describe('the salary table on a terminal', () => {
  test('is aligned for Chinese text and ends with a total', () => {
    expect(onTerminal(undefined)).toBe(`\
工号  姓名    岗位  方案        得分  名次  底薪  个人提成  月度奖   违规  名次奖  应发工资   扣款     实发
────  ──────  ────  ──────────  ────  ────  ────  ────────  ──────  ─────  ──────  ────────  ─────  ───────
A01   林小雨  售前  classic     82.5     2  1300      1238          10.50              2538  10.50  2527.50
B02   =王|芳  售后  aftersales              2500                                0      2500   0.00  2500.00
────  ──────  ────  ──────────  ────  ────  ────  ────────  ──────  ─────  ──────  ────────  ─────  ───────
合计                                        3800      1238          10.50       0      5038  10.50  5027.50
`);
  });

  test('says the same in colour', async () => {
    const sink = { write: async () => {}, isTerminal: true, columns: 100 };
    const io = { stdout: sink, stderr: sink, now: new Date(0), environment: {} };
    const style = await styleFor(sink, true, io);
    const coloured = terminalTableOf(table, { ids: false, width: 100, style });
    expect(coloured).not.toBe(onTerminal(100));
    expect(stripVTControlCharacters(coloured)).toBe(onTerminal(100));
  });

  test('breaks headings into lines between words when the terminal is narrower', () => {
    expect(onTerminal(104)).toBe(`\
                                                  个人                         应发
工号  姓名    岗位  方案        得分  名次  底薪  提成  月度奖   违规  名次奖  工资   扣款     实发
────  ──────  ────  ──────────  ────  ────  ────  ────  ──────  ─────  ──────  ────  ─────  ───────
A01   林小雨  售前  classic     82.5     2  1300  1238          10.50          2538  10.50  2527.50
B02   =王|芳  售后  aftersales              2500                            0  2500   0.00  2500.00
────  ──────  ────  ──────────  ────  ────  ────  ────  ──────  ─────  ──────  ────  ─────  ───────
合计                                        3800  1238          10.50       0  5038  10.50  5027.50
`);
  });

  test('comes in parts when it is narrower still, the first with what each is paid', () => {
    expect(onTerminal(60)).toBe(`\
                                      应发
工号  姓名    岗位  方案        得分  工资   扣款     实发
────  ──────  ────  ──────────  ────  ────  ─────  ───────
A01   林小雨  售前  classic     82.5  2538  10.50  2527.50
B02   =王|芳  售后  aftersales        2500   0.00  2500.00
────  ──────  ────  ──────────  ────  ────  ─────  ───────
合计                                  5038  10.50  5027.50

                          个人
工号  姓名    名次  底薪  提成  月度奖   违规  名次奖
────  ──────  ────  ────  ────  ──────  ─────  ──────
A01   林小雨     2  1300  1238          10.50
B02   =王|芳        2500                            0
────  ──────  ────  ────  ────  ──────  ─────  ──────
合计                3800  1238          10.50       0
`);
  });

  test.each([60, 80, 100, 120])('keeps name and payable together at %i columns', (width) => {
    for (const language of ['zh', 'en'] as const) {
      const paid = salaryTable([LIN, WANG], { language, ids: false });
      const shown = terminalTableOf(paid, { ids: false, width, style: PLAIN_STYLE });
      const [first = ''] = shown.split('\n\n');
      expect(first).toMatch(/林小雨.*2527\.50$/m);
      for (const line of shown.split('\n')) expect(textWidth(line)).toBeLessThanOrEqual(width);
    }
  });

  test('breaks no heading inside a word, whatever the width and the number of columns', () => {
    for (const [language, words] of [
      ['zh', ['个人', '提成', '名次', '应发', '工资', '月度奖']],
      ['en', ['Deductions', 'Payable', 'Gross', 'Score', 'Rank', 'Role']],
    ] as const) {
      const paid = salaryTable([LIN, WANG], { language, ids: false });
      for (let count = 3; count <= paid.columns.length; count += 1) {
        const cut = (cells: readonly Cell[] = []) => cells.slice(0, count);
        const few = {
          ...paid,
          columns: paid.columns.slice(0, count),
          rows: paid.rows.map(cut),
          total: cut(paid.total),
        };
        const headings = few.columns.map(({ heading }) => heading).join(' ');
        for (const width of [60, 80, 100, 120]) {
          const shown = terminalTableOf(few, { ids: false, width, style: PLAIN_STYLE });
          for (const word of words.filter((each) => headings.includes(each))) {
            expect(shown).toContain(word);
          }
          for (const line of shown.split('\n')) expect(textWidth(line)).toBeLessThanOrEqual(width);
        }
      }
    }
  });

  test('never cuts a number and never exceeds a usable width', () => {
    for (let width = 30; width < 140; width += 1) {
      const lines = onTerminal(width).split('\n');
      for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width);
      expect(onTerminal(width)).toContain('2527.50');
    }
  });

  test('of the classic plan, twenty-two columns, fits on 160 columns in one piece', () => {
    const lines = [
      ['底薪', '1300'],
      ['绩效工资', '330.56'],
      ['全勤奖', '100'],
      ['保险返现', '300'],
      ['个人提成', '1238'],
      ['月度优秀奖', '100'],
      ['季度优秀奖', '300'],
      ['销售冠军奖', '300'],
      ['上班违规', '10'],
      ['发现宝贝数据错误', '10'],
      ['建议被采纳', '300'],
      ['差错损失', '55.5'],
      ['差错扣款', '20'],
    ].map(([title = '', amount = '']) =>
      payLine({ id: title, title: sameInAll(title), amount: decimal(amount) }),
    );
    const classic = statementOf({
      agent: 'A01',
      name: '欧阳小雨',
      scores: [scoreOf('82.64', 2)],
      lines,
      gross: decimal('4278.56'),
      deductions: decimal('85.5'),
      payable: decimal('4193.06'),
    });
    const text = terminalTableOf(salaryTable([classic], zh), {
      ids: false,
      width: 160,
      style: PLAIN_STYLE,
    });
    expect(text.split('\n').filter((line) => line.startsWith('A01'))).toHaveLength(1);
  });

  test('sets header and total off with colour only when it is given a style', () => {
    const style = { ...PLAIN_STYLE, strong: (text: string) => `<b>${text}</b>` };
    const lines = terminalTableOf(table, { ids: false, width: undefined, style }).split('\n');
    expect(lines[0]).toMatch(/^<b>工号.*<\/b>$/);
    expect(lines[5]).toMatch(/^<b>合计.*<\/b>$/);
  });

  test('shows escape sequences in a name as blanks', () => {
    const evil = salaryTable([statementOf({ agent: 'A01', name: '\u001b[2J甲\n乙' })], zh);
    expect(terminalTableOf(evil, { ids: false, width: undefined, style: PLAIN_STYLE })).toContain(
      ' [2J甲 乙',
    );
  });
});

describe('one row per agent and pay line', () => {
  const long = longSalaryTable([LIN], zh);

  test('carries the formula with its numbers, and why a line is absent', () => {
    expect(long.rows.map((row) => row.slice(0, 8).map(String))).toEqual([
      ['A01', '林小雨', 'base', '底薪', '收入', '底薪', '1300', '1300'],
      [
        'A01',
        '林小雨',
        'commission',
        '个人提成',
        '收入',
        '提成',
        '1238',
        '销售额 × 提成比例 + 团队业绩 ÷ 2 ÷ 客服数 × 提成比例 = 80000 × 1.1% + 260000 ÷ 2 ÷ 4 × 1.1%',
      ],
      [
        'A01',
        '林小雨',
        'monthly_bonus',
        '月度奖',
        '收入',
        '奖金',
        'undefined',
        '条件不成立：得分 ≥ 85（82.5 ≥ 85）',
      ],
      ['A01', '林小雨', 'violation', '违规', '扣款', '罚款', '10.5', '0'],
      ['A01', '林小雨', 'levels', '晋级', '通知', 'level', 'undefined', '0'],
    ]);
  });

  test('breaks its long texts into lines on a terminal', () => {
    const text = terminalTableOf(long, { ids: false, width: 120, style: PLAIN_STYLE });
    for (const line of text.split('\n')) expect(textWidth(line)).toBeLessThanOrEqual(120);
  });
});

describe('the salary table in Markdown', () => {
  test('is a GitHub table with the pipe escaped and without a total', () => {
    expect(markdownOf(table, false)).toBe(`\
| 工号 | 姓名 | 岗位 | 方案 | 得分 | 名次 | 底薪 | 个人提成 | 月度奖 | 违规 | 名次奖 | 应发工资 | 扣款 | 实发 |
| --- | --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
| A01 | 林小雨 | 售前 | classic | 82.5 | 2 | 1300 | 1238 |  | 10.50 |  | 2538 | 10.50 | 2527.50 |
| B02 | =王\\|芳 | 售后 | aftersales |  |  | 2500 |  |  |  | 0 | 2500 | 0.00 | 2500.00 |
`);
  });

  test('has no markup in its cells', () => {
    expect(markdownText('a|b\\c*d*`e`<b>[x](y)')).toBe('a\\|b\\\\c\\*d\\*\\`e\\`\\<b>\\[x\\](y)');
  });
});

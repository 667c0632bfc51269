import { describe, expect, test } from 'vitest';
import { jsonOf } from '../../../src/lib/json.js';
import { csvOf } from '../../../src/output/formats/csv.js';
import { problemReport } from '../../../src/output/problems/problem-report.js';
import { problemsColumn, problemsTable } from '../../../src/output/problems/problem-table.js';
import { recordOf } from '../../../src/output/report/report-columns.js';
import { PLAIN_STYLE } from '../../../src/output/report/style.js';
import type { Problem } from '../../../src/words/problem.js';

const ALL = problemsColumn((problems: readonly Problem[]) => problems);

function unknownAgent(line: number, agent = `甲${line}`): Problem {
  return {
    level: 'error',
    code: 'unknown-agent',
    file: '2026-10/events.csv',
    line,
    column: '工号',
    cell: agent,
    params: { agent, known: 'A01 林小雨' },
  };
}

const MISSPELT: Problem = {
  level: 'error',
  code: 'misspelt-key',
  file: 'kpi.yaml',
  line: 7,
  column: 5,
  cell: 'taget',
  excerpt: '目标: taget: 3\n    ^',
  params: { key: 'taget', meant: 'target', known: 'target, to' },
};

const WARNING: Problem = {
  level: 'warning',
  code: 'negative-pay',
  params: { agent: '林小雨', amount: '-20', gross: '80', lines: { zh: '违规', en: 'Violations' } },
};

function report(problems: readonly Problem[], language: 'zh' | 'en' = 'zh'): string {
  return problemReport(problems, { language, style: PLAIN_STYLE });
}

describe('problems for people', () => {
  test('are grouped by code, errors first, in order of file and line, each with its remedy', () => {
    expect(report([WARNING, unknownAgent(30), MISSPELT, unknownAgent(4)])).toBe(`\
错误 unknown-agent
  2026-10/events.csv:4:工号  “甲4”  没有哪位客服的工号、账号或姓名是“甲4”
  2026-10/events.csv:30:工号  “甲30”  没有哪位客服的工号、账号或姓名是“甲30”
    → 改成花名册里的客服，最像的在前：A01 林小雨；或在 agents.csv 里补上这位客服或这个账号

错误 misspelt-key
  kpi.yaml:7:5  “taget”  不认识的键“taget”
      目标: taget: 3
            ^
    → 是否想写“target”？这里可以写的：target, to

警告 negative-pay
  林小雨 的实发是负数 -20：应发工资 80，要扣 违规
    → 检查这些项目，或在 kpi.yaml 设 limits（损失上限与最低工资）

3 个错误，1 个警告
`);
  });

  test('are capped at five of a kind', () => {
    const many = Array.from({ length: 317 }, (_, index) => unknownAgent(index + 2));
    const lines = report(many).split('\n');
    expect(lines.filter((line) => line.includes('events.csv:'))).toHaveLength(5);
    expect(lines).toContain('  另有 312 处同类问题；kpi check --format csv 列出全部');
    expect(lines).toContain('317 个错误');
    expect(report(many, 'en')).toContain(
      'and 312 more like it; `kpi check --format csv` lists all',
    );
  });

  test('shorten a long cell and show control characters as blanks', () => {
    const cell = `\u001b[31m${'很长'.repeat(40)}`;
    expect(report([unknownAgent(2, cell)]).split('\n')[1]).toMatch(
      /^ {2}2026-10\/events\.csv:2:工号 {2}“ \[31m很长.*…” {2}没有/,
    );
  });

  test('are nothing when there are none', () => {
    expect(report([])).toBe('');
  });
});

describe('problems as data', () => {
  test('are listed in full as CSV', () => {
    const table = problemsTable([WARNING, unknownAgent(4), MISSPELT], {
      language: 'en',
      ids: true,
    });
    expect(csvOf(table, { ids: true, lineEnd: '\n', bom: false })).toBe(`\
level,code,file,line,column,cell,text,remedy
error,unknown-agent,2026-10/events.csv,4,工号,甲4,"no agent has the id, account or name “甲4”","write an agent of the roster, the likeliest first: A01 林小雨; or add the agent or the account to agents.csv"
error,misspelt-key,kpi.yaml,7,5,taget,unknown key “taget”,"did you mean “target”? What can stand here: target, to"
warning,negative-pay,,,,,"the payable of 林小雨 is -20: gross 80, to be taken Violations","check these lines, or set \`limits\` in kpi.yaml (cap on losses, minimum wage)"
`);
  });

  test('are not capped', () => {
    const many = Array.from({ length: 317 }, (_, index) => unknownAgent(index + 2));
    expect(problemsTable(many, { language: 'zh', ids: false }).rows).toHaveLength(317);
    expect(recordOf([ALL], many, 'zh').problems).toHaveLength(317);
  });

  test('have every member in JSON, null where it is not known', () => {
    expect(JSON.parse(jsonOf(recordOf([ALL], [WARNING], 'en').problems))).toEqual([
      {
        level: 'warning',
        code: 'negative-pay',
        file: null,
        line: null,
        column: null,
        cell: null,
        text: 'the payable of 林小雨 is -20: gross 80, to be taken Violations',
        remedy: 'check these lines, or set `limits` in kpi.yaml (cap on losses, minimum wage)',
      },
    ]);
  });
});

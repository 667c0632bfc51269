import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { kpi } from '../setup/program.js';

const STARTER = join(import.meta.dirname, '../../fixtures/starter');

/** A book that says one thing to each team. */
const MEETING = `id: meeting
kind: notices
notices: [{id: meeting, level: info, once: true, text: 周五开会}]
`;

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kpi-'));
  await cp(STARTER, folder, { recursive: true });
  // What labour law finds has tests of its own.
  const file = join(folder, 'kpi.yaml');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace(/^statutory:\n(?: .*\n)+/m, ''));
});

afterEach(() => rm(folder, { recursive: true }));

function notices(...flags: string[]) {
  return kpi(['notices', '-C', folder, '--month', '2026-10', ...flags]);
}

/** Changes a part of kpi.yaml. */
async function configure(from: string, to: string): Promise<void> {
  const file = join(folder, 'kpi.yaml');
  const text = await readFile(file, 'utf8');
  expect(text).toContain(from);
  await writeFile(file, text.replace(from, to));
}

async function addEvent(row: string): Promise<void> {
  await appendFile(join(folder, '2026-10/events.csv'), `${row}\n`);
}

describe('kpi notices', () => {
  test('gives the notices of the month, the gravest first, with plan and rulebook', async () => {
    await addEvent('2026-10-14,A01,违规,3,,');
    const { code, out } = await notices('--ids');
    expect(code).toBe(0);
    const rows = out.trimEnd().split('\n');
    expect(rows.slice(0, 2)).toEqual([
      'level,id,name,role,plan,rulebook,code,notice',
      'dismissal,A01,林小月,presales,classic,dismissal,third_violation,违规 3 次，达到辞退级别（本人、主管、店长签字）',
    ]);
    expect(rows[2]).toBe(
      'warning,A02,陈小星,presales,classic,conduct_taobao,violation,违规第一次，警告',
    );
    expect(rows.slice(3).every((row) => row.startsWith('info,'))).toBe(true);
  });

  test('titles of columns and levels are in the language', async () => {
    const chinese = (await notices()).out.split('\n');
    expect(chinese.slice(0, 2)).toEqual([
      '级别,工号,姓名,岗位,方案,规则,代码,通知',
      '警告,A02,陈小星,售前,classic,conduct_taobao,violation,违规第一次，警告',
    ]);
    const english = (await notices('--lang', 'en')).out.split('\n');
    expect(english[0]).toBe('Level,Id,Name,Role,Plan,Rulebook,Code,Notice');
    expect(english[1]).toMatch(/"?first violation, warning"?$/);
  });

  test('a text for people groups them by level and agent', async () => {
    const { out } = await notices('--format', 'table', '--agent', 'A02');
    expect(out).toBe(`\
示例旗舰店 2026-10 通知
  警告
    陈小星（A02） · 经典售前方案
      · 违规第一次，警告 · 行为规范（淘宝客服）
  提示
    全店
      · 本月考核结果和工资要在 2026-11-05 前公布 · 结果公布
        评选主管签字：＿＿＿＿＿＿＿＿　日期：＿＿＿＿＿＿
        评选主管签字：＿＿＿＿＿＿＿＿　日期：＿＿＿＿＿＿
        运营主管签字：＿＿＿＿＿＿＿＿　日期：＿＿＿＿＿＿
        店长签字：＿＿＿＿＿＿＿＿　日期：＿＿＿＿＿＿
    陈小星（A02） · 经典售前方案
      · 季度奖金：不知道以往月份的情况，这个月没有这一项
`);
  });

  test('Markdown is a text to post, in which names and texts are no markup', async () => {
    const roster = join(folder, 'agents.csv');
    const text = await readFile(roster, 'utf8');
    await writeFile(roster, text.replace('陈小星', '# *小星*'));
    const file = join(folder, '通知.md');
    expect((await notices('-o', file, '--agent', 'A02')).code).toBe(0);
    expect(await readFile(file, 'utf8')).toMatch(
      /^# 示例旗舰店 2026-10 通知\n\n## 警告\n\n- \\# \\\*小星\\\*（A02） · 经典售前方案\n {2}- 违规第一次，警告 · 行为规范（淘宝客服）\n\n## 提示\n/,
    );
  });

  test('JSON counts them by level and carries inputs and problems', async () => {
    const document = JSON.parse((await notices('--format', 'json')).out);
    expect(document).toMatchObject({
      month: '2026-10',
      shop: '示例旗舰店',
      closed: false,
      counts: { dismissal: 0, warning: 1, info: 3 },
    });
    expect(document.notices[0]).toEqual({
      level: 'warning',
      code: 'violation',
      text: '违规第一次，警告',
      to: 'agent',
      id: 'A02',
      name: '陈小星',
      role: 'presales',
      plan: 'classic',
      rulebook: 'conduct_taobao',
    });
    expect(document.inputs.length).toBeGreaterThan(0);
    expect(Object.keys(document)).toContain('problems');
  });

  test('speaks of nothing but the notices: no pay', async () => {
    const { out } = await notices('--format', 'json');
    expect(out).not.toMatch(/gross|payable|amount/);
  });
});

describe('notices of a plan that has books of notices', () => {
  beforeEach(async () => {
    await configure(
      'presales: classic',
      'presales: {scores: [presales_weighted], pay: [base_flat, conduct_taobao, fines_fund], notices: [levels, meeting]}',
    );
    await writeFile(join(folder, 'rules/meeting.yaml'), MEETING);
    await configure(
      'aftersales: aftersales\n',
      'aftersales: {scores: [aftersales_130], pay: [base_by_role, rank_bonus]}\n',
    );
    await configure(
      'aftersales_lead: aftersales\n',
      'aftersales_lead: {scores: [aftersales_130], pay: [base_by_role, rank_bonus]}\n',
    );
    await configure('set:\n', 'set:\n  levels.first_review: 10\n');
  });

  test('what is said to the shop or the team once stands before the agents, under no name', async () => {
    const { out } = await notices('--ids', '--plan', 'presales');
    const team = out.split('\n').filter((row) => row.includes(',*,'));
    expect(team).toEqual([
      'info,*,全店,,presales,fines_fund,fines_fund,本月罚款共 10 元，归部门活动基金',
      'info,*,全队,,presales,meeting,meeting,周五开会',
    ]);
    expect(out.indexOf(',*,')).toBeGreaterThan(out.indexOf('\nwarning,'));
  });

  test('is there whichever agent of the team is shown; for another team only what is said to the shop', async () => {
    for (const agent of ['A01', 'A02']) {
      const { out } = await notices('--ids', '--agent', agent);
      expect(out.match(/,\*,/g)).toHaveLength(2);
    }
    expect((await notices('--agent', 'A02')).out).not.toContain('A01');
    const other = (await notices('--ids', '--agent', 'A03')).out.trimEnd().split('\n').slice(1);
    expect(other).toEqual([expect.stringMatching(/^info,\*,全店,/)]);
  });

  test('promotions that have come due are said in the month of the review', async () => {
    const { out } = await notices('--ids');
    expect(out).toMatch(/^info,A0\d,.*,presales,levels,(due_\w+|keeps_level),/m);
  });

  test('JSON marks what concerns the shop and the team', async () => {
    const { notices: all } = JSON.parse((await notices('--format', 'json')).out);
    const [first, second] = all.filter(({ to }: { to: string }) => to !== 'agent');
    expect(first).toMatchObject({ code: 'fines_fund', to: 'shop', team: null });
    expect(second).toMatchObject({ code: 'meeting', to: 'team', plan: 'presales' });
  });
});

describe('a plan that divides its team', () => {
  test('says to each part what is said once, and which part it is', async () => {
    await writeFile(
      join(folder, 'rules/by_shift.yaml'),
      'id: by_shift\nkind: plan\nscores: [presales_weighted]\npay: [base_flat, conduct_taobao]\nnotices: [meeting]\nteam_by: shift\n',
    );
    await writeFile(join(folder, 'rules/meeting.yaml'), MEETING);
    await configure('presales: classic', 'presales: by_shift');
    const { out } = await notices('--ids', '--plan', 'by_shift');
    expect(out.match(/,\*,全队（.班）,/g)).toEqual([',*,全队（早班）,', ',*,全队（晚班）,']);
    expect((await notices('--agent', 'A02')).out.match(/全队（.班）/g)).toEqual(['全队（晚班）']);
  });
});

describe('when there is nothing to post', () => {
  beforeEach(async () => {
    const rules = ['scores: [presales_weighted]', 'pay: [base_flat, conduct_taobao]'].join(', ');
    await configure('presales: classic', `presales: {${rules}}`);
    await configure(
      'aftersales: aftersales\n',
      'aftersales: {scores: [aftersales_130], pay: [base_by_role, rank_bonus]}\n',
    );
    await configure(
      'aftersales_lead: aftersales\n',
      'aftersales_lead: {scores: [aftersales_130], pay: [base_by_role, rank_bonus]}\n',
    );
  });

  const none = '2026-10 没有要通知的事\n';

  test('stderr says so, and all is well', async () => {
    const { code, out, err } = await notices('--agent', 'A03', '--format', 'table');
    expect([code, out]).toEqual([0, '']);
    expect(err).toContain(none);
  });

  test('CSV has its header, Markdown its heading, JSON an empty list', async () => {
    const { out: csv } = await notices('--plan', 'aftersales', '--ids');
    expect(csv).toBe('level,id,name,role,plan,rulebook,code,notice\n');
    const { out: markdown } = await notices('--plan', 'aftersales', '--format', 'markdown');
    expect(markdown).toBe('# 示例旗舰店 2026-10 通知\n\n2026-10 没有要通知的事\n');
    const { out: json } = await notices('--plan', 'aftersales', '--format', 'json');
    expect(JSON.parse(json)).toMatchObject({ notices: [], counts: { dismissal: 0 } });
  });
});

describe('how it ends', () => {
  test('an error in the inputs leaves stdout empty', async () => {
    await addEvent('2026-10-14,A99,违规,1,,');
    const { code, out, err } = await notices();
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('unknown-agent');
  });

  test('with --strict a warning does too', async () => {
    expect(await notices('--strict')).toMatchObject({ code: 1, out: '' });
  });

  test('wrong use is told apart, and inputs are never overwritten', async () => {
    expect((await notices('--agent', 'A99')).code).toBe(2);
    expect((await notices('--plan', 'clasic')).err).toContain('是否想写 classic？');
    expect((await notices('-o', join(folder, 'agents.csv'))).code).toBe(2);
    expect((await notices('--format', 'xlsx')).code).toBe(2);
  });

  test('without --month it is the previous one, and stderr says so', async () => {
    const { code, err } = await kpi(['notices', '-C', folder]);
    expect(code).toBe(0);
    expect(err).toContain('取上个月：2026-10');
  });

  test('has a help page in both languages', async () => {
    expect((await kpi(['notices', '--help'])).out).toContain(
      'kpi notices --month 2026-10 -o 通知.md',
    );
    expect((await kpi(['notices', '--help', '--lang', 'en'])).out).toContain('gravest first');
    expect((await kpi(['--help'])).out).toMatch(/\n {2}notices /);
  });
});

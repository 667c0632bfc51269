import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { encodeGb18030 as gb18030 } from '../../../fixtures/generator/gb18030.js';
import { bookFiles, textRows, zip } from '../../workbook-file.js';
import { brief, readOctober, type World } from '../world.js';

const FIXTURES = new URL('../../../fixtures/exports/', import.meta.url);

function fixture(name: string): Promise<Buffer> {
  return readFile(new URL(name, FIXTURES));
}

const FIGURES =
  'workdays_due, workdays, late, early_leave, leave, leave_days, absent, absent_days, missed_punch';

/** The month's figures of each agent, as `A01: 22 20 …`; `-` is missing. */
async function months({ query }: World): Promise<string[]> {
  const rows = await query(`SELECT agent, ${FIGURES} FROM attendance_months ORDER BY agent`);
  return rows.map(({ agent, ...figures }) =>
    [`A0${Number(agent) + 1}:`, ...Object.values(figures).map(shown)].join(' '),
  );
}

/** The events, as `A01 2026-10-08 late 12min`, with the line of their row. */
async function events({ query }: World): Promise<string[]> {
  const rows = await query(
    `SELECT agent, day::VARCHAR AS day, kind, minutes, days, line
     FROM attendance_events ORDER BY line, kind, days`,
  );
  return rows.map(({ agent, day, kind, minutes, days, line }) =>
    [
      `${line}: A0${Number(agent) + 1} ${day} ${kind}`,
      ...(minutes === null ? [] : [`${shown(minutes)}min`]),
      ...(days === null ? [] : [`${shown(days)}d`]),
    ].join(' '),
  );
}

function shown(value: unknown): string {
  return value === null ? '-' : String(Number(value));
}

/** A sheet of texts, with merged cells. */
function sheet(rows: readonly (readonly string[])[], merges: readonly string[] = []): Buffer {
  const cells = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const behind = merges.length === 0 ? '' : `<mergeCells>${cells}</mergeCells>`;
  return zip(bookFiles({ sheets: { S: textRows(rows) }, behind }));
}

describe('the monthly summary of DingTalk', () => {
  it('gives what each agent of the roster did in the month, and leaves other departments out', async () => {
    const world = await readOctober({
      '2026-10/示例公司_月度汇总_20261001-20261031.xlsx': await fixture('dingtalk-monthly.xlsx'),
    });
    // 张三: late 2 and severely 1; leave 3.5 hours of 8 and 2 days, 8 hours of 调休 not counted; two leaves,
    // of which one stands in two days; 缺卡 1 and 2. 李四: 旷工 1 day and 旷工迟到 1 day, on two days.
    expect(await months(world)).toEqual([
      'A01: - 19 3 1 2 2.4375 0 0 3',
      'A02: - 20 0 0 0 0 2 2 0',
    ]);
    expect(brief(world.problems).map((each) => each.replace(/2026-10\/.*?xlsx/, 'F'))).toEqual([
      'leave-counted | F',
      'people-left-out | F',
      'workday-assumed | F',
    ]);
    expect(world.facts?.inputs.map(({ readAs, rows }) => [readAs, rows])).toEqual([
      ['dingtalk_monthly', 3],
    ]);
  });

  it('takes the length of a working day from kpi.yaml where it is set', async () => {
    const world = await readOctober({
      'kpi.yaml': 'shop: 小店\nmetrics: {workday_length: 7h}\n',
      '2026-10/a.xlsx': await fixture('dingtalk-monthly.xlsx'),
    });
    // 3.5 hours of 7, and 2 days.
    expect(await months(world)).toContain('A01: - 19 3 1 2 2.5 0 0 3');
    expect(brief(world.problems)).not.toContain('workday-assumed | 2026-10/a.xlsx');
  });

  it('is read as text too, where no cells are merged, with columns in another order', async () => {
    const text = `月度汇总 统计日期：2026-10-01 至 2026-10-31,,,,,,,,,
报表生成时间：2026-11-01 09:00,,,,,,,,,
备注,旷工天数,请假,,严重迟到次数,迟到次数,UserId,姓名,考勤结果,,出勤天数
,,事假(分钟),婚假(天),,,,,1,2,
新人,1,90,3,,1,zs,张三,旷工,婚假10-01 09:00到10-04 18:00 3天,19
,,,,,,ls,李四,正常,正常,22
`;
    const world = await readOctober({ '2026-10/考勤.csv': text });
    // 90 minutes of 480 and 3 days. The day that shows 事假 is not in the cells: the times stay those there.
    expect(await months(world)).toEqual([
      'A01: - 19 1 - 1 3.1875 1 1 -',
      'A02: - 22 0 - 0 0 0 0 -',
    ]);
  });

  it('may repeat what was merged in every cell, as programs write it', async () => {
    const text =
      '姓名,UserId,出勤天数,请假,请假,考勤结果,考勤结果\n姓名,UserId,出勤天数,事假(天),调休(天),1,2\n' +
      '张三,x,20,1,2,事假10-01 09:00到10-01 18:00 1天,正常\n李四,y,22,,,正常,正常\n';
    const world = await readOctober({ '2026-10/a.csv': text });
    expect(await months(world)).toEqual(['A01: - 20 - - 1 1 - - -', 'A02: - 22 - - 0 0 - - -']);
  });

  it('tells from the days of a whole month what it has no sums of', async () => {
    const days = Array.from({ length: 31 }, (_, at) => `${at + 1}`);
    const row = (name: string, first: string) => [
      name,
      'x',
      '22',
      first,
      ...days.slice(1).map(() => '正常'),
    ];
    const world = await readOctober({
      '2026-10/a.xlsx': sheet([
        ['姓名', 'UserId', '出勤天数', ...days],
        row('张三', '旷工'),
        row('李四', '年假10-01 09:00到10-01 18:00 1天'),
      ]),
    });
    expect(await months(world)).toEqual(['A01: - 22 - - 0 - 1 - -', 'A02: - 22 - - 1 - 0 - -']);
  });

  it('does not guess how many leaves some days were when its days do not tell', async () => {
    const head = ['姓名', 'UserId', '出勤天数', '旷工天数', '病假(天)'];
    const bare = await readOctober({
      '2026-10/a.xlsx': sheet([head, ['张三', 'x', '20', '2', '2'], ['李四', 'y', '22', '', '']]),
    });
    expect(await months(bare)).toEqual(['A01: - 20 - - - 2 - 2 -', 'A02: - 22 - - 0 0 0 0 -']);
    // That sums do not tell is told by the rule that asks for it.
    expect(brief(bare.problems)).toEqual(['leave-counted | 2026-10/a.xlsx']);
    const named = await readOctober({
      '2026-10/a.xlsx': sheet([
        [...head, '1', '2'],
        ['张三', 'x', '20', '', '2', 'A班次:病假\n(-)', 'A班次:病假\n(-)'],
        ['李四', 'y', '22', '', '', '休息', '正常'],
      ]),
    });
    expect((await months(named))[0]).toBe('A01: - 20 - - - 2 0 0 -');
    const cell = 'A班次:病假 (-)';
    expect(brief(named.problems)).toContain(`times-of-leave | 2026-10/a.xlsx:2 | 1 | ${cell}`);
  });

  it('names the cell of a leave in words of its own, and takes the times from a column that has them', async () => {
    const days = Array.from({ length: 31 }, (_, at) => `${at + 1}`);
    const row = (name: string, third: string) =>
      [name, 'x', '22', ...days.map((day) => (day === '3' ? third : '正常'))].join(',');
    const rows = [row('张三', '事假上午'), row('李四', '国庆节假日')];
    const world = await readOctober({
      '2026-10/a.csv': ['姓名,UserId,出勤天数', ...rows]
        .map((each, at) => {
          return at === 0 ? `${each},${days.join(',')}` : each;
        })
        .join('\n'),
    });
    // No column says how long, and the days of 张三 do not say how often.
    expect(await months(world)).toEqual(['A01: - 22 - - - - 0 - -', 'A02: - 22 - - 0 - 0 - -']);
    expect(brief(world.problems)).toEqual(['times-of-leave | 2026-10/a.csv:2 | 3 | 事假上午']);
    const said = await readOctober({
      '2026-10/a.csv': '姓名,UserId,出勤天数,病假(天),请假次数\n张三,x,20,2,1\n李四,y,22,,\n',
    });
    expect(await months(said)).toEqual(['A01: - 20 - - 1 2 - - -', 'A02: - 22 - - 0 0 - - -']);
    expect(brief(said.problems)).toEqual(['leave-counted | 2026-10/a.csv']);
  });

  it('refuses leave whose unit nobody says, of agents only', async () => {
    const world = await readOctober({
      '2026-10/a.xlsx': sheet([
        ['姓名', 'UserId', '出勤天数', '迟到次数', '事假'],
        ['张三', 'x', '20', '', '3.5'],
        ['李四', 'y', '22', '两次', '3.5小时'],
        ['王五', 'z', '22', '两次', '3.5'],
      ]),
    });
    expect(brief(world.problems)).toEqual([
      'leave-counted | 2026-10/a.xlsx',
      'people-left-out | 2026-10/a.xlsx',
      'unknown-unit | 2026-10/a.xlsx:2 | 事假 | 3.5',
      'bad-number | 2026-10/a.xlsx:3 | 迟到次数 | 两次',
      'workday-assumed | 2026-10/a.xlsx',
    ]);
  });

  it('of another month is refused, and of a part of the month is told', async () => {
    const about = (period: string) =>
      readOctober({
        '2026-10/a.csv': `${period},,\n姓名,UserId,出勤天数\n张三,x,20\n李四,y,22\n`,
      });
    const september = await about('月度汇总 统计日期：2026-09-01 至 2026-09-30');
    expect(brief(september.problems)).toEqual(['wrong-month | 2026-10/a.csv']);
    expect(september.facts).toBeUndefined();
    const part = await about('月度汇总 统计日期：2026-10-01 至 2026-10-20');
    expect(brief(part.problems)).toEqual(['export-period | 2026-10/a.csv']);
    const across = await about('统计时间:09-26 ～ 10-25');
    expect(brief(across.problems)).toEqual(['export-period | 2026-10/a.csv']);
  });

  it('says which agent it lacks, and what column', async () => {
    const agent = await readOctober({
      '2026-10/a.csv': '姓名,考勤组,出勤天数\n张三,客服,20\n合计,,20\n',
    });
    expect(brief(agent.problems)).toEqual([
      'summary-rows | 2026-10/a.csv',
      'attendance-missing | 2026-10/a.csv',
    ]);
    const column = await readOctober({ '2026-10/a.csv': '考勤组,UserId,出勤天数\n客服,x,20\n' });
    expect(brief(column.problems)).toEqual(['missing-column | 2026-10/a.csv:1 | 姓名']);
  });

  it('is found among the other sheets of the workbook, of which none counts twice', async () => {
    const people = ['姓名', '考勤组', '部门', '工号', '职位', 'UserId'];
    const zhang = ['张三', '客服', '', 'A01', '', 'x'];
    const li = ['李四', '客服', '', 'A02', '', 'y'];
    const sheets = {
      月度汇总: textRows([
        ['月度汇总 统计日期：2026-10-01 至 2026-10-31'],
        [...people, '出勤天数'],
        [...zhang, '21'],
        [...li, '22'],
      ]),
      打卡时间: textRows([
        [...people, '1', '2'],
        [...zhang, '09:00\n18:00', ''],
      ]),
      每日统计: textRows([
        [...people, '日期', '出勤天数'],
        [...zhang, '26-10-08 星期四', '1'],
      ]),
      原始记录: textRows([
        [...people, '考勤日期', '考勤时间', '打卡时间', '打卡结果', '打卡地址'],
        [...zhang, '26-10-08 星期四', '09:00', '08:58', '正常', '某处'],
      ]),
    };
    const world = await readOctober({ '2026-10/a.xlsx': zip(bookFiles({ sheets })) });
    expect(brief(world.problems)).toEqual([
      'sheet-left-out | 2026-10/a.xlsx',
      'other-sheets | 2026-10/a.xlsx',
    ]);
    expect(await months(world)).toEqual(['A01: - 21 - - - - - - -', 'A02: - 22 - - - - - - -']);
  });

  it('minds a damaged UserId only where the name is not known either', async () => {
    const world = await readOctober({
      '2026-10/a.csv':
        '姓名,UserId,考勤组,出勤天数\n张三,1.23E+17,客服,20\n李四,y,客服,21\n李斯,1.24E+17,客服,21\n',
    });
    expect(brief(world.problems)).toEqual(['damaged-id | 2026-10/a.csv:4 | UserId | 1.24E+17']);
  });

  it('knows an agent by number, whatever a spreadsheet has made of it, by account or by name', async () => {
    const world = await readOctober({
      'agents.csv':
        '工号,姓名,岗位,账号\n1001,张三,售前,店:小张\n1002,李四,售后,店:小李;manager42\n1003,赵六,售后,\n',
      '2026-10/a.csv':
        '姓名,UserId,工号,考勤组,出勤天数\n小张（客服）,x,1001.0,甲,20\n李四四,manager42,0.0,甲,21\n赵六,z,,甲,22\n',
    });
    expect(await months(world)).toEqual([
      'A01: - 20 - - - - - - -',
      'A02: - 21 - - - - - - -',
      'A03: - 22 - - - - - - -',
    ]);
    expect(brief(world.problems)).toEqual([]);
  });

  it('tells people of one name apart by their numbers', async () => {
    const table = (rows: string) =>
      readOctober({ '2026-10/a.csv': `姓名,工号,考勤组,出勤天数\n${rows}` });
    // The numbers are ids of the roster: 张三 with another number works elsewhere.
    const known = await table('张三,A01,客服,20\n张三,W33,仓库,22\n李四,A02,客服,21\n');
    expect(await months(known)).toEqual(['A01: - 20 - - - - - - -', 'A02: - 21 - - - - - - -']);
    const unknown = await table('张三,77,客服,20\n张三,78,仓库,22\n李四,79,客服,21\n');
    expect(brief(unknown.problems)).toContain('name-twice-in-file | 2026-10/a.csv:3 | 姓名 | 张三');
  });
});

describe('the daily statistics of DingTalk', () => {
  it('give an event for each thing of a day, with the line of its row', async () => {
    const world = await readOctober({ '2026-10/a.xlsx': await fixture('dingtalk-daily.xlsx') });
    expect(await events(world)).toEqual([
      '5: A01 2026-10-08 late 12min',
      '5: A01 2026-10-08 missed_punch',
      '5: A01 2026-10-08 present 1d',
      '6: A01 2026-10-09 leave 0.5d',
      '6: A01 2026-10-09 present 0.5d',
      '9: A02 2026-10-08 absent 1d',
      // Its 日期 is empty: workDate says the day. 20 minutes of two early leaves stand with the first.
      '10: A02 2026-10-12 early_leave 20min',
      '10: A02 2026-10-12 early_leave',
      '10: A02 2026-10-12 late 45min',
      '10: A02 2026-10-12 present 1d',
    ]);
    expect(brief(world.problems)).toEqual([
      'leave-counted | 2026-10/a.xlsx',
      'people-left-out | 2026-10/a.xlsx',
    ]);
  });

  it('stand back where the month has the monthly summary', async () => {
    const world = await readOctober({
      '2026-10/1.xlsx': await fixture('dingtalk-daily.xlsx'),
      '2026-10/2.xlsx': await fixture('dingtalk-monthly.xlsx'),
    });
    expect(brief(world.problems)).toContain('attendance-left-out | 2026-10/1.xlsx');
    expect(world.facts?.attendanceForm).toBe('month');
    expect(await events(world)).toEqual([]);
    expect(await months(world)).toHaveLength(2);
  });

  it('do not stand back where another tool has the months', async () => {
    const world = await readOctober({
      '2026-10/1.xlsx': await fixture('dingtalk-daily.xlsx'),
      '2026-10/2.xlsx': await fixture('wecom-monthly.xlsx'),
    });
    expect(brief(world.problems)).toContain('mixed-attendance | 2026-10/2.xlsx');
  });

  it('have no part of a time, nor more than a day can have', async () => {
    const world = await readOctober({
      '2026-10/a.csv':
        '姓名,考勤组,日期,出勤天数,迟到次数\n张三,客服,26-10-08,1,0.5\n李四,客服,26-10-08,1,1000000000\n',
    });
    expect(brief(world.problems)).toEqual([
      'bad-number | 2026-10/a.csv:2 | 迟到次数 | 0.5',
      'bad-number | 2026-10/a.csv:3 | 迟到次数 | 1000000000',
    ]);
  });

  it('say of an agent that they have nothing about, and of another month that it is the wrong one', async () => {
    const of = (row: string) =>
      readOctober({ '2026-10/a.csv': `姓名,考勤组,日期,出勤天数,迟到次数\n${row}\n` });
    const one = await of('张三,客服,26-10-08 星期四,1,');
    expect(brief(one.problems)).toEqual(['agent-without-day | 2026-10/a.csv']);
    const september = await of('张三,客服,26-09-08 星期二,1,');
    expect(brief(september.problems)).toEqual(['wrong-month | 2026-10/a.csv']);
  });
});

describe('the monthly report of WeCom', () => {
  it('is read below two rows of header; a cell without a value is missing', async () => {
    const world = await readOctober({ '2026-10/月报.xlsx': await fixture('wecom-monthly.xlsx') });
    // 154 hours for 22 days: a day has 7. 张三: 1 day, 3.5 hours, 0 days, 42 minutes; absent 210 minutes, once.
    expect(await months(world)).toEqual([
      'A01: 22 21 2 - - 1.6 1 0.5 1',
      'A02: 22 22 0 0 - - 0 0 0',
    ]);
    expect(brief(world.problems)).toEqual([
      'leave-counted | 2026-10/月报.xlsx',
      'people-left-out | 2026-10/月报.xlsx',
    ]);
  });

  it('is read as text in GB18030, its groups without merged cells', async () => {
    const text =
      '上下班打卡_月报,,,,,,,\n统计时间:10-01 ～ 10-31,,,,,,,\n' +
      '基础信息,,,概况统计,,异常统计,,假勤统计\n' +
      '姓名,账号,所属规则,"应出勤天数\n(天)","实际出勤天数\n(天)","迟到次数\n(次)","缺卡次数\n(次)","事假\n(天)"\n' +
      '张三,zs,甲,22天,21天,1次,--,1天\n李四,ls,甲,22天,22天,0次,0次,0天\n';
    const world = await readOctober({ '2026-10/月报.csv': gb18030(text) });
    expect(await months(world)).toEqual(['A01: 22 21 1 - - 1 - - -', 'A02: 22 22 0 - 0 0 - - 0']);
  });

  it('does not take another month for this one', async () => {
    const text =
      '统计时间:09-01 ～ 09-30\n姓名,账号,所属规则,应出勤天数(天)\n张三,zs,甲,22\n李四,ls,甲,22\n';
    const world = await readOctober({ '2026-10/月报.csv': text });
    expect(brief(world.problems)).toEqual(['wrong-month | 2026-10/月报.csv']);
  });
});

describe('the daily report of WeCom', () => {
  it('gives events; leaving after midnight is being there', async () => {
    const world = await readOctober({ '2026-10/日报.xlsx': await fixture('wecom-daily.xlsx') });
    expect(await events(world)).toEqual([
      '5: A01 2026-10-08 late 20min',
      '5: A01 2026-10-08 present 510min',
      '6: A01 2026-10-09 leave 0.5d',
      '6: A01 2026-10-09 present 240min',
      // 240 minutes of a day of 8 hours.
      '8: A02 2026-10-08 absent 0.5d',
      '9: A02 2026-10-09 missed_punch',
      '9: A02 2026-10-09 present',
    ]);
  });
});

describe('punches of a tool that does not say who was late', () => {
  const DAYS = [
    '考勤日期,员工编号,员工姓名,最早打卡时间,最晚打卡时间,缺卡次数,旷工次数',
    '2026/10/8,A01,张三,09:00,18:00,0,0',
    '2026/10/9,A01,张三,09:12,17:30,0,0',
    '2026/10/10,A01,张三,09:01,09:01,0,0',
    '2026/10/8,A02,李四,19:00,次日00:30,0,0',
    '2026/10/9,A02,李四,19:05,23:50,0,0',
    '',
  ].join('\n');
  const ROSTER = '工号,姓名,岗位,班次\nA01,张三,售前,白班\nA02,李四,售前,夜班\n';
  const SHIFTS = `shifts:
  白班: {hours: {2026-05: 08:30-18:00, 2026-10: 09:00-18:00}}
  夜班: {hours: 19:00-24:00, night: yes}
`;

  it('are held against the hours of the shift in that month', async () => {
    const world = await readOctober({
      'kpi.yaml': `shop: 小店\n${SHIFTS}`,
      'agents.csv': ROSTER,
      '2026-10/考勤.csv': DAYS,
    });
    expect(brief(world.problems)).toEqual([]);
    expect(await events(world)).toEqual([
      '2: A01 2026-10-08 present',
      '3: A01 2026-10-09 early_leave 30min',
      '3: A01 2026-10-09 late 12min',
      '3: A01 2026-10-09 present',
      // One punch is that of coming.
      '4: A01 2026-10-10 late 1min',
      '4: A01 2026-10-10 present',
      '5: A02 2026-10-08 night',
      '5: A02 2026-10-08 present',
      '6: A02 2026-10-09 early_leave 10min',
      '6: A02 2026-10-09 late 5min',
      '6: A02 2026-10-09 night',
      '6: A02 2026-10-09 present',
    ]);
  });

  it('say nothing where nobody knows the hours, which is told', async () => {
    const world = await readOctober({
      'kpi.yaml': 'shop: 小店\n',
      'agents.csv': ROSTER,
      '2026-10/考勤.csv': DAYS,
    });
    expect(brief(world.problems)).toEqual(['punches-without-shift | 2026-10/考勤.csv']);
    expect((await events(world)).some((event) => event.includes('late'))).toBe(false);
  });

  it('do not count beside what the tool counts itself', async () => {
    const counted = DAYS.replace('缺卡次数', '迟到次数').replace('旷工次数', '早退次数');
    const world = await readOctober({
      'kpi.yaml': `shop: 小店\n${SHIFTS}`,
      'agents.csv': ROSTER,
      '2026-10/考勤.csv': counted,
    });
    expect(await events(world)).toEqual([
      '2: A01 2026-10-08 present',
      '3: A01 2026-10-09 present',
      '4: A01 2026-10-10 present',
      '5: A02 2026-10-08 night',
      '5: A02 2026-10-08 present',
      '6: A02 2026-10-09 night',
      '6: A02 2026-10-09 present',
    ]);
  });

  it('may stand in a canonical file', async () => {
    const world = await readOctober({
      'kpi.yaml': `shop: 小店\n${SHIFTS}`,
      'agents.csv': ROSTER,
      '2026-10/attendance.csv':
        '日期,工号,类型,上班打卡,下班打卡\n2026-10-08,A01,出勤,09:02,18:00\n2026-10-09,A01,出勤,9点,\n',
    });
    expect(brief(world.problems)).toEqual([
      'bad-punch | 2026-10/attendance.csv:3 | 上班打卡 | 9点',
    ]);
    expect(await events(world)).toContain('2: A01 2026-10-08 late 2min');
  });
});

describe('a table of attendance of any other make', () => {
  it('needs a number or a name of people, and not both', async () => {
    const world = await readOctober({
      '2026-10/考勤.csv':
        '员工工号,应出勤天数,实际出勤天数,迟到次数,请假次数,请假(时)\nA01,22,21,1,2,12\nA02,22,22,0,0,0\n',
    });
    expect(await months(world)).toEqual(['A01: 22 21 1 - 2 1.5 - - -', 'A02: 22 22 0 - 0 0 - - -']);
  });

  it('is read by the names of its columns, month by month', async () => {
    const world = await readOctober({
      '2026-10/飞书考勤.csv': await fixture('feishu-monthly.csv'),
    });
    // 张三: late 1 and severely 1; 4 hours of 8 and 1 day.
    expect(await months(world)).toEqual([
      'A01: 22 20.5 2 0 - 1.5 0 0 1',
      'A02: 22 22 0 0 0 0 0 0 0',
    ]);
    expect(world.facts?.inputs.map(({ readAs }) => readAs)).toEqual(['attendance_monthly']);
  });

  it('is read day by day', async () => {
    const world = await readOctober({
      '2026-10/考勤.csv':
        '考勤日期,员工编号,员工姓名,最早打卡时间,最晚打卡时间,迟到次数,迟到时长(分钟),缺卡次数,病假(小时)\n' +
        '2026/10/8,A01,张三,09:05,次日01:20,1,5,0,0\n' +
        '2026/10/9,A01,张三,-,-,0,0,0,8\n' +
        '2026/10/8,A02,李四,09:00,-,0,0,1,0\n',
    });
    expect(await events(world)).toEqual([
      '2: A01 2026-10-08 late 5min',
      '2: A01 2026-10-08 present',
      '3: A01 2026-10-09 leave 1d',
      '4: A02 2026-10-08 missed_punch',
      '4: A02 2026-10-08 present',
    ]);
  });

  it('is not a payslip, though that says who worked how many days', async () => {
    const world = await readOctober({
      '2026-10/工资条.csv':
        '姓名,工号,应出勤天数,实际出勤天数,基本工资,请假(小时),迟到早退扣除(元)\n张三,A01,22,22,3000,4,0\n',
    });
    expect(world.facts?.attendanceForm).toBeUndefined();
  });

  it('is not taken for one when it is a canonical file, where somebody unknown is an error', async () => {
    const world = await readOctober({
      '2026-10/考勤.csv':
        '工号,姓名,应出勤,出勤,迟到,请假天数\nA01,张三,22,22,0,0\nA02,李四,22,22,0,0\nA09,王五,22,22,0,0\n',
    });
    expect(brief(world.problems)).toEqual(['unknown-agent | 2026-10/考勤.csv:4 | 工号 | A09']);
  });
});

describe('overtime, sick leave and days for which pay is due', () => {
  const FIGURES_OF_TIME =
    'overtime_workday, overtime_restday, overtime_holiday, sick_days, paid_days_due';

  async function timesOf({ query }: World): Promise<string[]> {
    const rows = await query(
      `SELECT agent, ${FIGURES_OF_TIME} FROM attendance_months ORDER BY agent`,
    );
    return rows.map(({ agent, ...figures }) =>
      [`A0${Number(agent) + 1}:`, ...Object.values(figures).map(shown)].join(' '),
    );
  }

  it('are read from a canonical file, in hours with or without a unit', async () => {
    const world = await readOctober({
      '2026-10/attendance.csv':
        '工号,迟到,请假,旷工,工作日加班,休息日加班(小时),节假日加班,病假天数,应计薪天数\n' +
        'A01,0,0,0,10,8,2小时30分钟,1.5,22\nA02,0,0,0,0,,0,0,22\n',
    });
    expect(await timesOf(world)).toEqual(['A01: 10 8 2.5 1.5 22', 'A02: 0 - 0 0 22']);
    expect(brief(world.problems)).toEqual([]);
  });

  it('stand in the exports of tools', async () => {
    const dingtalk = await readOctober({
      '2026-10/a.xlsx': await fixture('dingtalk-monthly.xlsx'),
    });
    // 1.5 hours of workdays are exchanged for time off; 6.5 of rest days and 4 of holidays; 2 sick days.
    expect(await timesOf(dingtalk)).toEqual(['A01: - 6.5 4 2 -', 'A02: - 0 0 0 -']);
    const wecom = await readOctober({ '2026-10/a.xlsx': await fixture('wecom-monthly.xlsx') });
    // Of 5 hours of workdays 3 are paid, of rest days 2.5, of holidays 3.
    expect(await timesOf(wecom)).toEqual(['A01: 3 2.5 3 0 -', 'A02: - - - 0 -']);
  });

  it('of WeCom are what is paid, not what is exchanged for time off', async () => {
    const header =
      '姓名,账号,所属规则,应出勤天数(天),实际出勤天数(天),迟到次数(次),早退次数(次),旷工次数(次),缺卡次数(次),' +
      '病假(天),病假（通用）(天),事假(天),工作日加班时长(小时),工作日加班计为调休(小时),工作日加班计为加班费(小时),' +
      '休息日加班时长(小时),节假日加班时长(分钟)';
    const row =
      '张三,zs,客服规则,22,21,0次,0次,0次,0次,1天,0.5天,2天,5小时,2小时,3小时,8小时,90分钟';
    const world = await readOctober({
      '2026-10/月报.xlsx': sheet([header.split(','), row.split(',')]),
    });
    // 3 of the 5 hours are paid; 1 and half a day of sick leave; 90 minutes are 1.5 hours.
    expect(await timesOf(world)).toEqual(['A01: 3 8 1.5 1.5 -']);
    // Sick leave is leave, too: 1, 0.5 and 2 days.
    expect(await months(world)).toEqual(['A01: 22 21 0 0 - 3.5 0 - 0']);
  });

  it('of a day are events; a leave says which type it is of', async () => {
    const header =
      '姓名,考勤组,工号,UserId,日期,出勤天数,迟到次数,旷工天数,事假(天),病假(天),' +
      '工作日（转调休）,工作日（转加班费）,休息日加班,节假日加班(小时)';
    const world = await readOctober({
      '2026-10/每日统计.xlsx': sheet([
        header.split(','),
        '张三,客服,A01,zs,26-10-08 星期四,1,,,,,3,2,,'.split(','),
        '张三,客服,A01,zs,26-10-09 星期五,0.5,,,,0.5,,,,'.split(','),
      ]),
    });
    const rows = await world.query(
      `SELECT day::VARCHAR AS day, kind, hours, is_sick FROM attendance_events
       WHERE hours > 0 OR kind = 'leave' ORDER BY day`,
    );
    expect(rows.map((each) => ({ ...each, hours: shown(each.hours) }))).toEqual([
      { day: '2026-10-08', kind: 'overtime_workday', hours: '2', is_sick: null },
      { day: '2026-10-09', kind: 'leave', hours: '-', is_sick: true },
    ]);
  });

  it('is told where hours cannot be read', async () => {
    const world = await readOctober({
      '2026-10/attendance.csv': '工号,迟到,请假,旷工,工作日加班\nA01,0,0,0,-3\nA02,0,0,0,很多\n',
    });
    expect(brief(world.problems).map((each) => each.split(' | ')[0])).toEqual([
      'negative-count',
      'bad-number',
    ]);
  });
});

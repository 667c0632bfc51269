import { describe, expect, it } from 'vitest';
import { ONE } from '../../../src/lib/decimal.js';
import { problemText } from '../../../src/words/problem.js';
import { brief, readOctober } from '../world.js';

describe('monthly attendance', () => {
  const HEADER = '工号,应出勤,出勤,迟到,请假,请假天数(天),旷工\n';

  it('is read by agent; a blank figure is unknown, not zero', async () => {
    const world = await readOctober({
      '2026-10/attendance.csv': `${HEADER}A01,26,25.5,1,1,0.5,0\n李四,26,26,,0,0,0\n`,
    });
    expect(brief(world.problems)).toEqual([]);
    expect(world.facts?.attendanceForm).toBe('month');
    expect(
      await world.query(
        'SELECT agent, workdays, late, leave_days, missed_punch FROM attendance_months',
      ),
    ).toEqual([
      { agent: 0, workdays: '25.5000', late: '1.0000', leave_days: '0.5000', missed_punch: null },
      { agent: 1, workdays: '26.0000', late: null, leave_days: '0.0000', missed_punch: null },
    ]);
  });

  it('has one row for every active agent, and only one', async () => {
    const world = await readOctober({
      'agents.csv':
        '工号,姓名,岗位,入职日期,离职日期\nA01,甲,售前,,\nA02,乙,售前,,\nA03,丙,售前,,2026-09-30\nA04,丁,售前,2026-11-01,\nA05,戊,售前,,2026-10-01\n',
      '2026-10/attendance-1.csv': `${HEADER}A01,26,26,0,0,0,0\n`,
      '2026-10/attendance-2.csv': `${HEADER}A01,26,26,0,0,0,0\nA05,1,1,0,0,0,-1\n`,
    });
    expect(brief(world.problems)).toEqual([
      'negative-count | 2026-10/attendance-2.csv:3 | 旷工 | -1',
      'attendance-repeated | 2026-10/attendance-2.csv:2 | 工号 | A01',
      'attendance-missing | 2026-10/attendance-2.csv',
    ]);
    expect(world.problems.at(-1)?.params).toMatchObject({ agent: { zh: 'A02 乙', ids: ['A02'] } });
  });

  it('without rows means zero in every column that is there', async () => {
    const world = await readOctober({ '2026-10/attendance.csv': HEADER });
    expect(brief(world.problems)).toEqual(['empty-file | 2026-10/attendance.csv:1']);
    expect(await world.query('SELECT agent, late, missed_punch FROM attendance_months')).toEqual([
      { agent: 0, late: '0.0000', missed_punch: null },
      { agent: 1, late: '0.0000', missed_punch: null },
    ]);
  });
});

describe('attendance by event', () => {
  it('is read by day; rows outside the month are counted in a warning', async () => {
    const world = await readOctober({
      '2026-10/考勤.csv':
        '日期,工号,类型,分钟,天数\n2026-10-09,A01,迟到,12,\n2026-09-30,A01,迟到,9,\n2026/10/10,A02,leave,,0.5\n',
    });
    expect(brief(world.problems)).toEqual(['outside-month | 2026-10/考勤.csv']);
    expect(world.problems[0]?.params).toMatchObject({ rows: 1 });
    expect(world.facts?.attendanceForm).toBe('event');
    const file = '2026-10/考勤.csv';
    expect(
      await world.query(
        'SELECT agent, day, kind, minutes, days, file, line FROM attendance_events',
      ),
    ).toEqual([
      { agent: 0, day: '2026-10-09', kind: 'late', minutes: '12.0000', days: null, file, line: 2 },
      { agent: 1, day: '2026-10-10', kind: 'leave', minutes: null, days: '0.5000', file, line: 4 },
    ]);
  });

  it('cannot stand beside monthly attendance', async () => {
    const world = await readOctober({
      '2026-10/attendance-1.csv': '日期,工号,类型\n2026-10-09,A01,迟到\n',
      '2026-10/attendance-2.csv': '工号,迟到\nA01,1\nA02,0\n',
    });
    expect(brief(world.problems)).toEqual(['mixed-attendance | 2026-10/attendance-2.csv']);
  });
});

describe('complaints', () => {
  it('count when they are verified; all are where nobody is asked', async () => {
    const world = await readOctober({
      '2026-10/complaints-1.csv':
        '日期,工号,类型,属实,重大,扣分,金额\n2026-10-02,A01,投诉,是,是,2,(30.5)\n2026-10-03,A01,投诉,否,,1,\n',
      '2026-10/complaints-2.csv': 'date,agent,kind\n2026-10-04,店:小李,praise\n',
    });
    expect(brief(world.problems)).toEqual([]);
    expect(
      world.facts?.complaints.map(({ points, amount, ...row }) => ({
        ...row,
        points: points?.toFixed(),
        amount: amount?.toFixed(),
      })),
    ).toEqual([
      {
        agent: 0,
        kind: 'complaint',
        day: '2026-10-02',
        grave: true,
        points: '2',
        amount: '-30.5',
        count: ONE,
        place: { file: '2026-10/complaints-1.csv', line: 2 },
      },
      {
        agent: 1,
        kind: 'praise',
        day: '2026-10-04',
        grave: false,
        points: undefined,
        amount: undefined,
        count: ONE,
        place: { file: '2026-10/complaints-2.csv', line: 2 },
      },
    ]);
    expect(await world.query('SELECT verified, points FROM complaints')).toEqual([
      { verified: true, points: '2.0000' },
      { verified: false, points: '1.0000' },
      { verified: true, points: null },
    ]);
  });

  it('name every problem of every row in one run', async () => {
    const world = await readOctober({
      '2026-10/投诉.csv': `日期,工号,类型,属实,说明
2026-10-02,A01,投诉,,"两行
说明"
2026-13-02,A09,吵架,也许,
,张三,投诉,是,
2026-10-05,A01
`,
    });
    expect(brief(world.problems)).toEqual([
      'missing-cell | 2026-10/投诉.csv:2 | 属实',
      'bad-date | 2026-10/投诉.csv:4 | 日期 | 2026-13-02',
      'unknown-agent | 2026-10/投诉.csv:4 | 工号 | A09',
      'bad-word | 2026-10/投诉.csv:4 | 类型 | 吵架',
      'bad-word | 2026-10/投诉.csv:4 | 属实 | 也许',
      'missing-cell | 2026-10/投诉.csv:5 | 日期',
      'short-row | 2026-10/投诉.csv:6',
    ]);
    expect(world.facts).toBeUndefined();
  });
});

describe('ratings', () => {
  it('are grades or numbers', async () => {
    const world = await readOctober(
      {
        '2026-10/ratings.csv':
          '工号,项目,评分\nA01,服务态度,优\nA02,quality,Poor\nA01,quality,8.5\n',
      },
      {
        knownRatings: [
          { id: 'quality', titles: ['售后客服素质'] },
          { id: 'attitude', titles: ['服务态度'] },
        ],
      },
    );
    expect(brief(world.problems)).toEqual([]);
    expect(world.facts?.ratings.map(({ agent, item, place }) => [agent, item, place.line])).toEqual(
      [
        [0, 'attitude', 2],
        [1, 'quality', 3],
        [0, 'quality', 4],
      ],
    );
    expect(world.facts?.ratings[0]?.value).toEqual({ kind: 'grade', grade: 'excellent' });
    expect(world.facts?.ratings[1]?.value).toEqual({ kind: 'grade', grade: 'poor' });
  });

  it('of an item that no rulebook knows are problems, with the likeliest item', async () => {
    const world = await readOctober(
      { '2026-10/ratings.csv': '工号,项目,评分\nA01,qualty,优\nA01,舞蹈,优\nA01,quality,很好\n' },
      { knownRatings: [{ id: 'quality', titles: ['售后客服素质'] }] },
    );
    expect(brief(world.problems)).toEqual([
      'misspelt-item | 2026-10/ratings.csv:2 | 项目 | qualty',
      'unknown-item | 2026-10/ratings.csv:3 | 项目 | 舞蹈',
      'bad-word | 2026-10/ratings.csv:4 | 评分 | 很好',
    ]);
    expect(world.problems[0]?.params).toMatchObject({ meant: 'quality' });
  });

  it('are no percentages: 90% would count as 0.9 of a hundred points', async () => {
    const world = await readOctober(
      { '2026-10/ratings.csv': '工号,项目,评分\nA01,quality,90%\nA02,quality,９０％\n' },
      { knownRatings: [{ id: 'quality', titles: ['售后客服素质'] }] },
    );
    expect(brief(world.problems)).toEqual([
      'bad-word | 2026-10/ratings.csv:2 | 评分 | 90%',
      'bad-word | 2026-10/ratings.csv:3 | 评分 | ９０％',
    ]);
    expect(world.facts?.ratings ?? []).toEqual([]);
  });
});

describe('events', () => {
  it('are read with their count and amount; * is everyone who is employed in the month', async () => {
    const world = await readOctober(
      {
        'agents.csv':
          '工号,姓名,岗位,离职日期\nA01,甲,售前,\nA02,乙,售前,2026-09-30\nA03,丙,售前,\n',
        '2026-10/events.csv':
          '日期,工号,事项,次数,金额\n2026-10-02,A01,聚餐缺席,,\n2026-10-31,*,bonus,2,50\n',
      },
      {
        knownEvents: [
          { id: 'absent_dinner', titles: ['聚餐缺席'] },
          { id: 'bonus', titles: [] },
        ],
      },
    );
    expect(brief(world.problems)).toEqual([]);
    expect(
      world.facts?.events.map(({ agent, kind, count, amount, place }) => [
        agent,
        kind,
        count.toFixed(),
        amount?.toFixed(),
        place.line,
      ]),
    ).toEqual([
      [0, 'absent_dinner', '1', undefined, 2],
      [0, 'bonus', '2', '50', 3],
      [2, 'bonus', '2', '50', 3],
    ]);
  });

  it('that no rulebook knows are problems; without rulebooks they stand as written', async () => {
    const files = { '2026-10/events.csv': '日期,工号,事项\n2026-10-02,A01,跳舞\n' };
    const held = await readOctober(files, { knownEvents: [] });
    expect(brief(held.problems)).toEqual(['unknown-event | 2026-10/events.csv:2 | 事项 | 跳舞']);
    const free = await readOctober(files);
    expect(free.facts?.events.map(({ kind }) => kind)).toEqual(['跳舞']);
  });

  it('twice in two files of one content would be fined twice', async () => {
    const one = '日期,工号,事项\n2026-10-02,A01,迟到\n';
    const world = await readOctober({ '2026-10/events-1.csv': one, '2026-10/奖惩.csv': one });
    expect(brief(world.problems)).toEqual(['same-content | 2026-10/奖惩.csv']);
  });
});

describe('imported metrics', () => {
  it('stand in columns by id or title, for agents and for the shop', async () => {
    const world = await readOctober({
      'kpi.yaml': 'shop: 小店\ncustom_metrics: [{id: smile, title: 微笑分, unit: points}]\n',
      '2026-10/metrics.csv':
        '客服,姓名,询单转化率,response_time,销售额(元),微笑分\nA01,张三,35.5%,1分5秒,"1,000.50",9\n李四,,--,12.5,,\n*,,,,,\n',
    });
    expect(brief(world.problems)).toEqual([]);
    expect(
      world.facts?.imported.map(({ agent, metric, value, line }) => [
        agent,
        metric,
        value.toFixed(),
        line,
      ]),
    ).toEqual([
      [0, 'conversion', '0.355', 2],
      [0, 'response_time', '65', 2],
      [0, 'sales', '1000.5', 2],
      [0, 'smile', '9', 2],
      [1, 'response_time', '12.5', 3],
    ]);
  });

  it('stand one per row; an unknown one is a problem with the likeliest', async () => {
    const world = await readOctober({
      '2026-10/指标.csv':
        'agent,metric,value\nA01,typing_speed,80\n*,shop_sales,9000\nA01,typing_sped,80\nA01,身高,180\nA01,咨询人数,很多\n',
    });
    expect(brief(world.problems)).toEqual([
      'misspelt-metric | 2026-10/指标.csv:4 | metric | typing_sped',
      'unknown-metric | 2026-10/指标.csv:5 | metric | 身高',
      'bad-number | 2026-10/指标.csv:6 | value | 很多',
    ]);
    expect(world.problems[0]?.params).toMatchObject({ meant: 'typing_speed' });
  });

  it('have as many decimals as they have; below 0 is only what can be', async () => {
    const world = await readOctober({
      '2026-10/指标.csv': `工号,平均响应时间,客单价,询单转化率,净销售额,咨询人数
A01,35.833333333333,338.756666666667,0.333333333333,(12.50),3
A01,-1,1,-5%,-0.00001,-3
`,
    });
    expect(brief(world.problems)).toEqual([
      'negative-figure | 2026-10/指标.csv:3 | 平均响应时间 | -1',
      'negative-figure | 2026-10/指标.csv:3 | 询单转化率 | -5%',
      'negative-figure | 2026-10/指标.csv:3 | 咨询人数 | -3',
    ]);
    expect(
      problemText('zh', { code: 'negative-figure', params: world.problems[0]?.params ?? {} }),
    ).toBe('“平均响应时间”列的“-1”小于 0，而“平均响应时间”不能是负数');
  });

  it('may have columns that kpi.yaml names', async () => {
    const world = await readOctober({
      'kpi.yaml':
        'shop: 小店\nsources: {metrics: {files: "赤兔*", columns: {agent: 旺旺, conversion: 最终转化(%)}}}\n',
      '2026-10/赤兔.csv': '旺旺,最终转化（%）,销售额\nA01,41%,7\n',
    });
    expect(brief(world.problems)).toEqual([]);
    expect(world.facts?.imported.map(({ metric, value }) => [metric, value.toFixed()])).toEqual([
      ['conversion', '0.41'],
      ['sales', '7'],
    ]);
  });

  it('without a column that is a metric are a problem', async () => {
    const world = await readOctober({ '2026-10/metrics.csv': '客服,身高\nA01,180\n' });
    expect(brief(world.problems)).toEqual(['no-metric-column | 2026-10/metrics.csv:1']);
  });
});

describe('phone calls', () => {
  it('are read with durations; an unanswered one may have no agent', async () => {
    const world = await readOctober({
      '2026-10/calls.csv': `time,agent,direction,answered,talk_seconds,hold_seconds
2026-10-02 09:00:00,A01,in,是,1分30秒,5
2026-10-02 09:05:00,,呼入,否,,
2026-10-02 09:06:00,前同事,in,是,9,0
`,
    });
    expect(brief(world.problems)).toEqual(['unknown-account | 2026-10/calls.csv | agent | 前同事']);
    expect(await world.query('SELECT agent, direction, answered, talk, hold FROM calls')).toEqual([
      { agent: 0, direction: 'in', answered: true, talk: '90.0000', hold: '5.0000' },
      { agent: null, direction: 'in', answered: false, talk: null, hold: null },
    ]);
  });

  it('name what cannot be read', async () => {
    const world = await readOctober({
      '2026-10/calls.csv': `time,agent,direction,answered,talk_seconds
2026-10-02 09:00:00,A01,上,是,-5
2026-10-02 09:00:00,,in,是,5
2026-10-02,A01,in,,5
`,
    });
    expect(brief(world.problems)).toEqual([
      'bad-word | 2026-10/calls.csv:2 | direction | 上',
      'negative-count | 2026-10/calls.csv:2 | talk_seconds | -5',
      'missing-cell | 2026-10/calls.csv:3 | agent',
      'bad-date | 2026-10/calls.csv:4 | time | 2026-10-02',
      'missing-cell | 2026-10/calls.csv:4 | answered',
    ]);
  });
});

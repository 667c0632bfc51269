import { describe, expect, it } from 'vitest';
import { csv } from '../../setup/shop.js';
import { brief, readOctober } from '../world.js';

describe('accounts in a cell of the roster', () => {
  it.each([
    ['semicolons', '店:小美;店:小美二号'],
    ['full-width semicolons', '店：小美；店：小美二号'],
    ['enumeration commas', '店:小美、店:小美二号'],
    ['commas', '店:小美,店:小美二号'],
    ['full-width commas', '店:小美，店:小美二号'],
    ['line breaks', '店:小美\r\n店:小美二号'],
  ])('are separated by %s', async (_, cell) => {
    const world = await readOctober({
      'agents.csv': csv('工号,姓名,岗位,账号', `A01,小美,售前,"${cell}"`),
      '2026-10/complaints.csv': csv('日期,工号,类型', '2026-10-09,店:小美二号,投诉'),
    });
    expect(brief(world.problems)).toEqual([]);
    expect(world.roster?.[0]?.accounts).toEqual(['店:小美', '店:小美二号']);
  });
});

const ROSTER = csv(
  '工号,姓名,岗位,账号',
  'A01,王小美,售前,店:美美',
  'A02,王小丽,售前,店:丽丽',
  'A03,李雷,售后,店:雷雷',
  'A04,李雷,售后,店:小雷',
);

describe('an agent in a file of people', () => {
  it('may be named; a name that nobody has is told with the likeliest agents', async () => {
    const world = await readOctober({
      'agents.csv': ROSTER,
      '2026-10/complaints.csv': csv(
        '日期,工号,类型',
        '2026-10-09,王小美,投诉',
        '2026-10-10,王晓丽,投诉',
        '2026-10-11,A05,投诉',
      ),
    });
    expect(brief(world.problems)).toEqual([
      'unknown-agent | 2026-10/complaints.csv:3 | 工号 | 王晓丽',
      'unknown-agent | 2026-10/complaints.csv:4 | 工号 | A05',
    ]);
    expect(world.problems[0]?.params.known).toMatchObject({
      zh: expect.stringMatching(/^A02 王小丽、/),
    });
    expect(world.problems[1]?.params.known).toEqual({
      zh: 'A01 王小美、A02 王小丽、A03 李雷、A04 李雷',
      en: 'A01 王小美, A02 王小丽, A03 李雷, A04 李雷',
    });
  });

  it('whose name two have is told with both', async () => {
    const world = await readOctober({
      'agents.csv': ROSTER,
      '2026-10/events.csv': csv('日期,工号,事项', '2026-10-09,李雷,late'),
    });
    expect(brief(world.problems)).toEqual(['ambiguous-agent | 2026-10/events.csv:2 | 工号 | 李雷']);
    expect(world.problems[0]?.params.agents).toEqual({
      zh: 'A03 李雷、A04 李雷',
      en: 'A03 李雷, A04 李雷',
      ids: ['A03', 'A04'],
    });
  });

  it('that two people of an export share by name is told with both rows', async () => {
    const world = await readOctober({
      '2026-10/考勤.csv': csv(
        '姓名,考勤组,UserId,出勤天数,迟到次数,早退次数,旷工天数',
        '张三,甲,u1,22,0,0,0',
        '张三,乙,u2,21,1,0,0',
        '李四,甲,u3,22,0,0,0',
      ),
    });
    expect(brief(world.problems).filter((each) => each.startsWith('name'))).toEqual([
      'name-twice-in-file | 2026-10/考勤.csv:3 | 姓名 | 张三',
    ]);
    expect(world.problems.find(({ code }) => code === 'name-twice-in-file')?.params).toMatchObject({
      name: '张三',
      agent: { zh: 'A01 张三', ids: ['A01'] },
      line: 2,
    });
  });
});

describe('a number that lacks noughts', () => {
  const NUMBERS = csv(
    '工号,姓名,岗位',
    '001,小美,售前',
    '2,小丽,售前',
    '30,小红,售前',
    '030,小白,售前',
  );

  it('is the id of the agent whose number it is, with a warning for each file', async () => {
    const world = await readOctober({
      'agents.csv': NUMBERS,
      '2026-10/complaints.csv': csv(
        '日期,工号,类型',
        '2026-10-09,1,投诉',
        '2026-10-10,1,投诉',
        '2026-10-10,002,投诉',
        '2026-10-11,30,投诉',
      ),
      '2026-10/calls.csv': csv(
        '时间,客服,应答',
        '2026-10-09 09:00:00,1,是',
        '2026-10-09 10:00:00,2,是',
        '2026-10-09 11:00:00,030,是',
      ),
      '2026-10/chats.csv': csv(
        '时间,客服,买家,发送方',
        '2026-10-09 09:00:00,0001,b,买家',
        '2026-10-09 09:00:09,0001,b,客服',
      ),
    });
    expect(brief(world.problems)).toEqual([
      'id-without-noughts | 2026-10/chats.csv | 客服 | 0001',
      'id-without-noughts | 2026-10/complaints.csv:2 | 工号 | 1',
      'id-without-noughts | 2026-10/complaints.csv:4 | 工号 | 002',
      'id-without-noughts | 2026-10/calls.csv | 客服 | 1',
    ]);
    expect(world.problems[0]?.params).toMatchObject({
      written: '0001',
      agent: { zh: '001 小美', ids: ['001'] },
    });
    const agents = (table: string) => world.query(`SELECT agent FROM ${table} ORDER BY ALL`);
    expect(await agents('complaints')).toEqual([0, 0, 1, 2].map((agent) => ({ agent })));
    expect(await agents('calls')).toEqual([0, 1, 3].map((agent) => ({ agent })));
    expect((await world.messages()).map(({ agent }) => agent)).toEqual([0, 0]);
  });

  it('is the account whose number it is', async () => {
    const world = await readOctober({
      'agents.csv': csv('工号,姓名,岗位,账号', 'A01,小美,售前,0012', 'A02,小丽,售前,店:小丽'),
      '2026-10/complaints.csv': csv('日期,工号,类型', '2026-10-09,12,投诉'),
    });
    expect(brief(world.problems)).toEqual([
      'id-without-noughts | 2026-10/complaints.csv:2 | 工号 | 12',
    ]);
    expect(await world.query('SELECT agent FROM complaints')).toEqual([{ agent: 0 }]);
  });

  it('is nobody where two agents have it', async () => {
    const world = await readOctober({
      'agents.csv': NUMBERS,
      '2026-10/complaints.csv': csv('日期,工号,类型', '2026-10-09,0030,投诉'),
    });
    expect(brief(world.problems)).toEqual([
      'unknown-agent | 2026-10/complaints.csv:2 | 工号 | 0030',
    ]);
  });

  it('is the number of an export only if the name is the same', async () => {
    const world = await readOctober({
      'agents.csv': NUMBERS,
      '2026-10/考勤.csv': csv(
        '姓名,工号,考勤组,UserId,出勤天数,迟到次数,早退次数,旷工天数',
        '小美,1,甲,u1,22,3,0,0',
        '小丽,2,甲,u2,21,0,0,0',
        '仓管,002,乙,u3,20,9,0,0',
        '小红,30,甲,u4,20,0,0,0',
        '小白,030,甲,u5,20,0,0,0',
      ),
    });
    expect(brief(world.problems)).toEqual([
      'id-without-noughts | 2026-10/考勤.csv:2 | 工号 | 1',
      'people-left-out | 2026-10/考勤.csv',
    ]);
    expect(await world.query('SELECT agent, late FROM attendance_months ORDER BY agent')).toEqual(
      ['3.0000', '0.0000', '0.0000', '0.0000'].map((late, agent) => ({ agent, late })),
    );
  });
});

describe('an account of nobody that is much like that of an agent', () => {
  it('is told with the agent, in chats and calls; others are not', async () => {
    const world = await readOctober({
      'agents.csv': csv(
        '工号,姓名,岗位,账号',
        'A01,林小美,售前,店:客服小美',
        'A02,小丽,售前,店:小丽',
      ),
      '2026-10/chats.csv': csv(
        '时间,客服,买家,发送方,内容',
        '2026-10-09 09:00:00,二店:客服小梅,b1,客服,在',
        '2026-10-09 09:00:00,店:机器人,b1,客服,在',
      ),
      '2026-10/calls.csv': csv('时间,客服,应答', '2026-10-09 09:00:00,林小妹,是'),
    });
    const reported = world.problems.filter(({ code }) => code.endsWith('-account'));
    const agent = { zh: 'A01 林小美', en: 'A01 林小美', ids: ['A01'] };
    expect(
      reported.map(({ code, cell, params }) => [code, cell, params.meant, params.agent]),
    ).toEqual([
      ['misspelt-account', '二店:客服小梅', '客服小美', agent],
      ['unknown-account', '店:机器人', undefined, undefined],
      ['misspelt-account', '林小妹', '林小美', agent],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { brief } from '../world.js';
import { exported, readReports } from './service-reports.js';

const ROWS = 'SELECT agent, day, kind, verified FROM complaints ORDER BY day';

describe('reviews', () => {
  it('are bad, neutral and good reviews of the agents that they name', async () => {
    const world = await readReports({ '评价.csv': exported('评价.csv') });
    expect(brief(world.problems)).toEqual(['outside-month | 2026-10/评价.csv']);
    expect(world.facts?.inputs.map(({ readAs, kind }) => [readAs, kind])).toEqual([
      ['reviews', 'complaints'],
    ]);
    expect(await world.query(ROWS)).toEqual([
      { agent: 0, day: '2026-10-02', kind: 'praise', verified: true },
      { agent: 0, day: '2026-10-03', kind: 'neutral_review', verified: true },
      { agent: 0, day: '2026-10-13', kind: 'bad_review', verified: true },
      { agent: 1, day: '2026-10-15', kind: 'bad_review', verified: true },
      { agent: 1, day: '2026-10-31', kind: 'bad_review', verified: true },
    ]);
    expect(world.facts?.complaints.map(({ order, place }) => [order?.id, place.line])).toEqual([
      ['4100000000000000001', 2],
      ['4100000000000000002', 3],
      ['4100000000000000003', 4],
      ['4100000000000000004', 6],
      ['4100000000000000005', 7],
    ]);
  });

  it('are refused when they name orders only, and when a rating is none that is known', async () => {
    const world = await readReports({
      'a.csv': '订单号,评价时间,评价内容,评分\n41,2026-10-02,差,1\n42,2026-10-02,中,3\n',
      'b.csv': '客服,评价时间,评分\n阿青,2026-10-02,85\n阿青,2026-10-02,-\n,2026-10-02,5.0\n',
    });
    expect(brief(world.problems)).toEqual([
      'review-without-agent | 2026-10/a.csv:2 | 订单号 | 41',
      'review-without-agent | 2026-10/a.csv:3 | 订单号 | 42',
      'unclear-rating | 2026-10/b.csv:2 | 评分 | 85',
      'missing-cell | 2026-10/b.csv:3 | 评分',
      'review-without-agent | 2026-10/b.csv:4 | 客服',
    ]);
  });

  it('need a rating', async () => {
    const world = await readReports({
      'a.csv': '买家昵称,评价内容,评价时间,订单号\nt**8,还行,2026-10-02 09:00:00,41\n',
    });
    expect(brief(world.problems)).toEqual([
      'missing-column | 2026-10/a.csv:1 | 评分',
      'review-without-agent | 2026-10/a.csv:2 | 订单号 | 41',
    ]);
  });

  it('may be judged before they count', async () => {
    const world = await readReports({
      'a.csv':
        '是否属实,备用,客服昵称,星级,评价日期\n否,x,阿青,1,2026-10-02\n是,y,阿青,1,2026-10-03\n',
    });
    expect(brief(world.problems)).toEqual([]);
    expect(world.facts?.complaints.map(({ day }) => day)).toEqual(['2026-10-03']);
  });
});

describe('a table of complaints', () => {
  it('is read by the names of its columns', async () => {
    const world = await readReports({ '十月.csv': exported('投诉.csv') });
    expect(brief(world.problems)).toEqual([]);
    expect(world.facts?.inputs.map(({ readAs }) => readAs)).toEqual(['complaints_table']);
    expect(
      await world.query(
        'SELECT agent, kind, verified, points, amount FROM complaints ORDER BY day',
      ),
    ).toEqual([
      { agent: 0, kind: 'complaint', verified: true, points: '2.0000', amount: '20.5000' },
      { agent: 1, kind: 'complaint', verified: false, points: '0.0000', amount: '0.0000' },
    ]);
  });

  it('counts as true where nobody is asked', async () => {
    const world = await readReports({ '十月.csv': '投诉日期,责任客服\n2026-10-05,阿青\n' });
    expect(brief(world.problems)).toEqual([]);
    expect(await world.query(ROWS)).toEqual([
      { agent: 1, day: '2026-10-05', kind: 'complaint', verified: true },
    ]);
  });
});

describe('a table of complaints with closing dates', () => {
  const closed = async (...rows: readonly string[]) => {
    const text = ['投诉日期,责任客服,结案时间', ...rows, ''].join('\n');
    const world = await readReports({ '十月.csv': text });
    const days = world.facts?.complaints.map(({ daysToClose }) => daysToClose?.toFixed());
    return { days, problems: brief(world.problems) };
  };

  it('says in how many days each was closed; an open one is older than the month', async () => {
    const { days, problems } = await closed(
      '2026-10-05,阿青,2026-10-05 21:00',
      '2026-10-05,阿青,2026-10-06',
      '2026-10-30,阿青,',
      '2026-10-31,阿青,2026-11-03',
    );
    expect(problems).toEqual([]);
    expect(days).toEqual(['0', '1', '2', '3']);
  });

  it('is wrong where one was closed before it happened', async () => {
    const { problems } = await closed('2026-10-05,阿青,2026-10-04');
    expect(problems).toEqual(['closed-before-day | 2026-10/十月.csv:2 | 结案时间 | 2026-10-04']);
  });
});

import { describe, expect, test } from 'vitest';
import { decimal } from '../../src/lib/decimal.js';
import { measure, type TestMonth } from './month.js';

describe('attendance by month', () => {
  const month = (...cells: (number | null)[]): TestMonth => ({
    agents: [
      { id: 'A01', workdaysDue: 22 },
      { id: 'A02', workdaysDue: 21 },
    ],
    attendanceMonths: [['A01', ...cells]],
  });
  // workdays_due, workdays, late, early_leave, leave, leave_days, absent, absent_days, missed_punch

  test('the figures are those of the file', async () => {
    const { of } = await measure(month(23, 21.5, 1, 0, 1, 1.5, 0, 0, 2));
    expect(of('A01', 'workdays_due')).toBe('23');
    expect(of('A01', 'workdays')).toBe('21.5');
    expect(of('A01', 'leave_days')).toBe('1.5');
    expect(of('A01', 'missed_punch')).toBe('2');
    expect(of('A01', 'full_attendance')).toBe('0');
  });

  test('a column that the file lacks is missing, workdays due come from the roster', async () => {
    const { of } = await measure(month(null, null, 0, null, 0, null, 0, null, null));
    expect(of('A01', 'workdays')).toBe('no-row attendance');
    expect(of('A01', 'workdays_due')).toBe('22');
    expect(of('A01', 'full_attendance')).toBe('1');
  });

  test('full attendance needs late, leave and absent to be known', async () => {
    for (const unknown of [2, 4, 6]) {
      const cells = [22, 22, 0, 0, 0, 0, 0, 0, 0].map((cell, n) => (n === unknown ? null : cell));
      expect((await measure(month(...cells))).of('A01', 'full_attendance')).toBe(
        'no-row attendance',
      );
    }
    for (const some of [2, 3, 4, 5, 6, 7, 8]) {
      const cells = [22, 22, 0, 0, 0, 0, 0, 0, 0].map((cell, n) => (n === some ? 1 : cell));
      expect((await measure(month(...cells))).of('A01', 'full_attendance')).toBe('0');
    }
  });

  test('an agent without a row is unknown, not perfect', async () => {
    const { of } = await measure(month(23, 21.5, 1, 0, 1, 1.5, 0, 0, 2));
    expect(of('A02', 'late')).toBe('no-row attendance');
    expect(of('A02', 'full_attendance')).toBe('no-row attendance');
    expect(of('A02', 'workdays_due')).toBe('21');
  });

  test('rows from several files add up', async () => {
    const row = ['A01', 11, 10, 1, 0, 0, 0, 0, 0, 0];
    const { of } = await measure({ attendanceMonths: [row, row] });
    expect(of('A01', 'workdays')).toBe('20');
    expect(of('A01', 'late')).toBe('2');
  });

  test('no attendance file: missing, but for the workdays of the roster', async () => {
    const { of } = await measure({ agents: [{ id: 'A01', workdaysDue: 22 }, { id: 'A02' }] });
    expect(of('A01', 'late')).toBe('no-file attendance');
    expect(of('A01', 'workdays_due')).toBe('22');
    expect(of('A02', 'workdays_due')).toBe('no-file attendance');
  });
});

describe('attendance by event', () => {
  test('times are rows, days are sums, an empty number of days is one', async () => {
    const { of } = await measure({
      attendanceEvents: [
        ['A01', '2026-10-01', 'present', null, null],
        ['A01', '2026-10-02', 'present', null, 0.5],
        ['A01', '2026-10-03', 'leave', null, 2],
        ['A01', '2026-10-06', 'leave', null, null],
        ['A01', '2026-10-07', 'late', 5, null],
        ['A01', '2026-10-08', 'absent', null, 0.5],
      ],
    });
    expect(of('A01', 'workdays')).toBe('1.5');
    expect(of('A01', 'leave')).toBe('2');
    expect(of('A01', 'leave_days')).toBe('3');
    expect(of('A01', 'late')).toBe('1');
    expect(of('A01', 'absent')).toBe('1');
    expect(of('A01', 'absent_days')).toBe('0.5');
    expect(of('A01', 'full_attendance')).toBe('0');
    expect(of('A01', 'workdays_due')).toBe('no-row attendance');
  });

  test('an agent without a row has 0', async () => {
    const { of } = await measure({
      attendanceEvents: [['A01', '2026-10-01', 'present', null, null]],
    });
    expect(of('A02', 'workdays')).toBe('0');
    expect(of('A02', 'late')).toBe('0');
    expect(of('A02', 'full_attendance')).toBe('1');
    expect((await measure({ attendanceEvents: [] })).of('A01', 'workdays')).toBe('0');
  });

  test('a file of exceptions only does not say how many days were worked', async () => {
    const { of } = await measure({
      attendanceEvents: [['A01', '2026-10-01', 'late', 5, null]],
    });
    expect(of('A01', 'workdays')).toBe('no-row attendance');
    expect(of('A01', 'late')).toBe('1');
  });
});

describe('conduct', () => {
  const row = (agent: string, kind: string, verified = true, points: number | null = null) => [
    agent,
    '2026-10-05',
    kind,
    verified,
    false,
    points,
    null,
  ];

  test('verified rows are counted by kind', async () => {
    const { of } = await measure({
      complaints: [
        row('A01', 'complaint', true, 5),
        row('A01', 'complaint', true, 7.5),
        row('A01', 'complaint', false, 20),
        row('A01', 'bad_review'),
        row('A01', 'dispute'),
        row('A01', 'praise'),
        row('A01', 'praise'),
        row('A01', 'bad_review_resolved'),
        row('A01', 'refund_saved'),
        row('A01', 'error'),
        row('A01', 'no_follow_up'),
      ],
    });
    const ids = [
      'complaints',
      'complaint_points',
      'bad_reviews',
      'disputes',
      'praises',
      'bad_reviews_resolved',
      'refunds_saved',
      'errors',
      'no_follow_ups',
    ];
    expect(ids.map((id) => of('A01', id))).toEqual('2 12.5 1 1 2 1 1 1 1'.split(' '));
    expect(ids.map((id) => of('A02', id))).toEqual(ids.map(() => '0'));
  });

  test('a complaint without points leaves the points unknown', async () => {
    const { of } = await measure({
      complaints: [row('A01', 'complaint', true, 5), row('A01', 'complaint')],
    });
    expect(of('A01', 'complaints')).toBe('2');
    expect(of('A01', 'complaint_points')).toBe('no-row complaints');
  });

  test('no complaints file: missing, and no list of cases', async () => {
    const { of, agent } = await measure({});
    expect(of('A01', 'complaints')).toBe('no-file complaints');
    expect(agent('A01').cases).toBeUndefined();
    expect(agent('A01').events).toBeUndefined();
  });

  test('cases and events are listed by kind with their file and line', async () => {
    const month = await measure({
      complaints: [],
      complaintRows: [
        {
          agent: 0,
          kind: 'error',
          place: { file: 'complaints.csv', line: 2 },
          day: '2026-10-05',
          count: decimal(1),
          grave: true,
          points: decimal(5),
        },
      ],
      events: [
        {
          agent: 1,
          kind: 'violation',
          place: { file: 'events.csv', line: 3 },
          day: '2026-10-06',
          count: decimal(2),
          amount: decimal(30),
          grave: false,
        },
      ],
    });
    expect(month.agent('A01').cases?.get('error')).toEqual([
      {
        agent: 0,
        kind: 'error',
        place: { file: 'complaints.csv', line: 2 },
        day: '2026-10-05',
        count: decimal(1),
        points: decimal(5),
        grave: true,
      },
    ]);
    expect(month.agent('A02').cases?.size).toBe(0);
    expect(month.agent('A02').events?.get('violation')).toEqual([
      {
        agent: 1,
        kind: 'violation',
        place: { file: 'events.csv', line: 3 },
        day: '2026-10-06',
        count: decimal(2),
        amount: decimal(30),
        grave: false,
      },
    ]);
  });
});

describe('ratings', () => {
  type Score = { readonly grade: 'excellent' | 'good' | 'fair' | 'poor' } | number;
  const rated = async (...scores: Score[]) => {
    const month = await measure({
      ratings: scores.map((score, index) => ({
        agent: 0,
        item: 'quality',
        place: { file: 'ratings.csv', line: index + 2 },
        value:
          typeof score === 'number'
            ? { kind: 'number', number: decimal(score) }
            : { kind: 'grade', ...score },
      })),
    });
    return { rating: month.agent('A01').ratings.get('quality'), problems: month.problems };
  };
  const [excellent, good, fair, poor] = (['excellent', 'good', 'fair', 'poor'] as const).map(
    (grade) => ({ grade }),
  ) as [Score, Score, Score, Score];

  test('numbers have a mean, grades a median, the lower of two middle ones', async () => {
    expect((await rated(90, 95)).rating).toEqual({ kind: 'number', mean: decimal(92.5), count: 2 });
    expect((await rated(good)).rating).toEqual({ kind: 'grade', grade: 'good', count: 1 });
    expect((await rated(poor, excellent, good)).rating).toMatchObject({ grade: 'good' });
    expect((await rated(excellent, fair)).rating).toMatchObject({ grade: 'fair' });
    expect((await rated(poor, excellent, good, excellent)).rating).toMatchObject({ grade: 'good' });
  });

  test('grades and numbers for one item make no rating', async () => {
    const { rating, problems } = await rated(good, 90);
    expect(rating).toBeUndefined();
    expect(problems).toMatchObject([{ code: 'mixed-ratings', file: 'ratings.csv', line: 3 }]);
  });
});

describe('calls', () => {
  const call = (agent: string, time: string, direction: string | null, ...rest: unknown[]) => [
    Date.parse(`2026-${time.replace(' ', 'T')}Z`) / 1000,
    agent,
    direction,
    ...(rest as (number | boolean | null)[]),
    3,
  ];
  const calls = [
    call('A01', '10-02 09:00:00', 'in', true, 100, 20, 30),
    call('A01', '10-02 10:00:00', 'out', true, 50, 0, 10),
    call('A01', '10-02 11:00:00', 'in', false, 0, 0, 0),
    call('A01', '10-02 12:00:00', 'out', false, 0, 0, 0),
    call('A01', '11-02 12:00:00', 'in', true, 999, 0, 0),
  ];

  test('times are those of answered calls in both directions', async () => {
    const { of, shop } = await measure({ calls });
    const ids =
      'calls_answered calls_out call_total call_avg talk_total talk_avg hold_avg wrap_avg handle_avg';
    expect(ids.split(' ').map((id) => of('A01', id))).toEqual(
      '1 2 170 85 150 75 10 20 105'.split(' '),
    );
    expect(of('A02', 'call_total')).toBe('0');
    expect(of('A02', 'call_avg')).toBe('0 / 0');
    expect(shop('abandon_rate')).toBe('0.5');
    expect(of('A01', 'occupancy')).toBe('not-imported');
  });

  test('a time that is not in the file is missing', async () => {
    const { of } = await measure({
      calls: [call('A01', '10-02 09:00:00', null, true, 100, null, 30)],
    });
    expect(of('A01', 'calls_answered')).toBe('1');
    expect(of('A01', 'talk_total')).toBe('100');
    expect(of('A01', 'call_total')).toBe('no-row calls');
    expect(of('A01', 'wrap_avg')).toBe('30');
  });

  test('occupancy needs the minutes of presence', async () => {
    const { of } = await measure({
      calls,
      attendanceEvents: [['A01', '2026-10-02', 'present', 7, null]],
    });
    expect(of('A01', 'occupancy')).toBe('0.5');
    expect(of('A01', 'calls_per_hour')).toBe('25.714286');
    expect(of('A02', 'occupancy')).toBe('not-imported');
  });
});

describe('imports', () => {
  test('an imported figure replaces that of its agent only, and keeps its parts when they came too', async () => {
    const { value, of, problems } = await measure({
      imported: [
        ['A01', 'reply_rate', '0.96'],
        ['A01', 'replied', '96'],
        ['A01', 'consults', '100'],
        ['A02', 'reply_rate', '0.9'],
      ],
    });
    expect(value('A01', 'reply_rate')).toEqual({
      state: 'known',
      value: decimal('0.96'),
      numerator: decimal(96),
      denominator: decimal(100),
      origin: 'imported',
      // Of the three rows that of the figure itself.
      place: { file: 'metrics.csv', line: 2 },
    });
    expect(value('A02', 'reply_rate')).toEqual({
      state: 'known',
      value: decimal('0.9'),
      origin: 'imported',
      place: { file: 'metrics.csv', line: 5 },
    });
    expect(of('A02', 'consults')).toBe('no-file chats');
    expect(problems).toEqual([]);
  });

  test('only by import: missing until it is imported', async () => {
    const { of } = await measure({
      imported: [
        ['A01', 'satisfaction', '0.95'],
        ['A01', 'own_metric', '3'],
      ],
    });
    expect(of('A01', 'satisfaction')).toBe('0.95');
    expect(of('A02', 'satisfaction')).toBe('not-imported');
    expect(of('A01', 'own_metric')).toBe('3');
    expect(of('A02', 'own_metric')).toBe('not-imported');
  });

  test('more than 1 % off what is computed is a warning that says by how much', async () => {
    const month = (value: string): TestMonth => ({
      orders: [{ buyer: 'tom', created: '10-02 10:00:00', paid: '10-02 10:00:00', memo: 'A01' }],
      imported: [['A01', 'sales', value]],
      settings: { memo: 'only' },
    });
    expect((await measure(month('101'))).problems).toEqual([]);
    const { of, problems } = await measure(month('101.01'));
    expect(of('A01', 'sales')).toBe('101.01');
    expect(of('A01', 'net_sales')).toBe('100');
    expect(problems).toMatchObject([
      {
        level: 'warning',
        code: 'import-differs',
        file: 'metrics.csv',
        line: 2,
        params: { agent: 'A01', imported: '101.01', computed: '100', difference: '1.01%' },
      },
    ]);
  });

  test('silent sales always come from orders', async () => {
    const { shop, problems } = await measure({
      orders: [{ buyer: 'tom', created: '10-02 10:00:00', paid: '10-02 10:00:00' }],
      imported: [
        ['*', 'silent_sales', '50'],
        ['*', 'shop_sales', '100'],
      ],
      settings: { memo: 'only' },
    });
    expect(shop('silent_sales')).toBe('100');
    expect(problems.map(({ code }) => code)).toEqual(['import-ignored']);
  });

  test('an agent’s figure for the shop, and two values for one figure, are errors', async () => {
    const { problems } = await measure({
      imported: [
        ['*', 'sales', '50'],
        ['A01', 'shop_sales', '50'],
        ['A01', 'sales', '1'],
        ['A01', 'sales', '1.0'],
        ['A01', 'sales', '2'],
      ],
    });
    expect(problems.map(({ code, line }) => `${code} ${line}`)).toEqual([
      'import-wrong-level 3',
      'import-conflict 6',
      'import-wrong-level 2',
    ]);
  });
});

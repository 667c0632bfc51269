import { describe, expect, test } from 'vitest';
import type { Month } from '../../src/lib/month.js';
import { reportLeftOut, rowCounts } from '../../src/metrics/left-out.js';
import { collectProblems, problemText } from '../../src/words/problem.js';

const COUNTS = {
  'chats.read': 100,
  'chats.robot': 7,
  'chats.team': 3,
  'consults.ad': 2,
  'orders.read': 10,
  'orders.fake': 1,
  'orders.duplicate': 2,
  // Orders without a buyer stay in.
  'orders.masked-buyer': 4,
  'calls.read': 5,
};

describe('rows that were left out', () => {
  test('and those that were kept make up those that were read', () => {
    expect(Object.fromEntries(rowCounts(COUNTS))).toEqual({
      chats: { read: 100, kept: 90, filtered: { robot: 7, team: 3 } },
      orders: { read: 10, kept: 7, filtered: { fake: 1, duplicate: 2 } },
      calls: { read: 5, kept: 5, filtered: {} },
    });
  });

  test('are told by kind, with the file or, of several, the month', () => {
    const problems = collectProblems();
    const files = new Map([
      ['chats', ['2026-10/chats.csv']],
      ['orders', ['2026-10/orders-1.csv', '2026-10/orders-2.csv']],
    ] as const);
    const facts = { files, month: '2026-10' as Month, unread: new Map() };
    reportLeftOut(COUNTS, facts, problems);
    const reported = problems.all.map(({ level, file, code, params }) =>
      [level, file, problemText('zh', { code, params })].join(' | '),
    );
    expect(reported).toEqual([
      'info | 2026-10/chats.csv | 聊天记录读入 100 行，计入 90 行；不计入：机器人 7、同事之间 3',
      'info | 2026-10 | 订单读入 10 行，计入 7 行；不计入：刷单等排除的订单 1、重复 2',
      'info | 2026-10/chats.csv | 2 人次咨询是广告，不计入接待',
    ]);
  });

  test('are not told of kinds in whose files something is wrong', () => {
    const problems = collectProblems();
    const files = new Map([['orders', ['2026-10/orders.csv']]] as const);
    const unread = new Map([['chats', 'anybody']] as const);
    reportLeftOut(COUNTS, { files, month: '2026-10' as Month, unread }, problems);
    expect(problems.all.map(({ code, file }) => `${code} ${file}`)).toEqual([
      'rows-left-out 2026-10/orders.csv',
    ]);
  });
});

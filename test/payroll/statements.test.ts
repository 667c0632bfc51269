import { describe, expect, test } from 'vitest';
import { decimal } from '../../src/lib/decimal.js';
import { noticesOf, payBy } from './pay-by.js';

describe('the fund of fines beside limits', () => {
  // Base 2000, 100 for each late arrival.
  const book = `
id: t
kind: pay
define: {fund: 全店合计(类别.罚款)}
lines:
  - {id: base, kind: earning, category: base, formula: 2000}
  - {id: late, title: 迟到, kind: deduction, category: fine, per: {of: 迟到, amount: 100}}
notices:
  - {id: fund, level: info, once: shop, text: '罚款共 {fund}'}
`;

  test('counts what is taken, not what is carried forward', () => {
    const limits = { lossShare: decimal('0.2'), minimumWage: decimal('1750') };
    const { statements } = payBy(book, [{ late: 4 }, { late: 1 }], limits);
    expect(statements.map(({ payable }) => payable.toFixed())).toEqual(['1750', '1900']);
    expect(noticesOf(statements)).toEqual([
      // 250 of the 400, and 100.
      'fund: 罚款共 350 元',
      'carried-forward: 迟到有 150 元超出限额，转入下月（实发不低于 1750 元，超出 150 元）',
    ]);
  });

  test('counts every fine where nothing limits them', () => {
    const { statements } = payBy(book, [{ late: 4 }, { late: 1 }]);
    expect(noticesOf(statements)).toEqual(['fund: 罚款共 500 元']);
  });
});

describe('a notice that is given once', () => {
  const book = (once: string) => `
id: t
kind: pay
lines: [{id: base, kind: earning, category: base, formula: 2000}]
notices:
  - {id: busy, title: 忙, level: info, once: ${once}, when: 咨询人数 > 100, text: '有人很忙'}
`;

  test.each(['true', 'shop'])('is given when it holds for anybody (%s)', (once) => {
    const figures = [{ consults: 50 }, { consults: 150 }, { consults: 200 }];
    const { statements } = payBy(book(once), figures);
    expect(statements.map(({ notices }) => notices.length)).toEqual([0, 1, 0]);
  });

  test.each(['true', 'shop'])('is given by who has the figures of its text (%s)', (once) => {
    const withFigure = book(once).replace('有人很忙', '卖了 {销售额}');
    const figures = [{ consults: 150 }, { consults: 150, sales: 7 }];
    const { statements, problems } = payBy(withFigure, figures);
    expect(noticesOf(statements)).toEqual(['busy: 卖了 7 元']);
    expect(problems.all).toEqual([]);
  });

  test('is not withheld because a colleague has no figure', () => {
    const { statements, problems } = payBy(book('true'), [{}, { consults: 150 }]);
    expect(noticesOf(statements)).toEqual(['busy: 有人很忙']);
    expect(problems.all).toEqual([]);
  });
});

describe('a notice that lacks a figure', () => {
  const book = `
id: t
kind: pay
lines: [{id: base, kind: earning, category: base, formula: 2000}]
notices:
  - {id: slow, title: 慢, level: warning, text: '平均响应时间 {平均响应时间}'}
  - {id: sold, title: 少, level: warning, when: 销售额 < 5, text: '销售太少'}
  - {id: idle, title: 闲, level: warning, when: [咨询人数 > 5, 销售额 < 5], text: '很闲'}
`;

  test('is not posted, and what is missing is told', () => {
    const { statements, problems } = payBy(book, [{ consults: 1 }, { consults: 3 }]);
    expect(noticesOf(statements)).toEqual([]);
    expect(problems.all.map(({ level, code }) => `${level} ${code}`)).toEqual([
      // Reply time and sales of the one agent, then of the other.
      'warning notice-without-figure',
      'warning notice-without-figure',
      'warning notice-without-figure',
      'warning notice-without-figure',
    ]);
    expect(problems.all[0]?.params).toMatchObject({ notices: { zh: '“慢”' } });
  });

  test('is no further problem where a line lacks the same figure', () => {
    const bonus =
      '{id: bonus, kind: earning, category: bonus, formula: 平均响应时间 ÷ 平均响应时间 × 5}';
    const lacking = book.replace('lines: [', `lines: [${bonus}, `);
    const { problems } = payBy(lacking, [{ consults: 1 }]);
    expect(problems.all.map(({ code }) => code)).toEqual([
      'metric-without-file',
      'notice-without-figure',
    ]);
    expect(problems.all[1]?.params).toMatchObject({ notices: { zh: '“少”' } });
  });

  test('names together what one missing figure withholds', () => {
    const { problems } = payBy(book, [{ consults: 9, response_time: 30 }]);
    expect(problems.all.map(({ params }) => Object.entries(params)[0]?.[1])).toEqual([
      { zh: '“少”、“闲”', en: '“少”, “闲”' },
    ]);
  });
});

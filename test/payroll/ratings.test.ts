import { describe, expect, test } from 'vitest';
import { calculateMonth } from '../../src/payroll/calculate.js';
import { monthNamed } from '../output/samples.js';
import { csv, writeShop } from '../setup/shop.js';

function month(...ratings: readonly string[]) {
  const folder = writeShop({
    'kpi.yaml': csv('shop: 小店', 'plans: {aftersales: {scores: [weekly], pay: [paid]}}'),
    'rules/weekly.yaml': csv(
      'id: weekly',
      'kind: scorecard',
      'total: 20',
      'ratings: {quality: 素质}',
      'items:',
      '  - {id: quality, full: 20, grade: {of: rating.quality, each: week, 优: 20, 良: 15, 中: 10, 差: 0}}',
    ),
    'rules/paid.yaml': csv(
      'id: paid',
      'kind: pay',
      'lines: [{id: base, kind: earning, category: base, formula: 100}]',
    ),
    'agents.csv': csv('工号,姓名,岗位', 'A01,甲,售后'),
    '2026-10/ratings.csv': csv('工号,项目,评分,周', ...ratings),
  });
  return calculateMonth({ folder, month: monthNamed('2026-10') });
}

describe('weekly ratings', () => {
  test('one week is one week, however it is written', async () => {
    const { statements, problems } = await month(
      'A01,素质,优,1',
      'A01,素质,差,01',
      'A01,素质,差,第1周',
      'A01,素质,差,W1',
      'A01,素质,优,2',
    );
    expect(problems.filter(({ level }) => level === 'error')).toEqual([]);
    // The first week is (20 + 0 + 0 + 0) ÷ 4 = 5, the second 20.
    expect(statements[0]?.scores[0]?.points.toFixed()).toBe('12.5');
  });

  test('a number that no rating can be is told where it stands, however many there are of the item', async () => {
    const folder = writeShop({
      'kpi.yaml': csv('shop: 小店', 'plans: {aftersales: {scores: [monthly], pay: []}}'),
      'rules/monthly.yaml': csv(
        'id: monthly',
        'kind: scorecard',
        'total: 20',
        'ratings: {quality: 素质}',
        'items:',
        '  - {id: quality, full: 20, grade: {of: rating.quality, number: percent, 优: 20, 良: 15, 中: 10, 差: 0}}',
      ),
      'agents.csv': csv('工号,姓名,岗位', 'A01,甲,售后'),
      // The mean, 95, could be one.
      '2026-10/ratings.csv': csv('工号,项目,评分', 'A01,素质,10', 'A01,素质,180', 'A01,素质,-1'),
    });
    const { statements, problems } = await calculateMonth({ folder, month: monthNamed('2026-10') });
    expect(statements).toEqual([]);
    expect(
      problems.map(({ code, file, line, column, cell }) => [code, file, line, column, cell]),
    ).toEqual([
      ['rating-out-of-range', '2026-10/ratings.csv', 3, '评分', '180'],
      ['rating-out-of-range', '2026-10/ratings.csv', 4, '评分', '-1'],
    ]);
  });

  test('a number among grades is one problem', async () => {
    const { statements, problems } = await month('A01,素质,优,1', 'A01,素质,85,2');
    const errors = problems.filter(({ level }) => level === 'error');
    expect(errors.map(({ code, line }) => `${code} ${line}`)).toEqual(['mixed-ratings 3']);
    expect(statements).toEqual([]);
  });
});

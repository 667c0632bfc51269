import { expect, test } from 'vitest';
import { everythingOf, reasonBranches } from '../../src/output/explain/explanation.js';
import { indentedText } from '../../src/output/formats/indented-text.js';
import { PLAIN_STYLE } from '../../src/output/report/style.js';
import { payBy } from './pay-by.js';

const SALES = [{ sales: 300 }, { sales: 500 }, { sales: 300 }];

function explained(line: string, index: number): string {
  const book = `
id: t
kind: pay
lines: [{id: prize, title: 奖, kind: earning, category: bonus, ${line}}]
`;
  const { statements } = payBy(book, SALES);
  const statement = statements[index];
  if (statement === undefined) throw new Error('nobody is paid');
  return indentedText(reasonBranches(everythingOf(statement), 'zh'), { style: PLAIN_STYLE });
}

const RANKING = '名次：1 A02 500.00 元，2 A01 300.00 元，2 【A03】 300.00 元';

test.each([
  'formula: 100 ÷ 名次(销售额)',
  'when: 名次(销售额) <= 2, formula: 50',
])('a place in the team is told with everybody who has one: %s', (line) => {
  expect(explained(line, 2)).toContain(RANKING);
});

test('a place within the team as a share is told with the same ranking, once', () => {
  const text = explained('when: 百分位(销售额) < 90%, formula: 100 × 百分位(销售额)', 2);
  expect(text.split(RANKING)).toHaveLength(2);
});

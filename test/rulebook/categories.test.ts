import { expect, test } from 'vitest';
import { failures } from '../setup/books.js';

test('a category comes to what it pays, less its cap; losses to what is taken, less what comes back', () => {
  const book = `\
id: capped
kind: pay
lines:
  - {id: sold, title: 销售提成, kind: earning, category: commission, formula: 销售额 × 1%}
  - {id: over, title: 提成封顶, kind: deduction, category: commission, at_most: {of: sold, amount: 3000}}
  - {id: lost, title: 赔偿, kind: deduction, category: loss, formula: 100}
  - {id: back, title: 退回, kind: earning, category: loss, formula: 40}
  - {id: late_fine, title: 迟到罚款, kind: deduction, category: fine, per: {of: 迟到, amount: 10}}
define:
  paid: {title: 提成合计, formula: category.commission}
  taken: {title: 损失合计, formula: category.loss}
  fined: {title: 罚款合计, formula: category.fine}
examples:
  - {title: 320000, given: {销售额: 320000, 迟到: 3}, expect: {sold: 3200, over: 200, paid: 3000, taken: 60, fined: 30}}
`;
  expect(failures(book)).toEqual([]);
});

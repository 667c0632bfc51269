import { expect, it } from 'vitest';
import { groupBy } from '../../src/lib/group.js';

it('keeps groups in order of first appearance, and the rows of each in their order', () => {
  expect([...groupBy([3, 1, 4, 5, 2], (number) => number % 2)]).toEqual([
    [1, [3, 1, 5]],
    [0, [4, 2]],
  ]);
});

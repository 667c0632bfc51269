import { expect, test } from 'vitest';
import { weekNamed } from '../../src/rulebook/values/week.js';

test.each([
  '1',
  '01',
  '第1周',
  '第 1 周',
  '第一周',
  '1周',
  'W1',
  'w01',
  'Week 1',
  '１',
  ' 2026-W1 ',
])('%s is the first week', (text) => {
  expect(weekNamed(text)).toBe('1');
});

test.each([
  ['第12周', '12'],
  ['2026-W41', '41'],
  ['第四周', '4'],
  ['10', '10'],
  ['10/1–10/7', '10/1–10/7'],
  ['上旬', '上旬'],
])('%s is %s', (text, week) => {
  expect(weekNamed(text)).toBe(week);
});

import { expect, test } from 'vitest';
import { METRICS, metricById, metricByTitle } from '../../src/catalogue/metrics/metrics.js';

test('ids, titles and aliases are unique, in both languages', () => {
  for (const names of [
    METRICS.map(({ id }) => id),
    METRICS.flatMap(({ title, aliases }) => [title.zh, ...(aliases ?? [])]),
    METRICS.map(({ title }) => title.en),
  ]) {
    expect(new Set(names).size).toBe(names.length);
  }
});

test('a Chinese title can stand in a formula: no spaces, no operators', () => {
  for (const { title, aliases } of METRICS) {
    for (const name of [title.zh, ...(aliases ?? [])]) expect(name).toMatch(/^[\p{L}]+$/u);
  }
});

test('the parts of a quotient are metrics', () => {
  for (const { parts, quotient } of METRICS) {
    if (parts === undefined) continue;
    expect(quotient).toBe(true);
    for (const part of Object.values(parts)) expect(metricById(part)).toBeDefined();
  }
});

test('a metric is found by its Chinese title, by an alias, and with full-width spaces around', () => {
  expect(metricByTitle('　销售额 ')?.id).toBe('sales');
  expect(metricByTitle('团队业绩')?.id).toBe('silent_sales');
  expect(metricByTitle('静默销售额')?.id).toBe('silent_sales');
  expect(metricByTitle('业绩')).toBeUndefined();
});

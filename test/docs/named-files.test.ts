import { expect, it } from 'vitest';
import { namedFiles } from './named-files.js';
import { ROOT } from './places.js';

it('the pages that are written by hand name no file that is not there', () => {
  const names = namedFiles(ROOT);
  expect(names.map(({ page }) => page)).toContain('docs/scale.md');
  expect(names.length).toBeGreaterThan(80);
  expect(names.filter(({ isThere }) => !isThere)).toEqual([]);
});

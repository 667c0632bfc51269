import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inOrder, VIEWS, type ViewName } from '../../../src/metrics/rows/views.js';

const ROWS = new URL('../../../src/metrics/rows/', import.meta.url);

const NAMES = Object.keys(VIEWS) as ViewName[];
const FILES = readdirSync(ROWS).filter((file) => file.endsWith('.sql'));

/** The view that a file is; attendance has a file for each of its forms. */
function viewOf(file: string): string {
  return file.replace(/(-by-\w+)?\.sql$/, '').replaceAll('-', '_');
}

/** The views of orders are made over the orders of a filter, too. */
function sqlIn(file: string): string {
  return readFileSync(new URL(file, ROWS), 'utf8')
    .replaceAll(/--.*/g, '')
    .replaceAll('{view}', viewOf(file))
    .replaceAll('{credits}', 'credits');
}

/** What a file makes: tables, views and macros. */
function madeIn(sql: string): readonly string[] {
  return [...sql.matchAll(/CREATE .*?(?:TABLE|VIEW|MACRO) (\w+)/g)].flatMap(
    ([, name]) => name ?? [],
  );
}

const makers = new Map(
  FILES.flatMap((file) => madeIn(sqlIn(file)).map((made) => [made, viewOf(file)] as const)),
);

/** The views whose tables, views and macros a file names, but for its own. */
function readIn(file: string): ReadonlySet<string> {
  const names = [...sqlIn(file).matchAll(/(?:FROM|JOIN) (\w+)|(\w+)\(/g)];
  const read = names.flatMap(([, from, called]) => makers.get(from ?? called ?? '') ?? []);
  return new Set(read.filter((view) => view !== viewOf(file)));
}

describe('the views that metrics count', () => {
  test('are the files of their folder', () => {
    expect([...new Set(FILES.map(viewOf))].sort()).toEqual([...NAMES].sort());
  });

  test.each(FILES)('%s names nothing but what it says that it reads', (file) => {
    const { reads } = VIEWS[viewOf(file) as ViewName];
    expect([...readIn(file)].sort()).toEqual([...reads].sort());
  });

  test('are made after all that they read', () => {
    const order = inOrder(NAMES.toReversed());
    for (const [place, name] of order.entries()) {
      expect(order.slice(0, place)).toEqual(expect.arrayContaining([...VIEWS[name].reads]));
    }
    expect(inOrder(['service_days', 'assisted'])).toEqual([
      'chat_days',
      'month_days',
      'service_days',
      'buyers',
      'sessions',
      'credits',
      'assisted',
    ]);
  });
});

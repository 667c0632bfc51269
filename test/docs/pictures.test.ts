import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { describe, expect, it, test } from 'vitest';
import { kpi, ROOT } from '../setup/program.js';

const PICTURES = join(ROOT, 'docs/pictures');
const NAMES = readdirSync(PICTURES);

const textOf = (name: string) => readFileSync(join(PICTURES, name), 'utf8');

describe('the pictures', () => {
  it('are those that the pages show', () => {
    const pages = ['README.md', 'README.zh-CN.md', 'docs/paper.md'].map((page) =>
      readFileSync(join(ROOT, page), 'utf8'),
    );
    const shown = pages.flatMap((page) =>
      [...page.matchAll(/!\[[^\]]+\]\((?:docs\/)?pictures\/([^)]+)\)/g)].map(([, name]) => name),
    );
    expect([...new Set(shown)].sort()).toEqual([...NAMES].sort());
  });

  test.each(NAMES)('%s is sound XML that runs nothing and asks nobody for anything', (name) => {
    const parser = new SaxesParser({ xmlns: true });
    const found: string[] = [];
    parser.on('opentag', ({ local, attributes }) => {
      if (['script', 'img', 'link', 'iframe'].includes(local)) found.push(local);
      for (const [key, { value }] of Object.entries(attributes)) {
        const isOutside = /^(?:src|href|xlink:href)$/.test(key) && !String(value).startsWith('#');
        if (isOutside || key.startsWith('on')) found.push(key);
      }
    });
    parser.write(textOf(name)).close();
    expect(found).toEqual([]);
    expect(textOf(name)).not.toContain('url(');
  });

  it('show what the program says today', async () => {
    const month = ['-C', 'fixtures/demo', '--month', '2026-10'];
    const { out: table } = await kpi([
      'calc',
      ...month,
      '--plan',
      'aftersales',
      '--format',
      'table',
    ]);
    expect(textOf('table.svg')).toContain(table.trimEnd());
    const { out: reason } = await kpi(['explain', 'A08', 'rank_bonus', ...month]);
    const escaped = reason.trimEnd().replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    expect(textOf('explanation.svg')).toContain(escaped);
  });
});

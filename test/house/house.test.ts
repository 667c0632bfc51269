import { readdirSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drawing } from '../../scripts/house/drawing.js';
import {
  circles,
  forbiddenImports,
  readingFiles,
  sharedFileNames,
  sharedNames,
  unusedExports,
} from '../../scripts/house/faults.js';
import { readSources, roomOf, type SourceFile } from '../../scripts/house/imports.js';
import { ROOMS } from '../../scripts/house/layout.js';
import { longFunctions, MOST_LINES } from '../../scripts/house/long-functions.js';
import { withDrawing } from '../../scripts/house/page.js';

const SOURCES = readSources('src');

function file(path: string, ...imports: readonly string[]): SourceFile {
  return { path, imports, modules: [], exports: [], uses: [] };
}

describe('the rooms of src/', () => {
  it('are those that the layout names', () => {
    const rooms = new Set(SOURCES.map(({ path }) => roomOf(path)));
    expect([...rooms].sort()).toEqual(ROOMS.map(({ name }) => name).sort());
  });

  it('import each other, and their sub-rooms, one way only', () => {
    expect(forbiddenImports(SOURCES)).toEqual([]);
  });

  it('have no circle of files', () => {
    expect(circles(SOURCES)).toEqual([]);
  });

  it('leave the reading of files to shop, intake, ledger and cli', () => {
    expect(readingFiles(SOURCES)).toEqual([]);
  });

  it('export no name from two files', () => {
    expect(sharedNames(SOURCES)).toEqual([]);
  });

  it('give no two files one name, unless both are about one thing', () => {
    const all = readdirSync('src', { recursive: true, encoding: 'utf8' });
    const files = all.filter((path) => /\.(ts|sql)$/.test(path)).sort();
    expect(sharedFileNames(files.map((path) => path.replaceAll(sep, '/')))).toEqual([]);
  });

  it('export nothing that no other file uses', () => {
    const others = ['test', 'scripts', 'bench'].flatMap(readSources);
    expect(unusedExports(SOURCES, others)).toEqual([]);
  });

  it('have no function that is too long to be read at once', () => {
    const long = SOURCES.flatMap(({ path }) =>
      longFunctions(path, readFileSync(`src/${path}`, 'utf8')),
    );
    expect(long).toEqual([]);
  });

  it('are drawn in docs/architecture.md as they are', () => {
    const page = readFileSync('docs/architecture.md', 'utf8');
    expect(withDrawing(page, drawing(SOURCES))).toBe(page);
  });
});

describe('the guards themselves', () => {
  it('find an import that goes up', () => {
    expect(forbiddenImports([file('lib/a.ts', 'payroll/b.ts')])).toEqual([
      'lib/a.ts → payroll/b.ts',
    ]);
  });

  it('find a use of output outside the command line', () => {
    const sources = [file('run/a.ts', 'output/b.ts'), file('cli/a.ts', 'output/b.ts')];
    expect(forbiddenImports(sources)).toEqual(['run/a.ts → output/b.ts']);
  });

  it('find a sub-room that imports the one above it', () => {
    const sources = [
      file('intake/files/a.ts', 'intake/readers/b.ts'),
      file('intake/readers/b.ts', 'intake/files/c.ts'),
    ];
    expect(forbiddenImports(sources)).toEqual(['intake/files/a.ts → intake/readers/b.ts']);
  });

  it('find a name that two files export, and say which', () => {
    const sources = [
      { ...file('a/a.ts'), exports: ['sum', 'title'] },
      { ...file('a/b.ts'), exports: ['title'] },
      { ...file('b/a.ts'), exports: ['total'] },
    ];
    expect(sharedNames(sources)).toEqual(['title: a/a.ts, a/b.ts']);
  });

  it('find a name that files of different folders have, and say which', () => {
    expect(sharedFileNames(['a/parse.ts', 'b/parse.ts', 'b/print.ts'])).toEqual([
      'parse: a/parse.ts, b/parse.ts',
    ]);
  });

  it('let a file be called as its SQL, as a list of its folder, and as what it speaks of', () => {
    const files = ['a/load.ts', 'a/load.sql', 'a/index.ts', 'b/index.ts', 'words/texts/load.ts'];
    expect(sharedFileNames(files)).toEqual([]);
  });

  it('find an export that only its own file or a test uses', () => {
    const exporting = { ...file('lib/a.ts'), exports: ['add', 'subtract', 'divide'] };
    const using = { ...file('lib/b.ts', 'lib/a.ts'), uses: ['lib/a.ts add'] };
    const test = { ...file('lib/a.test.ts'), uses: ['../src/lib/a.ts divide'] };
    expect(unusedExports([exporting, using], [test])).toEqual([
      'lib/a.ts subtract',
      'lib/a.ts divide',
    ]);
  });

  it('let an export be where a file takes all of another', () => {
    const exporting = { ...file('lib/a.ts'), exports: ['add'] };
    const using = { ...file('lib/b.ts', 'lib/a.ts'), uses: ['lib/a.ts *'] };
    expect(unusedExports([exporting, using], [])).toEqual([]);
  });

  it('find a function that is too long, of whatever form, and say where it begins', () => {
    // The body is what stands between the braces, with their lines.
    const inner = (lines: number) => '  step();\n'.repeat(lines - 2);
    const text = [
      `function one() {\n${inner(MOST_LINES)}}\n`,
      `const two = () => {\n${inner(MOST_LINES + 1)}};\n`,
      `const three = { four() {\n${inner(MOST_LINES + 2)}} };\n`,
      'declare function five(): void;\n',
    ].join('');
    expect(longFunctions('a/b.ts', text)).toEqual(['a/b.ts:61: 61 lines', 'a/b.ts:122: 62 lines']);
  });

  it('find a circle, and say which files are in it', () => {
    const sources = [file('a/a.ts', 'a/b.ts'), file('a/b.ts', 'a/c.ts'), file('a/c.ts', 'a/b.ts')];
    expect(circles(sources)).toEqual(['a/b.ts → a/c.ts → a/b.ts']);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { failures, problemsOf } from '../setup/books.js';

/**
 * Each mechanism has a file of cases: `good` ones say what a table gives, hand-calculated; `bad` ones
 * mark with ▲ where which problem is reported. `entry` stands for the entry itself.
 */
interface Cases {
  readonly good?: readonly GoodCase[];
  readonly bad?: readonly BadCase[];
}

interface GoodCase {
  readonly title: string;
  /** Either a pay line, or an item worth `full` points. */
  readonly line?: object;
  readonly item?: object;
  readonly full?: string;
  /** Anything else of the book: parameters, definitions, events, … */
  readonly book?: object;
  readonly cases: readonly {
    readonly given?: object;
    readonly team?: readonly object[];
    readonly history?: readonly object[];
    readonly month?: string;
    readonly expect: string | object;
  }[];
}

interface BadCase {
  readonly title: string;
  readonly line?: string;
  readonly item?: string;
  /** Text of the book after the entry. */
  readonly rest?: string;
  readonly problems: readonly string[];
}

const FOLDER = new URL('./mechanisms/', import.meta.url);

const LINE_HEAD = 'id: t\nkind: pay\nlines:\n  - id: x\n    kind: earning\n    category: bonus\n';
const ITEM_HEAD = 'id: t\nkind: scorecard\ntotal: 20\nitems:\n  - id: x\n    full: 20\n';
const INDENT = 4;

function bookOf({ line, item, full = '20', book = {}, cases }: GoodCase): string {
  const examples = cases.map(({ expect: wanted, ...rest }) => ({
    title: JSON.stringify(rest),
    ...rest,
    expect: typeof wanted === 'string' ? { x: wanted } : wanted,
  }));
  const entries =
    line === undefined
      ? { kind: 'scorecard', total: full, items: [{ id: 'x', full, ...item }] }
      : { kind: 'pay', lines: [{ id: 'x', kind: 'earning', category: 'bonus', ...line }] };
  return stringify({ id: 't', ...entries, ...book, examples });
}

const MARK = '▲';

function withMarks({ line, item, rest = '' }: BadCase): string {
  const entry = (line ?? item ?? '').replaceAll(/^(?=.)/gm, ' '.repeat(INDENT));
  return `${line === undefined ? ITEM_HEAD : LINE_HEAD}${entry}${rest}`;
}

/** Where the marks stand, in order. */
function marksIn(text: string): readonly string[] {
  return text.split('\n').flatMap((row, index) =>
    row
      .split(MARK)
      .slice(0, -1)
      .map((_, mark, before) => `${index + 1}:${before.slice(0, mark + 1).join('').length + 1}`),
  );
}

function expectedIn(bad: BadCase): readonly string[] {
  const marks = [...marksIn(withMarks(bad))];
  const entry = bad.line === undefined ? '5:5' : '4:5';
  return bad.problems.map((problem) => {
    const [code = '', at] = problem.split(' ');
    return `${code} ${at === 'entry' ? entry : marks.shift()}`;
  });
}

for (const file of readdirSync(FOLDER)) {
  const text = readFileSync(new URL(file, FOLDER), 'utf8');
  const { good = [], bad = [] } = parse(text, { schema: 'failsafe' }) as Cases;
  describe(file.replace('.yaml', ''), () => {
    for (const each of good) {
      test(each.title, () => {
        expect(failures(bookOf(each))).toEqual([]);
      });
    }
    for (const each of bad) {
      test(`refuses: ${each.title}`, () => {
        expect(problemsOf(withMarks(each).replaceAll(MARK, ''))).toEqual(expectedIn(each));
      });
    }
  });
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/lib/language.js';
import { writeStarter } from '../../src/shop/starter.js';
import { problemEntries } from '../../src/words/problem-entries.js';
import { IS_WHOLE, wholeOr } from '../setup/runs.js';
import { functionsBook, functionsLeftOut } from './pages/functions.js';
import { metricsLeftOut } from './pages/metrics.js';
import { type RunExample, WITHOUT_EXAMPLE } from './pages/problems.js';
import { examplesRun, generatedPages, listingPages } from './pages.js';
import { DOCS, ROOT } from './places.js';
import { checkByCommand, codesIn, problemExamples, SOUND } from './problem-examples.js';
import { withShop } from './shops.js';

const CODES = Object.keys(problemEntries).sort();
const EXAMPLES = problemExamples();
const TRIED = wholeOr(40, EXAMPLES);

describe('the examples of problems', () => {
  let runs: ReadonlyMap<string, RunExample> = new Map();
  beforeAll(async () => {
    runs = await examplesRun(TRIED);
  }, 300_000);

  it.each(TRIED.map(({ code }) => code))('%s is what its shop has', (code) => {
    const run = runs.get(code);
    const wanted = [code, ...(run?.example.also ?? [])].sort();
    expect(run && codesIn(run.printed), run?.printed.zh).toEqual(wanted);
  });

  it.each(['misspelt-key', 'unknown-agent'])('%s: so the command prints it', async (code) => {
    const run = (await examplesRun(EXAMPLES.filter((each) => each.code === code))).get(code);
    const printed = run && (await checkByCommand(run.example));
    // The command says beside it what it has not looked at.
    for (const language of LANGUAGES) {
      const shown = run?.printed[language] ?? '-';
      expect(printed?.[language].slice(0, shown.length)).toBe(shown);
    }
  });

  it('say where the problem is, each of them', () => {
    const lost = [...runs].filter(([, { printed }]) => {
      const [, ...problems] = printed.zh.split(/^(?:错误|警告|提示) .*$/m);
      // The first line below a heading is a problem; it begins with a file, the folder of a month or of the
      // shop, or the flag of the command line.
      return problems.some((each) => !PLACE.test(each));
    });
    expect(lost.map(([code]) => code)).toEqual([]);
  });

  it('leave no place of a sentence unfilled', () => {
    for (const { printed } of runs.values()) {
      expect(`${printed.zh}${printed.en}`).not.toMatch(/ \{[a-z_]+\}/);
    }
  });
});

const PLACE = /^\n {2}(?:\S*[./]\S*|\d{4}-\d\d|\S+月|shop|--set \S+) {2}/;

describe('the catalogue of problems', () => {
  it('has an example of every code, or says why there is none', () => {
    const explained = [...EXAMPLES.map(({ code }) => code), ...Object.keys(WITHOUT_EXAMPLE)];
    expect(CODES.filter((code) => !explained.includes(code))).toEqual([]);
  });

  it('has no example of a code that does not exist', () => {
    expect(EXAMPLES.map(({ code }) => code).filter((code) => !CODES.includes(code))).toEqual([]);
  });

  it('has no code that nothing reports', () => {
    const sources = sourceText();
    const proved = EXAMPLES.map(({ code }) => code);
    const dead = CODES.filter((code) => !proved.includes(code) && !sources.includes(`'${code}'`));
    expect(dead).toEqual([]);
  });

  it('no-starter: a package without the sample shop', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kpi-docs-'));
    const started = await writeStarter(join(folder, 'shop'), 'zh', join(folder, 'none'));
    await rm(folder, { recursive: true });
    expect(started).toMatchObject({ problems: [{ code: 'no-starter' }] });
  });
});

describe('the pages on metrics and functions', () => {
  it('leave none out', () => {
    expect([metricsLeftOut(), functionsLeftOut()]).toEqual([[], []]);
  });

  it('have examples that hold', async () => {
    const shop = { ...SOUND, ...functionsBook() };
    const run = await withShop(shop, (each) => each.run('rules test functions', 'en'));
    expect(run.code, run.text).toBe(0);
  });
});

describe('the page on rulebooks', () => {
  it('shows rulebooks and a kpi.yaml that are sound, and whose examples hold', async () => {
    const text = readFileSync(`${DOCS}rulebooks.md`, 'utf8');
    const blocks = [...text.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, body = '']) => body);
    const books = blocks.filter((block) => block.startsWith('id:'));
    const files = books.map((book, index) => [`rules/book-${index}.yaml`, book] as const);
    const config = blocks.find((block) => block.startsWith('shop:')) ?? '';
    const shop = { ...SOUND, 'kpi.yaml': config, ...Object.fromEntries(files) };
    await withShop(shop, async (each) => {
      const check = await each.run('check', 'en');
      expect(check.code, check.text).toBe(0);
      const ids = books
        .filter((book) => !book.includes('kind: plan'))
        .map((book) => /^id: (\w+)/.exec(book)?.[1]);
      const tests = await each.run(`rules test ${ids.join(' ')}`, 'en');
      expect(tests.code, tests.text).toBe(0);
    });
    expect([books.length, blocks.length]).toEqual([7, 10]);
  });

  it('and all other pages link to files that are there', () => {
    for (const file of readdirSync(DOCS, { recursive: true, encoding: 'utf8' })) {
      // What `npm run site` leaves is made of the other pages, and held by its own test.
      if (!file.endsWith('.md') || file.startsWith('site/')) continue;
      const text = readFileSync(`${DOCS}${file}`, 'utf8');
      for (const [, link = ''] of text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)) {
        if (link.startsWith('https://')) continue;
        expect(existsSync(join(dirname(`${DOCS}${file}`), link)), `${file}: ${link}`).toBe(true);
      }
    }
  });
});

describe('the generated documentation', () => {
  it('is what the generator writes now (npx tsx test/docs/write.ts)', async () => {
    for (const [file, text] of await (IS_WHOLE ? generatedPages() : listingPages())) {
      expect(readFileSync(`${DOCS}${file}`, 'utf8'), file).toBe(text);
    }
  }, 300_000);
});

/** All source code but the sentences themselves. */
function sourceText(): string {
  const files = readdirSync(`${ROOT}src`, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts') && !file.includes('messages'))
    .map((file) => readFileSync(`${ROOT}src/${file}`, 'utf8'))
    .join('\n');
}

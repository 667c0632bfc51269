import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { chromium } from 'playwright-core';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { inLanguage } from '../../scripts/site/one-language.js';
import { sitePages, siteSidebar } from '../../scripts/site/site-pages.js';
import { BROWSER } from '../setup/browser.js';
import { ROOT, runProgram } from '../setup/program.js';
import { IS_WHOLE } from '../setup/runs.js';

const REPOSITORY = `${ROOT}/`;
const SITE = join(ROOT, 'docs/site/dist');

const both = (page: string) =>
  (['zh', 'en'] as const).map((language) =>
    inLanguage(page, language)
      .text.replace(/ \{#[^}]*\}/g, '')
      .trim(),
  );

describe('a page in one language', () => {
  it.each([
    ['## 结账 · Closing `close`', '## 结账 `close`', '## Closing `close`'],
    ['## [文件 · Files](a.md)', '## [文件](a.md)', '## [Files](a.md)'],
    ['![表 · A table](a.svg)\n\n看。\n\nSee.', '![表](a.svg)\n\n看。', '![A table](a.svg)\n\nSee.'],
    ['先检查。\n\nCheck first.', '先检查。', 'Check first.'],
    ['先检查。Check first.', '先检查。', 'Check first.'],
    ['> 先检查。\n>\n> Check first.', '> 先检查。', '> Check first.'],
    ['只有中文的一段。', '只有中文的一段。', '只有中文的一段。'],
    [
      '| 键 · key | 意思 | meaning |\n| --- | --- | --- |\n| `of` | 看哪个数<br>一行 | which figure |',
      '| 键 | 意思 |\n| --- | --- |\n| `of` | 看哪个数<br>一行 |',
      '| key | meaning |\n| --- | --- |\n| `of` | which figure |',
    ],
    [
      '| 名称 · title |\n| --- |\n| 咨询人数<br>Consults<br>人次 · days |',
      '| 名称 |\n| --- |\n| 咨询人数<br>人次 |',
      '| title |\n| --- |\n| Consults<br>days |',
    ],
    [
      '# 安装 · Installing\n\n## 用压缩包\n\n解压。\n\n## In English\n\nUnpack.',
      '# 安装\n\n## 用压缩包\n\n解压。',
      '# Installing\n\nUnpack.',
    ],
    [
      '```\n# 中文 · English\n\n# 中文\n```',
      ...Array(2).fill('```\n# 中文 · English\n\n# 中文\n```'),
    ],
  ])('%j', (page, zh, en) => {
    expect(both(page)).toEqual([zh, en]);
  });

  it('keeps the ids of headings, by which links name them', () => {
    const [zh, en] = (['zh', 'en'] as const).map((one) => inLanguage('## 结账 · To close', one));
    expect(zh?.text).toBe('## 结账 {#结账--to-close}\n');
    expect(en?.text).toBe('## To close {#结账--to-close}\n');
  });
});

describe('the pages of the site', () => {
  const pages = sitePages(REPOSITORY);
  const paths = new Set(pages.map(({ path }) => path));

  it('each has its pair, and none is there twice', () => {
    const chinese = [...paths].filter((path) => path.startsWith('zh/'));
    const english = [...paths].filter((path) => !path.startsWith('zh/'));
    expect(chinese.map((path) => path.slice('zh/'.length))).toEqual(english);
    expect(english).toContain('tutorial.md');
    expect(paths.size).toBe(pages.length);
  });

  it('a page has a title in its language, or says that it is in the other', () => {
    const mixed = pages.filter(({ path, text }) => {
      const title = /^# (.*) \{#/m.exec(text)?.[1] ?? '';
      const isChinese = /\p{Script=Han}/u.test(title);
      return isChinese !== path.startsWith('zh/') && !text.startsWith('> 这一页只有英文');
    });
    // The program's own name is the same in both.
    expect(mixed.map(({ path }) => path)).toEqual(['zh/index.md']);
  });

  it('the navigation of both languages leads to the same pages', () => {
    const [zh, en] = (['zh', 'en'] as const).map((one) => siteSidebar(REPOSITORY, one));
    expect(zh?.map(({ link }) => link)).toEqual(en?.map(({ link }) => `/zh${link}`));
    for (const { link } of [...(zh ?? []), ...(en ?? [])]) {
      expect(paths).toContain(`${posix.join(link.slice(1), link.endsWith('/') ? 'index' : '')}.md`);
    }
  });
});

/** What is linked by the pages of the built site and is not there: file and, of a page, heading. */
function brokenLinks(): string[] {
  const html = new Map(
    globSync('**/*.html', { cwd: SITE }).map((file) => [
      file,
      readFileSync(join(SITE, file), 'utf8'),
    ]),
  );
  const ids = new Map(
    [...html].map(([file, text]) => [
      file,
      new Set([...text.matchAll(/ id="([^"]*)"/g)].map((m) => m[1])),
    ]),
  );
  return [...html].flatMap(([file, text]) =>
    [...text.matchAll(/ (?:href|src)="(?!https?:|data:|mailto:)([^"]*)"/g)].flatMap(
      ([, link = '']) => {
        const [path = '', id = ''] = decodeURI(link).split('#');
        const to = path === '' ? file : path.slice(1).replace(/(?<=^|\/)$/, 'index.html');
        const isThere = ids.get(to)?.has(id) ?? existsSync(join(SITE, to));
        return isThere || (id === '' && existsSync(join(SITE, to))) ? [] : [`${file}: ${link}`];
      },
    ),
  );
}

describe.runIf(IS_WHOLE)('npm run site', () => {
  it('makes a site without a broken link', async () => {
    const made = await runProgram('npm', ['run', 'site', '--prefix', ROOT]);
    expect(made.code).toBe(0);
    const files = globSync('**/*.html', { cwd: SITE });
    expect(files).toContain('zh/months.html');
    expect(brokenLinks()).toEqual([]);
  }, 300_000);

  it.runIf(BROWSER !== undefined)(
    'switches to the same page in the other language',
    async () => {
      const browser = await chromium.launch({
        executablePath: BROWSER ?? '',
        args: ['--no-sandbox'],
      });
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      // The built pages ask for files from the root of a server, which the folder stands for here.
      await page.route('http://site.test/**', (route) => {
        const { pathname } = new URL(route.request().url());
        return route.fulfill({ path: join(SITE, decodeURI(pathname)) });
      });
      await page.goto('http://site.test/months.html', { waitUntil: 'networkidle' });
      expect(await page.textContent('h1')).toContain('Closed months');
      await page.hover('.VPNavBarTranslations button');
      await page.click('.VPNavBarTranslations a');
      await page.waitForURL('http://site.test/zh/months.html');
      await page.waitForSelector('html[lang="zh-CN"]');
      expect(await page.textContent('h1')).toContain('结账以后');
      expect(await page.textContent('.VPNavBarSearch')).toContain('搜索');
      expect(await page.textContent('.VPSidebar')).toContain('月底清单');
      await browser.close();
    },
    60_000,
  );
});

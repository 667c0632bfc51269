import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { globSync } from 'tinyglobby';
import { inLanguage, type SiteLanguage } from './one-language.js';

/** A page of the site: its path, from the folder of the site's pages, and its Markdown. */
export interface SitePage {
  path: string;
  text: string;
}

/** An entry of the navigation. */
interface SiteLink {
  text: string;
  link: string;
}

const LANGUAGES: readonly SiteLanguage[] = ['en', 'zh'];

/** What of the repository becomes pages; where `x.zh-CN.md` is beside `x.md`, it is the Chinese of it. */
const SOURCES = ['*.md', 'bench/README.md', 'docs/**/*.md', '!docs/site'];

/** What stands on a page that is in the other language only. */
const FOREIGN: Readonly<Record<SiteLanguage, string>> = {
  en: 'This page is in Chinese only.',
  zh: '这一页只有英文。',
};

/** What stands at the end of a page that is longer in the other language. */
const SHORT: Readonly<Record<SiteLanguage, (address: string) => string>> = {
  en: (address) =>
    `> This is the short form. The [page in Chinese](${address}) has the tables and examples that stand “above” it.`,
  zh: (address) => `> 这是简短的一页，表和例子在[英文的一页](${address})。`,
};

/**
 * The pages of the site, each in both languages under the same name (Chinese below `zh/`), from the Markdown of the
 * repository. Links to pages go to the page in the same language; links to other files, which are no part of the
 * site, become plain text.
 */
export function sitePages(repository: string): readonly SitePage[] {
  const pages = readPages(repository);
  const ids = new Map(pages.map((page) => [page.address, page.ids]));
  return pages.map(({ file, language, text, isForeign, isShort, ...page }) => ({
    path: `${page.address.slice(1).replace(/(?<=^|\/)$/, 'index')}.md`,
    text:
      (isForeign ? `> ${FOREIGN[language]}\n\n` : '') +
      linksIn(text, (target) => linkOf(target, file, language, ids)) +
      (isShort ? `\n${SHORT[language](address(file, otherThan(language)))}\n` : ''),
  }));
}

/** The entries of the navigation in one language: the pages that docs/README.md lists, in its order. */
export function siteSidebar(repository: string, language: SiteLanguage): readonly SiteLink[] {
  const titles = new Map(readPages(repository).map((page) => [page.address, page.title]));
  const list = readFileSync(`${repository}docs/README.md`, 'utf8');
  return [...list.matchAll(/^\| \[[^\]]+\]\(([^)]+)\)/gm)].map(([, page = '']) => {
    const link = address(posix.join('docs', page), language);
    return { text: titles.get(link) ?? page, link };
  });
}

function otherThan(language: SiteLanguage): SiteLanguage {
  return language === 'zh' ? 'en' : 'zh';
}

function readPages(repository: string) {
  const files = globSync(SOURCES, { cwd: repository }).sort();
  const texts = new Map(files.map((file) => [file, readFileSync(`${repository}${file}`, 'utf8')]));
  return files
    .filter((file) => !file.endsWith('.zh-CN.md'))
    .flatMap((file) =>
      LANGUAGES.map((language) => {
        const own = texts.get(file.replace(/\.md$/, '.zh-CN.md'));
        const text = (language === 'zh' ? own : undefined) ?? texts.get(file) ?? '';
        return { file, language, address: address(file, language), ...inLanguage(text, language) };
      }),
    );
}

/** Where a page of the repository stands on the site, without its ending: `/zh/months`, `/mechanisms/`. */
function address(file: string, language: SiteLanguage): string {
  const page =
    file === 'docs/README.md' ? 'docs' : file.replace(/^docs\//, '').replace(/\.md$/, '');
  return `${language === 'zh' ? '/zh' : ''}/${page.replace(/(?<=^|\/)README$/, '')}`;
}

/** The address that a link of a page leads to; none when that is no part of the site. */
function linkOf(
  target: string,
  file: string,
  language: SiteLanguage,
  ids: ReadonlyMap<string, ReadonlySet<string>>,
): string | undefined {
  if (/^[a-z]+:/.test(target)) return target;
  const [path = '', id] = target.split('#');
  const to = path === '' ? file : posix.join(posix.dirname(file), path);
  if (/^docs\/pictures\/./.test(to)) return `/${to.slice('docs/'.length)}`;
  const isChinese = to.endsWith('.zh-CN.md');
  const page = to.replace(/\.zh-CN\.md$/, '.md');
  const first: SiteLanguage = isChinese ? 'zh' : language;
  if (!ids.has(address(page, first)) || !page.endsWith('.md')) return undefined;
  if (id === undefined) return address(page, first);
  // A section that this language has not is shown in the other.
  const found = [first, otherThan(first)].find((one) => ids.get(address(page, one))?.has(id));
  return found === undefined ? address(page, first) : `${address(page, found)}#${id}`;
}

/** A text with its links led elsewhere; nothing in code is a link. */
function linksIn(text: string, lead: (target: string) => string | undefined): string {
  const fence = /^ *(?<mark>`{3,})[\s\S]*?^ *\k<mark>$/m;
  const code = /(?<!`)(?<tick>`+)(?!`)(?:(?!\n\n)[\s\S])*?(?<!`)\k<tick>(?!`)/;
  const link = /(?<image>!?)\[(?<words>(?:[^\][]|`[^`]*`)*)\]\((?<target>[^)\s]+)\)/;
  const any = new RegExp([fence, code, link].map(({ source }) => source).join('|'), 'gm');
  return text.replace(any, (all, ...rest) => {
    const { image, words, target } = rest.at(-1);
    if (target === undefined) return all;
    const to = lead(target);
    return to === undefined ? words : `${image}[${words}](${to})`;
  });
}

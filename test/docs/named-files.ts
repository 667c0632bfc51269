import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { GENERATED } from './markdown.js';

/** A file, a folder or a pattern of files that a page names in backticks. */
interface NamedFile {
  readonly page: string;
  readonly name: string;
  readonly isThere: boolean;
}

const FOLDERS = ['bench', 'bin', 'docs', 'fixtures', 'rules', 'scripts', 'src', 'test'];

/** What the pages that are written by hand name of the repository: whole paths, paths within `src/`, sources by their name. */
export function namedFiles(root: string): readonly NamedFile[] {
  const files = FOLDERS.flatMap((folder) => filesBelow(root, folder));
  const tops = new Set([...FOLDERS, ...readdirSync(`${root}src`)]);
  return handwrittenPages(root).flatMap(({ page, text }) => {
    const skeletons = skeletonNames(text);
    return pathsIn(text, tops).map((name) => {
      const pattern = patternOf(name, skeletons);
      return { page, name, isThere: files.some((file) => pattern.test(file)) };
    });
  });
}

function handwrittenPages(root: string) {
  const docs = readdirSync(`${root}docs`).filter((file) => file.endsWith('.md'));
  const pages = ['README.md', 'CONTRIBUTING.md', ...docs.map((file) => `docs/${file}`)];
  return pages
    .map((page) => ({ page, text: readFileSync(`${root}${page}`, 'utf8') }))
    .filter(({ text }) => !text.startsWith(GENERATED));
}

function filesBelow(root: string, folder: string): readonly string[] {
  const all = readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' });
  return all.map((file) => join(folder, file).replaceAll(sep, '/'));
}

function pathsIn(text: string, tops: ReadonlySet<string>): readonly string[] {
  const quoted = [...text.matchAll(/`([^`\n]+)`/g)].flatMap(([, code = '']) => code.split(/\s+/));
  return quoted.filter((word) => {
    if (/^[\w-]+\.(sql|ts|peggy)$/.test(word)) return true;
    const [top = ''] = word.split('/');
    return /^[\w.*/-]+$/.test(word) && word.includes('/') && tops.has(top);
  });
}

/** What `npm run new` is asked for on a page: files of that name are not there yet. */
function skeletonNames(text: string): ReadonlySet<string> {
  const asked = [...text.matchAll(/npm run new -- [a-z]+ ([\w/]+)/g)].map(([, name = '']) => name);
  return new Set(asked.map((name) => name.slice(name.lastIndexOf('/') + 1).replaceAll('_', '-')));
}

/** The files that a name means; `NAME` stands for whatever there is, and so does a skeleton's. */
function patternOf(name: string, skeletons: ReadonlySet<string>): RegExp {
  const words = name.split('/').map((word) => {
    const [stem = '', ...endings] = word.split('.');
    const isOpen = /^[A-Z]+$/.test(stem) || skeletons.has(stem);
    return isOpen && endings.length > 0 ? ['*', ...endings].join('.') : word;
  });
  const pattern = words.join('/').replace(/\/$/, '').replaceAll('.', '\\.');
  const anyFile = pattern.replaceAll('**/', '<folders>').replaceAll('*', '[^/]*');
  return new RegExp(`(?:^|/)${anyFile.replaceAll('<folders>', '(?:.*/)?')}(?:/|$)`);
}

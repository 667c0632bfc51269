/** The languages of the site. */
export type SiteLanguage = 'zh' | 'en';

/**
 * A page in one language, its title, the ids of its headings, whether it is in the other language only, and whether
 * its sections in this language are a short form of those in the other.
 */
export interface OneLanguage {
  text: string;
  title: string;
  ids: ReadonlySet<string>;
  isForeign: boolean;
  isShort: boolean;
}

interface Block {
  kind: 'heading' | 'fence' | 'picture' | 'table' | 'quote' | 'prose';
  text: string;
}

/**
 * What a page says in one language. Pages hold both, in four manners: headings and cells `中文 · English`, columns
 * beside each other, paragraphs after each other, and sections of their own. Of a pair the one is taken; what has no
 * pair stays, whatever its language. Headings keep the id that they have in the repository, so that links hold.
 */
export function inLanguage(page: string, language: SiteLanguage): OneLanguage {
  const ids = new Set<string>();
  const all = blocksOf(ofExamples(page, language));
  const blocks = ofSections(all, language);
  const text = ofRuns(blocks, language).map((block) => {
    if (block.kind === 'table') return tableIn(block.text, language);
    if (block.kind === 'quote') return quoteIn(block.text, language);
    if (block.kind === 'prose') return proseIn(block.text, language);
    if (block.kind === 'fence') return block.text;
    if (block.kind === 'picture') return pick(block.text, language);
    const id = headingId(block.text, ids);
    return `${pick(block.text, language)} {#${id}}`;
  });
  const title = pick(blocks.find(({ kind }) => kind === 'heading')?.text ?? '', language);
  const isOther = (words: string) => (languageOf(words) ?? language) !== language;
  return {
    text: `${text.join('\n\n')}\n`,
    title: title.replace(/^#+ /, ''),
    ids,
    isForeign: isOther(title) && isOther(text.join(' ')),
    isShort: blocks.length * 2 < all.length,
  };
}

/** The id of a heading as GitHub makes it: what links in the repository name. */
function headingId(heading: string, taken: Set<string>): string {
  const base = heading
    .replace(/^#+ /, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
    .replaceAll(' ', '-');
  let id = base;
  for (let again = 1; taken.has(id); again += 1) id = `${base}-${again}`;
  taken.add(id);
  return id;
}

/** Of an example in Chinese with the same in English folded below, the one or the other. */
function ofExamples(page: string, language: SiteLanguage): string {
  const pair =
    /```\n(\$ [^\n]*)?([^`]*)\n```\n\n<details><summary>In English<\/summary>\n\n```\n([^`]*)\n```\n\n<\/details>/g;
  return page.replace(pair, (_, command: string | undefined, zh: string, en: string) => {
    if (language === 'zh') return `\`\`\`\n${command ?? ''}${zh}\n\`\`\``;
    return `\`\`\`\n${command === undefined ? '' : `${command} --lang en\n`}${en}\n\`\`\``;
  });
}

function blocksOf(page: string): Block[] {
  const texts: string[] = [];
  let fence = '';
  let isNew = true;
  for (const line of page.split('\n')) {
    const mark = /^ *(`{3,})/.exec(line)?.[1] ?? '';
    if (fence === '' && line.trim() === '') {
      isNew = true;
      continue;
    }
    if (isNew || (fence === '' && mark !== '')) texts.push(line);
    else texts[texts.length - 1] += `\n${line}`;
    isNew = false;
    if (fence === '') fence = mark;
    else if (mark === fence) {
      fence = '';
      isNew = true;
    }
  }
  return texts
    .filter((text) => !text.startsWith('<!--'))
    .map((text) => ({ kind: kindOf(text), text }));
}

function kindOf(text: string): Block['kind'] {
  if (/^#+ /.test(text)) return 'heading';
  if (/^ *```/.test(text)) return 'fence';
  if (text.startsWith('![')) return 'picture';
  if (text.startsWith('|')) return 'table';
  return text.startsWith('>') ? 'quote' : 'prose';
}

/** Where Chinese and English have sections of their own, those of the language, without the heading that says so. */
function ofSections(blocks: readonly Block[], language: SiteLanguage): readonly Block[] {
  const found = new Set(blocks.flatMap((block) => headingLanguage(block) ?? []));
  if (found.size < 2) return blocks;
  // What stands before the first section is of both when its heading is.
  let current: SiteLanguage | undefined;
  const own = blocks.filter((block) => {
    if (block.kind === 'heading') current = headingLanguage(block);
    if (current !== undefined) return current === language;
    return block.kind !== 'prose' || (languageOf(block.text) ?? language) === language;
  });
  return own.filter(({ kind, text }) => kind !== 'heading' || text !== '## In English');
}

function headingLanguage({ kind, text }: Block): SiteLanguage | undefined {
  return kind !== 'heading' || pick(text, 'zh') !== pick(text, 'en') ? undefined : languageOf(text);
}

/** Without the paragraphs in the other language, where such in the language stand beside them. */
function ofRuns(blocks: readonly Block[], language: SiteLanguage): readonly Block[] {
  const isProse = (block: Block | undefined) => block?.kind === 'prose' || block?.kind === 'quote';
  return blocks.filter((block, at) => {
    if (!isProse(block) || (languageOf(block.text) ?? language) === language) return true;
    let from = at;
    let to = at;
    while (isProse(blocks[from - 1])) from -= 1;
    while (isProse(blocks[to + 1])) to += 1;
    return !blocks.slice(from, to + 1).some((other) => languageOf(other.text) === language);
  });
}

function quoteIn(quote: string, language: SiteLanguage): string {
  const inner = blocksOf(quote.replace(/^> ?/gm, ''));
  const text = ofRuns(inner, language).map((block) => proseIn(block.text, language));
  return text.join('\n\n').replace(/^/gm, '> ');
}

/** A paragraph; of one that says the same in both languages, one sentence after the other, the half. */
function proseIn(text: string, language: SiteLanguage): string {
  const picked = pick(text, language);
  if (picked !== text) return picked;
  for (const { index, 0: gap } of text.matchAll(
    /(?<=[。！？：])\s*(?=[A-Z])|(?<=\p{Script=Latin}[.:!?]|\)[.:])\s+(?=\p{Script=Han})/gu,
  )) {
    const halves = [text.slice(0, index), text.slice(index + gap.length)];
    const languages = halves.map(languageOf);
    if (languages.includes('zh') && languages.includes('en')) {
      return halves[languages.indexOf(language)] ?? text;
    }
  }
  return text;
}

function tableIn(table: string, language: SiteLanguage): string {
  const rows = table.split('\n').map((row) =>
    row
      .replace(/^\| ?|\s*\|$/g, '')
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim()),
  );
  const [header = []] = rows;
  const isOther = header.map((_, at) => {
    const pair = language === 'zh' ? at - 1 : at + 1;
    return isPair(rows, Math.min(at, pair));
  });
  const own = rows.map((row) => row.filter((_, at) => isOther[at] !== true));
  return own
    .map((row) => `| ${row.map((cell) => cellIn(cell, language)).join(' | ')} |`)
    .join('\n');
}

/** Whether a column is Chinese and the next is the same in English, by its header and the cells that are words. */
function isPair(rows: readonly (readonly string[])[], at: number): boolean {
  const [header, , ...body] = rows;
  const languages = (column: number) =>
    body.flatMap((row) => languageOf((row[column] ?? '').replaceAll('`', '')) ?? []);
  const mostly = (column: number, language: SiteLanguage) => {
    const all = languages(column);
    return all.length > 0 && all.filter((one) => one === language).length * 2 > all.length;
  };
  const heads =
    languageOf(header?.[at] ?? '') === 'zh' && languageOf(header?.[at + 1] ?? '') === 'en';
  return heads && mostly(at, 'zh') && mostly(at + 1, 'en');
}

function cellIn(cell: string, language: SiteLanguage): string {
  const lines = cell.split('<br>');
  const hasBoth = new Set(lines.flatMap((line) => languageOf(line) ?? [])).size === 2;
  const own = lines.filter((line) => {
    const isBoth = pick(line, 'zh') !== pick(line, 'en');
    return !hasBoth || isBoth || (languageOf(line) ?? language) === language;
  });
  return own.map((line) => pick(line, language)).join('<br>');
}

/** Of `中文 · English` the one, also within a link; names in code that follow belong to both. */
function pick(text: string, language: SiteLanguage): string {
  const [, before = '', words = '', after = ''] =
    /^((?:#+ |!)?\[|(?:#+ )?)(.*?)((?:\]\([^)]*\))?(?: `[^`]+`)*)$/s.exec(text) ?? [];
  const parts = words.split(' · ');
  const languages = parts.map(languageOf);
  const border = languages.indexOf('en');
  const isOrdered = languages.every((one, at) => one === (at < border ? 'zh' : 'en'));
  if (border < 1 || !isOrdered) return text;
  const own = language === 'zh' ? parts.slice(0, border) : parts.slice(border);
  return `${before}${own.join(' · ')}${after}`;
}

/** The language of most of the words of a text; none of a text of code and numbers. */
function languageOf(text: string): SiteLanguage | undefined {
  const plain = text.replace(/`[^`]*`|\]\([^)]*\)|<[^>]*>/g, ' ');
  const han = plain.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = plain.match(/[A-Za-z][\w’'-]*/g)?.length ?? 0;
  if (han + words === 0) return undefined;
  return han >= words ? 'zh' : 'en';
}

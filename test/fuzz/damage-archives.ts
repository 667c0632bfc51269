// Damage of workbooks and archives below their packing, and of the packing itself.
import { unzipSync } from 'fflate';
import type { Random } from '../../fixtures/generator/random.js';
import { bookFiles, type Files, type ZipOptions, zip } from '../workbook-file.js';
import { letters } from './grid.js';
import type { Law, Operator } from './operator.js';

type Parts = Record<string, string | Buffer>;

/** An operator on the files inside of an archive; it gives how they are packed. */
function onParts(
  name: string,
  law: Law,
  damage: (parts: Parts, random: Random) => ZipOptions | undefined,
  weight = 1,
): Operator {
  return {
    name,
    law,
    weight,
    apply({ name: file, bytes }, random) {
      if (!/\.(?:xlsx|zip)$/.test(file)) return undefined;
      const parts: Parts = {};
      for (const [path, content] of Object.entries(unzipSync(bytes))) {
        parts[path] = Buffer.from(content);
      }
      const options = damage(parts, random);
      return options === undefined ? undefined : zip(parts as Files, options);
    },
  };
}

function anyOf(parts: Parts, random: Random): string {
  return random.pick(Object.keys(parts));
}

/** Changes the text of one XML part or JSON file, most often that of a sheet. */
function onMarkup(
  name: string,
  law: Law,
  damage: (text: string, random: Random) => string,
  weight = 1,
): Operator {
  return onParts(
    name,
    law,
    (parts, random) => {
      const sheets = Object.keys(parts).filter((path) => /sheet\d+\.xml|\.json/.test(path));
      const path =
        sheets.length > 0 && random.chance(0.7) ? random.pick(sheets) : anyOf(parts, random);
      parts[path] = damage(String(parts[path]), random);
      return {};
    },
    weight,
  );
}

function put(text: string, at: number, length: number, piece: string): string {
  return text.slice(0, at) + piece + text.slice(at + length);
}

const BOMB = Array.from({ length: 12 }, (_, at) =>
  at === 0 ? '<!ENTITY a0 "boom">' : `<!ENTITY a${at} "${`&a${at - 1};`.repeat(10)}">`,
).join('');

/** A workbook of one sheet with these rows of XML. */
function sheetXml(rows: string): Files {
  return bookFiles({ sheets: { S: rows } });
}

const HEADER = ['订单编号', '买家', '创建时间', '付款时间', '实付金额']
  .map((name) => `<c t="inlineStr"><is><t>${name}</t></is></c>`)
  .join('');

export const ARCHIVE_OPERATORS: readonly Operator[] = [
  onParts('packed-again', 'same', () => ({}), 0.5),
  onParts('delete-part', 'told', (parts, random) => {
    delete parts[anyOf(parts, random)];
    return {};
  }),
  onParts(
    'truncate-part',
    'any',
    (parts, random) => {
      const path = anyOf(parts, random);
      const content = Buffer.from(parts[path] ?? '');
      parts[path] = content.subarray(0, random.below(content.length));
      return {};
    },
    2,
  ),
  onParts(
    'flip-bytes-of-part',
    'any',
    (parts, random) => {
      const content = parts[anyOf(parts, random)];
      if (!Buffer.isBuffer(content)) return undefined;
      for (let left = random.between(1, 5); left > 0; left -= 1) {
        content[random.below(content.length)] = random.below(256);
      }
      return {};
    },
    3,
  ),
  onParts('swap-parts', 'any', (parts, random) => {
    const [one, other] = [anyOf(parts, random), anyOf(parts, random)];
    [parts[one], parts[other]] = [parts[other] ?? '', parts[one] ?? ''];
    return {};
  }),
  onParts('false-size', 'told', (parts, random) => {
    const size = random.pick([0, 1, 1000, 2 ** 31, 2 ** 32 - 2]);
    return { sizes: { [anyOf(parts, random)]: size } };
  }),
  onParts('false-sum', 'told', (parts, random) => ({
    sums: { [anyOf(parts, random)]: random.below(2 ** 32) },
  })),
  onParts(
    'bomb',
    'any',
    (parts, random) => {
      parts[random.chance(0.5) ? anyOf(parts, random) : 'more.csv'] = Buffer.alloc(400_000_000);
      return {};
    },
    0.05,
  ),
  onParts(
    'many-parts',
    'any',
    (parts, random) => {
      const end = random.pick(['.csv', '.json', '.txt', '.xml', '']);
      for (let at = 0; at < 3000; at += 1) parts[`x${at}${end}`] = 'x';
      return {};
    },
    0.1,
  ),
  onParts('archive-in-archive', 'any', (parts, random) => {
    const inner = zip(parts as Files);
    if (random.chance(0.5)) for (const path of Object.keys(parts)) delete parts[path];
    parts[random.pick(['a.zip', 'a.csv', 'a.xlsx', 'a.json', 'a.xls'])] = inner;
    return {};
  }),
  onParts('odd-names', 'any', (parts, random) => {
    const path = anyOf(parts, random);
    const content = parts[path] ?? '';
    delete parts[path];
    const names = [
      '../a.csv',
      '/a.csv',
      'C:\\a.csv',
      'a\u0000.csv',
      'a/',
      '',
      '.a.csv',
      `${'长'.repeat(5000)}.csv`,
    ];
    parts[random.pick([...names, path.toUpperCase(), `x/${path}`, '__proto__'])] = content;
    return {};
  }),
  onMarkup(
    'flip-characters',
    'any',
    (text, random) => {
      const odd = [
        '<',
        '>',
        '&',
        '"',
        '&#0;',
        '&#x110000;',
        '&nbsp;',
        ']]>',
        '<!--',
        '<![CDATA[',
        '{',
        '[',
        '\\',
        '\u0000',
      ];
      return put(text, random.below(text.length), random.below(3), random.pick(odd));
    },
    3,
  ),
  onMarkup(
    'delete-characters',
    'any',
    (text, random) => put(text, random.below(text.length), random.between(1, 60), ''),
    2,
  ),
  onMarkup(
    'repeat-characters',
    'any',
    (text, random) => {
      const at = random.below(text.length);
      return put(text, at, 0, text.slice(at, at + random.between(1, 400)));
    },
    2,
  ),
  onMarkup(
    'odd-attributes',
    'any',
    (text, random) => {
      const odd = [
        '-1',
        '0',
        '1048577',
        '99999999999',
        '1e9',
        '',
        'A',
        'XFE1',
        'AAAAAAAA1',
        'NaN',
        '1.5',
        's',
        'b',
        'd',
        'e',
      ];
      const found = [...text.matchAll(/"[^"<>]*"/g)];
      if (found.length === 0) return text;
      const { index, 0: old } = random.pick(found);
      return put(text, index, old.length, `"${random.pick(odd)}"`);
    },
    3,
  ),
  onMarkup(
    'odd-values',
    'any',
    (text, random) => {
      const odd = [
        '1e400',
        '-1',
        '1e-400',
        '99999999999999999999',
        '2958466',
        'x',
        '',
        '1.7976931348623157e308',
        '0x1',
      ];
      const found = [...text.matchAll(/>[^<]+<|:\s*[^,{}[\]]+/g)];
      if (found.length === 0) return text;
      const { index, 0: old } = random.pick(found);
      return put(
        text,
        index + 1,
        old.startsWith('>') ? old.length - 2 : old.length - 1,
        random.pick(odd),
      );
    },
    3,
  ),
  onMarkup('entity-bomb', 'told', (text) =>
    text.startsWith('<')
      ? text
          .replace(/(<\?xml[^>]*\?>)?/, `$1<!DOCTYPE x [${BOMB}]>`)
          .replace(/<t[^>]*>/, (tag) => `${tag}&a11;`)
      : `${text}x`,
  ),
  onMarkup(
    'deep-nesting',
    'any',
    (text, random) => {
      const [open, close] = text.startsWith('<') ? ['<x>', '</x>'] : ['[', ']'];
      const deep = `${open.repeat(300_000)}${random.chance(0.5) ? close.repeat(300_000) : ''}`;
      return put(
        text,
        random.chance(0.3) ? 0 : text.lastIndexOf(text.startsWith('<') ? '</' : '}'),
        0,
        deep,
      );
    },
    0.2,
  ),
  {
    name: 'wide-rows',
    law: 'any',
    weight: 0.1,
    apply({ name }, random) {
      if (!name.endsWith('.xlsx')) return undefined;
      const rows = random.pick([500, 20_000, 60_000]);
      const cell = `${letters(16_384)}`;
      const body = Array.from(
        { length: rows },
        (_, at) => `<row><c r="${cell}${at + 2}"><v>1</v></c></row>`,
      );
      return zip(sheetXml(`<row>${HEADER}</row>${body.join('')}`));
    },
  },
  {
    name: 'far-row',
    law: 'any',
    weight: 0.1,
    apply: ({ name }) =>
      name.endsWith('.xlsx')
        ? zip(sheetXml(`<row r="1048576">${HEADER}</row><row r="1048577"/>`))
        : undefined,
  },
];

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeText, firstBadLine, mixedLines } from '../../../src/lib/encoding.js';
import { counted, TAOBAO } from '../taobao-october.js';
import { brief, readOctober, type World } from '../world.js';

/** GB18030 of the few characters that these tests use, from the standard's tables. */
const GB: Readonly<Record<string, readonly number[]>> = {
  时: [0xca, 0xb1],
  间: [0xbc, 0xe4],
  客: [0xbf, 0xcd],
  服: [0xb7, 0xfe],
  买: [0xc2, 0xf2],
  家: [0xbc, 0xd2],
  发: [0xb7, 0xa2],
  送: [0xcb, 0xcd],
  方: [0xb7, 0xbd],
  内: [0xc4, 0xda],
  容: [0xc8, 0xdd],
  好: [0xba, 0xc3],
  // Beyond the BMP: four bytes, which the label `gbk` would not decode.
  𠀀: [0x95, 0x32, 0x82, 0x36],
};

function gb18030(text: string): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((character) => GB[character] ?? [character.charCodeAt(0)]),
  );
}

function utf16(text: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

const CHATS = '时间,客服,买家,发送方,内容\n2026-10-01 09:00:00,A01,tb1,买家,好𠀀\n';
const EVENTS_ORDER = ['utf-8', 'BOM', 'gb18030', 'utf-16le', 'utf-16be', 'utf-16 without mark'];

const WAYS: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'utf-8': (text) => Buffer.from(text),
  BOM: (text) => Buffer.from(`\ufeff${text}`),
  gb18030,
  'utf-16le': (text) => utf16(text, false, true),
  'utf-16be': (text) => utf16(text, true, true),
  'utf-16 without mark': (text) => utf16(text, false, false),
};

describe('a file of two encodings', () => {
  const lines = (count: number) =>
    Array.from({ length: count }, (_, at) => `2026-10-01 09:00:${at % 60},A01,tb${at},买家,好\n`);
  const head = '时间,客服,买家,发送方,内容\n';
  const joined = (...parts: readonly Uint8Array[]) => Buffer.concat(parts);
  const text = (count: number) => lines(count).join('');

  it('is said to be that, with the first line of the encoding that has fewer', () => {
    const own = joined(Buffer.from(head + text(5)), gb18030(text(2)));
    expect(mixedLines(own)).toEqual({ utf8: 6, gb18030: 2, line: 7 });
    const other = joined(gb18030(head + text(5)), Buffer.from(text(1)), gb18030(text(1)));
    expect(mixedLines(other)).toEqual({ utf8: 1, gb18030: 7, line: 7 });
  });

  it('is none that is in one encoding from its beginning to its end, whatever it is', () => {
    expect(mixedLines(gb18030(head + text(5)))).toBeUndefined();
    expect(mixedLines(Buffer.from(head + text(5)))).toBeUndefined();
    // 联通 in GB18030 is valid UTF-8, of two letters that no Chinese text has.
    const unicom = joined(gb18030(head), Buffer.from([0xc1, 0xaa, 0xcd, 0xa8, 0x0a]));
    expect(mixedLines(unicom)).toBeUndefined();
    // A broken character is no other encoding.
    expect(mixedLines(joined(Buffer.from(head), Buffer.from([0xe5, 0xff, 0x0a])))).toBeUndefined();
  });

  it('is refused as an export and as a file that people edit, long ones by their ends', async () => {
    const long = Buffer.from(head + text(200_000));
    expect(long.length).toBeGreaterThan(8 * 1024 ** 2);
    const world = await readOctober({
      '2026-10/chats.csv': joined(long, gb18030(text(1))),
      '2026-10/ratings.csv': joined(
        Buffer.from('客服,内容,item,score\nA01,好,好,5\n'),
        gb18030('A01,好,好,4\n'),
      ),
    });
    expect(brief(world.problems)).toEqual([
      'two-encodings | 2026-10/chats.csv:200002',
      'two-encodings | 2026-10/ratings.csv:3',
    ]);
  });
});

describe('an encoding', () => {
  it.each(EVENTS_ORDER)('%s reads as every other one', async (way) => {
    const encode = WAYS[way] ?? Buffer.from;
    const world = await readOctober({
      // A large file, which the engine scans, and a small one, which it does not.
      '2026-10/chats.csv': encode(CHATS),
      '2026-10/ratings.csv': encode('客服,内容,item,score\nA01,好,好,5\n'),
    });
    expect(brief(world.problems)).toEqual([]);
    expect(await chatsOf(world)).toEqual([{ buyer: 'tb1', sender: 'buyer', chars: 2 }]);
    expect(world.facts?.ratings.map(({ item }) => item)).toEqual(['好']);
  });

  it('that is none is an error with the line at which it goes wrong', async () => {
    const bad = Buffer.concat([Buffer.from(CHATS), Buffer.from([0xff, 0xff, 0x0a])]);
    const world = await readOctober({
      '2026-10/chats.csv': bad,
      '2026-10/ratings.csv': Buffer.concat([
        Buffer.from('工号,项目,评分\n'),
        Buffer.from([0xff, 0xff]),
      ]),
    });
    expect(brief(world.problems)).toEqual([
      'bad-encoding | 2026-10/chats.csv:3',
      'bad-encoding | 2026-10/ratings.csv:2',
    ]);
  });

  it('may be named in kpi.yaml', async () => {
    const world = await readOctober({
      'kpi.yaml': 'shop: 小店\nsources: {chats: {files: "a*.csv", encoding: gb18030}}\n',
      '2026-10/abc.csv': gb18030(CHATS),
    });
    expect(brief(world.problems)).toEqual([]);
    expect(await chatsOf(world)).toHaveLength(1);
  });
});

async function chatsOf(world: World) {
  return (await world.messages()).map(({ buyer, sender, chars }) => ({ buyer, sender, chars }));
}

describe('bytes', () => {
  it('decode as UTF-8 first, then as GB18030', () => {
    expect(decodeText(Buffer.from('好'))).toEqual({ text: '好', encoding: 'utf-8' });
    expect(decodeText(gb18030('好'))).toEqual({ text: '好', encoding: 'gb18030' });
    expect(decodeText(Uint8Array.of(0xff, 0xff))).toBeUndefined();
  });

  it('tell the line at which they stop being text', () => {
    expect(firstBadLine(Buffer.from([0x61, 0x0a, 0x61, 0xff, 0x0a]), 'utf-8')).toBe(2);
  });

  it('of this very test are UTF-8', () => {
    expect(decodeText(readFileSync(import.meta.filename))?.encoding).toBe('utf-8');
  });
});

/** What a program leaves behind a text, in bytes. */
const PADDINGS: Readonly<Record<string, readonly number[]>> = {
  'Ctrl-Z': [0x1a],
  'a NUL': [0],
  'NULs up to a sector': Array.from({ length: 509 }, () => 0),
  'Ctrl-Z and NULs': [0x1a, 0, 0, 0],
};

describe('padding at the end of a file', () => {
  it.each(Object.keys(PADDINGS))('of orders, %s, is no row', async (name) => {
    const lines = TAOBAO.replaceAll('\n', '\r\n');
    const file = Buffer.from([...Buffer.from(lines), ...(PADDINGS[name] ?? [])]);
    // 100.10 + 200.20 + 0.30.
    expect(await counted({ 'ExportOrderList1.csv': file })).toEqual({
      code: 0,
      shopSales: 300.6,
      sales: 100.1,
      rows: { '2026-10/ExportOrderList1.csv': 3 },
      problems: [],
    });
  });

  it.each(
    EVENTS_ORDER,
  )('is passed over in %s, by the engine and by hand, with a note', async (way) => {
    const encode = WAYS[way] ?? Buffer.from;
    const ratings = 'agent,score,item\nA01,5,好';
    for (const padding of Object.values(PADDINGS)) {
      // Padding is written in the units of the encoding, or byte by byte by what knows nothing of it.
      const units = way.startsWith('utf-16') ? padding.flatMap((byte) => [byte, 0]) : padding;
      const wide = way === 'utf-16be' ? Buffer.from(units).swap16() : Buffer.from(units);
      const world = await readOctober({
        '2026-10/chats.csv': Buffer.concat([encode(CHATS), wide]),
        '2026-10/ratings.csv': Buffer.concat([encode(ratings), wide]),
      });
      expect(brief(world.problems)).toEqual([
        'end-padding | 2026-10/chats.csv',
        'end-padding | 2026-10/ratings.csv',
      ]);
      expect(await chatsOf(world)).toMatchObject([{ chars: 2 }]);
      expect(world.facts?.ratings.map(({ item }) => item)).toEqual(['好']);
    }
  });

  it('is told from characters of UTF-16 that end in NUL, and from Ctrl-Z in the middle', async () => {
    // U+4E00 has NUL for its last byte where the higher one comes first.
    const one = utf16('agent,score,item\nA01,5,一', true, true);
    const world = await readOctober({ '2026-10/ratings.csv': one });
    expect(brief(world.problems)).toEqual([]);
    expect(world.facts?.ratings.map(({ item }) => item)).toEqual(['一']);
    const middle = await readOctober({
      '2026-10/events.csv': '日期,工号,事项\n2026-10-01,A01,迟到\n\u001a\n2026-10-02,A01,迟到\n',
    });
    // `copy a+b` of DOS leaves it where two files were joined: the rows below it are read.
    expect(brief(middle.problems)).toEqual([]);
    expect(middle.facts?.events).toHaveLength(2);
  });

  it('is no part of kpi.yaml and of the roster', async () => {
    const world = await readOctober({
      'kpi.yaml': 'shop: 小店\n\u001a',
      'agents.csv': '工号,姓名,岗位\nA01,张三,售前\n\u001a\0\0',
      '2026-10/ratings.csv': '工号,项目,评分\n',
    });
    expect(brief(world.problems)).toEqual([
      'end-padding | agents.csv',
      'empty-file | 2026-10/ratings.csv:1',
    ]);
    expect(world.roster).toHaveLength(1);
  });
});

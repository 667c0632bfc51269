import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { LANGUAGES, type Language } from '../../src/lib/language.js';
import { parquetOf } from '../parquet.js';
import { bookOf, zip } from '../workbook-file.js';
import { DOCS } from './places.js';
import { type Files, type TemporaryShop, withShop } from './shops.js';

/** Text that is too long to be written out, bytes that are no text, rows of a query as Parquet, sheets, or files in an archive. */
const piece = z.union([
  z.string(),
  z.strictObject({ repeat: z.string(), times: z.coerce.number().int() }),
  z.strictObject({ hex: z.string() }),
  z.strictObject({ parquet: z.string() }),
  z.strictObject({
    workbook: z.record(z.string(), z.string()),
    hidden: z.array(z.string()).default([]),
    unpacksTo: z.coerce.number().int().optional(),
  }),
  z.strictObject({
    archive: z.record(z.string(), z.string()),
    encrypted: z.literal('yes').optional(),
    unpacksTo: z.coerce.number().int().optional(),
  }),
]);

const contents = z.record(z.string(), z.union([z.string(), z.array(piece)]));

const schema = z.strictObject({
  run: z.string().default('check'),
  /** Commands that are run before it, and files that are taken away or changed after them; then both once more. */
  first: z.array(z.string()).default([]),
  after: contents.default({}),
  next: z.array(z.string()).default([]),
  last: contents.default({}),
  also: z.array(z.string()).default([]),
  files: z.preprocess((files) => (files === '' ? {} : files), contents).default({}),
  each: z
    .strictObject({ from: z.coerce.number(), to: z.coerce.number(), files: contents })
    .optional(),
});

type Piece = z.output<typeof piece>;
type Contents = z.output<typeof contents>;
type Content = Contents[string];

/** A shop that makes the program report one problem. */
export interface ProblemExample {
  readonly code: string;
  /** The command, without the program's name. */
  readonly run: string;
  readonly first: readonly string[];
  readonly after: Contents;
  readonly next: readonly string[];
  readonly last: Contents;
  /** Problems that cannot but be reported beside it. */
  readonly also: readonly string[];
  readonly files: Contents;
}

/** The sound shop that every example changes in one point; `null` takes a file of it away. */
export const SOUND: Readonly<Record<string, string>> = {
  'kpi.yaml': 'shop: 小店\nplans: {presales: {pay: [base_flat]}}\n',
  'agents.csv': '工号,姓名,岗位,账号\nA01,甲,售前,小甲\n',
};

/** What stands for a file that an example takes away. */
const NO_FILE = 'null';

const FOLDER = `${DOCS}problems/`;

/** Every example, in order of code. */
export function problemExamples(): readonly ProblemExample[] {
  const files = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.yaml'))
    .sort();
  return files.map((file) => {
    const text = readFileSync(`${FOLDER}${file}`, 'utf8');
    const { each, ...example } = schema.parse(parse(text, { schema: 'failsafe' }));
    const many = each === undefined ? {} : numbered(each);
    return { code: file.replace('.yaml', ''), ...example, files: { ...many, ...example.files } };
  });
}

function numbered({ from, to, files }: NonNullable<z.output<typeof schema>['each']>): Contents {
  const copies = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return Object.fromEntries(
    copies.flatMap((n) =>
      Object.entries(files).map(([file, content]) => [
        withNumber(file, n),
        typeof content === 'string' ? withNumber(content, n) : content,
      ]),
    ),
  );
}

/** A text with its number in place of `{n}`, and the one after it in place of `{next}`. */
function withNumber(text: string, n: number): string {
  return text.replaceAll('{n}', String(n)).replaceAll('{next}', String(n + 1));
}

async function bytesOf(content: Content): Promise<Uint8Array> {
  const pieces = typeof content === 'string' ? [content] : content;
  return Buffer.concat(await Promise.all(pieces.map(pieceBytes)));
}

async function pieceBytes(each: Piece): Promise<Uint8Array> {
  if (typeof each === 'string') return Buffer.from(each);
  if ('hex' in each) return Buffer.from(each.hex.replaceAll(' ', ''), 'hex');
  if ('parquet' in each) return parquetOf(each.parquet);
  if ('workbook' in each) return bookOf(each.workbook, each);
  if ('archive' in each) return archiveOf(each);
  const { repeat, times } = each;
  return Buffer.from(
    Array.from({ length: times }, (_, index) => withNumber(repeat, index + 1)).join(''),
  );
}

function archiveOf({ archive, encrypted, unpacksTo }: Extract<Piece, { archive: unknown }>) {
  const names = unpacksTo === undefined ? [] : Object.keys(archive);
  return zip(archive, {
    encrypted: encrypted === 'yes',
    sizes: Object.fromEntries(names.map((name) => [name, unpacksTo ?? 0])),
  });
}

/** The files of the shop as they are written. */
async function shopOf({ files }: ProblemExample): Promise<Files> {
  const merged = Object.entries({ ...SOUND, ...files });
  const written = merged
    .filter(([, content]) => content !== NO_FILE)
    .map(async ([file, content]) => [file, await bytesOf(content)] as const);
  return Object.fromEntries(await Promise.all(written));
}

/** Pieces that are longer than this when they are written out are described. */
const SHOWN_CHARACTERS = 200;

/** A file as the documentation shows it; undefined for a file that is taken away. */
export function shownContent(content: Content): string | undefined {
  if (content === NO_FILE) return undefined;
  const pieces = typeof content === 'string' ? [content] : content;
  return pieces.map(shownPiece).join('');
}

function shownPiece(each: Piece): string {
  if (typeof each === 'string') return each;
  if ('hex' in each) return each.hex.replaceAll(/(\w\w) ?/g, '\\x$1');
  if ('parquet' in each) return `COPY (${each.parquet}) TO … (FORMAT parquet)`;
  if ('workbook' in each) return shownSheets(each.workbook, each.hidden);
  if ('archive' in each) return shownSheets(each.archive);
  const { repeat, times } = each;
  if (repeat.length * times <= SHOWN_CHARACTERS) return repeat.repeat(times);
  const [first, second] = [1, 2].map((n) => withNumber(repeat, n));
  const end = repeat.endsWith('\n') ? '\n' : '';
  return `${first}${second}… × ${times} …${end}`;
}

function shownSheets(
  sheets: Readonly<Record<string, string>>,
  hidden: readonly string[] = [],
): string {
  return Object.entries(sheets)
    .map(([name, rows]) => `[${name}]${hidden.includes(name) ? ' (hidden)' : ''}\n${rows}`)
    .join('\n');
}

/** What the program prints for an example, in each language. */
export type PrintedExample = Readonly<Record<Language, string>>;

export async function runExample(example: ProblemExample): Promise<PrintedExample> {
  return withShop(await shopOf(example), async (shop) => {
    await prepare(example, shop);
    const [command, , month] = example.run.split(' ');
    if (command === 'check') return shop.check(month);
    const zh = await shop.run(example.run, 'zh');
    const en = await shop.run(example.run, 'en');
    return { zh: zh.text, en: en.text };
  });
}

async function prepare(example: ProblemExample, shop: TemporaryShop): Promise<void> {
  await prepareBy(example.first, example.after, shop);
  await prepareBy(example.next, example.last, shop);
}

async function prepareBy(
  commands: readonly string[],
  files: Contents,
  shop: TemporaryShop,
): Promise<void> {
  for (const command of commands) {
    const { code, text } = await shop.run(command, 'zh');
    if (code !== 0) throw new Error(`${command}: ${text}`);
  }
  for (const [file, content] of Object.entries(files)) {
    await shop.put(file, content === NO_FILE ? undefined : await bytesOf(content));
  }
}

/** What the program itself prints for an example that is a check. */
export async function checkByCommand(example: ProblemExample): Promise<PrintedExample> {
  return withShop(await shopOf(example), async (shop) => {
    const zh = await shop.run(`${example.run} --format table`, 'zh');
    const en = await shop.run(`${example.run} --format table`, 'en');
    return { zh: zh.text, en: en.text };
  });
}

/** The codes of the problems in a report, or named in the results of rulebooks' examples. */
export function codesIn(printed: PrintedExample): readonly string[] {
  const found = LANGUAGES.flatMap((language) =>
    [...printed[language].matchAll(HEADING)].map(([, heading, reason]) => heading ?? reason),
  );
  return [...new Set(found.filter((code) => code !== undefined))].sort();
}

const HEADING =
  /^(?:错误|警告|提示|error|warning|info) ([a-z-]+)$|\bmissing \(([a-z]+(?:-[a-z]+)+)\)/gim;

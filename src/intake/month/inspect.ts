import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { COLUMNS, type Column, LAYOUTS } from '../../catalogue/columns.js';
import type { InputKind } from '../../catalogue/inputs.js';
import type { Encoding } from '../../lib/encoding.js';
import { type Month, parseMonth } from '../../lib/month.js';
import { byCodePoints } from '../../lib/order.js';
import type { Watch } from '../../lib/progress.js';
import { hasShop, openShop, shopOf } from '../../shop/open.js';
import { createRoster, wholeRoster } from '../../shop/roster.js';
import { settingsIn } from '../../shop/settings.js';
import { shippedRules } from '../../shop/shipped-rules.js';
import type { Agent, Shop } from '../../shop/shop.js';
import { collectProblems, type Problem, type Problems } from '../../words/problem.js';
import type { ProblemCode } from '../../words/problem-entries.js';
import { reportUnreadable } from '../../words/system-reasons.js';
import type { Range } from '../facts/month-context.js';
import { withEngine } from '../facts/month-engine.js';
import type { Delimiter } from '../files/csv.js';
import type { FileFormat } from '../files/file-format.js';
import { likelyHeader } from '../files/find-header.js';
import { withoutName } from '../files/header.js';
import { lookInto } from '../files/open-table.js';
import type { Opening, Part } from '../files/opening.js';
import type { Reader } from '../files/reader.js';
import { isRubbish } from '../files/rubbish.js';
import { sourceOf, type Table } from '../files/table.js';
import { ROSTER_FILES, readAgents, readRoster } from '../people/read-roster.js';
import { CANONICAL_AGENTS } from '../readers/canonical.js';
import { HEADLESS, READERS } from '../readers/index.js';
import { kindOf } from './month-folder.js';
import { type FileContents, readAlone } from './read-month.js';

/** The shop that files are looked at for. */
interface InspectedShop {
  /** Undefined outside of a shop folder, or when its kpi.yaml cannot be used. */
  readonly shop: Shop | undefined;
  readonly roster: readonly Agent[] | undefined;
}

/** The folders in which a file lies, the nearest first: months have folders of their own. */
function foldersAbove(path: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = dirname(resolve(path)); !folders.includes(folder); folder = dirname(folder)) {
    folders.push(folder);
  }
  return folders;
}

/** A column of a file, and what it is read as. */
export interface InspectedColumn {
  readonly header: string;
  /** The canonical column or metric; undefined: the column is ignored. */
  readonly readAs: string | undefined;
  readonly title?: Column;
}

/** A reader that a file comes near to. */
export interface Nearest {
  readonly kind: Reader['kind'];
  readonly reader: string;
  readonly known: readonly Column[];
  readonly missing: readonly Column[];
}

/** What a file is. */
export interface Inspection {
  /** As it was asked for, with the sheet or entry in it. */
  readonly file: string;
  /** Sheets of the same make, whose rows are counted here, too. */
  readonly others: readonly string[];
  /** `unread`: nobody could look. */
  readonly format: FileFormat | 'unread';
  /** Bytes. */
  readonly size: number | undefined;
  readonly sha256: string | undefined;
  readonly encoding: Encoding | undefined;
  readonly delimiter: Delimiter | undefined;
  readonly headerLine: number | undefined;
  /** The headers without which it would not have been recognised. */
  readonly recognisedBy: readonly string[];
  /** What it is read as; undefined when it is not recognised. */
  readonly recognised: { readonly kind: Reader['kind']; readonly reader: string } | undefined;
  readonly columns: readonly InspectedColumn[];
  /** Canonical columns that the file does not have and need not have. */
  readonly absent: readonly Column[];
  readonly rows: number | undefined;
  readonly range: FileContents['range'];
  /** Of a file that is not recognised. */
  readonly nearest: readonly Nearest[];
  /** What kpi.yaml would have to say, of a file whose columns have other names. */
  readonly mapping: Mapping | undefined;
  /** False when a month's folder may hold it and it is passed over, for its name. */
  readonly isLookedAt: boolean;
  readonly problems: readonly Problem[];
}

/** An entry of `sources` that would make a file be read. */
export interface Mapping {
  readonly kind: InputKind;
  readonly files: string;
  /** Each required column that was not found, and the header that is most like it, if any is. */
  readonly columns: readonly { readonly column: Column; readonly likely: string | undefined }[];
  /** Headers that nothing is read from yet. */
  readonly free: readonly string[];
}

/** The shop of a folder, else that in whose folder, or month, the file lies; problems of its files. */
export async function openShopFor(
  folder: string,
  path: string,
  problems: Problems,
): Promise<InspectedShop> {
  for (const candidate of [folder, ...foldersAbove(path)]) {
    if (!(await hasShop(candidate))) continue;
    const shop = await openShop(candidate, problems);
    return { shop, roster: shop && (await readRoster(shop, problems)) };
  }
  return { shop: undefined, roster: undefined };
}

/** What a name leads to: a file, or a folder with the names in it. */
export type FoundFile =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder'; readonly names: readonly string[] }
  /** A pipe or a device: it cannot be read twice. */
  | { readonly kind: 'other' };

/**
 * What is found under a name as it is, or from the shop folder; undefined when there is nothing. A file that
 * nobody may even look at is found: why it cannot be read is told when it is opened.
 */
export async function findFile(file: string, folder: string): Promise<FoundFile | undefined> {
  for (const path of [file, resolve(folder, file)]) {
    const found = await stat(path).catch((error: NodeJS.ErrnoException) => error);
    if (found instanceof Error) {
      if (found.code === 'ENOENT' || found.code === 'ENOTDIR') continue;
    } else if (found.isDirectory()) {
      const names = await readdir(path).catch(() => []);
      return {
        kind: 'folder',
        names: names.filter((name) => !isRubbish(name)).sort(byCodePoints),
      };
    } else if (!found.isFile()) return { kind: 'other' };
    return { kind: 'file', path };
  }
  return undefined;
}

/**
 * Says what a file is and what would be refused, by reading it as `kpi calc` would: once of a text, once per
 * kind of sheet of a workbook.
 */
export async function inspectFile(
  file: string,
  path: string,
  { shop, roster }: InspectedShop,
  watch?: Watch,
): Promise<readonly Inspection[]> {
  const name = basename(path);
  const isRoster = ROSTER_FILES.includes(name);
  const known = shop ?? standIn();
  const named = isRoster ? ({ kind: 'agents', source: undefined } as const) : kindOf(name, known);
  const readers = isRoster ? [CANONICAL_AGENTS] : READERS;
  return withEngine(async (engine, unpackInto) => {
    const problems = collectProblems();
    const isLookedAt = isRoster || !isRubbish(name);
    const input = { file, path, ...named };
    const opening = await lookInto(input, readers, problems, {
      engine,
      watch,
      unpackInto,
      headless: HEADLESS,
      roster: roster && createRoster(roster),
    }).catch((error: unknown) => reportUnreadable(error, file, problems));
    if (opening === undefined) {
      const unread = { format: 'unread', size: undefined, sha256: undefined, isLookedAt } as const;
      return [{ ...nothingIn(file, unread), problems: problems.all }];
    }
    const [month] = foldersAbove(path)
      .map((folder) => parseMonth(basename(folder)))
      .filter((each) => each !== undefined);
    const where = { shop: known, roster, month, watch };
    const about = {
      format: opening.format,
      size: opening.digest.size,
      sha256: opening.digest.sha256,
      isLookedAt,
    };
    const inspections: Inspection[] = [];
    for (const parts of alikeParts(opening)) {
      const contents = await contentsOfAll(parts, where, problems);
      inspections.push(inspectionOf(path, parts, contents, about, named.kind));
    }
    const all = inspections.length > 0 ? inspections : [nothingIn(file, about)];
    return shareProblems(all, problemsOf(problems, { month, roster }));
  });
}

/** The parts of a file; sheets of one make count as one, or a workbook of a sheet per buyer has no end. */
function alikeParts({ parts }: Opening): readonly (readonly [Part, ...Part[]])[] {
  const groups = new Map<string, [Part, ...Part[]]>();
  for (const part of parts) {
    const [first] = part.found;
    const name = part.table?.match.reader.name;
    const key = JSON.stringify(first && [name, first.match.header.written]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [part]);
    else group.push(part);
  }
  return [...groups.values()];
}

/** What is the same of every part of a file. */
type About = Pick<Inspection, 'format' | 'size' | 'sha256' | 'isLookedAt'>;

function inspectionOf(
  path: string,
  parts: readonly [Part, ...Part[]],
  contents: FileContents | undefined,
  about: About,
  named: Reader['kind'] | undefined,
): Inspection {
  const [part, ...others] = parts;
  const { table } = part;
  const isForeign = part.foreign !== undefined;
  const isUnknown = table === undefined && !isForeign;
  return {
    ...about,
    file: part.file,
    others: others.map(({ file }) => file),
    format: part.foreign ?? about.format,
    ...layoutOf(part, isForeign),
    recognisedBy: recognisedBy(table),
    recognised: table && { kind: table.match.reader.kind, reader: table.match.reader.name },
    columns: isForeign ? [] : columnsOf(part, contents),
    absent: absentOf(table),
    rows: contents?.rows,
    range: contents?.range,
    nearest: isUnknown ? nearestOf(part) : [],
    mapping: isUnknown ? mappingOf(basename(path), part, named) : undefined,
    problems: [],
  };
}

/** Of a file in which there is nothing to look at. */
function nothingIn(file: string, about: About): Inspection {
  const unknown = { encoding: undefined, delimiter: undefined, headerLine: undefined } as const;
  return {
    ...about,
    ...unknown,
    file,
    others: [],
    recognisedBy: [],
    recognised: undefined,
    columns: [],
    absent: [],
    rows: undefined,
    range: undefined,
    nearest: [],
    mapping: undefined,
    problems: [],
  };
}

/** Gives each inspection the problems of its sheets, and the first one those of the file. */
function shareProblems(
  inspections: readonly Inspection[],
  problems: readonly Problem[],
): readonly Inspection[] {
  const owner = (problem: Problem): number => {
    const at = inspections.findIndex(
      ({ file, others }) => file === problem.file || others.includes(problem.file ?? ''),
    );
    return Math.max(at, 0);
  };
  return inspections.map((inspection, at) => ({
    ...inspection,
    problems: problems.filter((problem) => owner(problem) === at),
  }));
}

/** What stands for a shop where there is none. */
function standIn(): Shop {
  const problems = collectProblems();
  const source = { file: 'kpi.yaml', text: 'shop: "-"\n' };
  const texts = { folder: '.', source, rulebooks: [], shipped: shippedRules() };
  return shopOf(texts, problems);
}

/** Stands for the month of a file that is in none: whatever has a date in kpi.yaml is in force. */
const NO_MONTH = '2099-12' as Month;

interface Where {
  readonly shop: Shop;
  readonly roster: readonly Agent[] | undefined;
  readonly month: Month | undefined;
  readonly watch: Watch | undefined;
}

/** What several parts that are alike hold together. */
async function contentsOfAll(
  parts: readonly Part[],
  where: Where,
  problems: Problems,
): Promise<FileContents | undefined> {
  const found: FileContents[] = [];
  for (const { table } of parts) {
    if (table !== undefined) found.push(await contentsOf(table, where, problems));
  }
  const [first] = found;
  if (first === undefined) return undefined;
  const rows = found.map((each) => each.rows).filter((each) => each !== undefined);
  const ranges = found.map(({ range }) => range).filter((range) => range !== undefined);
  return {
    ...first,
    rows: rows.length === 0 ? undefined : rows.reduce((sum, each) => sum + each, 0),
    range: ranges.length === 0 ? undefined : ranges.reduce(wider),
  };
}

function wider(one: Range, other: Range): Range {
  return {
    rows: one.rows + other.rows,
    inMonth: one.inMonth + other.inMonth,
    first: one.first < other.first ? one.first : other.first,
    last: one.last > other.last ? one.last : other.last,
  };
}

async function contentsOf(
  table: Table,
  { shop, roster, month = NO_MONTH, watch }: Where,
  problems: Problems,
): Promise<FileContents> {
  const nothing = { rows: undefined, range: undefined, metrics: new Map() };
  if (table.match.reader.kind === 'agents') {
    return { ...nothing, rows: (await readAgents(table, problems))?.rows };
  }
  const settings = settingsIn(shop.config.metrics, month, problems);
  const words = { knownEvents: undefined, knownRatings: undefined };
  const agents = wholeRoster(roster ?? []);
  const request = { shop, roster: agents, month, settings, ...words, problems, watch };
  // Each by itself: what a sheet holds is no part of the month of another one.
  return withEngine((engine) => readAlone(table, { ...request, engine }));
}

/** Problems that a file by itself does not have: it may be one piece of several. */
const OF_THE_WHOLE: ReadonlySet<ProblemCode> = new Set(['attendance-missing', 'agent-without-day']);
/** Problems that nobody can know of without a month, or without a roster. */
const OF_THE_MONTH: ReadonlySet<ProblemCode> = new Set([
  'wrong-month',
  'outside-month',
  'export-period',
  'report-attribution',
]);
const OF_THE_ROSTER: ReadonlySet<ProblemCode> = new Set([
  'unknown-agent',
  'unknown-agent-then',
  'unknown-account',
  'unknown-account-then',
  'people-left-out',
]);

function problemsOf(
  problems: Problems,
  { month, roster }: Pick<Where, 'month' | 'roster'>,
): readonly Problem[] {
  return problems.all.filter(
    ({ code }) =>
      !OF_THE_WHOLE.has(code) &&
      (month !== undefined || !OF_THE_MONTH.has(code)) &&
      (roster !== undefined || !OF_THE_ROSTER.has(code)),
  );
}

function layoutOf({ text, found: [first], sample }: Part, isForeign: boolean) {
  const nothing = { encoding: undefined, delimiter: undefined, headerLine: undefined } as const;
  if (isForeign) return nothing;
  const headerLine = first !== undefined && 'line' in first ? first.line : undefined;
  if (text === undefined) return { ...nothing, headerLine };
  const isSplit = first !== undefined && 'delimiter' in first;
  const { delimiter } = isSplit ? first : likelyHeader(sample ?? '');
  return { encoding: text.encoding, delimiter, headerLine };
}

/** The headers of a file of which no reader knows one. */
function headersOf({ names, sample = '' }: Part): readonly string[] {
  return names ?? likelyHeader(sample).cells;
}

function columnsOf(part: Part, contents: FileContents | undefined): readonly InspectedColumn[] {
  const { table, found } = part;
  const [first] = found;
  const match = table === undefined ? first?.match : sourceOf(table);
  if (match === undefined) return headersOf(part).map((header) => ({ header, readAs: undefined }));
  const { header, positions, columnGroups, reader } = match;
  const canonical: readonly Column[] = COLUMNS[reader.layout];
  const known: readonly Column[] = [
    ...canonical,
    ...reader.columns,
    ...(reader.columnGroups ?? []),
  ];
  return header.written.map((written, at) => {
    const single = [...positions].find(([, place]) => place === at)?.[0];
    const id = single ?? [...columnGroups].find(([, places]) => places.includes(at))?.[0];
    const title = known.find((column) => column.id === id);
    const readAs = id ?? contents?.metrics.get(at);
    return { header: written, readAs, ...(title === undefined ? {} : { title }) };
  });
}

/**
 * The headers by which a file was told: without any of them it would not have been. Each is tried, so that no
 * reader has to say twice what it looks for.
 */
function recognisedBy(table: Table | undefined): readonly string[] {
  if (table === undefined) return [];
  const { header, reader } = sourceOf(table);
  if (!reader.recognises(header)) return [];
  return header.written.filter((_, at) => !reader.recognises(withoutName(header, at)));
}

function absentOf(table: Table | undefined): readonly Column[] {
  if (table === undefined) return [];
  const { reader, positions } = sourceOf(table);
  return reader.columns.filter(({ id }) => !positions.has(id));
}

function nearestOf({ found }: Part): readonly Nearest[] {
  // A row of one cell is the same whatever the delimiter: a reader finds it under each.
  const matches = new Map(found.map(({ match }) => [match.reader, match] as const));
  // A file that is known not to be read comes near to nothing.
  const read = [...matches.values()].filter(({ reader }) => reader.notRead === undefined);
  return read.map((match) => ({
    kind: match.reader.kind,
    reader: match.reader.name,
    known: match.reader.columns.filter(({ id }) => match.positions.has(id)),
    missing: match.missing,
  }));
}

/** What kpi.yaml would have to say of a file that lacks columns; undefined when its kind is not clear. */
function mappingOf(
  name: string,
  part: Part,
  named: Reader['kind'] | undefined,
): Mapping | undefined {
  const { found } = part;
  const [first] = found;
  const kinds = new Set(found.map(({ match }) => match.reader.kind));
  const kind = named ?? (kinds.size === 1 ? first?.match.reader.kind : undefined);
  if (kind === undefined || kind === 'agents') return undefined;
  const [layout = 'chats'] = LAYOUTS[kind];
  const columns = first?.match.reader.columns ?? COLUMNS[layout];
  const taken = new Set(first?.match.positions.values());
  const headers = first?.match.header.written ?? headersOf(part);
  const free = headers.filter((header, at) => header !== '' && !taken.has(at));
  const missing = columns.filter(
    ({ id, required }) => required && first?.match.positions.has(id) !== true,
  );
  if (missing.length === 0 || free.length === 0) return undefined;
  return {
    kind,
    files: name,
    columns: missing.map((column) => ({ column, likely: likeliest(column, free) })),
    free,
  };
}

/** The header that has most in common with a column's names; undefined when none has anything. */
function likeliest({ id, zh, aliases = [] }: Column, headers: readonly string[]) {
  const score = (header: string) =>
    Math.max(...[id, zh, ...aliases].map((name) => piecesIn(name, header.toLowerCase())));
  const best = Math.max(...headers.map(score));
  return best === 0 ? undefined : headers.find((header) => score(header) === best);
}

/** Two Chinese characters are a word; of letters it takes more. */
const CHARACTERS = 2;
const LETTERS = 4;

/** How many pieces of a name another one has. */
function piecesIn(name: string, other: string): number {
  const length = /^\w+$/.test(name) ? LETTERS : CHARACTERS;
  const starts = Array.from({ length: Math.max(name.length - length + 1, 0) }, (_, at) => at);
  return starts.filter((at) => other.includes(name.slice(at, at + length))).length;
}

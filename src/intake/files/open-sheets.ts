import type { Layout } from '../../catalogue/columns.js';
import { collectProblems, type Problems } from '../../words/problem.js';
import { title } from '../../words/text.js';
import { convertedMatch, convertedRecords, jointRecords, placedRows } from './conversion.js';
import type { CsvRecord } from './csv-records.js';
import type { Digest } from './digest.js';
import { type FoundRow, findHeaderRows, ROWS_SEARCHED } from './find-header.js';
import type { FileToOpen, OpeningOptions, Part } from './opening.js';
import { CANONICAL, type HeaderMatch, type JointConversion, type Reader } from './reader.js';
import { decide, placedBy, reportBlank, reportColumns, reportUnrecognised } from './recognise.js';
import { withoutHeaders } from './repeated-header.js';
import { damageCode, isDamagedWorkbook, type Sheet } from './sheet.js';
import type { RecordTable } from './table.js';
import { reportHidden, reportUnread } from './unread-sheets.js';

/**
 * Opens the sheets of a file: every one that a reader recognises is a table. The others are named, unless none
 * is recognised: then it is said what they come near to.
 */
export async function openSheets(
  input: FileToOpen,
  digest: Digest,
  sheets: readonly Sheet[],
  readers: readonly Reader[],
  problems: Problems,
  options: OpeningOptions,
): Promise<readonly Part[]> {
  const all: Look[] = [];
  // How a form is to be filled in is for people.
  const isGuide = ({ name }: Sheet) => Object.values(title('form.guide')).includes(name);
  const isForm = sheets.some(isGuide);
  for (const sheet of sheets.filter((each) => !isGuide(each))) {
    // What is wrong with a sheet that nobody sees does no harm: it is not read.
    const reported = sheet.hidden ? collectProblems() : problems;
    const look = await lookAt(sheet, input, readers, reported);
    if (look !== undefined) all.push(look);
    else if (!sheet.hidden) return [];
  }
  const looks = all.filter(({ sheet }) => !sheet.hidden);
  const sure = looks.filter(({ header }) => header?.recognised === true);
  const { kept, left } = leaveOut(sure);
  for (const { sheet, instead } of left) {
    const params = { sheet: sheet.name, instead: instead.name };
    problems.report('sheet-left-out', { file: input.file }, { params });
  }
  if (reportHidden(all, input.file, problems) === 'only hidden') return [];
  if (kept.length > 0) {
    const unread = all.filter((look) => !sure.includes(look));
    reportUnread(unread, kept.every(isOfPlatform), input.file, problems);
  }
  const [nearest] = [...looks].sort((one, other) => nearness(other) - nearness(one));
  const chosen = kept.length > 0 ? kept : nearest === undefined ? [] : [nearest];
  if (chosen.length === 0) reportBlank(input, readers, problems);
  const nameOf = (sheet: Sheet) =>
    looks.length === 1 ? input.file : `${input.file}#${sheet.name}`;
  const rest = chosen.filter((look) => jointOf(look) === undefined);
  const parts = chosen.filter((look) => jointOf(look) !== undefined);
  return [
    ...joined(parts, nameOf, input, digest, problems, options),
    ...rest
      .map((look) => partOf(look, nameOf(look.sheet), input, digest, readers, problems))
      .map((part) => (isForm ? asForm(part) : part)),
  ];
}

function asForm(part: Part): Part {
  const { table } = part;
  return table?.form === 'records' ? { ...part, table: { ...table, isForm: true } } : part;
}

/** True for what a platform or tool has written as a whole: what is beside it in the file is its own. */
function isOfPlatform({ header }: Look): boolean {
  return header !== undefined && header.match.reader.name !== CANONICAL;
}

function jointOf({ header }: Look): JointConversion | undefined {
  return header?.match.reader.joint;
}

/** One table of all sheets whose rows are converted together: a userscript writes one per buyer. */
function joined(
  looks: readonly Look[],
  nameOf: (sheet: Sheet) => string,
  input: FileToOpen,
  digest: Digest,
  problems: Problems,
  options: OpeningOptions,
): readonly Part[] {
  const complete = looks.flatMap(({ sheet, header }) => {
    const file = nameOf(sheet);
    const isComplete = header !== undefined && reportColumns(file, header, problems) === 'all';
    return isComplete ? [{ sheet, header, file }] : [];
  });
  const [first] = complete;
  const joint = first?.header.match.reader.joint;
  if (first === undefined || joint === undefined)
    return looks.map(({ sheet, found }) => ({ file: nameOf(sheet), found, table: undefined }));
  const { header } = first;
  const file = complete.length === 1 ? first.file : input.file;
  async function* rows(others: CsvRecord[]) {
    for (const { sheet, header, file } of complete) {
      yield* placedRows(rowsBelow(sheet, header), header.match, others, file);
    }
  }
  const table: RecordTable = {
    ...commonOf(file, header, input, digest),
    match: convertedMatch(header.match, joint),
    records: () => jointRecords(joint, rows, options),
  };
  return [{ file, found: [header], table }];
}

function commonOf(file: string, { match, lines }: FoundRow, input: FileToOpen, digest: Digest) {
  return {
    form: 'records',
    file,
    input: input.file,
    path: input.path,
    source: match,
    headerLine: lines,
    sha256: digest.sha256,
    size: digest.size,
    rowsAbout: digest.linesAbout,
    mapped: input.source?.columns ?? {},
  } as const;
}

/** A sheet, its first rows and the headers that were found in it. */
interface Look {
  readonly sheet: Sheet;
  readonly beginning: readonly CsvRecord[];
  readonly found: readonly FoundRow[];
  readonly header: FoundRow | undefined;
}

async function lookAt(
  sheet: Sheet,
  { file, kind, source }: FileToOpen,
  readers: readonly Reader[],
  problems: Problems,
): Promise<Look | undefined> {
  const beginning: CsvRecord[] = [];
  try {
    for await (const row of sheet.rows()) {
      beginning.push(row);
      if (beginning.length === ROWS_SEARCHED) break;
    }
  } catch (error) {
    if (!isDamagedWorkbook(error)) throw error;
    problems.report(damageCode(error), { file });
    return undefined;
  }
  const found = findHeaderRows(beginning, sheet.merges, readers, source?.columns);
  return { sheet, beginning, found, header: decide(found, kind) };
}

/** Layouts that say the same thing twice: the first is read where a file has both. */
const SAME_FACTS: readonly (readonly [Layout, Layout])[] = [
  ['attendance_months', 'attendance_events'],
];

interface LeftSheet {
  readonly sheet: Sheet;
  /** The sheet that says the same. */
  readonly instead: Sheet;
}

/** Leaves out sheets whose facts another sheet has, too: they would count twice. */
function leaveOut(looks: readonly Look[]): {
  readonly kept: readonly Look[];
  readonly left: readonly LeftSheet[];
} {
  const left = looks.flatMap((look) => {
    const instead = looks.find((other) => other !== look && saysAll(other, look));
    return instead === undefined ? [] : [{ look, sheet: look.sheet, instead: instead.sheet }];
  });
  return { kept: looks.filter((look) => left.every((each) => each.look !== look)), left };
}

/** True when one sheet has the facts of another: by its layout, or by its name where the format says so. */
function saysAll(one: Look, other: Look): boolean {
  const [reader, another] = [one, other].map(({ header }) => header?.match.reader);
  if (reader === undefined || another === undefined) return false;
  if (reader === another) return reader.mainSheet === one.sheet.name;
  return SAME_FACTS.some(([better, worse]) => reader.layout === better && another.layout === worse);
}

function nearness({ found: [first] }: Look): number {
  return first === undefined ? 0 : first.match.positions.size;
}

function partOf(
  { sheet, beginning, found, header }: Look,
  file: string,
  input: FileToOpen,
  digest: Digest,
  readers: readonly Reader[],
  problems: Problems,
): Part {
  if (beginning.length === 0) reportBlank({ ...input, file }, readers, problems);
  else if (header === undefined) {
    reportUnrecognised({ ...input, file }, readers, found, problems);
  }
  const legible = header === undefined ? 'nothing' : reportColumns(file, header, problems);
  if (header === undefined || legible === 'nothing') return { file, found, table: undefined };
  return { file, found, ...placedBy(legible, tableOf(sheet, file, header, input, digest)) };
}

function tableOf(
  sheet: Sheet,
  file: string,
  header: FoundRow,
  input: FileToOpen,
  digest: Digest,
): RecordTable {
  const { match } = header;
  const { conversion } = match.reader;
  const below = () => rowsBelow(sheet, header);
  return {
    ...commonOf(file, header, input, digest),
    match: conversion === undefined ? match : convertedMatch(match, conversion),
    records:
      conversion === undefined
        ? () => padded(below(), match)
        : () => convertedRecords(below(), match, conversion),
  };
}

function rowsBelow(sheet: Sheet, { lines, preamble }: FoundRow): AsyncGenerator<CsvRecord> {
  async function* rows() {
    for await (const row of sheet.rows()) if (row.line > lines) yield row;
  }
  return withoutHeaders(rows(), preamble);
}

/** A sheet does not keep empty cells at the end of a row. */
async function* padded(
  rows: AsyncIterable<CsvRecord>,
  { header }: HeaderMatch,
): AsyncGenerator<CsvRecord> {
  const width = header.written.length;
  for await (const row of rows) {
    const missing = Math.max(width - row.cells.length, 0);
    yield { ...row, cells: [...row.cells, ...Array.from({ length: missing }, () => '')] };
  }
}

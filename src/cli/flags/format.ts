import { extname } from 'node:path';
import { suggest } from '../../lib/suggest.js';
import { FORMATS, type FormatName } from '../../output/formats/formats.js';
import { usageError } from './usage.js';

/** Formats of tables. */
export const TABLE_FORMATS: readonly FormatName[] = ['table', 'csv', 'json', 'markdown'];

/** Formats of tables that people print or go on with in a spreadsheet. */
export const PRINTED_FORMATS: readonly FormatName[] = [...TABLE_FORMATS, 'xlsx'];

/** What the tax bureau's client imports. */
export const TAX_FORMATS: readonly FormatName[] = ['xlsx'];

/** What banks take. */
export const BANK_FORMATS: readonly FormatName[] = ['xlsx', 'csv'];

/** Formats of texts. */
export const TEXT_FORMATS: readonly FormatName[] = ['text', 'json'];

/** Formats of an explanation. */
export const EXPLAIN_FORMATS: readonly FormatName[] = [...TEXT_FORMATS, 'xlsx'];

/** The page of a month. */
export const OVERVIEW_FORMATS: readonly FormatName[] = ['html'];

/** Formats of payslips: one page, a workbook, or a folder with a page for each agent. */
export const PAYSLIP_FORMATS: readonly FormatName[] = ['html', 'xlsx', 'pages'];

/** Formats of a rulebook. */
export const RULE_FORMATS: readonly FormatName[] = [...TEXT_FORMATS, 'yaml'];

/** A schema is a JSON document, and nothing else. */
export const SCHEMA_FORMATS: readonly FormatName[] = ['json'];

/** What the command line says of the format. */
export interface Wanted {
  readonly format?: string;
  readonly output?: string;
}

/**
 * The format that `--format` names, else that of the file's extension; on stdout else the first of a command's
 * formats, or the second of a table that no terminal shows. A command without formats gives text.
 */
export function chooseFormat(
  wanted: Wanted,
  formats: readonly FormatName[],
  isTerminal: boolean,
): FormatName {
  const [first = 'text', second = first] = formats;
  const named = wanted.format === undefined ? undefined : namedFormat(wanted.format, formats);
  if (wanted.output === undefined) {
    const shown = named ?? (first === 'table' && !isTerminal ? second : first);
    if (FORMATS[shown].isBinary === true) throw usageError('usage.workbook_needs_file');
    if (FORMATS[shown].isFolder === true) throw usageError('usage.pages_need_folder');
    return shown;
  }
  const byFile = formatOfFile(wanted.output, formats);
  if (named !== undefined && byFile !== undefined && named !== byFile) {
    throw usageError('usage.two_formats', { format: named, file: wanted.output });
  }
  const chosen = named ?? byFile;
  if (chosen === undefined) {
    const extensions = extensionsOf(formats).join(' ');
    throw usageError('usage.bad_extension', { file: wanted.output, extensions });
  }
  return chosen;
}

function namedFormat(given: string, formats: readonly FormatName[]): FormatName {
  const format = formats.find((each) => each === given);
  if (format !== undefined) return format;
  const params = { given, formats: formats.join(', ') };
  throw usageError('usage.bad_format', params, suggest(given, formats));
}

function formatOfFile(file: string, formats: readonly FormatName[]): FormatName | undefined {
  const extension = extname(file).toLowerCase();
  const isFolder = extension === '' || /[/\\]$/.test(file);
  return formats.find((each) =>
    isFolder ? FORMATS[each].isFolder === true : FORMATS[each].extensions.includes(extension),
  );
}

/** The extensions that `-o` understands for these formats. */
export function extensionsOf(formats: readonly FormatName[]): string[] {
  return Object.entries(FORMATS).flatMap(([name, { extensions }]) =>
    formats.some((each) => each === name) ? extensions : [],
  );
}

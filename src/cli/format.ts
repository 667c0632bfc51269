import { extname } from 'node:path';
import { suggest } from '../lib/suggest.js';
import { usageError } from './usage.js';

/** Formats of tables. */
export const TABLE_FORMATS = ['table', 'csv', 'json', 'markdown'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** Formats of the salary table: a workbook too. */
export const SALARY_FORMATS = [...TABLE_FORMATS, 'xlsx'] as const;
export type SalaryFormat = (typeof SALARY_FORMATS)[number];

/** Formats of texts. */
export const TEXT_FORMATS = ['text', 'json'] as const;
export type TextFormat = (typeof TEXT_FORMATS)[number];

/** Formats of a rulebook. */
export const RULE_FORMATS = ['text', 'json', 'yaml'] as const;

const EXTENSIONS: Readonly<Record<string, string>> = {
  '.csv': 'csv',
  '.json': 'json',
  '.xlsx': 'xlsx',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.yaml': 'yaml',
  '.yml': 'yaml',
};

/** What the command line says of the format. */
export interface Wanted {
  readonly format?: string;
  readonly output?: string;
}

/** The format that `--format` names, else that of the file's extension, else the fallback. */
export function chooseFormat<Format extends string>(
  wanted: Wanted,
  formats: readonly Format[],
  fallback: Format,
): Format {
  const named = wanted.format === undefined ? undefined : namedFormat(wanted.format, formats);
  if (wanted.output === undefined) return named ?? fallback;
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

function namedFormat<Format extends string>(given: string, formats: readonly Format[]): Format {
  const format = formats.find((each) => each === given);
  if (format !== undefined) return format;
  const params = { given, formats: formats.join(', ') };
  throw usageError('usage.bad_format', params, suggest(given, formats));
}

function formatOfFile<Format extends string>(
  file: string,
  formats: readonly Format[],
): Format | undefined {
  const extension = extname(file).toLowerCase();
  // A plain text file holds whichever of the formats is meant for reading.
  if (extension === '.txt') return formats.find((each) => each === 'table' || each === 'text');
  return formats.find((each) => each === EXTENSIONS[extension]);
}

/** The extensions that `-o` understands for these formats. */
export function extensionsOf(formats: readonly string[]): string[] {
  const readable = formats.some((each) => each === 'table' || each === 'text') ? ['.txt'] : [];
  const named = Object.keys(EXTENSIONS).filter((extension) =>
    formats.includes(EXTENSIONS[extension] ?? ''),
  );
  return [...named, ...readable];
}

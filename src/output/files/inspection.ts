import type { Column } from '../../catalogue/columns.js';
import { metricById } from '../../catalogue/metrics/metrics.js';
import type { Reader } from '../../intake/files/reader.js';
import type {
  HeaderLines,
  InspectedColumn,
  Inspection,
  Mapping,
  Nearest,
} from '../../intake/month/inspected-file.js';
import type { Language, Title } from '../../lib/language.js';
import { singleLine } from '../../lib/text-width.js';
import { listed } from '../../words/lists.js';
import { text, title } from '../../words/text.js';
import { terminalTableOf } from '../formats/terminal-table.js';
import { type Edition, VERSION } from '../month/document.js';
import { problemReport } from '../problems/problem-report.js';
import { problemsColumn } from '../problems/problem-table.js';
import {
  jsonColumn,
  listColumn,
  numberColumn,
  type ReportColumn,
  recorded,
  tableOf,
  textColumn,
} from '../report/report-columns.js';
import { BOOLEAN, INTEGER, listOf, orNull, STRING } from '../report/shapes.js';
import type { Style } from '../report/style.js';

/** How an inspection is to be shown. */
interface InspectionView {
  readonly language: Language;
  readonly style: Style;
  /** Columns of the terminal, if there is one. */
  readonly width: number | undefined;
}

/** What a file is, for people. */
export function inspectionText(inspection: Inspection, view: InspectionView): string {
  const { language, style } = view;
  const blocks = [
    [style.strong(singleLine(inspection.file)), ...factLines(inspection, language)].join('\n'),
    columnsText(inspection, view),
    absentLine(inspection.absent, language),
    nearestLines(inspection.nearest, language),
    mappingLines(inspection.mapping, language),
    problemReport(inspection.problems, view),
  ];
  return blocks
    .filter((block) => block !== '')
    .map((block) => `${block.trimEnd()}\n`)
    .join('\n');
}

function factLines(inspection: Inspection, language: Language): string[] {
  const { recognised, isLookedAt } = inspection;
  const what =
    recognised === undefined
      ? text(language, 'inspect.not_recognised')
      : text(language, 'inspect.recognised', readerWords(recognised, language));
  const headers = listed('names', inspection.recognisedBy, language);
  const why = headers === '' ? '' : text(language, 'inspect.recognised_by', { headers });
  const lines = [what, why, formText(inspection, language), rowsText(inspection, language)];
  if (inspection.others.length > 0) lines.push(othersText(inspection, language));
  if (!isLookedAt) lines.push(text(language, 'inspect.passed_over'));
  return lines.filter((line) => line !== '').map((line) => `  ${line}`);
}

/** A tool may write a sheet for each customer: so many are only counted. */
const NAMED_OTHERS = 6;

/** A reader by its kind, its title and its name. */
function readerWords({ kind, title, name }: Reader, language: Language) {
  return {
    title: text(language, `inspect.kind.${kind}`),
    format: title[language],
    kind,
    reader: name,
  };
}

function othersText({ others }: Inspection, language: Language): string {
  const count = others.length;
  if (count > NAMED_OTHERS) return text(language, 'inspect.many_others', { count });
  return text(language, 'inspect.others', { files: listed('names', others, language) });
}

const DELIMITER_TEXTS = {
  ',': 'inspect.comma',
  '\t': 'inspect.tab',
  ';': 'inspect.semicolon',
  '|': 'inspect.bar',
} as const;

function formText(inspection: Inspection, language: Language): string {
  const { format, encoding, delimiter, headerLines, size } = inspection;
  const parts = [
    format === 'unread' ? undefined : text(language, `format.${format}`),
    encoding?.toUpperCase(),
    delimiter && text(language, DELIMITER_TEXTS[delimiter]),
    headerLines && headerText(headerLines, language),
    size === undefined ? undefined : text(language, 'inspect.bytes', { size }),
  ];
  return listed(
    'clauses',
    parts.filter((part) => typeof part === 'string'),
    language,
  );
}

function headerText({ first, last }: HeaderLines, language: Language): string {
  if (first === last) return text(language, 'inspect.header_line', { line: first });
  return text(language, 'inspect.header_lines', { first, last });
}

function rowsText({ rows, range }: Inspection, language: Language): string {
  if (rows === undefined) return '';
  const count = text(language, 'inspect.rows', { rows });
  if (range === undefined) return count;
  const dates = text(language, 'inspect.dates', { first: range.first, last: range.last });
  return listed('clauses', [count, dates], language);
}

interface NumberedColumn extends InspectedColumn {
  readonly number: number;
}

const HEADER_COLUMNS: readonly ReportColumn<NumberedColumn>[] = [
  numberColumn('column_number', ({ number }) => number, { json: 'none' }),
  textColumn('column', ({ header }) => header, { key: 'header', always: true }),
  textColumn('read_as', ({ readAs }) => readAs ?? title('inspect.ignored'), {
    json: recorded(orNull(STRING), ({ readAs }) => readAs),
  }),
  textColumn('meaning', titleOf, { json: 'none' }),
];

function numbered({ columns }: Inspection): readonly NumberedColumn[] {
  return columns.map((column, at) => ({ ...column, number: at + 1 }));
}

function columnsText(inspection: Inspection, { language, style, width }: InspectionView): string {
  if (inspection.columns.length === 0) return '';
  const table = tableOf(HEADER_COLUMNS, numbered(inspection), { language, ids: false }, 1);
  return terminalTableOf(table, { ids: false, width, style });
}

function titleOf({ readAs, title }: InspectedColumn, language: Language): string | undefined {
  if (title !== undefined) return columnName(title, language);
  return readAs === undefined ? undefined : (metricById(readAs)?.title[language] ?? readAs);
}

/** The name of a column as the language's own headers have it. */
function columnName({ id, zh }: Column, language: Language): string {
  const name: Title = { zh, en: id.replaceAll('_', ' ') };
  return name[language];
}

function namesOf(columns: readonly Column[], language: Language): string {
  const names = columns.map(({ id, zh }) => ({ zh: `${zh} ${id}`, en: id })[language]);
  return listed('names', names, language);
}

function absentLine(absent: readonly Column[], language: Language): string {
  if (absent.length === 0) return '';
  return text(language, 'inspect.absent', { columns: namesOf(absent, language) });
}

function nearestLines(nearest: readonly Nearest[], language: Language): string {
  return nearest
    .map(({ reader, known, missing }) =>
      text(language, missing.length > 0 ? 'inspect.nearest' : 'inspect.fits', {
        ...readerWords(reader, language),
        known: namesOf(known, language),
        missing: namesOf(missing, language),
      }),
    )
    .join('\n');
}

function mappingLines(mapping: Mapping | undefined, language: Language): string {
  if (mapping === undefined) return '';
  const free = listed('names', mapping.free.map(singleLine), language);
  return `${text(language, 'inspect.mapping', { free })}\n\n${mappingYaml(mapping, language)}`;
}

/** The lines of kpi.yaml. A header that nothing is like is left to fill in. */
export function mappingYaml({ kind, files, columns }: Mapping, language: Language): string {
  const lines = columns.map(({ column, likely }) => {
    const header = JSON.stringify(likely ?? '?');
    return `      ${column.id}: ${header}  # ${columnName(column, language)}`;
  });
  return [
    'sources:',
    `  ${kind}:`,
    `    files: ${JSON.stringify(files)}`,
    '    columns:',
    ...lines,
    '',
  ].join('\n');
}

const NEAREST_COLUMNS: readonly ReportColumn<Nearest>[] = [
  jsonColumn('kind', STRING, ({ reader }) => reader.kind),
  jsonColumn('read_as', STRING, ({ reader }) => reader.name),
  jsonColumn('known', listOf(STRING), ({ known }) => known.map(({ id }) => id)),
  jsonColumn('missing', listOf(STRING), ({ missing }) => missing.map(({ id }) => id)),
];

/** What a file is, as data. */
const INSPECTION_COLUMNS: readonly ReportColumn<Inspection>[] = [
  jsonColumn('file', STRING, ({ file }) => file),
  jsonColumn('others', listOf(STRING), ({ others }) => others),
  jsonColumn('format', STRING, ({ format }) => format),
  jsonColumn('encoding', orNull(STRING), ({ encoding }) => encoding),
  jsonColumn('delimiter', orNull(STRING), ({ delimiter }) => delimiter),
  jsonColumn('header_line', orNull(INTEGER), ({ headerLines }) => headerLines?.first),
  jsonColumn('header_last_line', orNull(INTEGER), ({ headerLines }) => headerLines?.last),
  jsonColumn('bytes', orNull(INTEGER), ({ size }) => size),
  jsonColumn('sha256', orNull(STRING), ({ sha256 }) => sha256),
  jsonColumn('kind', orNull(STRING), ({ recognised }) => recognised?.kind),
  jsonColumn('read_as', orNull(STRING), ({ recognised }) => recognised?.name),
  jsonColumn('told_by', listOf(STRING), ({ recognisedBy }) => recognisedBy),
  jsonColumn('rows', orNull(INTEGER), ({ rows }) => rows),
  jsonColumn('first', orNull(STRING), ({ range }) => range?.first),
  jsonColumn('last', orNull(STRING), ({ range }) => range?.last),
  listColumn('columns', HEADER_COLUMNS, numbered),
  jsonColumn('absent', listOf(STRING), ({ absent }) => absent.map(({ id }) => id)),
  listColumn('nearest', NEAREST_COLUMNS, ({ nearest }) => nearest),
  jsonColumn(
    'sources',
    orNull(STRING),
    ({ mapping }, language) => mapping && mappingYaml(mapping, language),
  ),
  jsonColumn('looked_at', BOOLEAN, ({ isLookedAt }) => isLookedAt),
  problemsColumn(({ problems }) => problems),
];

/** What files are, as a document. */
export const INSPECTION_DOCUMENT: readonly ReportColumn<{
  readonly edition: Pick<Edition, 'version'>;
  readonly inspections: readonly Inspection[];
}>[] = [VERSION, listColumn('files', INSPECTION_COLUMNS, ({ inspections }) => inspections)];

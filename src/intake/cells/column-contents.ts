import type { Content, UnreadColumns } from '../../catalogue/unread-columns.js';
import { parseYesNo } from '../../catalogue/yes-no.js';
import type { CsvRecord } from '../files/csv-records.js';
import { CANONICAL } from '../files/reader.js';
import { headerPlace, sourceOf, type Table } from '../files/table.js';
import { parseDate, parseLongDuration, parseNumber, parseRatio, present } from './cells.js';

/**
 * The columns of a file that people write by hand which nobody reads, with what they hold; undefined without any. What
 * a tool exports has columns of its own.
 */
export function unreadColumns(
  table: Table,
  records: readonly CsvRecord[],
): UnreadColumns | undefined {
  const { reader } = table.match;
  const { kind } = reader;
  if (reader.name !== CANONICAL && reader.homemade !== true) return undefined;
  const { header, positions, columnGroups } = sourceOf(table);
  // Figures are columns of the canonical layout that only the file names.
  const own = table.match.header === header ? table.match.positions : positions;
  const all = new Set([...own.values(), ...[...columnGroups.values()].flat()]);
  const columns = header.written.flatMap((written, at) => {
    if (written === '' || all.has(at) || NUMBERING.test(written)) return [];
    const content = contentOf(records.map(({ cells, source = cells }) => source[at] ?? ''));
    return content === undefined ? [] : [{ header: written, content }];
  });
  if (columns.length === 0) return undefined;
  return {
    kind,
    ...headerPlace(table),
    file: table.file,
    columns,
    read: new Set(positions.keys()),
  };
}

/** What numbers rows, and what people are called by. */
const NUMBERING = /^(?:序号|编号|行号|排名|名次|no\.?|#|id|.*(?:电话|手机|身份证|卡号|账号).*)$/i;

/** What every cell of a column holds that holds anything. */
function contentOf(cells: readonly string[]): Content | undefined {
  const filled = cells.flatMap((cell) => present(cell) ?? []);
  if (filled.length === 0) return undefined;
  const found = CONTENTS.find(([, holds]) => filled.every(holds));
  return found?.[0];
}

const CONTENTS: readonly (readonly [Content, (text: string) => boolean])[] = [
  ['orders', (text) => /^\d{9,}$/.test(text)],
  ['figures', isFigure],
  ['answers', (text) => parseYesNo(text) !== undefined],
  ['dates', (text) => parseDate(text) !== undefined],
];

function isFigure(text: string): boolean {
  const value = parseNumber(text) ?? parseRatio(text) ?? parseLongDuration(text);
  return value !== undefined;
}

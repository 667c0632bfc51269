import { sameInAll } from '../../lib/language.js';
import { listedTitles } from '../../words/lists.js';
import type { Problems } from '../../words/problem.js';
import { title } from '../../words/text.js';
import type { CsvRecord } from './csv-records.js';
import type { FoundRow } from './find-header.js';
import type { Sheet } from './sheet.js';

/** A sheet that is not read, and what was seen of it. */
interface UnreadSheet {
  readonly sheet: Sheet;
  readonly beginning: readonly CsvRecord[];
  readonly header: FoundRow | undefined;
}

/**
 * Names the sheets of a file that are not read beside those that are. One that looks like a table of data is a
 * warning, but beside what a platform has exported, and where it is a pivot table or hidden. Empty sheets are nothing.
 */
export function reportUnread(
  sheets: readonly UnreadSheet[],
  isExport: boolean,
  file: string,
  problems: Problems,
): void {
  const isData = (each: UnreadSheet) =>
    !isExport && !each.sheet.hidden && !each.sheet.derived && isTable(each);
  for (const { sheet } of sheets.filter(isData)) {
    problems.report('sheet-not-read', { file }, { params: { sheet: sheet.name } });
  }
  const others = sheets.filter(
    (each) => !isData(each) && !isHiddenData(each) && isWorthNaming(each),
  );
  if (others.length === 0) return;
  const names = others.map(({ sheet: { name, hidden } }) =>
    hidden ? title('hidden-sheet', { sheet: name }) : sameInAll(name),
  );
  problems.report('other-sheets', { file }, { params: { sheets: listedTitles('names', names) } });
}

/**
 * Says which hidden sheets would be read if they were not: whoever hid one need not be who sends the file. Where
 * those in sight have no table that is all there is to say of the file: `only hidden`.
 */
export function reportHidden(
  sheets: readonly UnreadSheet[],
  file: string,
  problems: Problems,
): 'only hidden' | 'beside others' {
  const hidden = sheets.filter(isHiddenData).map(({ sheet }) => sheet.name);
  const isAny = (each: UnreadSheet) => each.header?.recognised === true || isTable(each);
  if (hidden.length > 0 && !sheets.some((each) => !each.sheet.hidden && isAny(each))) {
    const names = listedTitles('names', hidden.map(sameInAll));
    problems.report('only-hidden-sheets', { file }, { params: { sheets: names } });
    return 'only hidden';
  }
  for (const sheet of hidden) problems.report('hidden-sheet', { file }, { params: { sheet } });
  return 'beside others';
}

function isHiddenData({ sheet, header }: UnreadSheet): boolean {
  return sheet.hidden && header?.recognised === true;
}

/** Pages have tables for the look of them; a sheet is there because somebody made it. */
function isWorthNaming(each: UnreadSheet): boolean {
  return each.sheet.derived ? isTable(each) : each.beginning.length > 0;
}

const CELLS_OF_A_ROW = 3;
const ROWS_OF_A_TABLE = 2;

/** A header and a row at least, each of several cells; notes have one. */
function isTable({ beginning }: UnreadSheet): boolean {
  const filled = ({ cells }: CsvRecord) => cells.filter((cell) => cell.trim() !== '').length;
  const rows = beginning.filter((row) => filled(row) >= CELLS_OF_A_ROW);
  return rows.length >= ROWS_OF_A_TABLE;
}

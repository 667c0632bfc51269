// Workbooks (.xlsx, ECMA-376): the archive is read by yauzl, its XML by saxes, formats by numfmt. Rows are
// read one by one, so that of a workbook only the texts that its cells share are held in memory.
import type { CsvRecord } from '../csv-records.js';
import { type DamagedWorkbook, isDamagedWorkbook, type Sheet } from '../sheet.js';
import { DAYS_TO_1904 } from './number-formats.js';
import { type Outline, readKinds, readOutline, readTexts } from './outline.js';
import { isDiskError, openParts, type Parts, type Refusal } from './parts.js';
import { readMerges, readRows, type SheetContext } from './sheet-rows.js';

/**
 * A workbook. Cells are text: numbers as exact decimals, dates as `2026-10-01 09:00:00` or `2026-10-01`, times
 * and durations as `9:30:00`, percents as `12.5%`, `TRUE` and `FALSE`, errors as `#N/A`, formulas as what they
 * came to. A merged cell has its value in the first of its cells only. Reading rows throws `DamagedWorkbook`.
 */
export interface Workbook {
  readonly sheets: readonly Sheet[];
}

/** Opens a workbook, or says why it cannot be read. Throws only what the disk says. */
export async function openWorkbook(path: string): Promise<Workbook | Refusal> {
  const parts = await openParts(path);
  if (typeof parts === 'string') return parts;
  try {
    const outline = await readOutline(parts);
    const context = remembered(() => readContext(parts, outline));
    const sheets: Sheet[] = [];
    for (const { name, hidden, part, hasPivot } of outline.sheets) {
      const merges = await readMerges(parts.pieces(part));
      const rows = () => sheetRows(parts, name, part, context);
      sheets.push({ name, hidden, derived: hasPivot, rows, merges });
    }
    return { sheets };
  } catch (error) {
    if (isDiskError(error)) throw error;
    return 'damaged';
  }
}

async function readContext(parts: Parts, outline: Outline): Promise<SheetContext> {
  return {
    texts: await readTexts(parts, outline.texts),
    kinds: await readKinds(parts, outline.styles),
    daysOff: outline.from1904 ? DAYS_TO_1904 : 0,
  };
}

function remembered<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

async function* sheetRows(
  parts: Parts,
  sheet: string,
  part: string,
  context: () => Promise<SheetContext>,
): AsyncGenerator<CsvRecord> {
  let afterLine = 0;
  try {
    for await (const row of readRows(parts.pieces(part), await context(), sheet)) {
      afterLine = row.line;
      yield row;
    }
  } catch (error) {
    if (isDiskError(error) || isDamagedWorkbook(error)) throw error;
    const damage: DamagedWorkbook = { damagedWorkbook: { sheet, afterLine } };
    throw damage;
  }
}

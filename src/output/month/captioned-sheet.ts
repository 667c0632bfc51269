import type { Language } from '../../lib/language.js';
import type { MeasuredMonth } from '../../payroll/run.js';
import { type PlainTextKey, text } from '../../words/text.js';
import type { WorkbookSheet } from '../formats/workbook/workbook.js';
import type { ReportTable } from '../report/report-table.js';

/** Of which shop and which time a sheet is. */
interface SheetHead {
  readonly shop: string | undefined;
  readonly period: string;
}

/** A sheet that says above its tables of which shop and which time it is, and what it has. */
export function captionedSheet(
  { shop = '', period }: SheetHead,
  title: string,
  tables: readonly ReportTable[],
  language: Language,
): WorkbookSheet {
  return {
    title,
    caption: text(language, 'sheet.caption', { shop, period, title }).trim(),
    tables,
  };
}

/** A table alone as a workbook. */
export function workbookOfTable(
  head: SheetHead,
  title: PlainTextKey,
  table: ReportTable,
  language: Language,
): readonly WorkbookSheet[] {
  return [captionedSheet(head, text(language, title), [table], language)];
}

/** The head of a sheet of one month. */
export function headOfMonth({ month, shop }: Pick<MeasuredMonth, 'month' | 'shop'>): SheetHead {
  return { shop: shop?.name, period: month };
}

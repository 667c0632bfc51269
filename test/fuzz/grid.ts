// The cells of a file, to be changed and written again in its own format.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCsv } from '../../src/intake/files/csv-records.js';
import { htmlSheets } from '../../src/intake/files/html-tables.js';
import type { Merge } from '../../src/intake/files/sheet.js';
import { openWorkbook } from '../../src/intake/files/workbook/open-workbook.js';
import { bookFiles, textRows, zip } from '../workbook-file.js';
import type { Source } from './sources.js';
import { isText, textOf } from './text.js';

/** A sheet; a row at its place, blank ones too. */
export interface GridSheet {
  readonly name: string;
  readonly rows: string[][];
  readonly merges: readonly Merge[];
}

/** The sheets of a file; a delimited text and a page have one. */
export interface Grid {
  readonly form: 'csv' | 'html' | 'xlsx';
  readonly sheets: readonly GridSheet[];
}

/** The cells of a source; undefined where it has none. */
export async function gridOf(source: Source): Promise<Grid | undefined> {
  if (source.name.endsWith('.xlsx')) return workbookGrid(source);
  if (!isText(source) || source.name.endsWith('.txt')) return undefined;
  const text = textOf(source);
  if (!source.name.endsWith('.xls')) {
    return { form: 'csv', sheets: [{ name: '', rows: csvRows(text), merges: [] }] };
  }
  async function* pieces() {
    yield text;
  }
  return { form: 'html', sheets: await sheetsOf(await htmlSheets(pieces)) };
}

function csvRows(text: string): string[][] {
  return parseCsv(text, ',').records.map(({ cells }) => [...cells]);
}

async function workbookGrid({ bytes }: Source): Promise<Grid | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-grid-'));
  try {
    const path = join(folder, 'book.xlsx');
    writeFileSync(path, bytes);
    const workbook = await openWorkbook(path);
    if (typeof workbook === 'string') return undefined;
    return { form: 'xlsx', sheets: await sheetsOf(workbook.sheets) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function sheetsOf(
  sheets: Awaited<ReturnType<typeof htmlSheets>>,
): Promise<readonly GridSheet[]> {
  const found: GridSheet[] = [];
  for (const sheet of sheets) {
    const rows: string[][] = [];
    for await (const { cells, line } of sheet.rows()) {
      while (rows.length < line - 1) rows.push([]);
      rows.push([...cells]);
    }
    found.push({ name: sheet.name, rows, merges: sheet.merges });
  }
  return found;
}

/** The bytes of a file with these cells; those of a workbook are texts. */
export function written({ form, sheets }: Grid): Buffer {
  const rows = sheets[0]?.rows ?? [];
  if (form === 'csv')
    return Buffer.from(rows.map((cells) => `${cells.map(csvCell).join(',')}\n`).join(''));
  if (form === 'html') return Buffer.from(pageOf(rows));
  const files = bookFiles({
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.name, textRows(sheet.rows)])),
  });
  for (const [at, { merges }] of sheets.entries()) {
    const part = `xl/worksheets/sheet${at + 1}.xml`;
    files[part] = (files[part] ?? '').replace('</worksheet>', `${mergesXml(merges)}</worksheet>`);
  }
  return zip(files);
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function pageOf(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) =>
    `<td>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')}</td>`;
  return `<html><table>${rows.map((cells) => `<tr>${cells.map(cell).join('')}</tr>`).join('')}</table></html>`;
}

function mergesXml(merges: readonly Merge[]): string {
  if (merges.length === 0) return '';
  const cells = merges.map(
    ({ top, left, bottom, right }) =>
      `<mergeCell ref="${letters(left)}${top}:${letters(right)}${bottom}"/>`,
  );
  return `<mergeCells>${cells.join('')}</mergeCells>`;
}

/** The letters of a column, from 1. */
export function letters(column: number): string {
  const last = String.fromCharCode(65 + ((column - 1) % 26));
  return column <= 26 ? last : `${letters(Math.floor((column - 1) / 26))}${last}`;
}

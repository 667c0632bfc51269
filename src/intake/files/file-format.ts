/**
 * What a file is, by its first bytes: the extension may lie. Workbooks are archives, too (`zip`): what is in
 * one tells. `xml` is the workbook of Excel 2003 that is one XML text.
 */
export type FileFormat = 'text' | 'zip' | 'xlsx' | 'xls' | 'parquet' | 'html' | 'xml';

const PREFIXES: readonly (readonly [Exclude<FileFormat, 'xlsx'>, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  // An archive with nothing in it.
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['xls', [0xd0, 0xcf, 0x11, 0xe0]],
  ['parquet', [0x50, 0x41, 0x52, 0x31]],
  // Parquet whose very directory is encrypted.
  ['parquet', [0x50, 0x41, 0x52, 0x45]],
];

const PAGE_BEGINS =
  /^[^<]{0,8}\s*<(?:!--|(?:!doctype html|html|head|meta|title|style|body|div|center|font|table|\?xml)\b)/i;
const XML_WORKBOOK = /<(?:\w+:)?Workbook\s[^>]*urn:schemas-microsoft-com:office:spreadsheet/;

/** Recognises archives, workbooks, Parquet and pages; all else is taken for text. */
export function formatOf(start: Uint8Array): Exclude<FileFormat, 'xlsx'> {
  const binary = PREFIXES.find(([, prefix]) => prefix.every((byte, at) => start[at] === byte));
  if (binary !== undefined) return binary[0];
  // Letters of UTF-16 have a NUL beside them.
  const text = new TextDecoder('latin1').decode(start.subarray(0, 4096)).replaceAll('\0', '');
  if (!PAGE_BEGINS.test(text)) return 'text';
  return XML_WORKBOOK.test(text) ? 'xml' : 'html';
}

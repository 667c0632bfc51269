/** What a file is, by its first bytes: the extension may lie. */
export type FileFormat = 'text' | 'xlsx' | 'xls' | 'parquet' | 'html';

const PREFIXES: readonly (readonly [FileFormat, readonly number[]])[] = [
  ['xlsx', [0x50, 0x4b, 0x03, 0x04]],
  ['xls', [0xd0, 0xcf, 0x11, 0xe0]],
  ['parquet', [0x50, 0x41, 0x52, 0x31]],
  // Parquet whose very directory is encrypted.
  ['parquet', [0x50, 0x41, 0x52, 0x45]],
];

/** Recognises workbooks, Parquet and HTML; all else is taken for text. */
export function formatOf(start: Uint8Array): FileFormat {
  const binary = PREFIXES.find(([, prefix]) => prefix.every((byte, at) => start[at] === byte));
  if (binary !== undefined) return binary[0];
  const text = new TextDecoder('latin1').decode(start.subarray(0, 512));
  return /^[^<]{0,8}\s*<(?:!doctype html|html|head|meta|table|\?xml)/i.test(text) ? 'html' : 'text';
}

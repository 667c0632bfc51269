/** What is known by its bytes, and nobody reads here. */
export type ForeignFormat =
  | 'xlsb'
  | 'opendocument'
  | 'iwork'
  | 'rar'
  | '7z'
  | 'tar'
  | 'packed'
  | 'sqlite'
  | 'json'
  | 'markup'
  | 'pdf'
  | 'document'
  | 'image'
  | 'media'
  | 'binary';

/**
 * What a file is, by its first bytes: the extension may lie. Workbooks are archives, too (`zip`): what is in
 * one tells. `xml` is the workbook of Excel 2003 that is one XML text; what is `foreign` nobody reads here.
 */
export type FileFormat =
  | 'text'
  | 'zip'
  | 'gzip'
  | 'xlsx'
  | 'xls'
  | 'parquet'
  | 'html'
  | 'xml'
  | ForeignFormat;

type Bytes = readonly (number | undefined)[];

/** The bytes of an ASCII text. */
function ascii(text: string): Bytes {
  return [...text].map((character) => character.charCodeAt(0));
}

/** Bytes of which it does not matter what they are. */
function any(count: number): Bytes {
  return Array.from({ length: count }, () => undefined);
}

const PREFIXES: readonly (readonly [FileFormat, Bytes])[] = [
  // Its first member says what it is; the rest may be damaged.
  [
    'opendocument',
    [0x50, 0x4b, 0x03, 0x04, ...any(26), ...ascii('mimetypeapplication/vnd.oasis.opendocument')],
  ],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  // An archive with nothing in it.
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['xls', [0xd0, 0xcf, 0x11, 0xe0]],
  ['parquet', ascii('PAR1')],
  // Parquet whose very directory is encrypted.
  ['parquet', ascii('PARE')],
  ['gzip', [0x1f, 0x8b, 0x08]],
  ['rar', [...ascii('Rar!'), 0x1a, 0x07]],
  ['7z', [...ascii('7z'), 0xbc, 0xaf, 0x27, 0x1c]],
  ['tar', [...any(257), ...ascii('ustar')]],
  ['packed', [...ascii('BZh'), undefined, 0x31, 0x41, 0x59, 0x26]],
  ['packed', [0xfd, ...ascii('7zXZ'), 0x00]],
  ['packed', [0x28, 0xb5, 0x2f, 0xfd]],
  ['sqlite', ascii('SQLite format 3')],
  ['pdf', ascii('%PDF-')],
  ['image', [0x89, ...ascii('PNG')]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', ascii('GIF8')],
  ['image', [...ascii('BM'), ...any(4), 0, 0, 0, 0]],
  ['image', [...ascii('RIFF'), ...any(4), ...ascii('WEBP')]],
  ['image', [...ascii('II'), 0x2a, 0x00]],
  ['image', [...ascii('MM'), 0x00, 0x2a]],
  ['media', [...ascii('RIFF'), ...any(4), ...ascii('WAVE')]],
  ['media', [...ascii('ID3'), undefined, 0x00]],
  // Pictures and films of phones.
  ['media', [...any(4), ...ascii('ftyp')]],
];

const PAGE_BEGINS =
  /^[^<]{0,8}\s*<(?:!--|(?:!doctype html|html|head|meta|title|style|body|div|center|font|table|\?xml)\b)/i;
const XML_BEGINS = /^[^<]{0,8}\s*<\?xml\b/i;
/** Some tools begin their pages as XML. */
const PAGE_WITHIN = /<(?:!doctype html|html|head|body|table)\b/i;
const XML_WORKBOOK = /<(?:\w+:)?Workbook\s[^>]*urn:schemas-microsoft-com:office:spreadsheet/;

/** Recognises archives, workbooks, Parquet, pages and what nobody reads here; all else is taken for text. */
export function formatOf(start: Uint8Array): FileFormat {
  const binary = PREFIXES.find(([, prefix]) =>
    prefix.every((byte, at) => byte === undefined || start[at] === byte),
  );
  if (binary !== undefined) return binary[0];
  // Letters of UTF-16 have a NUL beside them.
  const text = new TextDecoder('latin1').decode(start.subarray(0, 4096)).replaceAll('\0', '');
  if (!PAGE_BEGINS.test(text)) return 'text';
  if (XML_WORKBOOK.test(text)) return 'xml';
  return XML_BEGINS.test(text) && !PAGE_WITHIN.test(text) ? 'markup' : 'html';
}

/** What the names in an archive say that it is. */
export function archiveFormat(names: readonly string[]): FileFormat {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/^xl\/workbook\.bin$/i)) return 'xlsb';
  if (has(/^(?:word|ppt|visio)\//i)) return 'document';
  if (has(/^(?:\[content_types\]\.xml|_rels\/\.rels|xl\/workbook\.xml)$/i)) return 'xlsx';
  if (has(/^mimetype$/) && has(/^(?:META-INF\/manifest|content)\.xml$/)) return 'opendocument';
  return has(/^(?:Index\/.*\.iwa|Index\.zip|index\.apxl)$/) ? 'iwork' : 'zip';
}

/** What an archive is that cannot be opened, by its beginning and what it is called. */
export function brokenArchiveFormat(start: Uint8Array, name: string): FileFormat {
  const text = new TextDecoder('latin1').decode(start.subarray(0, 4096));
  if (text.includes('mimetypeapplication/vnd.oasis.opendocument')) return 'opendocument';
  return text.includes('[Content_Types].xml') || !/\.zip$/i.test(name) ? 'xlsx' : 'zip';
}

const CONTROL_CHARACTER = /[^\P{Cc}\s]/u;
const MARKUP_BEGINS = /^\s*<[a-z][\w:.-]*(?:\s[^<>]*)?>/i;
const JSON_BEGINS = /^\s*[[{]\s*(?:["{[\]}\d-]|true|false|null)/;

/** What a text may be that has no rows. */
export type ForeignText = Extract<ForeignFormat, 'json' | 'markup' | 'binary'>;

/** What a text is of which nobody knows a header; undefined where it may have rows all the same. */
export function foreignText(sample: string): ForeignText | undefined {
  if (JSON_BEGINS.test(sample)) return 'json';
  if (MARKUP_BEGINS.test(sample)) return 'markup';
  return CONTROL_CHARACTER.test(sample) ? 'binary' : undefined;
}

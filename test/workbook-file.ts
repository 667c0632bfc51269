// Workbooks whose every byte is written here, so that readers are held against the format and not against
// what some library writes.
import { deflateRawSync } from 'node:zlib';

/** The files inside an archive, by name. */
export type Files = Readonly<Record<string, string | Buffer>>;

export interface ZipOptions {
  /** Overwrites what the archive says of the size of a file. */
  readonly sizes?: Readonly<Record<string, number>>;
  /** Overwrites the checksum of a file. */
  readonly sums?: Readonly<Record<string, number>>;
  /** Names in the bytes of an encoding that the archive does not tell. */
  readonly rawNames?: Readonly<Record<string, Buffer>>;
  /** The extra field of a file. */
  readonly extras?: Readonly<Record<string, Buffer>>;
  /** Says that the files have a password. */
  readonly encrypted?: boolean;
}

const NAME_IS_UTF8 = 0x800;
const IS_ENCRYPTED = 1;

const SUMS = Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1;
  return sum >>> 0;
});

export function checksum(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (SUMS[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8);
  return ~sum >>> 0;
}

/** A ZIP archive, as APPNOTE.TXT describes it. */
export function zip(
  files: Files,
  { sizes = {}, sums = {}, rawNames = {}, extras = {}, encrypted = false }: ZipOptions = {},
): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const called = rawNames[name] ?? Buffer.from(name);
    const extra = extras[name] ?? Buffer.alloc(0);
    const flags = (rawNames[name] ? 0 : NAME_IS_UTF8) | (encrypted ? IS_ENCRYPTED : 0);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(sums[name] ?? checksum(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(sizes[name] ?? bytes.length, 18);
    common.writeUInt16LE(called.length, 22);
    common.writeUInt16LE(extra.length, 24);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    const local = [Buffer.from('PK\x03\x04'), common, called, extra, packed];
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, called, extra);
    bodies.push(...local);
    offset += local.reduce((total, piece) => total + piece.length, 0);
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(files).length, 4);
  end.writeUInt16LE(Object.keys(files).length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, list, Buffer.from('PK\x05\x06'), end]);
}

/** What a workbook is made of; everything but the rows has a plain default. */
export interface BookText {
  /** The XML of each sheet's rows (what stands inside `sheetData`), by the sheet's name. */
  readonly sheets: Readonly<Record<string, string>>;
  /** What stands behind the rows of every sheet. */
  readonly behind?: string;
  /** The XML of each shared text (what stands inside `si`). */
  readonly texts?: readonly string[];
  /** Texts of number formats; a cell's style is its place in this list, from 1. */
  readonly formats?: readonly (string | number)[];
  readonly bookAttributes?: string;
  readonly hidden?: Readonly<Record<string, 'hidden' | 'veryHidden'>>;
  /** Where the relationships say that sheets are. */
  readonly sheetFolder?: string;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATED = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The files of a workbook. */
export function bookFiles(book: BookText): Record<string, string> {
  const names = Object.keys(book.sheets);
  const relations = names.map(
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${RELATED}/worksheet" Target="${book.sheetFolder ?? 'worksheets/'}sheet${at + 1}.xml"/>`,
  );
  const entries = names.map((name, at) => {
    const state = book.hidden?.[name];
    return `<sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`;
  });
  const files: Record<string, string> = {
    '_rels/.rels': `${HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${RELATED}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${RELATIONS}">${relations.join('')}<Relationship Id="rId91" Type="${RELATED}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId92" Type="${RELATED}/styles" Target="styles.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATED}"><workbookPr ${book.bookAttributes ?? ''}/><sheets>${entries.join('')}</sheets></workbook>`,
    'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${MAIN}">${(book.texts ?? []).map((text) => `<si>${text}</si>`).join('')}</sst>`,
    'xl/styles.xml': styles(book.formats ?? []),
  };
  for (const [at, rows] of Object.values(book.sheets).entries()) {
    files[`xl/worksheets/sheet${at + 1}.xml`] =
      `${HEAD}<worksheet xmlns="${MAIN}"><dimension ref="A1"/><sheetData>${rows}</sheetData>${book.behind ?? ''}</worksheet>`;
  }
  return files;
}

function styles(formats: readonly (string | number)[]): string {
  const codes = formats.flatMap((format, at) =>
    typeof format === 'string'
      ? [`<numFmt numFmtId="${164 + at}" formatCode="${format.replaceAll('"', '&quot;')}"/>`]
      : [],
  );
  const used = formats.map((format, at) => (typeof format === 'string' ? 164 + at : format));
  const list = [0, ...used].map((id) => `<xf numFmtId="${id}"/>`).join('');
  // The styles of the first list are not those that cells point to.
  return `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${list}</cellXfs></styleSheet>`;
}

export function book(text: BookText): Buffer {
  return zip(bookFiles(text));
}

/** The XML of rows whose cells are texts, `#12` a number; a blank row stays blank. */
export function textRows(rows: readonly (readonly string[])[]): string {
  return rows
    .map((cells, at) => {
      return `<row r="${at + 1}">${cells.map(cellXml).join('')}</row>`;
    })
    .join('');
}

function cellXml(cell: string): string {
  return /^#\d+$/.test(cell)
    ? `<c><v>${cell.slice(1)}</v></c>`
    : `<c t="inlineStr"><is><t>${escapeXml(cell)}</t></is></c>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** A workbook of texts, each sheet given as comma-separated lines; it may say that its sheets are larger. */
export function bookOf(
  sheets: Readonly<Record<string, string>>,
  { unpacksTo, hidden = [] }: { unpacksTo?: number | undefined; hidden?: readonly string[] } = {},
): Buffer {
  const rows = Object.entries(sheets).map(([name, text]) => {
    const cells = text.trimEnd().split('\n');
    return [name, textRows(cells.map((line) => line.split(',')))] as const;
  });
  const files = bookFiles({
    sheets: Object.fromEntries(rows),
    hidden: Object.fromEntries(hidden.map((name) => [name, 'hidden'] as const)),
  });
  const sizes = unpacksTo === undefined ? {} : { 'xl/worksheets/sheet1.xml': unpacksTo };
  return zip(files, { sizes });
}

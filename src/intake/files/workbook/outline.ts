import { posix } from 'node:path';
import { builtInKind, formatReader, type NumberKind } from './number-formats.js';
import type { Parts } from './parts.js';
import { readXml, unescapeText } from './xml.js';

/** What a workbook says of itself, before any sheet is read. */
export interface Outline {
  readonly sheets: readonly SheetEntry[];
  /** Dates count from 1904. */
  readonly from1904: boolean;
  /** The parts with the shared texts and with the formats. */
  readonly texts: string | undefined;
  readonly styles: string | undefined;
}

interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
  readonly hasPivot: boolean;
}

interface Relation {
  readonly type: string;
  readonly part: string;
}

/** Reads the table of contents of a workbook: its sheets of cells in their order. */
export async function readOutline(parts: Parts): Promise<Outline> {
  const root = [...(await relations(parts, '')).values()];
  const book = root.find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml';
  const related = await relations(parts, book);
  const { sheets, from1904 } = await readBook(parts, book);
  const partOf = (type: string) => [...related.values()].find((one) => one.type === type)?.part;
  const entries: SheetEntry[] = [];
  for (const { name, hidden, id } of sheets) {
    const relation = related.get(id);
    if (relation === undefined) throw new Error(`no part for the sheet ${name}`);
    // Sheets that are nothing but a chart have no cells.
    if (relation.type !== 'worksheet') continue;
    const { part } = relation;
    const beside = [...(await relations(parts, part)).values()];
    entries.push({
      name,
      hidden,
      part,
      hasPivot: beside.some(({ type }) => type === 'pivotTable'),
    });
  }
  return {
    sheets: entries,
    from1904,
    texts: partOf('sharedStrings'),
    styles: partOf('styles'),
  };
}

/** What a part points to, by id; targets are given from the part's folder or from the root. */
async function relations(parts: Parts, part: string): Promise<ReadonlyMap<string, Relation>> {
  const folder = posix.dirname(part);
  const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  const found = new Map<string, Relation>();
  if (!parts.has(name)) return found;
  await readXml(parts.pieces(name), {
    open(tag, { Id, Type, Target }) {
      if (tag !== 'Relationship' || !Id || !Type || !Target) return;
      const target = Target.replaceAll('\\', '/');
      const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      found.set(Id, { type: posix.basename(Type), part: path });
    },
  });
  return found;
}

async function readBook(parts: Parts, part: string) {
  const sheets: { name: string; hidden: boolean; id: string }[] = [];
  let from1904 = false;
  let isBook = false;
  await readXml(parts.pieces(part), {
    open(tag, attributes) {
      if (tag === 'workbook') isBook = true;
      if (tag === 'workbookPr') from1904 = isTrue(attributes.date1904);
      if (tag !== 'sheet') return;
      const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1];
      const hidden = (attributes.state ?? 'visible') !== 'visible';
      sheets.push({ name: unescapeText(attributes.name ?? ''), hidden, id: id ?? '' });
    },
  });
  if (!isBook) throw new Error('not a workbook');
  return { sheets, from1904 };
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

/** The texts that cells point to by number, without the readings that East Asian texts may carry. */
export async function readTexts(parts: Parts, part: string | undefined): Promise<string[]> {
  const texts: string[] = [];
  if (part === undefined) return texts;
  let text = '';
  let inText = false;
  let inReading = false;
  await readXml(parts.pieces(part), {
    open(tag) {
      if (tag === 'si') text = '';
      else if (tag === 'rPh') inReading = true;
      else if (tag === 't') inText = !inReading;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(tag) {
      if (tag === 't') inText = false;
      else if (tag === 'rPh') inReading = false;
      else if (tag === 'si') texts.push(unescapeText(text));
    },
  });
  return texts;
}

/** What numbers mean, by the style of a cell. */
export async function readKinds(parts: Parts, part: string | undefined): Promise<NumberKind[]> {
  if (part === undefined) return [];
  const codes = new Map<string, string>();
  const styles: string[] = [];
  let within = '';
  await readXml(parts.pieces(part), {
    open(tag, { numFmtId = '0', formatCode }) {
      if (tag === 'numFmts' || tag === 'cellXfs') within = tag;
      if (tag === 'numFmt' && within === 'numFmts' && formatCode !== undefined) {
        codes.set(numFmtId, formatCode);
      }
      if (tag === 'xf' && within === 'cellXfs') styles.push(numFmtId);
    },
    close(tag) {
      if (tag === within) within = '';
    },
  });
  const kindOf = codes.size === 0 ? undefined : await formatReader();
  const kinds = new Map([...codes].map(([id, code]) => [id, kindOf?.(code)] as const));
  return styles.map((id) => kinds.get(id) ?? builtInKind(Number(id)));
}

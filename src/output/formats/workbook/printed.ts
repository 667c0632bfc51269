import {
  findElement,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  replaceElement,
  sanitizeTextContent,
} from 'write-excel-file/utility';

/** How a sheet is printed: on A4, below each page what it is and the number of the page. */
export interface PrintedSheet {
  readonly name: string;
  readonly caption: string;
  /** The row that stands above every page, from 1; undefined when none does. */
  readonly titleRow: number | undefined;
  /** The letter of the last column that stands at the left of every page; undefined when none does. */
  readonly titleColumn: string | undefined;
  readonly pagesWide: number;
  /** Rows, from 1, behind which a page ends. */
  readonly breaks: readonly number[];
  /** Column and row of the last cell that is printed. */
  readonly last: readonly [column: string, row: number];
}

type Attributes = Record<string, string | number>;

/** In inches; below there is room for the number of the page. */
const [MARGIN, BELOW] = [0.4, 0.7] as const;

const FIT = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
/** Excel takes no longer footers. */
const LONGEST_CAPTION = 200;

/** What write-excel-file does not know of printing, as a feature that it takes. */
export function printedFeature(sheets: readonly PrintedSheet[]) {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transformElementAttributes: (
            tag: string,
            attributes: Attributes,
            _index: number | undefined,
            _options: unknown,
            { sheetIndex }: { readonly sheetIndex: number },
          ): Attributes => {
            if (tag === 'pageSetup') {
              const fitToWidth = sheets[sheetIndex]?.pagesWide ?? 1;
              return { ...attributes, fitToWidth, fitToHeight: 0 };
            }
            if (tag !== 'pageMargins') return attributes;
            return { ...attributes, left: MARGIN, right: MARGIN, top: MARGIN, bottom: BELOW };
          },
          transform: (
            xml: string,
            _options: unknown,
            { sheetIndex }: { readonly sheetIndex: number },
          ) => {
            const sheet = sheets[sheetIndex];
            const footed = inSheet(inSheet(xml, FIT), footer(sheet?.caption ?? ''));
            const ends = rowBreaks(sheet?.breaks ?? []);
            return ends === '' ? footed : inSheet(footed, ends);
          },
        },
        'xl/workbook.xml': { transform: (xml: string) => withPrintNames(xml, sheets) },
      },
    },
  };
}

function inSheet(xml: string, element: string): string {
  const order = getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet') ?? [];
  return insertElementMarkupAccordingToOrderOfSiblings(xml, element, order, 'worksheet');
}

/** The most columns that a sheet has: a break goes across all. */
const LAST_COLUMN = 16_383;

function rowBreaks(rows: readonly number[]): string {
  if (rows.length === 0) return '';
  const each = rows.map((row) => `<brk id="${row}" max="${LAST_COLUMN}" man="1"/>`).join('');
  return `<rowBreaks count="${rows.length}" manualBreakCount="${rows.length}">${each}</rowBreaks>`;
}

/** An ampersand begins a code of a footer, two of them are one. */
function footer(caption: string): string {
  const shown = caption.slice(0, LONGEST_CAPTION).replaceAll('&', '&&');
  const text = sanitizeTextContent(`&L${shown}&R&P / &N`);
  return `<headerFooter><oddFooter>${text}</oddFooter></headerFooter>`;
}

/** Names what is printed, and which rows and columns stand on every page: the names that Excel has for that. */
function withPrintNames(xml: string, sheets: readonly PrintedSheet[]): string {
  const names = sheets.flatMap(({ name, titleRow, titleColumn, last: [column, row] }, at) => {
    const sheet = `'${name.replaceAll("'", "''")}'`;
    const columns = titleColumn === undefined ? [] : [`${sheet}!$A:$${titleColumn}`];
    const rows = titleRow === undefined ? [] : [`${sheet}!$${titleRow}:$${titleRow}`];
    const named = [
      ['Print_Area', [`${sheet}!$A$1:$${column}$${row}`]],
      ['Print_Titles', [...columns, ...rows]],
    ] as const;
    return named.flatMap(([id, ranges]) => {
      const text = sanitizeTextContent(ranges.join(','));
      return text === ''
        ? []
        : `<definedName name="_xlnm.${id}" localSheetId="${at}">${text}</definedName>`;
    });
  });
  const element = `<definedNames>${names.join('')}</definedNames>`;
  const empty = findElement(xml, 'definedNames');
  if (empty !== undefined) return replaceElement(xml, empty, element);
  const order = getOrderOfSiblings('xl/workbook.xml', 'workbook') ?? [];
  return insertElementMarkupAccordingToOrderOfSiblings(xml, element, order, 'workbook');
}

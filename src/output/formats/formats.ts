import type { Data, Look, OutputFile } from './data.js';

/** A way to write the data of a command. What writes it is loaded when it is asked for. */
interface Format {
  /** The endings of files that are written so. */
  readonly extensions: readonly string[];
  /** No text: it goes into a file and nowhere else. */
  readonly isBinary?: true;
  /** Several files: they go into a folder. */
  readonly isFolder?: true;
  readonly write: (data: Data, look: Look) => Promise<string | Uint8Array | readonly OutputFile[]>;
}

export type FormatName =
  | 'csv'
  | 'json'
  | 'xlsx'
  | 'markdown'
  | 'html'
  | 'pages'
  | 'yaml'
  | 'table'
  | 'text';

/** Every format, in the order in which their extensions are listed. */
export const FORMATS: Readonly<Record<FormatName, Format>> = {
  csv: {
    extensions: ['.csv'],
    async write({ table }, { ids, isFile, bom }) {
      const { csvOf } = await import('./csv.js');
      return csvOf(made(table), { ids, lineEnd: isFile ? '\r\n' : '\n', bom: isFile && bom });
    },
  },
  json: {
    extensions: ['.json'],
    async write({ json }) {
      const { jsonOf } = await import('../../lib/json.js');
      return jsonOf(made(json));
    },
  },
  xlsx: {
    extensions: ['.xlsx'],
    isBinary: true,
    async write({ workbook }, { ids }) {
      const { workbookOf } = await import('./workbook/workbook.js');
      return workbookOf(made(workbook), ids);
    },
  },
  markdown: {
    extensions: ['.md', '.markdown'],
    async write({ markdown, table }, { ids }) {
      const { markdownOf } = await import('./markdown.js');
      return markdown === undefined ? markdownOf(made(table), ids) : markdown();
    },
  },
  html: { extensions: ['.html', '.htm'], write: async ({ html }) => made(html) },
  pages: { extensions: [], isFolder: true, write: async ({ pages }) => made(pages) },
  yaml: { extensions: ['.yaml', '.yml'], write: async ({ yaml }) => made(yaml) },
  table: {
    extensions: ['.txt'],
    async write({ text, table }, look) {
      const { terminalTableOf } = await import('./terminal-table.js');
      return text === undefined ? terminalTableOf(made(table), look) : text(look);
    },
  },
  text: {
    extensions: ['.txt'],
    write: async ({ text }, look) => made(text && (() => text(look))),
  },
};

/** The data as a format wants them. A command that declares a format gives what it takes. */
function made<T>(make: (() => T) | undefined): T {
  if (make === undefined) throw new Error('the command does not give what its format takes');
  return make();
}

import { csvOf } from '../output/formats/csv.js';
import { markdownOf } from '../output/formats/markdown.js';
import type { Style } from '../output/formats/style.js';
import { terminalTableOf } from '../output/formats/terminal-table.js';
import type { Table } from '../output/tables/table.js';
import type { OutputFlags } from './flags.js';
import type { Io } from './io.js';
import { styleFor } from './style.js';

/** A table in the format that was chosen, for the file or stream that it goes to. */
export async function renderTable(
  table: Table,
  format: 'table' | 'csv' | 'markdown',
  flags: OutputFlags,
  io: Io,
): Promise<string> {
  const toFile = flags.output !== undefined;
  switch (format) {
    case 'csv':
      return csvOf(table, {
        ids: flags.ids,
        lineEnd: toFile ? '\r\n' : '\n',
        bom: toFile && flags.bom,
      });
    case 'markdown':
      return markdownOf(table, flags.ids);
    case 'table': {
      const width = toFile ? undefined : io.stdout.columns;
      return terminalTableOf(table, { ids: flags.ids, width, style: await dataStyle(flags, io) });
    }
  }
}

/** The colours of a command's data: none in a file. */
export async function dataStyle(
  flags: { readonly color: boolean; readonly output?: string },
  io: Io,
): Promise<Style> {
  return styleFor(io.stdout, flags.color && flags.output === undefined, io);
}

import type { Appender, Engine } from '../../lib/engine.js';

/** Writes rows of whole numbers into a table of the engine. */
export interface RowWriter {
  add(row: readonly number[]): void;
  /** The table has the rows afterwards. */
  close(): void;
}

/** No more than the engine takes at a time: most months have few rows, and room for many is made for each. */
const ROWS_AT_ONCE = 2048;

export async function rowWriter(
  table: string,
  columns: number,
  engine: Engine,
): Promise<RowWriter> {
  const types = Array.from({ length: columns }, () => 'INTEGER' as const);
  const appender: Appender = await engine.appender(table, types);
  const values = types.map(() => new Int32Array(ROWS_AT_ONCE));
  let rows = 0;
  const flush = (): void => {
    appender.append(values.map((column) => column.subarray(0, rows)));
    rows = 0;
  };
  return {
    add(row) {
      for (let at = 0; at < columns; at += 1) {
        const column = values[at];
        if (column !== undefined) column[rows] = row[at] ?? 0;
      }
      rows += 1;
      if (rows === ROWS_AT_ONCE) flush();
    },
    close() {
      flush();
      appender.close();
    },
  };
}

import type { Engine } from '../../lib/engine.js';
import type { Table } from '../files/table.js';

/**
 * The files that rows of a query come from, in their order, each with how many: `from` is what stands after FROM,
 * with a column `file`. Files without such rows are left out.
 */
export async function rowsOfFiles(
  from: string,
  tables: readonly Table[],
  engine: Engine,
): Promise<readonly (readonly [table: Table, rows: number])[]> {
  const found = await engine.query(`SELECT file, count(*) AS rows FROM ${from} GROUP BY file`);
  const rows = new Map(found.map((row) => [row.file, Number(row.rows)]));
  return tables.flatMap((table) => {
    const here = rows.get(table.file);
    return here === undefined ? [] : [[table, here] as const];
  });
}

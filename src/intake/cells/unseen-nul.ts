import type { Problems } from '../../words/problem.js';
import type { Table } from '../files/table.js';

/** Reports the files that have a NUL where nobody has read: in a header, or in a column that has no use. */
export function reportUnseenNul(tables: Iterable<Table>, problems: Problems): void {
  for (const { file, nulLine: line } of tables) {
    if (line === undefined) continue;
    const isTold = problems.all.some((each) => each.code === 'nul-in-cell' && each.file === file);
    if (!isTold) problems.report('nul-in-file', { file, line });
  }
}

import { INPUT_KINDS, type InputKind } from '../../catalogue/inputs.js';
import type { Problems } from '../../words/problem.js';
import type { InputFile } from '../facts/month-facts.js';
import { contentOf, type Table } from '../files/table.js';
import { makesOrders } from '../orders/order-files.js';

export type RowsByFile = Map<Table, number>;

/** The same file twice would count everything twice. (The same order twice is told by its ids.) */
export function reportSameContent(
  tables: ReadonlyMap<InputKind, readonly Table[]>,
  rows: RowsByFile,
  problems: Problems,
): void {
  for (const list of tables.values()) {
    const seen = new Map<string, string>();
    const counted = list.filter((table) => rows.get(table) !== 0 && !hasIds(table));
    for (const content of counted.map(contentOf)) {
      const other = seen.get(content.sha256);
      if (other === undefined) seen.set(content.sha256, content.file);
      else if (other !== content.file)
        problems.report('same-content', { file: content.file }, { params: { other } });
    }
  }
}

/** True for a file whose rows can be told from each other: one that is there twice counts once. */
function hasIds({ match }: Table): boolean {
  const { kind, layout } = match.reader;
  return kind === 'orders' && (layout !== 'order_items' || match.positions.has('line_id'));
}

export function inputsOf(
  tables: ReadonlyMap<InputKind, readonly Table[]>,
  rows: RowsByFile,
): readonly InputFile[] {
  return INPUT_KINDS.flatMap((kind) => {
    const inputs = new Map<string, InputFile>();
    for (const table of tables.get(kind) ?? []) {
      const { input: file, sha256, match } = table;
      const { name: readAs } = match.reader;
      // The sheets of a workbook that one reader reads are one input.
      const key = JSON.stringify([file, readAs]);
      const others = inputs.get(key)?.rows ?? 0;
      inputs.set(key, { file, sha256, rows: others + (rows.get(table) ?? 0), readAs, kind });
    }
    return [...inputs.values()];
  });
}

/** The files of each kind. What says something of orders and makes none is no order file. */
export function filesByKind(
  tables: ReadonlyMap<InputKind, readonly Table[]>,
): ReadonlyMap<InputKind, readonly string[]> {
  return new Map(
    [...tables].flatMap(([kind, list]) => {
      const files = kind === 'orders' ? list.filter(makesOrders) : list;
      return files.length === 0 ? [] : [[kind, [...new Set(files.map(({ input }) => input))]]];
    }),
  );
}

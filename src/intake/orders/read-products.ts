import { eachRow } from '../cells/each-row.js';
import type { Row } from '../cells/row.js';
import type { MonthContext } from '../facts/month-context.js';
import type { Table } from '../files/table.js';

/** The category of an item, and where it is given. */
interface Listed {
  readonly category: string;
  readonly file: string;
  readonly line: number;
  readonly isOfMonth: boolean;
}

/** Collects the lists of items and their categories. */
interface ProductCollector {
  /** Reads a list; gives the number of its rows. */
  read(table: Table): Promise<number | undefined>;
  /** Puts all that was read into the engine. */
  close(): Promise<void>;
}

/**
 * Collects lists for the engine. What stands in the month's folder goes before the shop's folder; an item in two
 * categories is reported.
 */
export function productCollector(context: MonthContext): ProductCollector {
  const listed = new Map<string, Listed>();
  return {
    read: (table) => eachRow(table, context, (row) => take(row, table, context, listed)),
    async close() {
      const known = [...listed].map(([key, { category }]) => [key, category]);
      if (known.length > 0) await context.engine.append('products', known);
    },
  };
}

/** An item is known by its id and by its name. */
function take(row: Row, table: Table, { month }: MonthContext, into: Map<string, Listed>): void {
  const id = row.id('item_id');
  const name = row.text('item', id === undefined && row.isValid() ? 'required' : 'optional');
  const category = row.text('category', 'required');
  if (category === undefined) return;
  const isOfMonth = table.input.startsWith(`${month}/`);
  for (const key of [id, name].filter((each) => each !== undefined)) {
    const other = into.get(key);
    if (other === undefined)
      into.set(key, { category, file: table.file, line: row.line, isOfMonth });
    else if (other.isOfMonth === isOfMonth && other.category !== category) {
      row.report('repeated-item', 'category', {
        item: key,
        file: other.file,
        line: other.line,
        other: other.category,
      });
    }
  }
}

import { type Decimal, plain, sum } from '../../lib/decimal.js';
import type { Json } from '../../lib/json.js';
import type { Language } from '../../lib/language.js';
import type { LineChange } from '../../payroll/compare.js';
import type { Statement } from '../../payroll/statement.js';
import { text } from '../../words/text.js';
import { moneyColumn, textColumn, type View } from '../formats/columns.js';
import type { Table } from '../formats/table.js';
import { reasonOf } from '../month/salary-long.js';

/** The lines of pay that differ between two computations, one row each. */
export function changesTable(changes: readonly LineChange[], view: View): Table {
  const { language } = view;
  return {
    columns: [
      textColumn('agent', language),
      textColumn('name', language),
      textColumn('line', language),
      textColumn('title', language),
      moneyColumn('before', text(language, 'table.before')),
      moneyColumn('after', text(language, 'table.after')),
      moneyColumn('change', text(language, 'table.change')),
      textColumn('formula', language, true),
    ],
    rows: changes.map(({ agent, name, line, title, before, after, effect, told }) => [
      agent,
      name,
      line,
      title[language],
      before,
      after,
      effect,
      after === undefined ? undefined : reasonOf(told, language),
    ]),
    keyColumns: 3,
  };
}

/** What two computations come to, in a sentence. */
export function changesTotal(
  before: readonly Statement[],
  after: readonly Statement[],
  changes: readonly LineChange[],
  language: Language,
): string {
  if (changes.length === 0) return text(language, 'compare.same');
  const [then, now] = [payableOf(before), payableOf(after)];
  return text(language, 'compare.total', {
    before: plain(then),
    after: plain(now),
    change: plain(now.minus(then)),
    agents: new Set(changes.map(({ agent }) => agent)).size,
  });
}

/** What statements come to. */
export function payableOf(statements: readonly Statement[]): Decimal {
  return sum(statements.map(({ payable }) => payable));
}

/** As `changesTable`, as data; with what all changes together make of the pay. */
export function changesJson(
  changes: readonly LineChange[],
  language: Language,
): { readonly [key: string]: Json } {
  return {
    changes: changes.map(({ agent, name, line, title, kind, before, after, effect, told }) => ({
      agent,
      name,
      line,
      title: title[language],
      kind,
      before: before ?? null,
      after: after ?? null,
      change: effect,
      reason: after === undefined ? null : reasonOf(told, language),
    })),
    change: sum(changes.map(({ effect }) => effect)),
  };
}

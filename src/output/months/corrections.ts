import type { Found } from '../../ledger/correct.js';
import { type Decimal, sum } from '../../lib/decimal.js';
import type { Json } from '../../lib/json.js';
import type { Language } from '../../lib/language.js';
import type { LineCorrection } from '../../payroll/correction.js';
import { text } from '../../words/text.js';
import { moneyColumn, textColumn, type View } from '../formats/columns.js';
import type { Table } from '../formats/table.js';
import { lineJson } from '../month/salary-json.js';
import { reasonOf } from '../month/salary-long.js';

/** The lines of a closed month that are to be corrected, one row each. */
export function correctionsTable(lines: readonly LineCorrection[], view: View): Table {
  const { language } = view;
  return {
    columns: [
      textColumn('agent', language),
      textColumn('name', language),
      textColumn('line', language),
      textColumn('title', language),
      moneyColumn('before', text(language, 'table.before')),
      moneyColumn('carried', text(language, 'table.carried')),
      moneyColumn('after', text(language, 'table.after')),
      moneyColumn('change', text(language, 'table.change')),
      textColumn('formula', language, true),
    ],
    rows: lines.map(({ agent, name, line, title, before, carried, after, change, now }) => [
      agent,
      name,
      line,
      title[language],
      before,
      carried,
      after,
      change,
      now && reasonOf(now, language),
    ]),
    keyColumns: 3,
  };
}

/** What corrections pay, and what they recover. */
export function correctionSums(lines: readonly LineCorrection[]): {
  readonly paid: Decimal;
  readonly recovered: Decimal;
} {
  const changes = lines.map(({ change }) => change);
  return {
    paid: sum(changes.filter((change) => change.isPositive())),
    recovered: sum(changes.filter((change) => change.isNegative())).neg(),
  };
}

/** As `correctionsTable`, as data. */
export function correctionsJson(
  { lines, changed, written }: Found,
  language: Language,
): { readonly [key: string]: Json } {
  const { paid, recovered } = correctionSums(lines);
  return {
    corrections: lines.map((each) => {
      const { agent, name, line, title, kind, category, before, carried, after, change } = each;
      return {
        agent,
        name,
        line,
        title: title[language],
        kind,
        category,
        before: before ?? null,
        carried,
        after: after ?? null,
        change,
        formula: each.now === undefined ? null : lineJson(each.now, language).formula,
        numbers: each.now === undefined ? null : lineJson(each.now, language).numbers,
      };
    }),
    back_pay: paid,
    recovered,
    changed: changed.map(({ file, how }) => ({ file, how })),
    file: written?.file ?? null,
    sha256: written?.sha256 ?? null,
  };
}

import type { Backtested } from '../../ledger/backtest.js';
import { decimal } from '../../lib/decimal.js';
import type { Json } from '../../lib/json.js';
import type { Language } from '../../lib/language.js';
import { text } from '../../words/text.js';
import { moneyColumn, numberColumn, textColumn, type View } from '../formats/columns.js';
import type { Table } from '../formats/table.js';
import { problemsJson } from '../problems/problems-data.js';
import { changesJson, changesTable, payableOf } from './changes.js';

/** What closed months would have cost under another policy, a row per month. */
export function backtestTable(months: readonly Backtested[], { language }: View): Table {
  return {
    columns: [
      textColumn('month', language),
      numberColumn('agents_changed', language),
      moneyColumn('before', text(language, 'table.before')),
      moneyColumn('after', text(language, 'table.after')),
      moneyColumn('change', text(language, 'table.change')),
    ],
    rows: months.map(({ month, before, after, changes }) => {
      const [then, now] = [payableOf(before), payableOf(after)];
      const agents = new Set(changes.map(({ agent }) => agent)).size;
      return [month, decimal(agents), then, now, now.minus(then)];
    }),
    keyColumns: 1,
  };
}

/** The lines that would have been otherwise, a row per month, agent and line. */
export function longBacktestTable(months: readonly Backtested[], view: View): Table {
  const { columns } = changesTable([], view);
  return {
    columns: [textColumn('month', view.language), ...columns],
    rows: months.flatMap(({ month, changes }) =>
      changesTable(changes, view).rows.map((row) => [month, ...row]),
    ),
    keyColumns: 4,
  };
}

/** As both tables, as data. */
export function backtestJson(months: readonly Backtested[], language: Language): Json {
  return months.map(({ month, before, after, changes, problems }) => ({
    month,
    before: payableOf(before),
    after: problems.length > 0 ? null : payableOf(after),
    ...changesJson(changes, language),
    problems: problemsJson(problems, language),
  }));
}

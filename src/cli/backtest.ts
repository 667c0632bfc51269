import { type Backtested, backtestMonth } from '../ledger/backtest.js';
import { jsonOf } from '../lib/json.js';
import { backtestJson, backtestTable, longBacktestTable } from '../output/months/backtest.js';
import { calculateMonth } from '../payroll/calculate.js';
import { isVariant } from '../payroll/variant.js';
import { monthOf } from '../run/month-of.js';
import { text } from '../words/text.js';
import { deliver } from './deliver.js';
import { EXIT, type ExitCode } from './exit.js';
import { type MonthFlags, type OutputFlags, rangeOf } from './flags.js';
import { chooseFormat, TABLE_FORMATS } from './format.js';
import type { Io } from './io.js';
import { openChain } from './ledger.js';
import { withProgress } from './progress.js';
import { renderTable } from './render.js';
import { reportProblems, say } from './report.js';
import { usageError } from './usage.js';
import { type VariantFlags, variantOf } from './variant.js';
import { version } from './version.js';

export interface BacktestFlags extends OutputFlags, MonthFlags, VariantFlags {
  readonly months?: string;
  readonly long: boolean;
}

/** `kpi backtest`: what closed months would have cost under another policy. */
export async function backtest(flags: BacktestFlags, io: Io): Promise<ExitCode> {
  const format = chooseFormat(flags, TABLE_FORMATS, io.stdout.isTerminal ? 'table' : 'csv');
  const variant = variantOf(flags);
  if (!isVariant(variant)) throw usageError('usage.backtest_what');
  const range = rangeOf(flags.months);
  const opened = await openChain(flags, io);
  if (opened === undefined) return EXIT.problems;
  const { request, chain, reporting } = opened;
  const { language } = reporting;
  const chosen = chain.filter(({ month }) => month >= range.from && month <= range.to);
  if (chosen.length === 0) {
    await say(io, text(language, 'backtest.none', range));
    return EXIT.problems;
  }
  const months: Backtested[] = [];
  for (const closed of chosen) {
    months.push(
      await withProgress(io, async (watching) => {
        const { month } = closed;
        const basis = 'sealed-policy';
        const asked = { ...request, ...watching, month, closed, basis, variant } as const;
        return backtestMonth(closed, await monthOf(asked, calculateMonth));
      }),
    );
  }
  const found = months.flatMap((month) => month.problems);
  if (found.length > 0) {
    await reportProblems(found, reporting);
    return EXIT.problems;
  }
  const view = { language, ids: flags.ids };
  const table = flags.long ? longBacktestTable(months, view) : backtestTable(months, view);
  const content =
    format === 'json'
      ? jsonOf({ kpi: version(), months: backtestJson(months, language) })
      : await renderTable(table, format, flags, io);
  return deliver(content, flags.output, reporting);
}

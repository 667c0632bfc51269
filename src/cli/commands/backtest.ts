import { type Backtested, backtestMonth } from '../../ledger/backtest-month.js';
import { version } from '../../lib/version.js';
import {
  BACKTEST_DOCUMENT,
  backtestTable,
  longBacktestTable,
} from '../../output/months/backtest-report.js';
import { recordOf } from '../../output/report/report-columns.js';
import { calculateMonth } from '../../payroll/calculate.js';
import { isVariant } from '../../payroll/variant.js';
import { monthOf } from '../../run/month-of.js';
import { text } from '../../words/text.js';
import {
  type MonthFlags,
  type OutputFlags,
  parseMonthsFlag,
  type VariantFlags,
} from '../flags/flags.js';
import { usageError } from '../flags/usage.js';
import { closedChain } from '../months/closed-chain.js';
import { EXIT } from '../present/exit.js';
import type { CommandResult } from '../present/result.js';
import { withProgress } from '../terminal/show-progress.js';
import type { Invocation } from './command.js';

interface BacktestFlags extends OutputFlags, MonthFlags, VariantFlags {
  readonly months?: string;
  readonly long: boolean;
}

/** `kpi backtest`: what closed months would have cost under another policy. */
export async function backtest({ flags, io }: Invocation<BacktestFlags>): Promise<CommandResult> {
  const { set, rules } = flags;
  const variant = { set, rules };
  if (!isVariant(variant)) throw usageError('usage.backtest_what');
  const range = parseMonthsFlag(flags.months);
  const opened = await closedChain(flags);
  if ('refusal' in opened) return opened.refusal;
  const { request, chain, language } = opened;
  const chosen = chain.filter(({ month }) => month >= range.from && month <= range.to);
  if (chosen.length === 0) {
    const why =
      chain.length === 0
        ? text(language, 'backtest.nothing_closed')
        : text(language, 'backtest.none', range);
    return { language, notes: [why], exit: EXIT.problems };
  }
  const months: Backtested[] = [];
  for (const closed of chosen) {
    const { month } = closed;
    const asked = { ...request, month, closed, basis: 'sealed-policy', variant } as const;
    const paid = await withProgress(io, (watching) =>
      monthOf({ ...asked, ...watching }, calculateMonth),
    );
    months.push(backtestMonth(closed, paid));
  }
  const view = { language, ids: flags.ids };
  return {
    language,
    data: {
      table: () => (flags.long ? longBacktestTable(months, view) : backtestTable(months, view)),
      json: () =>
        recordOf(BACKTEST_DOCUMENT, { edition: { version: version() }, months }, language),
    },
    problems: months.flatMap(({ problems }) => problems),
  };
}

import { closedStatements } from '../../ledger/closed-statements.js';
import { version } from '../../lib/version.js';
import { workbookOfTable } from '../../output/month/captioned-sheet.js';
import { isReadable, monthsText } from '../../output/months/followed-figures.js';
import {
  HISTORY_DOCUMENT,
  historyTable,
  overviewTable,
  trendTable,
} from '../../output/months/history-report.js';
import { recordOf } from '../../output/report/report-columns.js';
import { text } from '../../words/text.js';
import { type FilterFlags, type OutputFlags, parseMonthsFlag } from '../flags/flags.js';
import { selected } from '../flags/select.js';
import { closedChain } from '../months/closed-chain.js';
import type { CommandResult } from '../present/result.js';
import type { Invocation } from './command.js';

interface HistoryFlags extends OutputFlags, FilterFlags {
  readonly months?: string;
}

/** `kpi history`: scores, ranks, metrics and pay over closed months, as they were sealed. */
export async function history({
  flags,
  arguments: [agent],
  format,
  io,
}: Invocation<HistoryFlags, readonly [string | undefined]>): Promise<CommandResult> {
  const { from, to } = parseMonthsFlag(flags.months);
  const opened = await closedChain(flags);
  if ('refusal' in opened) return opened.refusal;
  const { chain, language } = opened;
  if (chain.length === 0) return { language, notes: [text(language, 'verify.none')] };
  const statements = closedStatements(chain.filter(({ month }) => month >= from && month <= to));
  const { months } = statements;
  const named = agent === undefined ? flags.agent : [...flags.agent, agent];
  const filter = { agent: named, plan: flags.plan };
  const rows = selected(statements.rows, ({ statement }) => statement, statements.roster, filter);
  // Bars are drawn for people only: a row per agent, or below the months of the one who is shown.
  const isDrawn = format === 'table' && io.stdout.isTerminal && flags.output === undefined;
  const isOne = new Set(rows.map(({ statement }) => statement.agent)).size === 1;
  const view = { language, ids: flags.ids, readable: isReadable(format) };
  return {
    language,
    data: {
      table: () => {
        if (!isDrawn) return historyTable(rows, view);
        return isOne ? trendTable(rows, months, view) : overviewTable(rows, months, view);
      },
      json: () =>
        recordOf(HISTORY_DOCUMENT, { edition: { version: version() }, months, rows }, language),
      workbook: () => {
        const head = { shop: chain.at(-1)?.sealed.shop, period: monthsText(months) };
        return workbookOfTable(head, 'sheet.history', historyTable(rows, view), language);
      },
    },
    notes: [rows.length === 0 && text(language, 'run.no_rows')],
  };
}

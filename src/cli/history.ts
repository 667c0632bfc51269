import {
  type ClosedStatement,
  type ClosedStatements,
  closedStatements,
} from '../ledger/closed-statements.js';
import { jsonOf } from '../lib/json.js';
import { historyJson, historyTable, overviewTable, trendTable } from '../output/months/history.js';
import type { Table } from '../output/tables/table.js';
import { text } from '../words/text.js';
import { deliver } from './deliver.js';
import { EXIT, type ExitCode } from './exit.js';
import { type FilterFlags, type OutputFlags, rangeOf } from './flags.js';
import { chooseFormat, TABLE_FORMATS, type TableFormat } from './format.js';
import type { Io } from './io.js';
import { openChain } from './ledger.js';
import { renderTable } from './render.js';
import { say } from './report.js';
import { selectStatements } from './select.js';
import { version } from './version.js';

export interface HistoryFlags extends OutputFlags, FilterFlags {
  readonly months?: string;
}

/** `kpi history`: scores, ranks, metrics and pay over closed months, as they were sealed. */
export async function history(
  agent: string | undefined,
  flags: HistoryFlags,
  io: Io,
): Promise<ExitCode> {
  const format = chooseFormat(flags, TABLE_FORMATS, io.stdout.isTerminal ? 'table' : 'csv');
  const { from, to } = rangeOf(flags.months);
  const opened = await openChain(flags, io);
  if (opened === undefined) return EXIT.problems;
  const { chain, reporting } = opened;
  const { language } = reporting;
  if (chain.length === 0) {
    await say(io, text(language, 'verify.none'));
    return EXIT.done;
  }
  const statements = closedStatements(chain.filter(({ month }) => month >= from && month <= to));
  const named = agent === undefined ? flags.agent : [...flags.agent, agent];
  const rows = selected(statements, { agent: named, plan: flags.plan });
  const isDrawn = io.stdout.isTerminal && flags.output === undefined;
  const view = { language, ids: flags.ids, readable: format !== 'csv' };
  const content =
    format === 'json'
      ? jsonOf({ kpi: version(), ...historyJson(rows, statements.months) })
      : await renderTable(tableOf(rows, statements, format, isDrawn, view), format, flags, io);
  const code = await deliver(content, flags.output, reporting);
  if (code === EXIT.done && rows.length === 0) await say(io, text(language, 'run.no_rows'));
  return code;
}

function selected(
  { rows, roster }: ClosedStatements,
  filter: FilterFlags,
): readonly ClosedStatement[] {
  const statements = rows.map(({ statement }) => statement);
  const kept = new Set(selectStatements(statements, roster, filter));
  return rows.filter(({ statement }) => kept.has(statement));
}

/** Bars are drawn for people only: a row per agent, or below the months of the one who is shown. */
function tableOf(
  rows: readonly ClosedStatement[],
  { months }: ClosedStatements,
  format: TableFormat,
  isDrawn: boolean,
  view: Parameters<typeof historyTable>[1],
): Table {
  if (format !== 'table' || !isDrawn) return historyTable(rows, view);
  const agents = new Set(rows.map(({ statement }) => statement.agent));
  return agents.size === 1 ? trendTable(rows, months, view) : overviewTable(rows, months, view);
}

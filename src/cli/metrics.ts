import { jsonOf } from '../lib/json.js';
import { metricTitles } from '../output/month/metric-titles.js';
import { metricsJson } from '../output/month/metrics-json.js';
import {
  hasProvisional,
  metricGaps,
  metricsByAgent,
  metricsByMetric,
} from '../output/month/metrics-table.js';
import { measureMonth } from '../payroll/calculate.js';
import type { MeasuredMonth } from '../payroll/run.js';
import type { Agent } from '../shop/shop.js';
import { text } from '../words/text.js';
import { deliver } from './deliver.js';
import { EXIT, type ExitCode } from './exit.js';
import type { FilterFlags, MonthFlags, OutputFlags } from './flags.js';
import { chooseFormat, TABLE_FORMATS, type TableFormat } from './format.js';
import { guardInputs } from './guard.js';
import type { Io } from './io.js';
import { renderTable } from './render.js';
import { reportProblems, say } from './report.js';
import { runMonth } from './run-month.js';
import { sealOf } from './sealed-month.js';
import { selectAgents } from './select.js';
import { version } from './version.js';

export type MetricsFlags = OutputFlags & FilterFlags & MonthFlags;

/** `kpi metrics`: the metrics of the agents and of the shop. */
export async function metrics(flags: MetricsFlags, io: Io): Promise<ExitCode> {
  const format = chooseFormat(flags, TABLE_FORMATS, io.stdout.isTerminal ? 'table' : 'csv');
  const sealed = await sealOf(flags, io);
  if (sealed === 'problems') return EXIT.problems;
  const ran = await runMonth(flags, io, { ...sealed, basis: 'seal' }, measureMonth);
  if (ran === undefined) return EXIT.problems;
  const { month, reporting } = ran;
  const { language, problems } = month;
  const closed = sealed.closed !== undefined;
  const agents = selectAgents(month, flags);
  guardInputs(flags.output, month);
  const content = await contentOf({ month, closed }, agents, format, flags, io);
  const code = await deliver(content, flags.output, reporting);
  if (code !== EXIT.done) return code;
  if (format === 'table') await sayGaps(month, agents, io);
  if (closed) await say(io, text(language, 'metrics.is_closed', { month: month.month }));
  await reportProblems(problems, reporting);
  return EXIT.done;
}

async function contentOf(
  { month, closed }: { readonly month: MeasuredMonth; readonly closed: boolean },
  agents: readonly Agent[],
  format: TableFormat,
  flags: MetricsFlags,
  io: Io,
): Promise<string> {
  const { language } = month;
  if (format === 'json') {
    return jsonOf(metricsJson(month, agents, { language, version: version(), closed }));
  }
  const titleOf = metricTitles(month.shop?.config.customMetrics ?? []);
  const arrange = format === 'csv' ? metricsByAgent : metricsByMetric;
  const table = arrange(figuresOf(month), agents, titleOf, { language, ids: flags.ids });
  return renderTable(table, format, flags, io);
}

/** Says on stderr which metrics the table leaves out and why, and what its marks mean. */
async function sayGaps(month: MeasuredMonth, agents: readonly Agent[], io: Io): Promise<void> {
  const figures = figuresOf(month);
  const titleOf = metricTitles(month.shop?.config.customMetrics ?? []);
  if (hasProvisional(figures, agents)) {
    await say(io, text(month.language, 'metrics.provisional'));
  }
  for (const line of metricGaps(figures, agents, titleOf, month.language)) await say(io, line);
}

function figuresOf({ metrics: figures }: MeasuredMonth) {
  return figures ?? { agents: new Map(), shop: new Map(), files: new Map(), counts: {} };
}

import { version } from '../../lib/version.js';
import { headOfMonth, workbookOfTable } from '../../output/month/captioned-sheet.js';
import { metricTitles } from '../../output/month/metric-titles.js';
import { METRICS_DOCUMENT } from '../../output/month/metrics-json.js';
import {
  hasProvisional,
  metricGaps,
  metricsByAgent,
  metricsByMetric,
} from '../../output/month/metrics-table.js';
import { recordOf } from '../../output/report/report-columns.js';
import { measureMonth } from '../../payroll/calculate.js';
import { text } from '../../words/text.js';
import type { FilterFlags, MonthFlags, OutputFlags } from '../flags/flags.js';
import { selectedAgents } from '../flags/select.js';
import { shownMonth } from '../months/asked-month.js';
import type { CommandResult } from '../present/result.js';
import type { Invocation } from './command.js';

type MetricsFlags = OutputFlags & FilterFlags & MonthFlags;

/** `kpi metrics`: the metrics of the agents and of the shop. */
export async function metrics(invocation: Invocation<MetricsFlags>): Promise<CommandResult> {
  const asked = await shownMonth(invocation, measureMonth);
  if ('refusal' in asked) return asked.refusal;
  const { flags, format } = invocation;
  const { month, isClosed } = asked;
  const { language, problems } = month;
  const agents = selectedAgents(month, flags);
  const figures = month.metrics ?? NOTHING_MEASURED;
  const titleOf = metricTitles(month);
  const edition = { language, version: version(), closed: isClosed };
  const view = { language, ids: flags.ids };
  const arrange = format === 'csv' ? metricsByAgent : metricsByMetric;
  // What the table for people leaves out, and what its marks mean.
  const gaps = () => [
    hasProvisional(figures, agents) && text(language, 'metrics.provisional'),
    ...metricGaps(figures, agents, titleOf, language),
  ];
  return {
    language,
    data: {
      table: () => arrange(figures, agents, titleOf, view),
      json: () => recordOf(METRICS_DOCUMENT, { month, agents, edition }, language),
      workbook: () => {
        const table = metricsByAgent(figures, agents, titleOf, view);
        return workbookOfTable(headOfMonth(month), 'sheet.metrics', table, language);
      },
    },
    notes: [
      ...(format === 'table' ? gaps() : []),
      isClosed && text(language, 'metrics.is_closed', { month: month.month }),
    ],
    problems,
  };
}

const NOTHING_MEASURED = { agents: new Map(), shop: new Map(), files: new Map(), counts: {} };

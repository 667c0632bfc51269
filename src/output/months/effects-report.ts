import { displayUnit } from '../../catalogue/metric.js';
import { metricById } from '../../catalogue/metrics/metrics.js';
import { sum } from '../../lib/decimal.js';
import { groupBy } from '../../lib/group.js';
import type { Json } from '../../lib/json.js';
import type { Language } from '../../lib/language.js';
import type { Effect } from '../../payroll/effects.js';
import { tableFigure } from '../report/figure-text.js';
import {
  columnsOfPart,
  jsonColumn,
  moneyColumn,
  type ReportColumn,
  recordsOf,
  tableOf,
  textColumn,
  type View,
} from '../report/report-columns.js';
import type { ReportTable } from '../report/report-table.js';
import { AGENT_AND_LINE_COLUMNS } from './changes-report.js';

const EFFECT_COLUMNS: readonly ReportColumn<Effect>[] = [
  ...columnsOfPart(AGENT_AND_LINE_COLUMNS, ({ change }: Effect) => change),
  textColumn('cause', ({ cause: { kind, id = kind, title } }) => ({ id, title }), {
    json: ({ cause }) => cause.kind,
  }),
  jsonColumn('metric', ({ cause }) => cause.id),
  figureColumn('before'),
  figureColumn('after'),
  moneyColumn('change', ({ change }) => change.effect),
];

/** The figure that is the cause: for people in the unit in which they read it. */
function figureColumn(when: 'before' | 'after'): ReportColumn<Effect> {
  return textColumn(
    when,
    ({ cause, figures }) => figures && tableFigure(figures[when], unitOf(cause)),
    { json: ({ figures }) => figures?.[when] },
  );
}

function unitOf({ id = '' }: Effect['cause']) {
  const metric = metricById(id);
  return metric && displayUnit(metric);
}

/** What changed between two months, a row per agent, line and cause. */
export function effectsTable(effects: readonly Effect[], view: View): ReportTable {
  return tableOf(EFFECT_COLUMNS, byAgent(effects), view, 5);
}

/** As `effectsTable`, as data, with what each cause came to in all. */
export function effectsJson(
  effects: readonly Effect[],
  language: Language,
): { readonly [key: string]: Json } {
  return {
    effects: recordsOf(EFFECT_COLUMNS, byAgent(effects), language),
    change: sum(effects.map(({ change }) => change.effect)),
  };
}

/** By agent and line, in the order in which these first come; the causes of a line in their own order. */
function byAgent(effects: readonly Effect[]): readonly Effect[] {
  const agents = [...groupBy(effects, ({ change }) => change.agent).values()];
  return agents.flatMap((own) => [...groupBy(own, ({ change }) => change.line).values()].flat());
}

import { displayUnit } from '../../catalogue/metric.js';
import { metricById } from '../../catalogue/metrics/metrics.js';
import { sum } from '../../lib/decimal.js';
import { groupBy } from '../../lib/group.js';
import type { Month } from '../../lib/month.js';
import type { Effect } from '../../payroll/effects.js';
import { type Edition, VERSION } from '../month/document.js';
import { tableFigure } from '../report/figure-text.js';
import {
  columnsOfPart,
  jsonColumn,
  listColumn,
  moneyColumn,
  type ReportColumn,
  recorded,
  tableOf,
  textColumn,
  type View,
} from '../report/report-columns.js';
import type { ReportTable } from '../report/report-table.js';
import { DECIMAL, MONTH_TEXT, orNull, STRING } from '../report/shapes.js';
import { AGENT_AND_LINE_COLUMNS } from './changes-report.js';

const EFFECT_COLUMNS: readonly ReportColumn<Effect>[] = [
  ...columnsOfPart(AGENT_AND_LINE_COLUMNS, ({ change }: Effect) => change),
  textColumn('cause', ({ cause: { kind, id = kind, title } }) => ({ id, title }), {
    json: recorded(STRING, ({ cause }) => cause.kind),
  }),
  jsonColumn('metric', orNull(STRING), ({ cause }) => cause.id),
  figureColumn('before'),
  figureColumn('after'),
  moneyColumn('change', ({ change }) => change.effect, { always: true }),
];

/** The figure that is the cause: for people in the unit in which they read it. */
function figureColumn(when: 'before' | 'after'): ReportColumn<Effect> {
  return textColumn(
    when,
    ({ cause, figures }) => figures && tableFigure(figures[when], unitOf(cause)),
    { json: recorded(orNull(DECIMAL), ({ figures }) => figures?.[when]) },
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

/** As `effectsTable`, as a document, with what all causes came to. */
export const EFFECTS_DOCUMENT: readonly ReportColumn<{
  readonly edition: Pick<Edition, 'version'>;
  readonly from: Month;
  readonly to: Month;
  readonly effects: readonly Effect[];
}>[] = [
  VERSION,
  jsonColumn('from', MONTH_TEXT, ({ from }) => from),
  jsonColumn('to', MONTH_TEXT, ({ to }) => to),
  listColumn('effects', EFFECT_COLUMNS, ({ effects }) => byAgent(effects)),
  jsonColumn('change', DECIMAL, ({ effects }) => sum(effects.map(({ change }) => change.effect))),
];

/** By agent and line, in the order in which these first come; the causes of a line in their own order. */
function byAgent(effects: readonly Effect[]): readonly Effect[] {
  const agents = [...groupBy(effects, ({ change }) => change.agent).values()];
  return agents.flatMap((own) => [...groupBy(own, ({ change }) => change.line).values()].flat());
}

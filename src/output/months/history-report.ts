import { byAgent, type ClosedStatement } from '../../ledger/closed-statements.js';
import { decimal } from '../../lib/decimal.js';
import type { Month } from '../../lib/month.js';
import { text } from '../../words/text.js';
import { type Edition, VERSION } from '../month/document.js';
import { FIGURES as FOUND_FIGURES, figuresJson } from '../month/metrics-json.js';
import { SCORE_COLUMNS } from '../month/score-columns.js';
import {
  columnOf,
  jsonColumn,
  listColumn,
  type ReportColumn,
  recorded,
  recordShape,
  recordsOf,
  tableOf,
  textColumn,
  type View,
} from '../report/report-columns.js';
import type { ReportTable } from '../report/report-table.js';
import { listOf, MONTH_TEXT, STRING } from '../report/shapes.js';
import { sparkline } from '../report/sparkline.js';
import {
  type Figures,
  type Followed,
  figureWords,
  followedColumn,
  followedFigures,
  type MonthsView,
  monthsText,
  payRecord,
} from './followed-figures.js';

const FIGURES: Figures<ClosedStatement> = {
  score: ({ statement }) => statement.scores[0]?.points,
  rank: ({ statement: { scores } }) => scores[0] && decimal(scores[0].rank),
  metrics: ({ metrics }) => metrics,
  pay: ({ statement }) => statement,
  net: ({ statement }) => statement.statutory?.net,
};

/** What a closed month says of an agent, and in a table of whom. */
function closedColumns(
  rows: readonly ClosedStatement[],
  readable: boolean,
): readonly ReportColumn<ClosedStatement>[] {
  return [
    textColumn('id', ({ statement }) => statement.agent, { json: 'none' }),
    textColumn('name', ({ statement }) => statement.name, { json: 'none' }),
    textColumn('month', ({ month }) => month, { always: true }),
    jsonColumn('role', STRING, ({ statement }) => statement.role.id),
    textColumn('plan', ({ statement }) => statement.plan, { always: true }),
    listColumn('scores', SCORE_COLUMNS, ({ statement }) => statement.scores),
    jsonColumn('metrics', FOUND_FIGURES, ({ metrics }) => figuresJson(metrics)),
    ...followedFigures(rows, FIGURES).map((figure) => followedColumn(figure, readable)),
    ...payRecord(FIGURES),
  ];
}

/** The members of records: what rows there are makes no difference to them. */
const CLOSED_RECORD = closedColumns([], false);

/** One row per agent and month. */
export function historyTable(rows: readonly ClosedStatement[], view: MonthsView): ReportTable {
  return tableOf(closedColumns(rows, view.readable), rows, view, 3);
}

/** As `historyTable` for one agent, with a last row that draws how each figure went. */
export function trendTable(
  rows: readonly ClosedStatement[],
  months: readonly Month[],
  view: MonthsView,
): ReportTable {
  const trends = followedFigures(rows, FIGURES).map((figure) => trendOf(figure, rows, months));
  const label = text(view.language, 'history.trend');
  return {
    ...historyTable(rows, view),
    total: [label, undefined, undefined, undefined, ...trends],
  };
}

/** The months of one agent, and the last of them. */
interface AgentHistory {
  readonly own: readonly ClosedStatement[];
  readonly last: ClosedStatement;
}

function historiesOf(rows: readonly ClosedStatement[]): readonly AgentHistory[] {
  return byAgent(rows).flatMap((own) => own.slice(-1).map((last) => ({ own, last })));
}

function historyColumns(
  rows: readonly ClosedStatement[],
  months: readonly Month[],
): readonly ReportColumn<AgentHistory>[] {
  return [
    textColumn('id', ({ last }) => last.statement.agent, { always: true }),
    textColumn('name', ({ last }) => last.statement.name, { always: true }),
    textColumn('plan', ({ last }) => last.statement.plan, { json: 'none' }),
    textColumn('months', ({ own }) => monthsText(own.map(({ month }) => month)), {
      json: recorded(listOf(recordShape(CLOSED_RECORD)), ({ own }, language) =>
        recordsOf(CLOSED_RECORD, own, language),
      ),
    }),
    ...followedFigures(rows, FIGURES).map((figure) =>
      columnOf<AgentHistory>(
        { id: figure.id, heading: figure.heading, align: 'right' },
        ({ own, last }) => {
          const trend = trendOf(figure, own, months);
          return trend === '' ? undefined : `${trend} ${figureWords(figure, last)}`;
        },
        { json: 'none' },
      ),
    ),
  ];
}

/** One row per agent: each figure drawn over the months, with what it was in the last of them. */
export function overviewTable(
  rows: readonly ClosedStatement[],
  months: readonly Month[],
  view: View,
): ReportTable {
  return tableOf(historyColumns(rows, months), historiesOf(rows), view, 2);
}

function trendOf(
  { of }: Followed<ClosedStatement>,
  rows: readonly ClosedStatement[],
  months: readonly Month[],
): string {
  const byMonth = new Map(rows.map((row) => [row.month, row]));
  return sparkline(
    months.map((month) => {
      const row = byMonth.get(month);
      return row && of(row);
    }),
  );
}

interface HistoryData {
  readonly edition: Pick<Edition, 'version'>;
  readonly months: readonly Month[];
  readonly rows: readonly ClosedStatement[];
}

/** Every figure of every agent and month, as a document. */
export const HISTORY_DOCUMENT: readonly ReportColumn<HistoryData>[] = [
  VERSION,
  jsonColumn('months', listOf(MONTH_TEXT), ({ months }) => months),
  listColumn('agents', historyColumns([], []), ({ rows }) => historiesOf(rows)),
];

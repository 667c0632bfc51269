import { byAgent, type ClosedStatement } from '../../ledger/closed-statements.js';
import { decimal } from '../../lib/decimal.js';
import type { Json } from '../../lib/json.js';
import type { Language } from '../../lib/language.js';
import type { Month } from '../../lib/month.js';
import { text } from '../../words/text.js';
import { figuresJson } from '../month/metrics-json.js';
import { PAY_SUM_COLUMNS } from '../month/pay-columns.js';
import {
  columnOf,
  type ReportColumn,
  recordOf,
  tableOf,
  textColumn,
  type View,
} from '../report/report-columns.js';
import type { ReportTable } from '../report/report-table.js';
import { sparkline } from '../report/sparkline.js';
import {
  type Figures,
  type Followed,
  figureWords,
  followedColumn,
  followedFigures,
  type MonthsView,
  monthsText,
} from './followed-figures.js';

const FIGURES: Figures<ClosedStatement> = {
  score: ({ statement }) => statement.scores[0]?.points,
  rank: ({ statement: { scores } }) => scores[0] && decimal(scores[0].rank),
  metrics: ({ metrics }) => metrics,
  pay: ({ statement }) => statement,
};

/** One row per agent and month. */
export function historyTable(rows: readonly ClosedStatement[], view: MonthsView): ReportTable {
  const columns: readonly ReportColumn<ClosedStatement>[] = [
    textColumn('id', ({ statement }) => statement.agent),
    textColumn('name', ({ statement }) => statement.name),
    textColumn('month', ({ month }) => month),
    textColumn('plan', ({ statement }) => statement.plan),
    ...followedFigures(rows, FIGURES).map((figure) => followedColumn(figure, view.readable)),
  ];
  return tableOf(columns, rows, view, 3);
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

/** One row per agent: each figure drawn over the months, with what it was in the last of them. */
export function overviewTable(
  rows: readonly ClosedStatement[],
  months: readonly Month[],
  view: View,
): ReportTable {
  const agents = byAgent(rows).flatMap((own) => own.slice(-1).map((last) => ({ own, last })));
  const columns: readonly ReportColumn<(typeof agents)[number]>[] = [
    textColumn('id', ({ last }) => last.statement.agent),
    textColumn('name', ({ last }) => last.statement.name),
    textColumn('plan', ({ last }) => last.statement.plan),
    textColumn('months', ({ own }) => monthsText(own.map(({ month }) => month))),
    ...followedFigures(rows, FIGURES).map((figure) =>
      columnOf<(typeof agents)[number]>(
        { id: figure.id, heading: figure.heading, align: 'right' },
        ({ own, last }) => {
          const trend = trendOf(figure, own, months);
          return trend === '' ? undefined : `${trend} ${figureWords(figure, last)}`;
        },
      ),
    ),
  ];
  return tableOf(columns, agents, view, 2);
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

/** Every figure of every agent and month, as data. */
export function historyJson(
  rows: readonly ClosedStatement[],
  months: readonly Month[],
  language: Language,
): { readonly [key: string]: Json } {
  return {
    months,
    agents: byAgent(rows).map((own) => ({
      id: own[0]?.statement.agent,
      name: own.at(-1)?.statement.name,
      months: own.map(({ month, statement, metrics }) => ({
        month,
        role: statement.role.id,
        plan: statement.plan,
        scores: statement.scores.map(({ rulebook, points, total, rank }) => ({
          rulebook,
          points,
          total,
          rank,
        })),
        metrics: figuresJson(metrics),
        ...recordOf(PAY_SUM_COLUMNS, statement, language),
      })),
    })),
  };
}

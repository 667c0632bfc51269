import { byAgent, type ClosedStatement } from '../../ledger/closed-statements.js';
import { type Decimal, decimal } from '../../lib/decimal.js';
import type { Json } from '../../lib/json.js';
import type { Month } from '../../lib/month.js';
import { text } from '../../words/text.js';
import { textColumn, type View } from '../formats/columns.js';
import { sparkline } from '../formats/sparkline.js';
import { figuresJson } from '../month/metrics-json.js';
import { sumsJson } from '../month/salary-json.js';
import type { Cell, Table } from '../tables/table.js';
import {
  type Figures,
  type Followed,
  figureCell,
  figureWords,
  followedFigures,
  monthsText,
} from './over-months.js';

const FIGURES: Figures<ClosedStatement> = {
  score: ({ statement }) => statement.scores[0]?.points,
  rank: ({ statement }) => rankOf(statement.scores[0]?.rank),
  metrics: ({ metrics }) => metrics,
  pay: ({ statement }) => statement,
};

function rankOf(rank: number | undefined): Decimal | undefined {
  return rank === undefined ? undefined : decimal(rank);
}

/** How a history is to be worded; `readable` for people rather than programs. */
export interface HistoryView extends View {
  readonly readable: boolean;
}

/** One row per agent and month. */
export function historyTable(rows: readonly ClosedStatement[], view: HistoryView): Table {
  const { language } = view;
  const followed = followedFigures(rows, FIGURES, language);
  return {
    columns: [
      ...(['id', 'name', 'month', 'plan'] as const).map((id) => textColumn(id, language)),
      ...followed.map(({ column }) => column),
    ],
    rows: rows.map((row): Cell[] => [
      row.statement.agent,
      row.statement.name,
      row.month,
      row.statement.plan,
      ...followed.map((figure) => figureCell(figure, row, view.readable)),
    ]),
    keyColumns: 3,
  };
}

/** As `historyTable` for one agent, with a last row that draws how each figure went. */
export function trendTable(
  rows: readonly ClosedStatement[],
  months: readonly Month[],
  view: HistoryView,
): Table {
  const table = historyTable(rows, view);
  const followed = followedFigures(rows, FIGURES, view.language);
  const trends = followed.map((figure) => trendOf(figure, rows, months));
  const label = text(view.language, 'history.trend');
  return { ...table, total: [label, undefined, undefined, undefined, ...trends] };
}

/** One row per agent: each figure drawn over the months, with what it was in the last of them. */
export function overviewTable(
  rows: readonly ClosedStatement[],
  months: readonly Month[],
  { language }: View,
): Table {
  const followed = followedFigures(rows, FIGURES, language);
  return {
    columns: [
      ...(['id', 'name', 'plan', 'months'] as const).map((id) => textColumn(id, language)),
      ...followed.map(({ column: { id, heading } }) => ({ id, heading, align: 'right' as const })),
    ],
    rows: byAgent(rows).flatMap((own): Cell[][] => {
      const last = own.at(-1);
      if (last === undefined) return [];
      const { agent, name, plan } = last.statement;
      const trends = followed.map((figure) => {
        const trend = trendOf(figure, own, months);
        return trend === '' ? undefined : `${trend} ${figureWords(figure, last)}`;
      });
      return [[agent, name, plan, monthsText(own.map(({ month }) => month)), ...trends]];
    }),
    keyColumns: 2,
  };
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
        ...sumsJson(statement),
      })),
    })),
  };
}

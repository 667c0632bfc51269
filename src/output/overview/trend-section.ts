import type { ClosedMonth } from '../../ledger/closed-folder.js';
import { type Decimal, sum } from '../../lib/decimal.js';
import { paidOut, type Statement } from '../../payroll/statement.js';
import { text } from '../../words/text.js';
import { netTotals } from '../month/pay-columns.js';
import { lines, MOST_LINES, type Series } from '../pages/charts.js';
import { html, type Markup } from '../pages/markup.js';
import type { Overview } from './overview.js';
import { behind, seriesTable } from './series-table.js';

/** Closed months side by side: what the team came to, and score and pay of agents. */
export function trendSection({ chain, statements, language }: Overview): Markup | undefined {
  if (chain.length < 2) return undefined;
  const title = text(language, 'overview.trend');
  const months = chain.map((closed) => stepOf(closed, chain));
  const total = (of: (statement: Statement) => Decimal): readonly number[] =>
    chain.map(({ sealed }) => sum(sealed.statements.map(of)).toNumber());
  const team: readonly Series[] = [
    { name: text(language, 'overview.gross'), values: total(({ gross }) => gross) },
    { name: text(language, 'overview.paid'), values: total(paidOut) },
  ];
  const costs = chain.map(({ sealed }) => netTotals(sealed.statements).cost?.toNumber());
  const withCost = costs.some((cost) => cost !== undefined)
    ? [...team, { name: text(language, 'overview.cost'), values: costs }]
    : team;
  const series = (of: (statement: Statement) => Decimal | undefined): readonly Series[] =>
    statements.map(({ agent, name }) => ({
      name,
      values: chain.map(({ sealed }) => {
        const then = sealed.statements.find((each) => each.agent === agent);
        return then && of(then)?.toNumber();
      }),
    }));
  const part = (name: string, drawn: readonly Series[]) => html`<h3>${name}</h3>
${drawn.length > MOST_LINES && html`<p>${text(language, 'overview.some_lines', { n: MOST_LINES })}</p>`}
${lines(months, drawn.slice(0, MOST_LINES), name)}
${behind(seriesTable(months, drawn, text(language, 'table.month')), name, language)}`;
  return html`<section id="trend"><h2>${title}</h2>
<p>${text(language, 'overview.policy_mark')}</p>
${part(text(language, 'overview.team_pay'), withCost)}
${part(
  text(language, 'overview.agent_scores'),
  series(({ scores: [score] }) => score?.points),
)}
${part(text(language, 'overview.agent_pay'), series(paidOut))}
${
  withCost !== team &&
  part(
    text(language, 'overview.agent_cost'),
    series(({ statutory }) => statutory?.cost),
  )
}</section>
`;
}

/** A month; one before which the policy changed is marked. */
function stepOf({ month, sealed }: ClosedMonth, chain: readonly ClosedMonth[]): string {
  const before = chain.findLast((closed) => closed.month < month)?.sealed.policy;
  const isChanged =
    before !== undefined && JSON.stringify(before) !== JSON.stringify(sealed.policy);
  return isChanged ? `${month} *` : month;
}

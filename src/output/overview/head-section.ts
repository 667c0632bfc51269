import { type Decimal, decimal, plain, sum } from '../../lib/decimal.js';
import type { Statement } from '../../payroll/statement.js';
import { text } from '../../words/text.js';
import { netTotals, totalsOf } from '../month/pay-columns.js';
import { html, type Markup } from '../pages/markup.js';
import { moneyText, tableFigure } from '../report/figure-text.js';
import type { Overview } from './overview.js';

/** What the owner looks at first, each figure beside that of the last closed month. */
export function headSection(overview: Overview): Markup {
  const { month, statements, isClosed, language, chain } = overview;
  const last = chain.findLast((closed) => closed.month < month.month);
  const now = figuresOf(statements, shopSales(month.metrics?.shop));
  const before = last && figuresOf(last.sealed.statements, shopSales(last.sealed.metrics.shop));
  const shown = (figure: Figure | undefined) => {
    if (figure?.value === undefined) return undefined;
    if (figure.kind === 'count') return plain(figure.value);
    return figure.kind === 'money'
      ? moneyText(figure.value, language)
      : tableFigure(figure.value, 'ratio');
  };
  const cards = now.flatMap((figure) => {
    const value = shown(figure);
    if (value === undefined) return [];
    const then = shown(before?.find(({ id }) => id === figure.id));
    return html`<div><dt>${text(language, `overview.${figure.id}`)}</dt><dd>${value}</dd>${
      then !== undefined &&
      html`<dd class="then">${text(language, 'overview.before', { month: last?.month ?? '', value: then })}</dd>`
    }</div>
`;
  });
  const state = text(language, isClosed ? 'overview.closed' : 'overview.open');
  return html`<header><h1>${month.shop?.name} ${month.month}</h1><p>${state}</p><dl class="cards">
${cards}</dl></header>
`;
}

type FigureId = 'agents' | 'gross' | 'deductions' | 'payable' | 'net' | 'cost' | 'commission';

interface Figure {
  readonly id: FigureId;
  readonly kind: 'count' | 'money' | 'share';
  readonly value: Decimal | undefined;
}

function figuresOf(
  statements: readonly Statement[],
  sales: Decimal | undefined,
): readonly Figure[] {
  const totals = totalsOf(statements);
  const { net, cost } = netTotals(statements);
  const commission = sum(
    statements.flatMap(({ lines }) =>
      lines.flatMap(({ kind, category, amount }) =>
        kind === 'earning' && category === 'commission' ? (amount ?? []) : [],
      ),
    ),
  );
  const share = sales === undefined || sales.isZero() ? undefined : commission.dividedBy(sales);
  return [
    { id: 'agents', kind: 'count', value: decimal(statements.length) },
    { id: 'gross', kind: 'money', value: totals.gross },
    { id: 'deductions', kind: 'money', value: totals.deductions },
    { id: 'payable', kind: 'money', value: totals.payable },
    { id: 'net', kind: 'money', value: net },
    { id: 'cost', kind: 'money', value: cost },
    { id: 'commission', kind: 'share', value: share },
  ];
}

function shopSales(
  shop: NonNullable<Overview['month']['metrics']>['shop'] | undefined,
): Decimal | undefined {
  const figure = shop?.get('shop_sales');
  return figure?.state === 'known' ? figure.value : undefined;
}

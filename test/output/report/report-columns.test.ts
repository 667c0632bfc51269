import { describe, expect, it } from 'vitest';
import { type Decimal, decimal } from '../../../src/lib/decimal.js';
import {
  columnsOfPart,
  jsonColumn,
  moneyColumn,
  optionalColumn,
  type ReportColumn,
  recordOf,
  tableOf,
  textColumn,
} from '../../../src/output/report/report-columns.js';
import { withTotal } from '../../../src/output/report/report-table.js';
import { BOOLEAN, DECIMAL } from '../../../src/output/report/shapes.js';

interface Pay {
  readonly agent: string;
  readonly kind: 'earning' | 'deduction';
  readonly amount: Decimal | undefined;
}

const COLUMNS: readonly ReportColumn<Pay>[] = [
  textColumn('agent', ({ agent }) => agent),
  textColumn('kind', ({ kind }) => ({ id: kind, title: { zh: `${kind} 中`, en: `${kind} en` } })),
  jsonColumn('paid', BOOLEAN, ({ amount }) => amount !== undefined),
  moneyColumn('amount', ({ amount }) => amount, { key: 'yuan' }),
  textColumn('formula', () => '1 + 1', { json: 'none', long: true }),
];

const MEAL: Pay = { agent: 'A01', kind: 'earning', amount: decimal('200.50') };
const ABSENT: Pay = { agent: 'A02', kind: 'earning', amount: undefined };

describe('the columns of a report', () => {
  it('are those of its table, titles for people', () => {
    expect(tableOf(COLUMNS, [MEAL], { language: 'en', ids: false }, 1)).toEqual({
      columns: [
        { id: 'agent', heading: 'Agent', align: 'left' },
        { id: 'kind', heading: 'Kind', align: 'left' },
        { id: 'amount', heading: 'Amount', align: 'right', money: true },
        { id: 'formula', heading: 'Formula with numbers', align: 'left', long: true },
      ],
      rows: [['A01', 'earning en', decimal('200.5'), '1 + 1']],
      keyColumns: 1,
    });
  });

  it('are the members of its records, ids as they are, what is not there null', () => {
    expect(recordOf(COLUMNS, MEAL, 'zh')).toEqual({
      agent: 'A01',
      kind: 'earning',
      paid: true,
      yuan: decimal('200.5'),
    });
    expect(recordOf(COLUMNS, ABSENT, 'zh')).toEqual({
      agent: 'A02',
      kind: 'earning',
      paid: false,
      yuan: null,
    });
  });

  it('may be members that a record without them lacks', () => {
    const columns = [
      textColumn('agent', ({ agent }: Pay) => agent),
      optionalColumn('amount', DECIMAL, ({ amount }: Pay) => amount),
    ];
    expect(Object.keys(recordOf(columns, MEAL, 'zh'))).toEqual(['agent', 'amount']);
    expect(Object.keys(recordOf(columns, ABSENT, 'zh'))).toEqual(['agent']);
  });

  it('may be those of something that a row holds', () => {
    const columns = columnsOfPart(COLUMNS, ({ pay }: { readonly pay: Pay }) => pay);
    expect(recordOf(columns, { pay: MEAL }, 'zh')).toEqual(recordOf(COLUMNS, MEAL, 'zh'));
    const view = { language: 'zh', ids: true } as const;
    expect(tableOf(columns, [{ pay: MEAL }], view, 1)).toEqual(tableOf(COLUMNS, [MEAL], view, 1));
  });
});

describe('a total', () => {
  const view = { language: 'zh', ids: false } as const;
  const totalOf = (rows: readonly Pay[]) =>
    withTotal(tableOf(COLUMNS, rows, view, 1), view.language).total;

  it('sums the amounts', () => {
    expect(totalOf([MEAL, ABSENT, MEAL])).toEqual(['合计', undefined, decimal(401), undefined]);
  });

  it('is blank where nobody has an amount, and 0 where there is nobody', () => {
    expect(totalOf([ABSENT])).toEqual(['合计', undefined, undefined, undefined]);
    expect(totalOf([])).toEqual(['合计', undefined, decimal(0), undefined]);
  });
});

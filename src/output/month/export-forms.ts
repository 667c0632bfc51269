import type { DeductionItem } from '../../catalogue/tax-inputs.js';
import type { Identity } from '../../intake/people/read-identities.js';
import { type Decimal, ZERO } from '../../lib/decimal.js';
import type { Month } from '../../lib/month.js';
import { declaredAmounts, withheldOf } from '../../payroll/declared-amounts.js';
import { paidOut, type Statement } from '../../payroll/statement.js';
import type { Cell, ReportTable } from '../report/report-table.js';

// The forms of the tax bureau's client and of banks: their headings are theirs, in Chinese whoever asks.

/** An agent on a form. */
export interface FormRow {
  readonly statement: Statement;
  readonly identity: Identity;
}

/** A column of a form; one that the program knows nothing of is left blank. */
interface FormColumn {
  readonly heading: string;
  readonly text?: (row: FormRow) => string | undefined;
  readonly money?: (row: FormRow) => Decimal | undefined;
}

function text(heading: string, of: (row: FormRow) => string | undefined): FormColumn {
  return { heading, text: of };
}

function money(heading: string, of: (row: FormRow) => Decimal | undefined): FormColumn {
  return { heading, money: of };
}

function blank(heading: string): FormColumn {
  return { heading };
}

function toDate(heading: string, item: DeductionItem): FormColumn {
  return money(heading, ({ statement }) => {
    const items = statement.statutory?.taxState.items;
    return items && (items.get(item) ?? ZERO);
  });
}

function withheld(heading: string, ...ids: readonly string[]): FormColumn {
  return money(heading, ({ statement }) => withheldOf(statement, ...ids));
}

/** What the form is called: wages, of residents. */
export const TAX_SHEET = '正常工资薪金所得';

/** The form of wages of the tax bureau's client, 自然人电子税务局扣缴端, in its order. */
const TAX_COLUMNS: readonly FormColumn[] = [
  text('工号', ({ statement }) => statement.agent),
  text('*姓名', ({ statement }) => statement.name),
  text('*证件类型', ({ identity }) => identity.idType),
  text('*证件号码', ({ identity }) => identity.idNumber),
  money('本期收入', ({ statement }) => declaredAmounts(statement).income),
  money('本期免税收入', ({ statement }) => declaredAmounts(statement).taxFree),
  withheld('基本养老保险费', 'pension'),
  withheld('基本医疗保险费', 'medical'),
  withheld('失业保险费', 'unemployment'),
  withheld('住房公积金', 'housing_fund', 'housing_fund_supplement'),
  toDate('累计子女教育', 'children_education'),
  toDate('累计继续教育', 'continuing_education'),
  toDate('累计住房贷款利息', 'housing_loan'),
  toDate('累计住房租金', 'rent'),
  toDate('累计赡养老人', 'elderly_care'),
  toDate('累计3岁以下婴幼儿照护', 'infant_care'),
  toDate('累计个人养老金', 'personal_pension'),
  blank('企业(职业)年金'),
  blank('商业健康保险'),
  blank('税延养老保险'),
  blank('公务交通费用'),
  blank('通讯费用'),
  blank('律师办案费用'),
  blank('西藏附加减除费用'),
  money('其他', ({ statement }) => declaredAmounts(statement).other),
  blank('准予扣除的捐赠额'),
  blank('减免税额'),
  blank('协定减免'),
  blank('备注'),
];

/** The wages of residents as the tax bureau's client imports them. */
export function taxForm(rows: readonly FormRow[]): ReportTable {
  return formOf(TAX_COLUMNS, rows);
}

/** What a bank is to pay to whom. */
export function bankForm(month: Month, rows: readonly FormRow[]): ReportTable {
  const [year, number] = month.split('-');
  const columns: readonly FormColumn[] = [
    text('户名', ({ statement }) => statement.name),
    text('账号', ({ identity }) => identity.account),
    text('开户行', ({ identity }) => identity.bank),
    money('金额', ({ statement }) => paidOut(statement)),
    text('备注', () => `${year}年${Number(number)}月工资`),
  ];
  return formOf(columns, rows);
}

function formOf(columns: readonly FormColumn[], rows: readonly FormRow[]): ReportTable {
  return {
    columns: columns.map((column) => ({
      id: column.heading,
      heading: column.heading,
      ...(column.money ? { align: 'right', money: true, toFen: true } : { align: 'left' }),
    })),
    rows: rows.map((row) =>
      columns.map((column): Cell => column.money?.(row) ?? column.text?.(row)),
    ),
    keyColumns: 2,
  };
}

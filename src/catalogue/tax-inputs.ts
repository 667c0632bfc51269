import type { Vocabulary } from './vocabulary.js';

/** The additional deductions that the tax bureau knows, 专项附加扣除, with what is deducted like them. */
export const DEDUCTION_ITEMS = {
  children_education: { zh: '子女教育', en: "Children's education" },
  infant_care: { zh: '婴幼儿照护', en: 'Infant care' },
  elderly_care: { zh: '赡养老人', en: 'Care of parents' },
  continuing_education: { zh: '继续教育', en: 'Continuing education' },
  housing_loan: { zh: '住房贷款利息', en: 'Interest of a housing loan' },
  rent: { zh: '住房租金', en: 'Rent' },
  personal_pension: { zh: '个人养老金', en: 'Personal pension' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Vocabulary<string>;
export type DeductionItem = keyof typeof DEDUCTION_ITEMS;

/** What an opening gives of the year before its first closed month; each is the definition of that id to date. */
export const OPENING_AMOUNTS = {
  months: { zh: '任职月数', en: 'Months employed' },
  income: { zh: '累计收入', en: 'Income' },
  tax_free: { zh: '累计免税收入', en: 'Tax-free income' },
  contributions: { zh: '累计专项扣除', en: 'Contributions' },
  deductions: { zh: '累计专项附加扣除', en: 'Additional deductions' },
  withheld: { zh: '累计已预扣税额', en: 'Tax withheld' },
  annual_bonus: { zh: '已单独计税的全年一次性奖金', en: 'Annual bonus taxed apart' },
  insurance_cash: { zh: '累计保险返现', en: 'Cash instead of insurance' },
} as const satisfies Vocabulary<string>;
export type OpeningColumn = keyof typeof OPENING_AMOUNTS;

/** What the tax of a month rests on, in the order in which it is shown: each the definition of the tax's rulebook. */
export const TAX_AMOUNTS = {
  months: 'months_to_date',
  income: 'income_to_date',
  tax_free: 'tax_free_to_date',
  basic_deduction: 'basic_deduction',
  contributions: 'contributions_to_date',
  deductions: 'deductions_to_date',
  taxable: 'taxable',
  rate: 'rate',
  quick_deduction: 'quick_deduction',
  tax: 'tax',
  withheld: 'withheld_to_date',
} as const;
export type TaxAmount = keyof typeof TAX_AMOUNTS;

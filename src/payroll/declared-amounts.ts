import { isStatutory } from '../catalogue/pay-words.js';
import { type Decimal, ZERO } from '../lib/decimal.js';
import { payTotalKey } from '../rulebook/plan/gross.js';
import type { Statement } from './statement.js';

/** What of an agent's month is declared to the tax bureau beside what the year comes to; undefined: not known. */
interface DeclaredAmounts {
  readonly income: Decimal | undefined;
  readonly taxFree: Decimal | undefined;
  /** Deductions that have no column of their own. */
  readonly other: Decimal | undefined;
  /** An annual bonus that is taxed apart, and declared so. */
  readonly annualBonus: Decimal | undefined;
}

/** What is declared of a month whose insurance and tax were worked out. */
export function declaredAmounts({ statutory }: Statement): DeclaredAmounts {
  const values = statutory?.values();
  const amountOf = (key: string) => {
    const value = values?.get(key);
    return value?.kind === 'number' ? value.number : undefined;
  };
  return {
    income: amountOf('definition.income_tax.income'),
    taxFree: amountOf('definition.income_tax.tax_free'),
    other: amountOf(payTotalKey('other_of_month')),
    annualBonus: amountOf('definition.income_tax.annual_bonus'),
  };
}

/** What lines of the law of these ids come to together; nothing where the agent has none of them. */
export function withheldOf({ lines }: Statement, ...ids: readonly string[]): Decimal {
  return lines
    .filter((line) => isStatutory(line) && ids.includes(line.id))
    .reduce((sum, { amount }) => sum.plus(amount ?? ZERO), ZERO);
}

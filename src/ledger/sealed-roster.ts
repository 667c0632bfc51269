import { z } from 'zod';
import { INSURANCES, TAX_DEDUCTIONS, TAX_RESIDENCES } from '../catalogue/vocabulary.js';
import type { Agent } from '../shop/shop.js';
import { day, decimalText, formed, list, month, renamed, wordOf } from './codec.js';

const accountDays = z.strictObject({
  account: z.string(),
  from: day.exactOptional(),
  to: day.exactOptional(),
});

const agent = renamed(
  z.strictObject({
    id: z.string(),
    name: z.string(),
    role: z.string(),
    /** The id of one of the levels of the sealed kpi.yaml. */
    level: z.string().exactOptional(),
    level_since: day.exactOptional(),
    team: z.string().exactOptional(),
    shift: z.string().exactOptional(),
    lead: z.string().exactOptional(),
    accounts: list(z.string()),
    /** Of accounts that were the agent's on some days only. */
    account_days: list(accountDays).exactOptional(),
    hired_on: day.exactOptional(),
    left_on: day.exactOptional(),
    probation_until: day.exactOptional(),
    base_pay: decimalText.exactOptional(),
    workdays_due: decimalText.exactOptional(),
    insurance: wordOf(INSURANCES).exactOptional(),
    place: z.string().exactOptional(),
    si_base: decimalText.exactOptional(),
    fund_base: decimalText.exactOptional(),
    fund_rate: decimalText.exactOptional(),
    fund_supplement: decimalText.exactOptional(),
    insured_from: month.exactOptional(),
    insured_until: month.exactOptional(),
    fund_from: month.exactOptional(),
    tax_residence: wordOf(TAX_RESIDENCES).exactOptional(),
    tax_deduction: wordOf(TAX_DEDUCTIONS).exactOptional(),
    line: z.int(),
  }),
  {
    level_since: 'levelSince',
    account_days: 'accountDays',
    hired_on: 'hiredOn',
    left_on: 'leftOn',
    probation_until: 'probationUntil',
    base_pay: 'basePay',
    workdays_due: 'workdaysDue',
    si_base: 'siBase',
    fund_base: 'fundBase',
    fund_rate: 'fundRate',
    fund_supplement: 'fundSupplement',
    insured_from: 'insuredFrom',
    insured_until: 'insuredUntil',
    fund_from: 'fundFrom',
    tax_residence: 'taxResidence',
    tax_deduction: 'taxDeduction',
  },
);

/** The roster, in its order. */
export const roster = formed(list(agent), {
  decode: (rows): readonly Agent[] => rows.map((row, index) => ({ index, ...row })),
  encode: (agents) => agents.map(({ index: _, ...row }) => row),
});

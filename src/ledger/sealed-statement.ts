import { z } from 'zod';
import { LINE_KINDS, NOTICE_LEVELS, SECTIONS } from '../catalogue/pay-words.js';
import { amountTrace } from '../payroll/amount-trace.js';
import type {
  LineExplanation,
  PayLine,
  ScorecardScore,
  ScoreItem,
  Statement,
  StatutoryPay,
  TaxState,
} from '../payroll/statement.js';
import { byKey, decimalText, formed, list, sealedTitle, titled } from './codec.js';
import { value } from './sealed-values.js';

const item = formed(
  z.strictObject({
    id: z.string(),
    title: sealedTitle,
    section: z.enum(SECTIONS),
    points: decimalText.optional(),
    full: decimalText.optional(),
  }),
  {
    decode: ({ points, full, ...of }): ScoreItem => ({
      ...of,
      points,
      full,
      source: undefined,
      trace: amountTrace(points),
    }),
    encode: ({ id, title: of, section, points, full }) => ({
      id,
      title: of,
      section,
      points,
      full,
    }),
  },
);

const score = formed(
  z.strictObject({
    rulebook: z.string(),
    title: sealedTitle,
    points: decimalText,
    total: decimalText,
    rank: z.int(),
    items: list(item),
  }),
  {
    decode: (of): ScorecardScore => ({ ...of, ranking: { places: [], own: undefined } }),
    encode: ({ ranking: _, ...of }) => of,
  },
);

/** How a line came about, as a closed month tells it. */
export const explanation = z.strictObject({
  formula: sealedTitle,
  numbers: sealedTitle,
  reason: sealedTitle,
});

/** A line of a closed month, which says how it came about. */
export interface ExplainedLine extends PayLine {
  readonly explanation: LineExplanation;
}

const line = formed(
  z.strictObject({
    id: z.string(),
    title: sealedTitle,
    kind: z.enum(LINE_KINDS),
    category: z.string(),
    amount: decimalText.optional(),
    rulebook: z.string(),
    ...explanation.shape,
    source: z.string().optional(),
  }),
  {
    // Of what was sealed only the amount is known: how it came about is explanation by computing it again.
    decode: ({ formula, numbers, reason, amount, source, ...of }): ExplainedLine => ({
      ...of,
      amount,
      source,
      explanation: { formula, numbers, reason },
      trace: amountTrace(amount),
    }),
    encode: ({ explanation: how, trace: _, isOutsideMinimumWage: __, ...of }) => ({
      ...of,
      ...how,
    }),
  },
);

const notice = formed(
  z.strictObject({
    code: z.string(),
    level: z.enum(NOTICE_LEVELS),
    text: sealedTitle,
    /** Absent of notices that nobody signs. */
    sign: list(sealedTitle).optional(),
    rulebook: titled.optional(),
    once: z.enum(['team', 'shop']).optional(),
  }),
  {
    decode: ({ rulebook, once, ...of }) => ({ ...of, rulebook, once }),
    encode: (of) => of,
  },
);

/** What the law made of pay; of the additional deductions by item only where they were known. */
const statutory = formed(
  z.strictObject({
    net: decimalText,
    cost: decimalText,
    tax_state: z.strictObject({
      amounts: byKey(decimalText),
      items: byKey(decimalText).optional(),
    }),
    /** Every named value of the law: what later months of the year may ask. */
    values: byKey(value),
  }),
  {
    decode: ({ net, cost, tax_state: { amounts, items }, values }): StatutoryPay => ({
      net,
      cost,
      taxState: {
        amounts: amounts as TaxState['amounts'],
        items: items as TaxState['items'],
      },
      values: () => values,
    }),
    encode: ({ net, cost, taxState: { amounts, items }, values }) => ({
      net,
      cost,
      tax_state: { amounts, items },
      values: values(),
    }),
  },
);

/** A statement of a closed month. */
export interface ExplainedStatement extends Statement {
  readonly lines: readonly ExplainedLine[];
}

/** The statement of an agent. */
export const statement = formed(
  z.strictObject({
    id: z.string(),
    name: z.string(),
    role: titled,
    plan: titled,
    team: z.string().optional(),
    scores: list(score),
    lines: list(line),
    gross: decimalText,
    deductions: decimalText,
    payable: decimalText,
    /** Absent in a shop without insurance and tax. */
    statutory: statutory.optional(),
    notices: list(notice),
    /** Every named value of the plan: what later months may ask of this one. */
    values: byKey(value),
  }),
  {
    decode: ({ id, plan, team, values, statutory: law, ...of }): ExplainedStatement => ({
      agent: id,
      plan: plan.id,
      planTitle: plan.title,
      team,
      ...of,
      ...(law && { statutory: law }),
      values: () => values,
    }),
    encode: ({ agent, plan, planTitle, values, ...of }) => ({
      id: agent,
      plan: { id: plan, title: planTitle },
      ...of,
      values: values(),
    }),
  },
);

import { z } from 'zod';
import { metricById } from '../catalogue/metrics/metrics.js';
import type {
  AgentDeduction,
  AgentOpening,
  AgentTarget,
  GradingRow,
  OccurrenceRow,
  Score,
} from '../catalogue/rows.js';
import { DEDUCTION_ITEMS } from '../catalogue/tax-inputs.js';
import type { AgentMonth, Rating } from '../metrics/month-metrics.js';
import { byKey, decimalText, formed, list, month, wordOf } from './codec.js';
import { figure, score } from './sealed-values.js';

const rating = formed(score, {
  decode: (of): Rating =>
    of.kind === 'grade' ? { ...of, count: 1 } : { kind: 'number', mean: of.number, count: 1 },
  encode: (of: Rating): Score =>
    of.kind === 'grade' ? { kind: 'grade', grade: of.grade } : { kind: 'number', number: of.mean },
});

const grading = formed(
  z.strictObject({ score, week: z.string().optional(), file: z.string(), line: z.int() }),
  {
    decode: ({ score: given, week, ...place }): GradingRow => ({ place, week, value: given }),
    encode: ({ place: { file, line }, week, value }) => ({ score: value, week, file, line }),
  },
);

const occurrence = formed(
  z.strictObject({
    file: z.string(),
    line: z.int(),
    day: z.string(),
    count: decimalText,
    amount: decimalText.optional(),
    points: decimalText.optional(),
    grave: z.boolean(),
    daysToClose: decimalText.optional(),
    days: decimalText.optional(),
    daysAhead: decimalText.optional(),
    order: z.strictObject({ id: z.string(), amount: decimalText.optional() }).optional(),
  }),
  {
    decode: ({ file, line, ...row }): OccurrenceRow => ({ place: { file, line }, ...row }),
    encode: ({ place: { file, line }, ...row }) => ({
      file,
      line,
      day: row.day,
      count: row.count,
      amount: row.amount,
      points: row.points,
      grave: row.grave,
      daysToClose: row.daysToClose,
      days: row.days,
      daysAhead: row.daysAhead,
      order: row.order,
    }),
  },
);

const target = formed(z.strictObject({ value: decimalText, file: z.string(), line: z.int() }), {
  decode: ({ value, ...place }): AgentTarget => ({ value, place }),
  encode: ({ value, place: { file, line } }) => ({ value, file, line }),
});

const deduction = formed(
  z.strictObject({
    item: wordOf(DEDUCTION_ITEMS),
    amount: decimalText,
    to_date: z.boolean(),
    file: z.string(),
    line: z.int(),
  }),
  {
    decode: ({ item, amount, to_date: isToDate, ...place }): AgentDeduction => ({
      item,
      amount,
      isToDate,
      place,
    }),
    encode: ({ item, amount, isToDate: to_date, place: { file, line } }) => ({
      item,
      amount,
      to_date,
      file,
      line,
    }),
  },
);

const opening = formed(
  z.strictObject({ through: month, amounts: byKey(decimalText), file: z.string(), line: z.int() }),
  {
    decode: ({ through, amounts, ...place }): AgentOpening => ({
      through,
      amounts: amounts as AgentOpening['amounts'],
      place,
    }),
    encode: ({ through, amounts, place: { file, line } }) => ({ through, amounts, file, line }),
  },
);

const agentFacts = z.strictObject({
  id: z.string(),
  metrics: byKey(figure),
  ratings: byKey(rating),
  gradings: byKey(list(grading)),
  /** Absent when the month had no such file. */
  complaints: byKey(list(occurrence)).optional(),
  events: byKey(list(occurrence)).optional(),
  /** Absent when no file said when leaves were asked for. */
  leaves: list(occurrence).optional(),
  /** Absent when no file gave the agent any. */
  targets: byKey(target).optional(),
  deductions: list(deduction).optional(),
  opening: opening.optional(),
});

/** What was counted of the agents, by id: a list in the file. */
export const facts = formed(list(agentFacts), {
  decode: (rows): ReadonlyMap<string, AgentMonth> =>
    new Map(
      rows.map(({ id, complaints: cases, events, ...own }) => [id, { ...own, cases, events }]),
    ),
  encode: (agents) =>
    [...agents].map(([id, { cases: complaints, metrics, ...own }]) => ({
      id,
      complaints,
      metrics: sealable(metrics),
      ...own,
    })),
});

/** What is sealed of figures of an agent or the shop: a metric that version 1.0.0 did not have only where it is known. */
export function sealable(metrics: AgentMonth['metrics']): AgentMonth['metrics'] {
  return new Map(
    [...metrics].filter(([id, { state }]) => state !== 'missing' || metricById(id)?.later !== true),
  );
}

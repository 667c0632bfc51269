import { z } from 'zod';
import type { YamlValue } from '../../lib/yaml/node.js';
import {
  exprSchema,
  idSchema,
  listOf,
  mapOf,
  noticeSchema,
  standInKeys,
  titleSchema,
  whenSchema,
} from '../formula/schema-parts.js';
import { ENTRY_TABLES } from '../mechanisms/index.js';

/** The categories of pay lines. */
export const CATEGORIES = [
  'base',
  'performance',
  'commission',
  'bonus',
  'allowance',
  'insurance_cash',
  'reward',
  'fine',
  'loss',
] as const;

const UNITS = ['yuan', 'seconds', 'hours', 'days', 'months', 'count', 'ratio', 'points'] as const;

/** By what a parameter's values may differ. */
export const TABLE_KEYS = ['level', 'role', 'team', 'shift', 'quarter'] as const;

const anyYaml = z.custom<YamlValue>((value) => value !== undefined);

const notesSchema = z
  .union([titleSchema.transform((title) => [title]), z.array(titleSchema)])
  .optional();

const parameterSchema = z.union([
  z.string().transform((value) => ({ value: value as YamlValue })),
  z.strictObject({
    title: titleSchema.optional(),
    value: anyYaml.optional(),
    formula: exprSchema.optional(),
    unit: z.enum(UNITS).optional(),
    by: z
      .union([z.enum(TABLE_KEYS).transform((key) => [key]), z.array(z.enum(TABLE_KEYS))])
      .optional(),
    /** The value is a list of categories of lines, for an adjustment to keep. */
    list: z.literal('categories').optional(),
    min: z.string().optional(),
    max: z.string().optional(),
    source: z.string().optional(),
    notes: notesSchema,
  }),
]);

const entryKeys = {
  id: idSchema,
  title: titleSchema.optional(),
  source: z.string().optional(),
  notes: notesSchema,
  when: whenSchema.optional(),
  ...standInKeys,
  ...ENTRY_TABLES,
};

const itemSchema = z.strictObject({ ...entryKeys, full: exprSchema.optional() });

const lineSchema = z.strictObject({
  ...entryKeys,
  kind: z.enum(['earning', 'deduction', 'notice']),
  category: z.enum(CATEGORIES).optional(),
  round: z.string().optional(),
  off: z.enum(CATEGORIES).optional(),
  level: z.enum(['info', 'warning', 'dismissal']).optional(),
  text: titleSchema.optional(),
});

const definitionSchema = z.union([
  z.string().transform((formula) => ({ formula })),
  z.strictObject({
    title: titleSchema.optional(),
    unit: z.enum(UNITS).optional(),
    ...ENTRY_TABLES,
  }),
]);

const adjustSchema = z.strictObject({
  id: idSchema.optional(),
  title: titleSchema.optional(),
  when: whenSchema,
  lines: z.array(z.string()).optional(),
  categories: z.array(z.enum(CATEGORIES)).optional(),
  keep: z.union([z.array(z.enum(CATEGORIES)), idSchema]).optional(),
  factor: exprSchema,
  source: z.string().optional(),
});

const exampleSchema = z.strictObject({
  title: z.string().optional(),
  month: z.string().optional(),
  given: z.record(z.string(), anyYaml).default({}),
  team: listOf(z.record(z.string(), anyYaml)).optional(),
  history: listOf(z.record(z.string(), anyYaml)).optional(),
  expect: z.record(z.string(), anyYaml),
});

const commonKeys = {
  id: idSchema,
  title: titleSchema.optional(),
  source: z.string().optional(),
  notes: notesSchema,
  extends: idSchema.optional(),
};

const bookKeys = {
  ...commonKeys,
  remove: listOf(z.string()).optional(),
  parameters: mapOf(parameterSchema).optional(),
  define: mapOf(definitionSchema).optional(),
  ratings: mapOf(titleSchema).optional(),
  events: mapOf(titleSchema).optional(),
  notices: listOf(noticeSchema).optional(),
  examples: listOf(exampleSchema).optional(),
};

const scorecardSchema = z.strictObject({
  ...bookKeys,
  kind: z.literal('scorecard'),
  total: exprSchema.optional(),
  items: listOf(itemSchema).optional(),
  additions: listOf(itemSchema).optional(),
  deductions: listOf(itemSchema).optional(),
});

const paySchema = z.strictObject({
  ...bookKeys,
  kind: z.literal('pay'),
  lines: listOf(lineSchema).optional(),
  adjust: listOf(adjustSchema).optional(),
});

const noticesSchema = z.strictObject({ ...bookKeys, kind: z.literal('notices') });

const planSchema = z.strictObject({
  ...commonKeys,
  kind: z.literal('plan'),
  roles: listOf(z.string()).optional(),
  scores: listOf(z.string()).optional(),
  pay: listOf(z.string()).optional(),
  notices: listOf(z.string()).optional(),
  team_by: z.enum(['team', 'shift']).optional(),
  set: z.record(z.string(), anyYaml).optional(),
});

/** What may stand in a rulebook file. */
export const rulebookSchema = z.discriminatedUnion('kind', [
  scorecardSchema,
  paySchema,
  noticesSchema,
  planSchema,
]);

export type RulebookSpec = z.output<typeof rulebookSchema>;
export type ItemSpec = z.output<typeof itemSchema>;
export type LineSpec = z.output<typeof lineSchema>;
export type AdjustSpec = z.output<typeof adjustSchema>;
export type ExampleSpec = z.output<typeof exampleSchema>;
export type NoticeSpec = z.output<typeof noticeSchema>;

/** A parameter as it is written: a bare value is short for `{value: …}`. */
export type ParameterSpec = z.output<typeof parameterSchema>;
export type DefinitionSpec = z.output<typeof definitionSchema>;

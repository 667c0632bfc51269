import { z } from 'zod';
import { COLUMNS, LAYOUTS } from '../catalogue/columns.js';
import { INPUT_KINDS, type InputKind } from '../catalogue/inputs.js';
import { nameSchema } from '../catalogue/name-schema.js';
import { orderFilterSchema } from '../catalogue/order-filter.js';
import { CATEGORIES, type Category } from '../catalogue/pay-words.js';
import { placeId, type VocabularyWord } from '../catalogue/vocabulary.js';
import type { Dated } from '../lib/dated.js';
import { LANGUAGES, sameInAll, type Title } from '../lib/language.js';
import { type Month, parseMonth } from '../lib/month.js';
import type { YamlValue } from '../lib/yaml/yaml-node.js';
import { type TextKey, title as wording } from '../words/text.js';
import {
  days,
  daysOff,
  duration,
  flags,
  hours,
  monthOfText,
  number,
  oneOf,
  type Parse,
  positiveAmount,
  positiveInteger,
  roles,
  share,
  shiftHours,
  texts,
  timeOfDay,
  vocabularyWords,
  type WantedValue,
  warningCode,
  workdayLength,
  yesNo,
} from './scalars.js';

/** What is wrong with a value in whose place something else should stand. */
function issueOf(
  { want, at }: WantedValue,
  input: unknown,
  above: readonly string[],
): Parameters<z.core.$RefinementCtx['addIssue']>[0] {
  const path = at === undefined ? [...above] : [...above, at];
  return typeof want === 'string'
    ? { code: 'custom', message: want, path, input }
    : { code: 'invalid_value', values: [...want], path, input };
}

/** A value that `parse` reads. */
function scalar<T>(parse: Parse<T>) {
  return z.unknown().transform((value, context): T => {
    const parsed = parse(value as YamlValue);
    if ('value' in parsed) return parsed.value;
    context.addIssue(issueOf(parsed, value, []));
    return z.NEVER;
  });
}

/** A value that `parse` reads, or such values by the month from which each holds. */
function dated<T>(parse: Parse<T>) {
  return z.unknown().transform((value, context): Dated<T> => {
    const entries: { from: Month | undefined; value: T }[] = [];
    const add = (from: Month | undefined, part: unknown, path: string[]) => {
      const parsed = parse(part as YamlValue);
      if ('value' in parsed) entries.push({ from, value: parsed.value });
      else context.addIssue(issueOf(parsed, part, path));
    };
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      add(undefined, value, []);
      return { entries };
    }
    for (const [key, part] of Object.entries(value)) {
      const month = parseMonth(key);
      if (month !== undefined) add(month, part, [key]);
      else context.addIssue({ code: 'custom', message: 'want-month-key', path: [key] });
    }
    if (Object.keys(value).length === 0) {
      context.addIssue({ code: 'custom', message: 'want-month-key' });
    }
    entries.sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
    return { entries };
  });
}

const text = z.string().min(1, 'want-text' satisfies TextKey);
const textList = scalar(texts).optional();
const yamlValue = z.custom<YamlValue>(() => true);

const title = z.union(
  [
    text.transform((word) => sameInAll(word)),
    z.strictObject({ zh: text, en: text.optional() }).transform(({ zh, en = zh }) => ({ zh, en })),
  ],
  'want-title',
);

/** A level: a word that is its own title, or an id with a title. */
const level = z.union(
  [
    text.transform((word): VocabularyWord => ({ id: word, title: sameInAll(word) })),
    z
      .strictObject({ id: text, title: title.optional() })
      .transform(({ id, title = sameInAll(id) }): VocabularyWord => ({ id, title })),
  ],
  'want-level',
);

/** The settings of metrics.md, by their key in kpi.yaml. */
const metrics = z.strictObject({
  day_starts_at: dated(timeOfDay).optional(),
  session_wait: dated(duration).optional(),
  min_messages: dated(positiveInteger).optional(),
  max_wait: dated(duration).optional(),
  slow_after: dated(duration).optional(),
  slow_times: dated(positiveInteger).optional(),
  attribution: dated(oneOf('order', 'payment', 'order_first')).optional(),
  window: dated(duration).optional(),
  after_payment: dated(oneOf('buyer_first', 'off')).optional(),
  memo: dated(oneOf('prefer', 'only', 'off')).optional(),
  memo_flag: dated(flags).optional(),
  inquiry_window: dated(duration).optional(),
  aftersales_days: dated(days).optional(),
  slow_day_after: dated(duration).optional(),
  confirm_days: dated(days).optional(),
  credit_roles: dated(roles).optional(),
  refund_basis: dated(oneOf('orders', 'items', 'amount')).optional(),
  ad_patterns: dated(texts).optional(),
  platform_hours: dated(hours).optional(),
  workday_length: dated(workdayLength).optional(),
  part_month_due: dated(oneOf('whole_month', 'employed_days')).optional(),
});

const ENCODINGS: Readonly<Record<string, 'utf-8' | 'gb18030' | 'utf-16'>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  gb18030: 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  'utf-16': 'utf-16',
  utf16: 'utf-16',
};

const encoding: Parse<'utf-8' | 'gb18030' | 'utf-16'> = (value) => {
  const found = typeof value === 'string' ? ENCODINGS[value.toLowerCase()] : undefined;
  return found === undefined ? { want: 'want-encoding' } : { value: found };
};

/** A wide file of metrics has a column for any metric, one of targets for any target; all other columns have fixed names. */
function columnsOf(kind: InputKind) {
  if (kind === 'metrics' || kind === 'targets') return z.record(z.string(), text);
  const ids = LAYOUTS[kind].flatMap((layout) => COLUMNS[layout].map(({ id }) => id));
  return z.strictObject(Object.fromEntries(ids.map((id) => [id, text.optional()])));
}

const sources = z.strictObject(
  Object.fromEntries(
    INPUT_KINDS.map((kind) => [
      kind,
      z
        .strictObject({
          files: text,
          columns: columnsOf(kind).optional(),
          encoding: scalar(encoding).optional(),
        })
        .optional(),
    ]),
  ),
);

const planLists = z.strictObject({ scores: textList, pay: textList, notices: textList });

/** Categories of pay lines, by id or title. */
const categories = vocabularyWords(
  Object.fromEntries(CATEGORIES.map((id) => [id, wording(`category.${id}`)])) as Record<
    Category,
    Title
  >,
  'want-categories',
);

/** kpi.yaml, as it is written. What it means is put together in config-from-yaml.ts. */
export const configSchema = z.strictObject({
  shop: text,
  lang: z.enum(LANGUAGES).optional(),
  plans: z.record(z.string(), z.union([text, planLists], 'want-plan')).optional(),
  targets: z.record(z.string(), dated(number)).optional(),
  set: z.record(z.string(), yamlValue).optional(),
  metrics: metrics.optional(),
  sources: sources.optional(),
  exclude: z.strictObject({ ids: textList, memos: textList }).optional(),
  shifts: z
    .record(
      z.string(),
      z.strictObject({
        hours: dated(shiftHours).optional(),
        days_off: dated(daysOff).optional(),
        night: scalar(yesNo).optional(),
      }),
    )
    .optional(),
  levels: z
    .array(level)
    .min(1, 'want-levels' satisfies TextKey)
    .optional(),
  limits: z
    .strictObject({
      loss_share: scalar(share).optional(),
      minimum_wage: scalar(positiveAmount).optional(),
    })
    .optional(),
  statutory: z
    .strictObject({
      place: text.transform(placeId),
      fund_rate: dated(share).optional(),
      fund_supplement: dated(share).optional(),
      injury_rate: yamlValue.optional(),
      annual_bonus: scalar(oneOf('separate', 'joined')).optional(),
      after_tax: scalar(categories).optional(),
    })
    .optional(),
  corrections: z.strictObject({ recovery_share: scalar(share).optional() }).optional(),
  custom_metrics: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z][a-z0-9_.]*$/, 'want-id' satisfies TextKey),
        title: text,
        unit: text,
      }),
    )
    .optional(),
  define: z
    .record(
      nameSchema,
      z.strictObject({ metric: text, where: orderFilterSchema, title: text.optional() }),
    )
    .optional(),
  acknowledge: z
    .array(
      z.strictObject({
        code: scalar(warningCode),
        month: scalar(monthOfText),
        file: text.optional(),
        agent: text.optional(),
        reason: text,
      }),
    )
    .optional(),
  history: z.strictObject({ assume: scalar(oneOf('none')).optional() }).optional(),
});

/** kpi.yaml after the schema. */
export type WrittenConfig = z.output<typeof configSchema>;

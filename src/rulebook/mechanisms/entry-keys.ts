import { z } from 'zod';
import { NOTICE_LEVELS } from '../../catalogue/pay-words.js';
import { sameInAll, type Title } from '../../lib/language.js';
import { STAND_INS } from '../values/resolve-missing.js';

/** A title in both languages, or one text for both. */
export const titleSchema = z
  .union([
    z.string().min(1),
    z.strictObject({ zh: z.string().min(1), en: z.string().min(1).optional() }),
  ])
  .transform((title): Title => {
    if (typeof title === 'string') return sameInAll(title);
    return { zh: title.zh, en: title.en ?? title.zh };
  })
  .meta({
    id: 'title',
    description:
      '一段文字，或中英文各一段 {zh: …, en: …} / a text, or one in each language {zh: …, en: …}',
  });

export const idSchema = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/, 'want-entry-id');

/** The id of a rulebook, an entry or a part of one. */
export const idKey = idSchema.describe(
  '编号：小写英文、数字、下划线 / id: lower-case letters, digits, underscores',
);

export const titleKey = titleSchema.optional().describe('名称 / title');

/** The words of a notice. */
export const noticeText = titleSchema.describe(
  '通知的话，{…} 里可以写数 / what the notice says, with {figures}',
);

/** How grave a notice is. */
export const noticeLevel = z.enum(NOTICE_LEVELS);

const standIn = z.enum(STAND_INS).optional();

/** What an entry is worth when its figure is missing, or has no denominator. */
export const standInKeys = {
  missing: standIn.describe('缺数据时算多少 / what it is worth without data'),
  undefined: standIn.describe(
    '算不出来时（分母为 0、没有那个月）算多少 / what it is worth without a value (denominator 0, no such month)',
  ),
} as const;

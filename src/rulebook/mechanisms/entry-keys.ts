import { z } from 'zod';
import type { NoticeLevel } from '../../catalogue/pay-words.js';
import { sameInAll, type Title } from '../../lib/language.js';
import { meaning } from '../../lib/meaning.js';
import { eitherWord } from '../../words/yaml/key-words.js';

/** A title in both languages, or one text for both. */
export const titleSchema = z
  .union(
    [
      z.string().min(1),
      z.strictObject({
        zh: z.string().min(1).meta(meaning('中文', 'Chinese')),
        en: z
          .string()
          .min(1)
          .optional()
          .meta(meaning('英文，不写就用中文', 'English, the Chinese unless said')),
      }),
    ],
    'want-title',
  )
  .transform((title): Title => {
    if (typeof title === 'string') return sameInAll(title);
    return { zh: title.zh, en: title.en ?? title.zh };
  })
  .meta({
    id: 'title',
    ...meaning(
      '一段文字，或中英文各一段 {zh: …, en: …}',
      'a text, or one in each language {zh: …, en: …}',
    ),
  });

export const idSchema = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/, 'want-entry-id');

/** The id of a rulebook, an entry or a part of one. */
export const idKey = idSchema.meta(
  meaning('编号：小写英文、数字、下划线', 'id: lower-case letters, digits, underscores', '编号'),
);

export const titleKey = titleSchema.optional().meta(meaning('名称', 'title', '标题'));

/** The words of a notice. */
export const noticeText = titleSchema.meta(
  meaning('通知的话，{…} 里可以写数', 'what the notice says, with {figures}', '文字'),
);

/** How grave a notice is. */
export const noticeLevel = eitherWord({
  info: '提示',
  warning: '警告',
  dismissal: '辞退级',
} satisfies Record<NoticeLevel, string>);

const standIn = eitherWord({ '0': '0', full: '满分', absent: '不计' }).optional();

/** What an entry is worth when its figure is missing, or has no denominator. */
export const standInKeys = {
  missing: standIn.meta(
    meaning(
      '缺数据时算多少：0、full、absent',
      'what it is worth when its figure is missing: `0`, `full` or `absent`',
      '缺数据',
    ),
  ),
  undefined: standIn.meta(
    meaning(
      '算不出来时（分母为 0、没有那个月）算多少：0、full、absent',
      'what it is worth without a value (denominator 0, no such month): `0`, `full` or `absent`',
      '算不出',
    ),
  ),
} as const;

import type { TextEntry } from './entry.js';

/** What formulas are made of, and what they give. */
export const formulasTexts = {
  'operator.and': { zh: '且', en: 'and' },
  'operator.or': { zh: '或', en: 'or' },
  'operator.not': { zh: '非', en: 'not' },

  'type.number': { zh: '数', en: 'number' },
  'type.plain': { zh: '数（计数、比率或分数）', en: 'number (count, ratio or points)' },
  'type.yesno': { zh: '是/否', en: 'yes/no' },
  'type.text': { zh: '文字', en: 'text' },
  'type.date': { zh: '日期', en: 'date' },
  'type.rating': { zh: '评分', en: 'rating' },

  'dimension.yuan': { zh: '金额', en: 'money' },
  'dimension.seconds': { zh: '秒数', en: 'seconds' },
  'dimension.hours': { zh: '小时数', en: 'hours' },
  'dimension.days': { zh: '天数', en: 'days' },
  'dimension.months': { zh: '月数', en: 'months' },

  'number.written': { zh: '12、1.5 或 1.1%', en: '12, 1.5 or 1.1%' },
} as const satisfies Readonly<Record<string, TextEntry>>;

import type { TextEntry } from './entry.js';

/**
 * Figures with their unit.
 * Closed months hold these sentences and must come out the same: their words stay, `1 times` included.
 */
export const unitsTexts = {
  'unit.yuan': { zh: '{n} 元', en: '¥{n}' },
  'unit.yuan/day': { zh: '{n} 元/天', en: '¥{n}/day' },
  'unit.yuan/hour': { zh: '{n} 元/小时', en: '¥{n}/h' },
  'unit.yuan/month': { zh: '{n} 元/月', en: '¥{n}/month' },
  'unit.yuan/piece': { zh: '{n} 元/件', en: '¥{n}/piece' },
  'unit.seconds': { zh: '{n} 秒', en: '{n} s' },
  'unit.hours': { zh: '{n} 小时', en: '{n} h' },
  'unit.days': { zh: '{n} 天', en: '{n} d' },
  'unit.months': { zh: '{n} 个月', en: '{n} months' },
  'unit.persons': { zh: '{n} 人', en: '{n} persons' },
  'unit.person_days': { zh: '{n} 人次', en: '{n} person-days' },
  'unit.points': { zh: '{n} 分', en: '{n} points' },
  'unit.chars_per_minute': { zh: '{n} 字/分钟', en: '{n} characters/min' },

  'unit_title.yuan': { zh: '元', en: 'yuan' },
  'unit_title.yuan/day': { zh: '元/天', en: 'yuan/day' },
  'unit_title.yuan/hour': { zh: '元/小时', en: 'yuan/h' },
  'unit_title.yuan/month': { zh: '元/月', en: 'yuan/month' },
  'unit_title.yuan/piece': { zh: '元/件', en: 'yuan/piece' },
  'unit_title.seconds': { zh: '秒', en: 's' },
  'unit_title.hours': { zh: '小时', en: 'h' },
  'unit_title.days': { zh: '天', en: 'd' },
  'unit_title.months': { zh: '月', en: 'months' },
  'unit_title.persons': { zh: '人', en: 'persons' },
  'unit_title.person_days': { zh: '人次', en: 'person-days' },
  'unit_title.points': { zh: '分', en: 'points' },
  'unit_title.chars_per_minute': { zh: '字/分钟', en: 'chars/min' },
} as const satisfies Readonly<Record<string, TextEntry>>;

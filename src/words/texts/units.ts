import type { TextEntry } from './entry.js';

/**
 * Figures with their unit.
 * Closed months hold these sentences and must come out the same: their words stay, `1 times` included.
 */
export const unitsTexts = {
  'unit.yuan': { zh: '{n} 元', en: '¥{n}' },
  'unit.seconds': { zh: '{n} 秒', en: '{n} s' },
  'unit.hours': { zh: '{n} 小时', en: '{n} h' },
  'unit.days': { zh: '{n} 天', en: '{n} d' },
  'unit.months': { zh: '{n} 个月', en: '{n} months' },
  'unit.persons': { zh: '{n} 人', en: '{n} persons' },
  'unit.person_days': { zh: '{n} 人次', en: '{n} person-days' },
  'unit.points': { zh: '{n} 分', en: '{n} points' },
  'unit.chars_per_minute': { zh: '{n} 字/分钟', en: '{n} characters/min' },

  'unit_title.yuan': { zh: '元', en: 'yuan' },
  'unit_title.seconds': { zh: '秒', en: 's' },
  'unit_title.hours': { zh: '小时', en: 'h' },
  'unit_title.days': { zh: '天', en: 'd' },
  'unit_title.months': { zh: '月', en: 'months' },
  'unit_title.persons': { zh: '人', en: 'persons' },
  'unit_title.person_days': { zh: '人次', en: 'person-days' },
  'unit_title.points': { zh: '分', en: 'points' },
  'unit_title.chars_per_minute': { zh: '字/分钟', en: 'chars/min' },
} as const satisfies Readonly<Record<string, TextEntry>>;
